"""«Endringer»: the agreement in the sitting held against an earlier edition, and a change put back as it was.

Which editions there are, and how one of them is read, is a matter of files (`Tidligere`). Nothing is compared before
somebody asks: it has no part in what is done for each key.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Any, Literal, NamedTuple, Protocol

from avtalegen.flyt import Checked
from avtalegen.funn.begge import Begge
from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.utgaver.endringer.formater import skriv
from avtalegen.utgaver.endringer.notat import Notat, notat
from avtalegen.utgaver.endringer.tilbakefort import tilbakefør
from avtalegen.visning.rediger.bedt import UgyldigError, text
from avtalegen.visning.rediger.endret import kan_settes_tilbake, setningen, som_json
from avtalegen.visning.rediger.okt import Svar, Økt

Json = dict[str, Any]
Slag = Literal["erstatter", "signert", "git", "åpnet", "dokument", "fil"]
"""What an edition is: the agreement that this one replaces, a signed document of it, the file in git, the file when the
page was opened, another document of the folder, or another agreement there."""
ÅPNET = "åpnet"
"""What the file is called as it was when the page was opened. It is always there."""
_LIKELY = ("erstatter", "signert", "git", ÅPNET)
"""The kinds of which the first is what an agreement is held against when nobody has chosen."""
_NAMES = {"docx": "endringer.docx", "html": "endringer.html"}
_ALONE = Begge(
    "Dette kan ikke settes tilbake for seg. Gå til feltet, og endre det der.",
    "Dette kan ikkje setjast tilbake for seg. Gå til feltet, og endre det der.",
)


class Valg(NamedTuple):
    """An edition that can be chosen: what it goes by here, what it is, its name, and its day when it is from git."""

    id: str
    slag: Slag
    navn: str
    når: str = ""


class Tidligere(Protocol):
    """The earlier editions of an agreement."""

    def valg(self, økt: Økt) -> Sequence[Valg]:
        """Return the editions to choose among, those that are most likely to be meant first."""

    def les(self, økt: Økt, id_: str) -> Checked:
        """Return one of them read. `AvtalegenError`: it can't be, and why."""

    def word(self, økt: Økt, id_: str) -> bytes:
        """Return the agreement as Word with tracked changes since one of them. `AvtalegenError`: as `les`."""


def sammenlignet(økt: Økt, tidligere: Tidligere, mot: str) -> Json:
    """Return what has changed since an edition, or since the likeliest when none, or one that is gone, is asked for.

    `melding` says why they can't be compared; `feil` is true when it is because this one has errors. `utgave` is the
    edition of the sitting that was compared, as the page knows it.
    """
    valg = tidligere.valg(økt)
    valgt = next((one for one in valg if one.id == mot), None) or next(one for one in valg if one.slag in _LIKELY)
    now = økt.nå
    said: Json = {
        "utgave": now.utgave,
        "mot": valgt.id,
        "slag": valgt.slag,
        "valg": [one._asdict() for one in valg],
        "melding": "",
        "feil": now.checked.avtale is None,
        "antall": 0,
        "linjer": [],
        "avsnitt": [],
    }
    if now.checked.avtale is None:
        return said
    try:
        gammel = tidligere.les(økt, valgt.id).avtale
    except AvtalegenError as error:
        return {**said, "melding": error.message}
    assert gammel is not None
    return said | som_json(notat(gammel, now.checked.avtale), gammel, now.checked.avtale, now.checked)


def sett_tilbake(økt: Økt, tidligere: Tidligere, data: Mapping[str, Any]) -> Svar:
    """Put one change back as it was, and nothing else. It is saved and can be undone as any other change."""
    now = økt.nå
    gammel = tidligere.les(økt, text(data, "mot"))
    ett = _notat(gammel, now.checked)
    setning = setningen(ett, text(data, "id"))
    if setning is None:
        return Svar("ingenting")
    nekt = Svar("ikke lagret", _ALONE)
    if not kan_settes_tilbake(setning.endringer, now.checked):
        return nekt
    edits = tilbakefør(gammel, now.checked, setning.endringer, ett.endringer, økt.les)
    if edits is None:
        return nekt
    svar = økt.endre(now.utgave, edits, text(data, "hva"))
    return nekt if svar.svar in ("delt", "avvist") else svar


def dokument(økt: Økt, tidligere: Tidligere, data: Mapping[str, Any]) -> Json:
    """Return the changes as a file to keep: tracked in the agreement as Word, or told in a page."""
    mot, format_ = text(data, "mot"), text(data, "format")
    if format_ not in _NAMES:
        raise UgyldigError
    fil = PurePath(økt.nå.checked.source.file)
    if format_ == "docx":
        made = tidligere.word(økt, mot)
    else:
        gammel, ny = tidligere.les(økt, mot), økt.nå.checked
        if gammel.avtale is None or ny.avtale is None:
            navn = fil.name
            feil = Begge(
                f"«{navn}» har feil, så endringene kan ikke skrives. Rett feilene først.",
                f"«{navn}» har feil, så endringane kan ikkje skrivast. Rett feila først.",
            )
            raise AvtalegenError(feil)
        made = skriv(format_, PurePath(gammel.source.file).name, gammel.avtale, fil.name, ny.avtale)
    return {"svar": "laget", "navn": f"{fil.stem}-{_NAMES[format_]}", "data": b64encode(made).decode()}


def _notat(gammel: Checked, ny: Checked) -> Notat:
    if gammel.avtale is None or ny.avtale is None:
        navn = PurePath(ny.source.file).name
        raise AvtalegenError(Begge(f"«{navn}» har feil. Rett dem først.", f"«{navn}» har feil. Rett dei først."))
    return notat(gammel.avtale, ny.avtale)

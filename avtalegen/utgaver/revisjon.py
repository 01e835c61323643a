"""The next edition of an agreement: its YAML file made of that of this one, by changes of the text.

What follows by itself, is done: the period and the meetings are moved, and the new one says which one it replaces.
What somebody must decide, is marked to be filled in, with what stood there. Nothing else is touched.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import PurePath
from typing import Any, NamedTuple

from avtalegen.dokument.maler import INGEN, MALER
from avtalegen.flyt import Checked
from avtalegen.funn.begge import Begge, begge
from avtalegen.funn.diagnostic import AvtalegenError, Rute, Severity
from avtalegen.komponering.mal.egne_ord import words
from avtalegen.lesing import Inherited, Mapping, Node, Scalar, as_written, locate, parse, to_data
from avtalegen.lesing.arv import Files, merge
from avtalegen.lesing.comments import comments
from avtalegen.lesing.fortalt import målform_i
from avtalegen.lesing.ours import read_yaml
from avtalegen.lesing.redigering import Endring, Sett, les_verdi, rediger
from avtalegen.lesing.redigering.kommentar import med_kommentarer
from avtalegen.lesing.redigering.overstyring import som_liste, uten_tomme
from avtalegen.lesing.redigering.skritt import lest
from avtalegen.modell.base import valg_nøkkel
from avtalegen.modell.datering import les_datering
from avtalegen.modell.former import Status
from avtalegen.modell.tid import Tidsrom
from avtalegen.modell.ufylt import er_ufylt
from avtalegen.regler.gyldighet import siste_gyldige_dag
from avtalegen.utgaver.felter import verdier
from avtalegen.utgaver.plan import Plan, Planlegger

_ÅR = re.compile(r"(?<!\d)(?:19|20|21)\d\d(?!\d)")
_ÅR_BAK = re.compile(r"[-_ ](?:19|20|21)\d\d(?:[-–](?:\d\d|\d{4}))?$")
_I_FORMATET = ("SKJ", "YML", "ARV")
_GJELDER = (Status.VEDTATT, Status.SIGNERT, Status.OPPHEVET)
_FILER: tuple[Rute, ...] = (("avtale", "våpen", "fil"),)


class Linje(NamedTuple):
    """A line of the new file, and what is to be done there; `fil` is the shared file when it stands in that."""

    nummer: int
    tekst: str
    fil: str = ""


class Revidert(NamedTuple):
    """The file of the next agreement, and what is to be told of it.

    `plan` says what was changed, `erstatter` which agreement it replaces. `fyll_inn` are the places to fill in, `se_på`
    those that must be looked at. `uleste` is how much of the file could not be read, and so not be changed.
    """

    data: bytes
    plan: Plan
    erstatter: dict[str, str]
    fyll_inn: tuple[Linje, ...]
    se_på: tuple[Linje, ...]
    uleste: int = 0


def revider(
    checked: Checked,
    files: Files | None,
    fra: date | None,
    i_dag: date,
    fri: Callable[[date], object],
    flyttet: str = "",
) -> Revidert:
    """Return the next edition of an agreement that has been read. Nothing in it that can't be read is changed.

    `files` finds what it inherits from. `fra` is the first day of the next one; without it, the day after this one
    ends. `i_dag` is where the meetings begin when neither is known. `fri` tells of a day that no meeting should be on.
    `flyttet` is the way from the folder of the new file to that of this one, with `/`; "" when they lie in the same.

    Raises `AvtalegenError` when the file can't be read as YAML.
    """
    fil = checked.source.file
    if checked.source.root is None:
        first = checked.diagnostics[0]
        raise AvtalegenError(
            Begge(
                f"«{fil}» kan ikke leses. Linje {first.span.line}: ",
                f"«{fil}» kan ikkje lesast. Linje {first.span.line}: ",
            )
            + (begge(first.message) + " " + (first.hint or "")),
            checked.diagnostics,
        )
    data = checked.files[fil]
    # As it is written: what the check has taken a misspelled key for, is for somebody to put right.
    written = parse(data, fil)
    assert written.root is not None, "it has been read before"
    root = merge(written, files).root
    antall_feil = sum(one.severity is Severity.FEIL and one.code.startswith(_I_FORMATET) for one in checked.diagnostics)
    slutt = siste_gyldige_dag(checked.kontekst) if checked.kontekst else None
    ord_ = _ordene()[målform_i(root).språkkode]
    planlegger = Planlegger(root, ord_, slutt, fra, i_dag, fri)
    erstatter = {**_denne(root), "fil": posixpath.normpath(posixpath.join(flyttet, PurePath(fil).name))}
    plan = planlegger.lagt()
    # What has changed is told from the one that it comes after, not from those before that.
    eldre = [
        {key: one for key, one in en.items() if key != "fil"} if isinstance(en, dict) else en for en in _fortsatt(root)
    ]
    planlegger.sett(("avtale", "erstatter"), [*eldre, erstatter])
    if (status := lest(to_data(root), ("avtale", "status"))) is not None and status != Status.UTKAST.value:
        planlegger.sett(("avtale", "status"), Status.UTKAST.value)
    plan.endringer += _stier(data, fil, root, flyttet)
    ny = _endret(data, fil, plan.endringer)
    ny = med_kommentarer(ny, fil, [(kommentar, rute) for rute, kommentar, _ in plan.kommentarer])
    ny = _endret(ny, fil, plan.fjernes)
    return Revidert(ny, plan, erstatter, *_linjer(ny, fil, root, plan), antall_feil)


def filnavn(fil: str, fra: date | None) -> str:
    """Return what the file of the next agreement is called: «flakstad-2031.yaml» for one that begins in 2031."""
    path = PurePath(fil)
    stem = _ÅR_BAK.sub("", path.stem) or path.stem
    navn = f"{stem}-{fra.year if fra else 'neste'}{path.suffix}"
    if navn == path.name:
        navn = f"{stem}-{fra.year}-{fra.month:02}{path.suffix}" if fra else f"{stem}-2{path.suffix}"
    return str(path.with_name(navn))


def _denne(root: Node) -> dict[str, str]:
    """Return what the next agreement says of the one it replaces: the title, the day and the case number."""
    data: Any = to_data(root)
    om = {key: lest(data, ("avtale", key)) for key in ("tittel", "dato", "saksnummer")}
    ord_ = words(målform_i(root).språkkode, INGEN)
    if not isinstance(om["dato"], str):
        signert = [
            (dag[1], verdi.tekst)
            for verdi in verdier(data)
            if verdi.mønster == ("signaturer", "dato") and (dag := les_datering(verdi.tekst))
        ]
        om["dato"] = max(signert)[1] if signert else None
    if not isinstance(om["tittel"], str):
        kommuner = lest(data, ("parter", "kommuner"))
        om["tittel"] = ord_["tittel" if kommuner else "tittel_fylkeskommune"]
    return {key: one for key, one in om.items() if isinstance(one, str) and not er_ufylt(one)}


def _fortsatt(root: Node) -> list[Any]:
    """Return the older agreements that the next one replaces too: what this one replaced, if it never came to apply."""
    data: Any = to_data(root)
    status = lest(data, ("avtale", "status"))
    gjelder = isinstance(status, str) and any(
        valg_nøkkel(status) in map(valg_nøkkel, one.skrivemåter) for one in _GJELDER
    )
    før = uten_tomme(lest(data, ("avtale", "erstatter")))
    return [] if gjelder else [en for en in som_liste(før) if en]


def _stier(data: bytes, fil: str, root: Node, flyttet: str) -> Iterator[Endring]:
    """Give the changes of the paths in a file that comes to lie in another folder."""
    if not flyttet:
        return
    ruter: list[Rute] = [*_FILER]
    alle: Any = to_data(root)
    for øverst, under in (("arv", ()), ("vedlegg", ("fil",))):
        value = alle.get(øverst)
        ruter += [(øverst, n, *under) for n in range(len(value) if isinstance(value, list) else 1)]
    for rute in ruter:
        sti = les_verdi(data, fil, rute)
        if isinstance(sti, str) and sti:
            yield Sett(rute, posixpath.normpath(posixpath.join(flyttet, sti)))


def _endret(data: bytes, fil: str, endringer: Sequence[Endring]) -> bytes:
    return rediger(data, fil, *endringer, alias="skriv_ut").data if endringer else data


def _linjer(data: bytes, fil: str, root: Node, plan: Plan) -> tuple[tuple[Linje, ...], tuple[Linje, ...]]:
    """Return the lines to fill in, and those to look at: with a comment of ours, or with a year of the old period."""
    source = parse(data, fil)
    assert source.root is not None, "what has been edited can be read"
    egne = [*_tekster(source.root)]
    fyll_inn = tuple(Linje(one.line, one.value or "") for _, one in egne if er_ufylt(one.value or ""))
    sagt = {
        kommentar: Begge(f"«{før}» er fra forrige avtale", f"«{før}» er frå førre avtale")
        for _, kommentar, før in plan.kommentarer
    }
    se_på = [Linje(one.line, sagt[one.text]) for one in comments(source.text) if one.text in sagt]
    år = _årene(plan.gammel, plan.ny)
    sett_på = [as_written(source.root, verdi.skrevet) for verdi in verdier(to_data(source.root))]
    for rute, one in egne:
        nevnt = {*map(int, _ÅR.findall(one.value or ""))} & år
        if nevnt and rute[:2] != ("avtale", "erstatter") and not any(rute[: len(sett)] == sett for sett in sett_på):
            hva, der = " og ".join(map(str, sorted(nevnt))), _kort(one.value or "")
            se_på.append(Linje(one.line, Begge(f"nevner {hva}: «{der}»", f"nemner {hva}: «{der}»")))
    arvet = []
    for verdi in plan.arvet:
        span = locate(fil, root, verdi.rute)
        arvet.append(Linje(span.line, f"«{verdi.tekst}»", span.file))
    return fyll_inn, (*sorted({*se_på}), *dict.fromkeys(arvet))


def _årene(gammel: Tidsrom, ny: Tidsrom) -> set[int]:
    """Return the years of the old period that aren't in the new one."""
    første = gammel.fra or gammel.til
    siste = gammel.til or ny.fra
    return set(range(første.year, siste.year + 1)) - ({ny.fra.year} if ny.fra else set()) if første and siste else set()


def _tekster(node: Node, rute: Rute = ()) -> Iterator[tuple[Rute, Scalar]]:
    """Give the texts of a tree that are its own, each with the way to it."""
    if isinstance(node, Scalar):
        yield rute, node
    elif isinstance(node, Mapping):
        for name, entry in node.entries.items():
            if not isinstance(entry, Inherited):
                yield from _tekster(entry.value, (*rute, name))
    else:
        for n, item in enumerate(node.items):
            yield from _tekster(item, (*rute, n))


def _kort(tekst: str) -> str:
    tekst = " ".join(tekst.split())
    return tekst if len(tekst) <= 60 else f"{tekst[:57].rstrip()}…"


@cache
def _ordene() -> dict[str, Any]:
    return read_yaml(MALER / "revisjon.yaml")

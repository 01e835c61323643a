"""What the page shows of a sitting, as data for its script: the values, what is found, how far each part has come."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import PurePath
from typing import Any

from avtalegen.flyt import Checked
from avtalegen.forslag.veilederens import for_kode
from avtalegen.funn.diagnostic import Diagnostic, Rute, Severity
from avtalegen.komponering.sporsmaal import DelTekst, deler
from avtalegen.lesing import Mapping as Oppslag
from avtalegen.lesing import Node, Scalar, Sequence, to_data
from avtalegen.lesing.fortalt import målform_i
from avtalegen.modell.former import Målform, Status
from avtalegen.modell.ufylt import UFYLT, lest_ufylt
from avtalegen.regler.katalog import katalog
from avtalegen.visning.rediger.arv import arvet, overstyrer
from avtalegen.visning.rediger.gammel import gammel_i
from avtalegen.visning.rediger.innhold import bør_fornyes, er_signert, kommunenavn, med_punkter
from avtalegen.visning.rediger.mulig import endre_til, ledige
from avtalegen.visning.rediger.okt import KOMMENTAR, Nå, Steg, Økt

Json = dict[str, Any]

_MOST_SHARED, _MOST_NAMED = 100, 5
"""How many values, and places of one, are told to stand in several places, and how many of the others are named."""


def tilstand(økt: Økt, brukere: Callable[[str], list[str]] = lambda _fil: []) -> Json:
    """Return all that the page needs to know of a sitting but the document.

    `brukere` tells which agreements inherit from a file.
    """
    now = økt.nå
    målform = målform_i(now.checked.source.root, now.checked.source.text)
    mulige = [*ledige(now.checked, målform)]
    funn = [
        som_json(found, f"f{n}", now.checked, målform, mulige)
        for n, found in enumerate(now.checked.diagnostics, start=1)
    ]
    parts = [*_deler(now, målform, funn)]
    gjort, angret = økt.gjort, økt.angret
    return {
        "økt": økt.id,
        "utgave": now.utgave,
        "fil": PurePath(now.checked.source.file).name,
        "tittel": tittel(now.checked),
        "status": _status(now),
        "målform": målform.value,
        "data": data(now.checked),
        "ufylte": dict(_ufylte(data(now.checked))),
        "arvet": [*arvet(now.checked, brukere)],
        "overstyrer": [*overstyrer(now.checked)],
        "delt": [*_delt(now.checked.source.root)],
        "funn": funn,
        "forslag": mulige,
        "deler": parts,
        "neste": _neste(parts, målform),
        "dokument": now.forsøk.sheet.digest if now.forsøk.sheet else "",
        "lagret": f"{gjort[-1].når:%H.%M}" if gjort else "",
        "angre": gjort[-1].hva if gjort else None,
        "gjør_om": angret[-1].hva if angret else None,
        "signert": _signert(now),
        "fornyes": bør_fornyes(now.checked),
        "problem": {"slag": now.problem, "melding": now.melding} if now.problem else None,
        "endringer": [_endring(steg) for steg in gjort if steg.rute != KOMMENTAR],
        "gammel": gammel_i(now.data),
    }


def data(checked: Checked) -> Json:
    """Return what stands in the file and in those that it inherits from, every scalar as text or None."""
    root = checked.source.root
    read = med_punkter(to_data(root)) if root is not None else {}
    return read if isinstance(read, dict) else {}


def som_json(found: Diagnostic, id_: str, checked: Checked, målform: Målform, mulige: Iterable[Json] = ()) -> Json:
    """Return a finding as the page shows it: why it is one, and the first of the proposals that answers it.

    `checked` is the agreement as it was last read, which tells what a value could be changed to. `rute` is what the
    finding is known by, `sted` where on the page it is answered.
    """
    known = katalog().get(found.code)
    rute = found.route
    sted = _sted(found, målform)
    # What is proposed has a place of its own on the page, and is no line of the help there.
    hjelp = "\n".join(line for line in (found.hint or "").split("\n") if not line.startswith("Forslag: «"))
    return {
        "id": id_,
        "kode": found.code,
        "grad": found.severity.value,
        "melding": found.message,
        "hjelp": hjelp,
        "hvorfor": known.fortalt(nynorsk=found.nynorsk).hvorfor if known else "",
        "grunnlag": found.section or "",
        "rute": None if rute is None else list(rute),
        "sted": None if rute is None else list(sted),
        "del": _del_av(sted, målform),
        "rett": found.fix is not None,
        "forslag": next((ett for ett in mulige if found.code in ett["koder"]), None),
        "endre_til": endre_til(found, checked, målform),
    }


def tittel(checked: Checked) -> str:
    """Return what an agreement is called among others: its parties; the name of the file when it has none."""
    avtale = checked.avtale
    navn = kommunenavn(checked)
    if avtale is None or not navn:
        return PurePath(checked.source.file).name
    return f"{', '.join(navn)} og {avtale.parter.politi.distrikt or 'politiet'}"


def _status(now: Nå) -> str:
    status = now.checked.avtale.avtale.status if now.checked.avtale else Status.UTKAST
    return str(status.value).replace("-", " ").capitalize()


def _signert(now: Nå) -> str | None:
    if not er_signert(now.checked):
        return None
    avtalt = data(now.checked).get("avtale")
    dato = avtalt.get("dato") if isinstance(avtalt, dict) else None
    return dato if isinstance(dato, str) else ""


def _ufylte(value: Any) -> Iterator[tuple[str, str]]:
    """Give each value that is left to fill in, as JavaScript writes it in JSON, with what is to be filled in."""
    if (ufylt := lest_ufylt(value)) is not None:
        yield json.dumps(value, ensure_ascii=False, separators=(",", ":")), ufylt.removeprefix(UFYLT).lstrip(": ")
    for under in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _ufylte(under)


def _delt(root: Node | None) -> Iterator[Json]:
    """Give the ways to what YAML has in several places (`&` and `*`)."""
    places: dict[int, list[Rute]] = {}

    def walk(node: Node, rute: Rute) -> None:
        if not isinstance(node, Scalar) or node.value is not None:
            places.setdefault(id(node), []).append(rute)
            # What is in it, is there as often.
            if len(places[id(node)]) > 1:
                return
        if isinstance(node, Oppslag):
            for key, entry in node.entries.items():
                walk(entry.value, (*rute, key))
        elif isinstance(node, Sequence):
            for n, item in enumerate(node.items):
                walk(item, (*rute, n))

    if root is not None:
        walk(root, ())
    for found in [found for found in places.values() if len(found) > 1][:_MOST_SHARED]:
        for rute in found[:_MOST_SHARED]:
            yield {"rute": list(rute), "andre": [list(other) for other in found[:_MOST_NAMED] if other != rute]}


def _sted(found: Diagnostic, målform: Målform) -> Rute:
    """Return where a finding is answered: what the agreement as a whole lacks, in the part that is missing."""
    rute = found.route or ()
    if rute != ("avtale",):
        return rute
    nøkler = [nøkkel for del_ in deler(målform) for nøkkel in del_.nøkler]
    named = [ett.rute[0] for ett in for_kode(found.code, målform)] + re.findall(r"«([^\W_]\w*)»", found.hint or "")
    return (next((name for name in named if name in nøkler), "avtale"),)


def _del_av(rute: Iterable[str | int] | None, målform: Målform) -> str | None:
    first = next(iter(rute), None) if rute is not None else None
    return next((del_.id for del_ in deler(målform) if first in del_.nøkler), None)


def _deler(now: Nå, målform: Målform, funn: list[Json]) -> Iterator[Json]:
    written = data(now.checked)
    for del_ in deler(målform):
        here = [found for found in funn if found["del"] == del_.id]
        antall = {grad: sum(found["grad"] == grad.value for found in here) for grad in Severity}
        yield {
            "id": del_.id,
            "tilstand": _hvor_langt(del_, written, antall),
            "feil": antall[Severity.FEIL],
            "advarsler": antall[Severity.ADVARSEL],
            "råd": antall[Severity.RÅD],
        }


def _hvor_langt(del_: DelTekst, written: Json, antall: Mapping[Severity, int]) -> str:
    values = [written[key] for key in del_.nøkler if written.get(key) not in (None, [], {})]
    if not values and del_.valgfri:
        return "valgfri"
    if not values:
        return "tom"
    started = antall[Severity.FEIL] or antall[Severity.ADVARSEL] or any(map(_ufylt, values))
    return "påbegynt" if started else "ferdig"


def _ufylt(value: Any) -> bool:
    if lest_ufylt(value):
        return True
    if isinstance(value, str):
        return UFYLT in value
    return any(map(_ufylt, value.values() if isinstance(value, dict) else value or ()))


def _neste(parts: list[Json], målform: Målform) -> Json | None:
    """Return what to do next: the first part that is empty, or else the first with an error or a warning."""
    tekster = {del_.id: del_ for del_ in deler(målform)}
    for wanted in ("tom", "påbegynt"):
        for part in parts:
            if part["tilstand"] == wanted:
                del_ = tekster[part["id"]]
                hva, hvorfor = (del_.neste, del_.uten) if wanted == "tom" else (del_.tittel, "")
                return {"del": part["id"], "hva": hva, "hvorfor": hvorfor}
    return None


def _endring(steg: Steg) -> Json:
    return {
        "hva": steg.hva,
        "når": f"{steg.når:%H.%M}",
        "før": steg.gammel,
        "etter": steg.ny,
        "rute": list(steg.rute),
    }

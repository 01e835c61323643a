"""A draft as YAML: every value with a comment that says how sure it is and where it stood, the rest at the end."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from avtalegen.importering.funnet import Node, Spenn, Verdi
from avtalegen.importering.kilde import Kilde, Sted
from avtalegen.importering.regnskap import IkkePlassert
from avtalegen.importering.utsnitt import samlet
from avtalegen.importering.ventende import senere
from avtalegen.lesing.gammelord import IKKE_PLASSERT, UTELATT, UTEN_SITAT
from avtalegen.lesing.verditekst import inline
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.base import Del, del_i

_SITAT, _FORAN = 120, 60
"""Characters of the source in a comment, and how many of them at most in front of the value."""
_KORT = 40
"""Characters of a line that is hardly more than what is read of it, as in a cell."""
_FLYT = 110
_FLEST_UTELATT = 100


def yaml(rot: Mapping[str, Node], kilde: Kilde, hode: Sequence[str], rest: Sequence[IkkePlassert]) -> str:
    """Return the YAML of a draft. `hode` is said in comments at the top, `rest` is what was not placed.

    Without `hode` nothing is said of where the values are from: so it is only asked what the format makes of it.
    """
    linjer = [f"# {_trygt(linje)}".rstrip() for linje in hode]
    linjer += ["", "format: 1"]
    skriver = _Skriver(kilde, med_opphav=bool(hode))
    for nøkkel, node in ordnet(rot, Avtale).items():
        linjer += ["", *skriver.felt(nøkkel, node, 0)]
    if rest:
        linjer += ["", IKKE_PLASSERT]
        linjer += [f"# {sted(en.sted)}: {_trygt(en.tekst)}" for en in rest]
    if hode and kilde.utelatt:
        linjer += ["", UTELATT]
        linjer += [
            f"# {sted(en.sted)}, {_trygt(en.hvorfor)}: {_trygt(en.tekst)}" for en in kilde.utelatt[:_FLEST_UTELATT]
        ]
        if (flere := len(kilde.utelatt) - _FLEST_UTELATT) > 0:
            linjer.append(f"# … og {flere} til.")
    return "\n".join(linjer) + "\n"


def ordnet(node: Mapping[str, Node], klasse: type[Del] | None) -> dict[str, Node]:
    """Return a mapping with its keys in the order of the format, and so on for all that is in it."""
    felter = klasse.felter if klasse else {}
    nøkler = [n for n in felter if n in node] + [n for n in node if n not in felter]
    return {n: _ordnet(node[n], del_i(felter[n].type) if n in felter else None) for n in nøkler}


def _ordnet(node: Node, klasse: type[Del] | None) -> Node:
    if isinstance(node, dict):
        return ordnet(node, klasse)
    return [_ordnet(en, klasse) for en in node] if isinstance(node, list) else node


def sted(hvor: Sted) -> str:
    """Return where something stood: «s. 2, linje 14»."""
    return f"s. {hvor.side}, linje {hvor.linje}" if hvor.side else f"linje {hvor.linje}"


def _trygt(tekst: str) -> str:
    """Return a text as it can stand in a comment, and not as one that turns findings off."""
    ren = re.sub(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]", "", samlet(tekst))
    # Each run is taken once, from where it begins and whole: there may be a hundred thousand of them.
    return re.sub(r"(?i)(?<!#)(?<!# )(?:#\s*+)++(?=avtalegen)", "", ren)


class _Skriver:
    def __init__(self, kilde: Kilde, *, med_opphav: bool) -> None:
        self.med_opphav = med_opphav
        self.linjer = {linje.nr: linje for linje in kilde.linjer}

    def felt(self, nøkkel: str, node: Node, inn: int) -> list[str]:
        """Return the lines of a key and what stands under it."""
        luft = " " * inn
        if isinstance(node, Verdi):
            return self._verdi(f"{luft}{nøkkel}:", node, inn)
        if isinstance(node, dict):
            flyt = self._i_flyt(node)
            if flyt and inn + len(nøkkel) + len(flyt) < _FLYT and self._sies_i_ett(_verdier(node)):
                return [f"{luft}{nøkkel}: {flyt}  {self._opphav(*_verdier(node))}"]
            return [f"{luft}{nøkkel}:", *(rad for n, under in node.items() for rad in self.felt(n, under, inn + 2))]
        if len(node) == 1 and isinstance(node[0], Verdi) and "\n" not in node[0].tekst:
            return self._verdi(f"{luft}{nøkkel}:", node[0], inn)
        return [f"{luft}{nøkkel}:", *(rad for en in node for rad in self._punkt(en, inn + 2))]

    def _punkt(self, node: Node, inn: int) -> list[str]:
        luft = " " * inn
        if isinstance(node, Verdi):
            return self._verdi(f"{luft}-", node, inn)
        if isinstance(node, list):
            return [f"{luft}-", *(rad for en in node for rad in self._punkt(en, inn + 2))]
        flyt = self._i_flyt(node)
        if flyt and inn + len(flyt) < _FLYT and self._sies_i_ett(_verdier(node)):
            return [f"{luft}- {flyt}  {self._opphav(*_verdier(node))}"]
        linjer = [rad for n, under in node.items() for rad in self.felt(n, under, inn + 2)]
        første = next(nr for nr, rad in enumerate(linjer) if not rad.lstrip().startswith("#"))
        return [*linjer[:første], f"{luft}- {linjer[første][inn + 2 :]}", *linjer[første + 1 :]]

    def _verdi(self, foran: str, verdi: Verdi, inn: int) -> list[str]:
        opphav = self._opphav(verdi)
        if "\n" in verdi.tekst:
            luft = " " * (inn + 2)
            rader = [f"{luft}{rad}".rstrip() for rad in verdi.tekst.split("\n")]
            return [f"{foran} |  {opphav}", *rader]
        return [f"{foran} {_skalar(verdi.tekst, flow=False)}  {opphav}"]

    def _i_flyt(self, node: Node) -> str | None:
        """Return a mapping of short values on one line, None when it is too much for one."""
        if isinstance(node, Verdi):
            # Some programs take a question mark between braces for a sign of their own.
            egen = "\n" in node.tekst or len(node.tekst) > 80 or "?" in node.tekst
            return None if egen else _skalar(node.tekst, flow=True)
        if isinstance(node, list):
            ledd = [self._i_flyt(en) if isinstance(en, Verdi) else None for en in node]
            if None in ledd:
                return None
            return str(ledd[0]) if len(ledd) == 1 else f"[{', '.join(str(en) for en in ledd)}]"
        deler = {n: None if isinstance(under, dict) else self._i_flyt(under) for n, under in node.items()}
        if None in deler.values():
            return None
        return "{ " + ", ".join(f"{n}: {en}" for n, en in deler.items()) + " }"

    def _opphav(self, *verdier: Verdi) -> str:
        """Return the comment of one or more values: how sure the least sure of them is, and what stood there."""
        if not self.med_opphav:
            return ""
        sikkerhet = "trolig" if any(v.sikkerhet == "trolig" for v in verdier) else "sikker"
        spenn = next((s for v in verdier for s in v.spenn), None)
        grunn = next((v.hvorfor for v in verdier if v.sikkerhet == sikkerhet), "")
        forklaring = f"  ({grunn})" if sikkerhet == "trolig" or "registeret" in grunn else ""
        if spenn is None or spenn.linje not in self.linjer:
            return f"# {sikkerhet}, {UTEN_SITAT}: {_trygt(grunn)}"
        linje = self.linjer[spenn.linje]
        start, slutt = _rundt(linje.tekst, spenn)
        sitat = f"{'…' if start else ''}{_trygt(linje.tekst[start:slutt])}{'…' if slutt < len(linje.tekst) else ''}"
        return f"# {sikkerhet}, {sted(linje.sted)}: «{sitat}»{forklaring}"

    def _sies_i_ett(self, verdier: Sequence[Verdi]) -> bool:
        """Tell whether one quotation shows what all the values are read of; a short line needs none."""
        if not self.med_opphav:
            return True
        første = next((s for v in verdier for s in v.spenn if s.linje in self.linjer), None)
        if første is None:
            return True
        start, slutt = _rundt(self.linjer[første.linje].tekst, første)
        return all(
            (spenn.linje == første.linje and start <= spenn.fra and spenn.til <= slutt) or self._er_kort(spenn)
            for verdi in verdier
            for spenn in verdi.spenn[:1]
        )

    def _er_kort(self, spenn: Spenn) -> bool:
        return spenn.linje not in self.linjer or len(self.linjer[spenn.linje].tekst) <= _KORT


_MELLOM_SETNINGER = senere(r"(?:(?<=\d\d)|(?<!\d))(?<!\b[A-ZÆØÅ])[.!?] (?=[A-ZÆØÅ])")


def _rundt(tekst: str, spenn: Spenn) -> tuple[int, int]:
    """Return the stretch of a line that is quoted for one of a value: its sentence, or as much as there is room for."""
    fra, til = spenn.fra, spenn.til
    start = 0
    for før in _MELLOM_SETNINGER.finditer(tekst, 0, fra + 1):
        start = før.end()
    if fra - start > _FORAN:
        start = tekst.find(" ", fra - _FORAN, fra) + 1 or fra - _FORAN
    neste = _MELLOM_SETNINGER.search(tekst, max(til - 2, fra))
    slutt = neste.start() + 1 if neste else len(tekst)
    return start, min(slutt, start + _SITAT)


def _skalar(tekst: str, *, flow: bool) -> str:
    """Return a value on one line, in quotes when other programs take it for a number, or can't read it in braces."""
    if flow and "?" in tekst and (skrevet := inline(tekst, flow=flow))[:1] not in "\"'":
        return '"' + skrevet.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return f'"{tekst}"' if re.fullmatch(r"0\d+", tekst) else inline(tekst, flow=flow)


def _verdier(node: Node) -> list[Verdi]:
    if isinstance(node, Verdi):
        return [node]
    return [v for under in (node.values() if isinstance(node, dict) else node) for v in _verdier(under)]

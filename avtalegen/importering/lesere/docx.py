"""An old agreement in Word: every paragraph as Word shows it, with tracked changes accepted."""

from __future__ import annotations

from collections.abc import Mapping

from avtalegen.importering.kilde import Del, Kilde
from avtalegen.importering.lesere.docx_avsnitt import Delleser, Felles
from avtalegen.importering.lesere.docx_nummer import Nummerering
from avtalegen.importering.lesere.docx_stiler import Stiler
from avtalegen.importering.lesere.feil import KildeFeil, for_mye, skadet
from avtalegen.importering.lesere.utkast import Sløyfet, Utkast, ferdig
from avtalegen.skrivere.word.deler import Pakke, TooMuchError
from avtalegen.skrivere.word.overskrift import attribute, heading_levels, local

_MEST_XML = 8_000_000
_NOTER = {"footnotes": "footnote", "endnotes": "endnote"}
_IKKE_BRUKT = "fotnote som ikke noe sted viser til"


def les(deler: Mapping[str, bytes], navn: str) -> Kilde:
    """Return the agreement in the parts of a Word file, which are untrusted. Raises `KildeFeil`."""
    try:
        return _les(Pakke(deler, _MEST_XML), deler, navn)
    except KildeFeil:
        raise
    except TooMuchError as error:
        raise for_mye() from error
    except (ValueError, KeyError) as error:
        raise skadet("Word-dokumentet") from error


def _les(pakke: Pakke, deler: Mapping[str, bytes], navn: str) -> Kilde:
    hoveddel = pakke.hoveddel()
    deres: dict[str, list[str]] = {}
    for slag, mål in pakke.related(hoveddel):
        if mål in deler and mål not in deres.setdefault(slag, []):
            deres[slag].append(mål)
    stildel = next(iter(deres.get("styles", ())), None)
    nummerdel = next(iter(deres.get("numbering", ())), None)
    felles = Felles(
        Stiler(pakke.parsed(stildel) if stildel else None),
        dict(heading_levels(deler[stildel])) if stildel else {},
        Nummerering(pakke.parsed(nummerdel) if nummerdel else None),
    )
    kropp = Delleser(felles, Del.TEKST, pakke.lenker(hoveddel))
    kropp.les(pakke.parsed(hoveddel))
    sider = kropp.sider if kropp.sider > 1 else None
    if sider is None:
        for u in kropp.utkast:
            u.side = None
    noter = _noter(pakke, felles, kropp, {slag: deres.get(slag, []) for slag in _NOTER})
    _merknader(pakke, felles, kropp, deres.get("comments", []))
    topp, bunn = (_rundt(pakke, felles, deres.get(slag, []), hvor) for slag, hvor in _RUNDT.items())
    return ferdig(navn, "docx", [*topp, *kropp.utkast], noter, bunn, felles.sløyfet, sider)


_RUNDT = {"header": Del.TOPPTEKST, "footer": Del.BUNNTEKST}


def _noter(pakke: Pakke, felles: Felles, kropp: Delleser, deler: Mapping[str, list[str]]) -> dict[str, list[Utkast]]:
    """Return the lines of each note that is referred to, in the order that they are; the others are left out."""
    lest: dict[str, list[Utkast]] = {}
    for slag, navn in deler.items():
        for del_ in navn:
            lenker = pakke.lenker(del_)
            for note in pakke.parsed(del_):
                if attribute(note, "type") in ("", "normal") and local(note) == _NOTER[slag]:
                    leser = Delleser(felles, Del.FOTNOTE, lenker)
                    leser.les(note)
                    lest[f"{_NOTER[slag]} {attribute(note, 'id')}"] = leser.utkast
    brukt = {nøkkel: lest.pop(nøkkel) for nøkkel in kropp.noter if nøkkel in lest}
    for nr, (nøkkel, linjer) in enumerate(brukt.items(), 1):
        for u in linjer:
            u.side = kropp.noter[nøkkel].side
        if linjer and not linjer[0].nummer:
            linjer[0].nummer = str(nr)
    for linjer in lest.values():
        felles.sløyfet += (Sløyfet(u.tekst, None, _IKKE_BRUKT) for u in linjer)
    return brukt


def _merknader(pakke: Pakke, felles: Felles, kropp: Delleser, deler: list[str]) -> None:
    for del_ in deler[:1]:
        for merknad in pakke.parsed(del_):
            if local(merknad) == "comment":
                leser = Delleser(felles, Del.TEKST, {})
                leser.les(merknad)
                av = attribute(merknad, "author")
                tekst = "\n".join(u.tekst for u in leser.utkast)
                ved = kropp.merknader.get(attribute(merknad, "id"))
                felles.sløyfet.append(Sløyfet(tekst, ved, f"merknad i margen fra {av}" if av else "merknad i margen"))


def _rundt(pakke: Pakke, felles: Felles, deler: list[str], hvor: Del) -> list[Utkast]:
    """Return the lines of the headers or the footers, those that say the same only once."""
    lest: dict[tuple[str, ...], list[Utkast]] = {}
    for del_ in deler:
        leser = Delleser(felles, hvor, pakke.lenker(del_))
        leser.les(pakke.parsed(del_))
        lest.setdefault(tuple(u.tekst for u in leser.utkast), leser.utkast)
    return [u for linjer in lest.values() for u in linjer]

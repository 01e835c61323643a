"""An old agreement in OpenDocument, as LibreOffice shows it."""

from __future__ import annotations

from collections.abc import Mapping

from avtalegen.importering.kilde import Del, Kilde
from avtalegen.importering.lesere.feil import KildeFeil, for_mye, skadet
from avtalegen.importering.lesere.odt_innhold import Innhold
from avtalegen.importering.lesere.odt_lister import Lister
from avtalegen.importering.lesere.odt_stiler import Stiler, navn, verdi
from avtalegen.importering.lesere.utkast import Sløyfet, Utkast, ferdig
from avtalegen.skrivere.word.xml import Element, parse_untrusted

_MEST_XML = 8_000_000
_KANTER = {"style:header": Del.TOPPTEKST, "style:footer": Del.BUNNTEKST}


def les(deler: Mapping[str, bytes], navn_: str) -> Kilde:
    """Return the agreement in the parts of an OpenDocument text, which are untrusted. Raises `KildeFeil`."""
    if b"encryption-data" in deler.get("META-INF/manifest.xml", b""):
        raise KildeFeil(
            "Dokumentet er låst med passord. Åpne det i LibreOffice, ta bort passordet, og lagre det på nytt."
        )
    innhold, stiler = deler.get("content.xml", b""), deler.get("styles.xml", b"")
    if len(innhold) + len(stiler) > _MEST_XML:
        raise for_mye()
    try:
        rot = parse_untrusted(innhold)
        stilrot = parse_untrusted(stiler) if stiler else None
    except ValueError as error:
        raise skadet("OpenDocument-filen") from error
    return _les(rot, stilrot, navn_)


def _les(rot: Element, stilrot: Element | None, navn_: str) -> Kilde:
    røtter = [stilrot, rot] if stilrot is not None else [rot]
    stiler, lister = Stiler(røtter), Lister(røtter)
    kropp = Innhold(stiler, lister)
    for del_ in rot:
        if navn(del_) == "office:body":
            for tekst in del_:
                kropp.les(tekst)
    sider = kropp.sider if kropp.sider > 1 else None
    if sider is None:
        for u in [*kropp.utkast, *(u for linjer in kropp.noter.values() for u in linjer)]:
            u.side = None
    kanter: dict[Del, dict[tuple[str, ...], list[Utkast]]] = {hvor: {} for hvor in _KANTER.values()}
    sløyfet: list[Sløyfet] = list(kropp.sløyfet)
    for kant in _brukte(stilrot, rot) if stilrot is not None else ():
        hvor = _KANTER["style:header" if navn(kant).startswith("style:header") else "style:footer"]
        leser = Innhold(stiler, lister, hvor)
        leser.les(kant)
        kanter[hvor].setdefault(tuple(u.tekst for u in leser.utkast), leser.utkast)
        sløyfet += leser.sløyfet
    topp, bunn = ([u for linjer in kant.values() for u in linjer] for kant in kanter.values())
    return ferdig(navn_, "odt", [*topp, *kropp.utkast], kropp.noter, bunn, sløyfet, sider)


def _brukte(stilrot: Element, rot: Element) -> list[Element]:
    """Return the headers and footers of the kinds of pages that the document has."""
    maler: dict[str, Element] = {}
    for gruppe in stilrot:
        if navn(gruppe) == "office:master-styles":
            maler |= {verdi(mal, "style:name"): mal for mal in gruppe if navn(mal) == "style:master-page"}
    nevnt = {verdi(e, "style:master-page-name") for del_ in (stilrot, rot) for e in del_.iter(_STIL)}
    brukes = [navn_ for navn_ in maler if navn_ in nevnt | {"Standard"}] or list(maler)[:1]
    for navn_ in brukes:
        følger = verdi(maler[navn_], "style:next-style-name")
        if følger in maler and følger not in brukes:
            brukes.append(følger)
    return [
        kant
        for navn_ in brukes
        for kant in maler[navn_]
        if navn(kant).startswith(tuple(_KANTER)) and verdi(kant, "style:display") != "false"
    ]


_STIL = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}style"

"""An old agreement as a web page, as a browser shows it but for where its style sheets put it."""

from __future__ import annotations

from lxml import etree

from avtalegen.importering.kilde import Del, Kilde
from avtalegen.importering.lesere.feil import for_mye, skadet
from avtalegen.importering.lesere.html_innhold import Innhold
from avtalegen.importering.lesere.html_stil import stilark
from avtalegen.importering.lesere.utkast import MEST_TEGN, ferdig
from avtalegen.skrivere.word.xml import Element

_MEST_HTML = 8_000_000
_KORT = 60


def les(tekst: str, navn: str, format: str = "html", *, egne_linjer: bool = False) -> Kilde:
    """Return the agreement in a page, see `Innhold`. Raises `KildeFeil` when there is too much of it, or nothing."""
    if len(tekst) > _MEST_HTML:
        raise for_mye()
    rot = tre(tekst)
    innhold = Innhold(egne_linjer=egne_linjer, stilark=stilark(rot))
    innhold.les(rot)
    if sum(len(stykke) for u in innhold.utkast for stykke, _ in u.stykker) > MEST_TEGN:
        raise for_mye()
    _rundt(innhold)
    topp, kropp, bunn = (
        [u for u in innhold.utkast if u.hvor in deler]
        for deler in ({Del.TOPPTEKST}, {*Del} - {Del.TOPPTEKST, Del.BUNNTEKST}, {Del.BUNNTEKST})
    )
    return ferdig(navn, format, [*topp, *kropp], innhold.noter, bunn, innhold.sløyfet)


def _rundt(innhold: Innhold) -> None:
    """Let the few words before the only heading of the first level, as links and a search field, be the page head."""
    titler = [nr for nr, u in enumerate(innhold.utkast) if u.nivå == 1]
    foran = innhold.utkast[: titler[0]] if len(titler) == 1 else []
    if all(sum(len(s) for s, _ in u.stykker) < _KORT and u.rute is None for u in foran):
        for u in foran:
            u.hvor = Del.TOPPTEKST if u.hvor is Del.TEKST else u.hvor


def tre(tekst: str) -> Element:
    """Return the root of an untrusted page. Nothing that it refers to is fetched."""
    parser = etree.HTMLParser(no_network=True, remove_pis=True, huge_tree=False, encoding="utf-8")
    try:
        rot = etree.fromstring(tekst.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise skadet("Nettsiden") from error
    if rot is None:
        raise skadet("Nettsiden")
    return rot

"""When and where the politikontakt is."""

from __future__ import annotations

import re

from avtalegen.importering import ledd, uttrykk
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.funnet import SIKKER, TROLIG, Node
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere

_STED = senere(
    r"(?P<s>(?<![a-zæøå])(?:på|i|ved)\s(?!tid|uke|veke|oddetal|partal|mån|tirs|"
    r"tys|ons|tors|fre|kommunen\s(?:hver|kvar)|samråd|perioden|"
    r"år|tillegg|alle|høve|forebygg)(?:[A-ZÆØÅ][\w\-]+\s(?=(?:videregående|vidaregåande)))?[A-ZÆØÅa-zæøå\-]+"
    r"(?:\s[\"«][^\"»]{2,30}[\"»])?(?:\s(?:skole|"
    r"skule|rådhus|ungdomsskole|ungdomsskule|kommunehus|lensmannskontor|"
    r"bibliotek)(?!\w))?(?:\s(?:i|på)\s[A-ZÆØÅ][\w\-]+)?)"
)
_STEDETS = senere(r"(?i)(?:åpent?|ope?n?|åpning\w*|opning\w*|ekspedisjon\w*|publikum\w*)\s?:")
"""What a place has and nobody else: «Åpent: ma–fr 8–15»."""
_ET_ANTALL = senere(rf"(?:\d|(?i:\b{uttrykk.TALL}))\s$")
FORAN = senere(r"(?P<s>[A-ZÆØÅ][^:.\d]{2,50}):\s(?=\S)")
"""The place that a line begins with: «Lom ungdomsskole: mandag kl. 10–12»."""


def dag_og_tid_hver_for_seg(a: Arbeid, u: Utsnitt) -> bool:
    """Read a form in which the day stands beside one label, and the hours and the place beside another."""
    rute = ("politikontakt", a.kontakt, "tilstedeværelse")
    alle = a.tre.liste(*rute)
    sist = alle[-1] if alle else None
    tid = re.match(rf"(?i:kl\.?\s)?(?:{uttrykk.TIDSROM})", u.s)
    if re.fullmatch(rf"(?i:hver\s|kvar\s)?(?:{uttrykk.DAGER})", u.s) and not alle:
        return a.legg_til({"dager": u.verdi(SIKKER, "ledeteksten")}, "politikontakt.0.tilstedeværelse")
    if not tid or not isinstance(sist, dict) or sist.keys() & {"fra", "til"} or re.search(uttrykk.DAGER, u.s):
        return False
    fra, _, til = (ledd.tidsrom(tid[0]) or "").partition("–")
    nr = len(alle) - 1
    for felt, tekst in (("fra", fra), ("til", til)):
        if tekst:
            verdi = u.gruppe(tid).verdi(SIKKER, "ledeteksten", tekst, ordrett=False)
            a.sett(verdi, f"politikontakt.0.tilstedeværelse.{nr}.{felt}")
    if bak := u.del_(tid.end(), len(u.s)).strippet(" ,;.–-"):
        inn = re.match(r"(?:i|på|ved)\s", bak.s)
        bak = bak.del_(inn.end(), len(bak.s)) if inn else bak
        a.sett(bak.verdi(SIKKER, "ledeteksten"), f"politikontakt.0.tilstedeværelse.{nr}.steder")
    return bool(fra)


_I_ORD = senere(rf"\b(?i:fra|frå|mellom)\s{uttrykk.KLOKKEORD}\s(?i:til|og)\s{uttrykk.KLOKKEORD}")
"""Hours in words, beside a day: «kvar tysdag frå ti til eitt»."""


def les(a: Arbeid, u: Utsnitt, *, flere: bool = False) -> None:
    """Read when and where the politikontakt is, when a day or hours are said."""
    # «Innen 15 virkedager» is how long, and no day of the week.
    dag = next((m for m in re.finditer(uttrykk.DAGER, u.s) if not _ET_ANTALL.search(u.s, 0, m.start())), None)
    tid = re.search(uttrykk.TIDSROM, u.s) or _I_ORD.search(u.s)
    står_der = not flere and a.tre.har("politikontakt", a.kontakt, "tilstedeværelse")
    if not dag or står_der or _STEDETS.match(u.s) or re.search(r"(?i)møtes|arbeidsgrupp", u.s):
        return
    # «Deltar på … første mandag og har kontortid tirsdager kl. 10–12»: the hours say which of them it is.
    leddene = [*u.delt(r"\s+og\s+(?=(?:har|er|sitter|sit|skal|møter|treffes|held|holder)\b)")]
    if not flere and len(leddene) > 1 and tid and len([*re.finditer(uttrykk.DAGER, u.s)]) > 1:
        med_tid = [d for d in leddene if re.search(uttrykk.TIDSROM, d.s) and re.search(uttrykk.DAGER, d.s)]
        if len(med_tid) == 1:
            les(a, med_tid[0])
            return
    node: dict[str, Node] = {}
    foran = u.s[: dag.start()]
    hver = re.search(
        rf"(?i)(?:\b(?:ann(?:en|a|an)\s?)?[hk]v[ea]r\s(?:{uttrykk.ORDENSTALL}\s)?|\b(?:første|siste|fyrste)\s)$", foran
    )
    hale = re.match(r"\s(?:i|kvar|hver)\s(?:måned(?:en)?|månad(?:en)?)", u.s[dag.end() :])
    if hver and (
        ofte := a.les(u.del_(hver.start(), dag.end() + (hale.end() if hale else 0)), "hyppighet", SIKKER, "hvor ofte")
    ):
        node["hyppighet"] = ofte
    dager = u.gruppe(dag)
    if lest := a.les(dager, "dager", SIKKER, "dagene"):
        node["dager"] = lest
    if tid and (timer := ledd.tidsrom(tid[0])):
        fra, til = timer.split("–")
        node["fra"] = u.gruppe(tid).verdi(SIKKER, "klokkeslettene", fra, ordrett=False)
        node["til"] = u.gruppe(tid).verdi(SIKKER, "klokkeslettene", til, ordrett=False)
    rundt = [m for m in _STED.finditer(u.s) if abs(m.start() - dag.start()) < 90]
    if stedet := FORAN.match(u.s):
        node["steder"] = u.gruppe(stedet, "s").verdi(TROLIG, "stedet foran tiden")
    elif rundt and (sted := min(rundt, key=lambda m: abs(m.start() - dag.start()))):
        del_ = u.gruppe(sted, "s")
        inn = re.match(r"\w+\s", del_.s).end()  # type: ignore[union-attr]
        node["steder"] = del_.del_(inn, len(del_.s)).verdi(TROLIG, "stedet ved tiden")
    if node.keys() & {"fra", "steder", "hyppighet"}:
        if uker := re.search(r"(?i)\bi\s(?:oddetals|partals|like|ulike)\w*(?:\s(?:uker|veker))?", u.s):
            node["avtales"] = u.gruppe(uker).verdi(SIKKER, "hvilke uker")
        a.legg_til(node, "politikontakt.0.tilstedeværelse")

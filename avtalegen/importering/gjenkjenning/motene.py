"""What sentences say of the meetings of the council: how often, where, how long before papers are sent, how open."""

from __future__ import annotations

import re

from avtalegen.importering import ledd, uttrykk
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.funnet import SIKKER, TROLIG, Node, Verdi
from avtalegen.importering.gjenkjenning import apenhet, manedene, motedager, motestedet, referatet
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere

_HYPP, _TALL = uttrykk.HYPPIGHET, uttrykk.TALL
_ANTALL = senere(
    rf"(?P<n>(?i:minst\s|minimum\s|inntil\s)?{_TALL}(?:\s?[-–]\s?{_TALL})?)"
    r"\s(?:faste\s|ordinære\s|årlige\s|årlege\s)*møte[rt]?"
    r"(?P<_p>\s(?:i|per|pr\.?|for)\s(?:år(?:et)?|kalenderår(?:et)?|halvår\w*|kvartal\w*)"
    r"|\s(?:hvert|kvart)\s(?:år|halvår|kvartal)|\sårlig|\sårleg)"
)
_ÅRLIGE = senere(
    rf"(?P<n>(?i:minst\s|minimum\s|inntil\s)?{_TALL}(?:\s?[-–]\s?{_TALL})?)\s(?:faste\s|ordinære\s)?(?:årlige|årlege)\s"
    r"(?:faste\s|ordinære\s)?møter?(?!\w)"
)
_ÅRET = (
    r"(?i:i løpet av (?:(?:et|eit|ett|hvert|kvart)\s)?(?:kalender)?år(?:et)?|årl[ie]g\w*|(?:i|om|for)\såret|(?:per|"
    r"pr\.?)\sår|"
    r"(?:hvert|kvart)\sår)(?!\w)"
)
_TALL_OG_ÅR = senere(
    rf"(?<!\w)(?P<n>(?i:minst\s|inntil\s)?{_TALL})\s(?:\w+\s)?(?i:ganger|gonger|gang|gong|\w*møte[rt]?|samling(?:er|"
    rf"ar))(?!\w)"
    rf"[^.;]*?{_ÅRET}|{_ÅRET}[^.;\d]*?\s(?P<m>(?i:minst\s|inntil\s)?{_TALL})\s(?:\w+\s)?(?i:ganger|gonger|\w*møte[rt]?|"
    rf"samling(?:er|ar))(?!\w)|(?i:tal\w*|antall\w*|møtefrekvens\w*)\s(?:(?i:på|av)\s\w+\s)?(?i:er|"
    rf":)\s(?P<o>{_TALL})(?!\s\w*dag)"
)
"""How many times, with the year said anywhere in the sentence."""
_TO_ÅRSTIDER = senere(
    rf"(?<!\w)(?P<n>{_TALL})\s(?:(?i:ganger|gonger|møte[rt]?)\s)?(?i:om|på|i)\s{uttrykk.ÅRSTID}\w*(?:\sog|"
    rf",)\s(?P<m>{_TALL})\s"
    rf"(?:(?i:ganger|gonger|møte[rt]?)\s)?(?i:om|på|i)\s{uttrykk.ÅRSTID}"
)
_I_ALT = senere(
    rf"(?i:til sammen|tilsammen|i alt|totalt|til saman)\s(?P<n>{_TALL})\s(?i:møter?|gang[ea]r|"
    rf"gonger)\b"
)
_GANGER_I = senere(rf"^(?P<n>{_TALL})\s(?i:ganger|gonger|møte[rt]?)\s?[:,]\s?(?i:i\s)?{uttrykk.MÅNED}")
_GANGER = senere(_HYPP)
_BARE_I_ÅRET = senere(rf"^(?P<n>(?i:minst\s|inntil\s)?{_TALL})\s(?i:i|per|pr\.?|om)\s(?i:året|år)(?:[.,;]|\s[–-]\s|$)")
"""«Fire i året.», under the heading «Møter»."""
_FELLES = senere(rf"(?P<n>{_TALL})\s(?:(?:sams|felles)\s(?:års)?|felles-?|sams-?)møte[rt]?")
_I_HVERT = senere(r"(?i)(?:[hk]vart\sråd|rådet\si\s[hk]ver\skommune|[hk]ver\skommune)")
_NESTE = senere(
    r"(?:(?i:(?:neste|næraste|første|fyrste|siste?)\s(?:møte(?:t)?(?:\si\sår)?\s(?:er|blir|vert|holdes)|g[ao]ng(?:en)?"
    r"(?:\s(?:er|blir|vert|kan\svære|kan\svere|kunne\svære|kunne\svere|bør\svære|bør\svere))?))|"
    r"^(?i:(?:politi|samarbeids?)?rådet|vi)\s(?i:møtes|møtest|samles|samlast))\s"
    rf"(?:{uttrykk.DAGER}\s(?:den\s)?)?(?P<d>{uttrykk.DATO})(?:,?\s(?:kl\.?|klokk[ea]n?)"
    rf"\s(?P<k>\d{{1,2}}(?:[.:]?\d\d)?|{uttrykk.KLOKKEORD}))?"
)


_IKKE_RÅDSMØTE = senere(
    r"(?i)\bikk[je]+\s(?:som\s)?(?:et\s|eit\s|noe\s|noko\s|til\s)?(?:(?:politi)?rådsmøte|møte\si\s(?:politi)?rådet|"
    r"(?:møtene|møta)\si\s(?:politi)?rådet)"
)
"""A day that is told of because it is no meeting of the council."""


def setning(a: Arbeid, u: Utsnitt) -> None:
    """Read what a sentence says of the meetings and put it in the draft."""
    if _IKKE_RÅDSMØTE.search(u.s):
        return
    _om_møtene(a, u)
    apenhet.setning(a, u)
    referatet.setning(a, u)
    _om_faste_saker(a, u)


_FAST_SAK = senere(
    r"^(?P<s>.+?),?\s(?:er|skal være|skal vere|står|skal stå)\s"
    r"(?:(?:et |en |eit |ein )?fast(?:e)? (?:sak|punkt|post|tema)\w*|(?:fast )?på (?:dagsorden|saklist|sakslist)\w*)"
    r"(?P<_r>(?:\s(?:på|i|ved)\s)?(?:[hk]ver\sg[ao]ng|[hk]vert\smøte|alle\smøte\w*)?).*$"
)
_FASTE = senere(
    r"^(?i:(?:rådets )?faste (?:saker|punkter|poster|punkt) (?:er|på dagsorden(?:en)? er|i hvert møte er))"
    r"\s?:?\s(?P<s>.+)$"
)


def _om_faste_saker(a: Arbeid, u: Utsnitt) -> None:
    if (treff := _FAST_SAK.match(u.s)) or (treff := _FASTE.match(u.s)):
        saker = u.gruppe(treff, "s").strippet(" .,")
        leddene = ledd.oppramsing(saker) if treff.re is _FASTE else [saker]
        a.sett([en.verdi(SIKKER, "fast sak") for en in leddene], "politiråd.møter.faste_saker")
        a.etikett(u.del_(treff.end("s"), treff.end()))


_PLANLEGGES = senere(
    rf"(?i:møteplan\w*(?!\sfor\s(?:kommunestyre|formannskap|heradsstyre|bystyre|utval))|"
    rf"møt(?:er|ene|a|edatoer))\s[^.;]{{0,60}}?(?i:settes opp|sett\w* opp|lages|lagast|planlegges|"
    rf"planleggast|fastsettes|vedtas|set\w* opp|blir sett opp)\s[^.;]{{0,30}}?(?i:for)\s(?P<v>{uttrykk.LENGDE})\s"
    r"(?i:av gangen|om gongen|i senn|fram(?:over)?|frem(?:over)?)"
)
_EKSTRA = senere(
    r"(?i)(?:ekstra(?:ordinær[et]*)?-?\s?møte[rt]?|møter?\s(?:utenom|utanom)\s\w+|(?:flere|fleire)\smøter?)\s"
    r"(?:(?:skal|kan)\s)?(?:av)?(?:holdes|holdast|haldast|hold|kalles inn|kallast inn|innkalles|innkallast)\s(?:til\s)?"
    r"(?P<e>(?:når|ved|dersom|hvis|etter|om)\s[^.;]+)"
)


_ELLERS = senere(
    r"(?i)\b(?:møt(?:es|est|er|ast)|sam(?:les|last|lar)|sammenkalles|kommer|kjem|trer)\b[^.;]*(?:,\s|\s)(?:og\s)?"
    r"(?:ellers|elles|utover det|utover dette)\s"
    r"(?P<e>(?:når|dersom|hvis|viss|ved)\s[^.;]+)"
)


def _om_møtene(a: Arbeid, u: Utsnitt) -> None:
    """Read how often the council meets, where, and when the next meeting is."""
    if treff := _EKSTRA.search(u.s) or _ELLERS.search(u.s):
        a.sett(u.gruppe(treff, "e").verdi(SIKKER, "«ekstra møte når»"), "politiråd.møter.ekstra")
    om_møter = re.search(
        r"(?i)kj?em saman|kommer sammen|treffes|tr(?:er|år) sammen|tr(?:er|år) saman|"
        r"sit saman|sitter sammen|set\w* (?:oss|seg) (?:sammen|"
        r"saman|ned)|samling|kalles sammen|kallast saman|sammenkalles|\bmøt(?:es|est|er|"
        r"ast|ar|e|a|ene|ane)\b|"
        r"\bsamles|samlast|møte\w*\b",
        u.s,
    )
    bare_datoer = motedager.flere(u.s)
    if a.før and _FORSLAG.search(a.før.s) and _ANTALL.search(a.før.s) and (enige := _ENIGE_OM.search(u.s)):
        a.sett(u.gruppe(enige, "n").verdi(SIKKER, "det de ble enige om"), "politiråd.møter.per_år")
        return
    if not (om_møter or a.i_møtene or _NESTE.match(u.s) or bare_datoer or motestedet.sier_hvor(u.s)) or re.search(
        r"(?i)arbeidsgrupp|styringsgruppe\w* møt|koordineringsgrupp", u.s
    ):
        return
    _antallet(a, u)
    if (treff := _NESTE.search(u.s)) and (dag := a.les(u.gruppe(treff, "d"), "dato", SIKKER, "neste møte")):
        møte: dict[str, Node] = {"dato": dag}
        if treff["k"] and (kl := a.les(u.gruppe(treff, "k"), "klokkeslett", SIKKER, "neste møte")):
            møte["klokkeslett"] = kl
        if a.legg_til(møte, "politiråd.møter.plan"):
            a.etikett(u.del_(treff.start(), treff.start("d")))
            _og_de_neste(a, u.del_(treff.end(), len(u.s)), møte.get("klokkeslett"), treff["d"][-4:])
    motedager.setning(a, u)
    motestedet.setning(a, u)
    if treff := _PLANLEGGES.search(u.s):
        a.sett(a.les(u.gruppe(treff, "v"), "lengde", SIKKER, "møteplanen"), "politiråd.møter.planlegges_for")


_OG_DET_NESTE = senere(
    r"(?:og|,|;)\s(?:(?:så\s|deretter\s)?(?i:det\s(?:neste|andre|tredje|fjerde|siste)\s(?:(?:er|blir|vert)\s)?)|"
    r"(?:så|deretter|dernest|dinest|siden|sidan|videre|vidare)\s)"
    rf"(?:{uttrykk.DAGER}\s(?:den\s)?)?(?P<d>{uttrykk.DATO}|\d{{1,2}}\.\s?{uttrykk.MÅNED}(?!\s?\d))"
    rf"(?:,?\s(?:(?:kl\.?|klokk[ea]n?)\s(?P<k>\d{{1,2}}(?:[.:]?\d\d)?|{uttrykk.KLOKKEORD})|"
    r"(?P<s>(?i:til|på|ved)\s(?i:samme|same)\s(?i:tid\w*|klokkeslett\w*)|(?i:samme|same)\s(?i:tid\w*|klokkeslett\w*))))?"
)


def _dagen(a: Arbeid, u: Utsnitt, år: str) -> Node | None:
    """Read a day; one with no year is in that of the meeting before it."""
    if re.search(r"\d{2}$", u.s) or not år:
        return a.les(u, "dato", SIKKER, "møtet etter det første")
    return u.verdi(TROLIG, "året til det første møtet", f"{u.s} {år}", ordrett=False)


def _og_de_neste(a: Arbeid, u: Utsnitt, tid: Node | None, år: str) -> None:
    """Take the meetings after the first one in the same sentence: «…, og det neste 15. april 2010 til samme tid»."""
    for treff in _OG_DET_NESTE.finditer(u.s):
        dag = _dagen(a, u.gruppe(treff, "d"), år)
        møte: dict[str, Node] = {"dato": dag} if dag else {}
        if treff["k"] and (kl := a.les(u.gruppe(treff, "k"), "klokkeslett", SIKKER, "møtet etter det første")):
            møte["klokkeslett"] = kl
        elif treff["s"] and isinstance(tid, Verdi):
            møte["klokkeslett"] = u.gruppe(treff, "s").verdi(SIKKER, "samme tid", tid.tekst, ordrett=False)
        if dag and a.legg_til(møte, "politiråd.møter.plan"):
            a.etikett(u.del_(treff.start(), treff.start("d")))


_FORSLAG = senere(
    r"(?i)\b(?:foresl\w+|føresl\w+|gikk inn for|gjekk inn for|ønsk(?:et|te|a)|bad? om|krevde|ville ha|"
    r"tilbød)\b"
)
_ENIGE_OM = senere(
    rf"(?i:enige|einige|samde|enig|samd|vedt\w+|landet|landa|ble|blei|"
    rf"vart)\s(?:\w+\s){{0,2}}?(?P<n>{uttrykk.TALL})\.?$"
)
"""What was agreed in the end, after somebody had proposed something else."""


_BARE_DERSOM = senere(
    r"(?i)^(?:dersom|hvis|viss|med mindre|ved en eventuell|ved ei eventuell|"
    r"om\s(?:rådet|det|ein|en|den|kommunen|politiet|partene|partane|noen|nokon)\b)[^,]{3,80},\s"
)
"""What only holds if something happens."""


def _antallet(a: Arbeid, u: Utsnitt) -> None:
    """Read how many meetings there are; what somebody proposed is not what was agreed."""
    if _FORSLAG.search(u.s) or _BARE_DERSOM.match(u.s):
        return
    if treff := _FELLES.search(u.s):
        verdi = a.les(u.gruppe(treff, "n"), "antall", TROLIG, "felles møter")
        if a.sett(verdi, "politiråd.møter.felles.antall"):
            a.etikett(u.del_(treff.end("n"), treff.end()))
    elif (
        treff := _ÅRLIGE.search(u.s)
        or _I_ALT.search(u.s)
        or _GANGER_I.match(u.s)
        or (_BARE_I_ÅRET.match(u.s) if a.i_møtene else None)
    ):
        if a.sett(u.gruppe(treff, "n").verdi(SIKKER, "antall møter i alt"), "politiråd.møter.per_år"):
            a.etikett(u.del_(treff.end("n"), treff.end()))
    elif treff := _ANTALL.search(u.s):
        periode = treff["_p"]
        om_år = not re.search("halvår|kvartal", periode)
        tekst = u.gruppe(treff, "n") if om_år else u.del_(treff.start(), treff.end())
        rute = "per_kommune" if _I_HVERT.search(u.s) else "per_år"
        egen = len(a.kommuner) > 1 and any(kommune.navn in u.s for kommune in a.kommuner)
        if a.sett(tekst.verdi(TROLIG if egen else SIKKER, "antall møter i året"), f"politiråd.møter.{rute}"):
            a.etikett(u.del_(treff.end("n"), treff.end()))
    elif not _i_året(a, u):
        _hyppighet(a, u)
        manedene.tell(a, u)


def _i_året(a: Arbeid, u: Utsnitt) -> bool:
    """Take how many meetings there are in the year, where the year stands elsewhere in the sentence."""
    if (treff := _TALL_OG_ÅR.search(u.s)) and not any(re.search(_TALL, m[0]) for m in _GANGER.finditer(u.s)):
        del_ = u.gruppe(treff, next(g for g in "nmo" if treff[g]))
        a.sett(del_.verdi(SIKKER, "antall i året"), "politiråd.møter.per_år")
    elif (treff := _TO_ÅRSTIDER.search(u.s)) and not a.tre.har("politiråd", "møter", "hyppighet"):
        sum_ = sum(int(ledd.antall(treff[g]) or 0) for g in "nm")
        verdi = u.gruppe(treff).verdi(TROLIG, "så mange i hver årstid", str(sum_), ordrett=False)
        a.sett(verdi, "politiråd.møter.per_år")
    else:
        return False
    return True


_SAMMEN = senere(
    r"(?i)fellesmøt|felles møt|samsmøt|sams møt|rådene (?:sammen|felles)|råda (?:saman|felles)|møtes de to|"
    r"møtest dei to"
)


def _hyppighet(a: Arbeid, u: Utsnitt) -> None:
    if len(a.kommuner) > 1 and _SAMMEN.search(u.s):
        return  # of the councils together, and not of each
    funnet = [u.del_(*m.span()) for m in _GANGER.finditer(u.s) if ledd.hyppighet(m[0])]
    i_året = [f for f in funnet if re.search(r"(?i)gang|gong", f.s) and re.search("(?i)år|kvartal", f.s)]
    måneder = len(re.findall(rf"(?<!\w){uttrykk.MÅNED}(?!\w)", u.s))
    for del_ in (*i_året, *funnet):
        if måneder > 1 and re.fullmatch(r"(?i)(?:hvert|kvart) år|.* i måne?a?d\w*", del_.s):
            continue  # the months say how often in the year
        rute = "per_år" if del_ in i_året else "hyppighet"
        if a.tre.har("politiråd", "møter", "per_år") or a.tre.har("politiråd", "møter", "hyppighet"):
            return
        if re.search(r"(?i)møter?\si\s(?:kommunestyre|heradsstyre|formannskap)", u.s):
            return
        tall = re.match(
            (
                rf"((?:minst\s|inntil\s)?{_TALL})\s(?:ganger|gonger)\si\såret$|"
                rf"((?:minst\s)?{_TALL})\s(?:ganger|gonger)\s(?:årlig|per år|"
                r"hvert år|pr\.? år)$"
            ),
            del_.s,
        )
        if tall:
            gruppe = 1 if tall[1] else 2
            if a.sett(del_.gruppe(tall, gruppe).verdi(SIKKER, "ganger i året"), "politiråd.møter.per_år"):
                a.etikett(del_)
        else:
            a.sett(del_.verdi(SIKKER, "hvor ofte rådet møtes"), f"politiråd.møter.{rute}")


_MØTEPUNKT = senere(
    rf"^(?:{uttrykk.DAGER},?\s+(?:den\s)?)?(?P<d>{uttrykk.DATO}|\d{{1,2}}\.\s?{uttrykk.MÅNED})"
    rf"{uttrykk.TIMENE_ETTER}"
    r"(?:(?:,\s(?:på\s|i\s)?|\s(?:på|i)\s)(?P<s>[^,:.\d]+(?:\s\d{1,3})?))?(?:(?:,|\s[–-])\s(?P<h>[^\d]+?)|:\s(?P<h2>.+?))?\.?$"
)


def møtepunkt(a: Arbeid, u: Utsnitt, år: str = "") -> bool:
    """Take a point that is the day of a meeting, with the time and the place; `år` is said over it, if anywhere."""
    treff = _MØTEPUNKT.match(u.s)
    if treff is None:
        return False
    lest = ledd.dato(treff["d"]) or (ledd.dato(f"{treff['d'].rstrip('.')} {år}") if år else None)
    if lest is None:
        return False
    dag = u.gruppe(treff, "d").verdi(SIKKER, "møteplanen", lest, ordrett=False)
    node: dict[str, Node] = {"dato": dag}
    for felt, gruppe in (("klokkeslett", "k"), ("slutt", "t")):
        if treff[gruppe] and (kl := a.les(u.gruppe(treff, gruppe), "klokkeslett", SIKKER, "møteplanen")):
            node[felt] = kl
    if treff["s"]:
        node["sted"] = u.gruppe(treff, "s").verdi(SIKKER, "møteplanen")
    if tema := treff["h"] or treff["h2"]:
        node["tema"] = [u.gruppe(treff, "h" if tema == treff["h"] else "h2").verdi(SIKKER, "møteplanen")]
    return a.legg_til({**a.møtetid, **node} if "klokkeslett" not in node else node, "politiråd.møter.plan")

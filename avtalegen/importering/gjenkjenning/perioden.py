"""How long the agreement lasts and how it ends."""

from __future__ import annotations

import re

from avtalegen.importering import uttrykk
from avtalegen.importering.arbeid import Arbeid, regel
from avtalegen.importering.funnet import SIKKER, TROLIG, Verdi
from avtalegen.importering.gjenkjenning import nyttar
from avtalegen.importering.gjenkjenning.revisjonen import REVISJON
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere
from avtalegen.modell.tid import som_dato

_D = uttrykk.DATO
_GJELDER = (
    r"(?<!\w)(?:trådte i kraft|tredde i kraft|"
    r"byrjar å gjeld[ea]|tas i bruk|takast i bruk|får virkning|får verknad|virker|verkar|settes i verk|"
    r"begynner å gjelde|"
    r"gjelder|gjeld|løper|varer|varar|trer i kraft|t(?:ek|ar) til å gjeld[ea]|gjeldande|gjeldende|"
    r"trår i kraft|har virkning|er gyldig|har gyldighet|gjøres gjeldende|"
    r"iverksettes)"
)
_FRA = r"(?:fr[aå](?:\sog med)?(?:\s(?:den|\w+(?:dagen|datoen)))?|med virkning fra|f\.o\.m\.?|den)"
_TIL = r"(?:(?:og\s)?(?:fram\s|frem\s)?(?:til(?:\sog med)?|t\.o\.m\.?)(?:\sden)?|–|-)"

_STARTER = (
    r"(?:fr[aå]|gjelde|begynn\w*|start\w*|byrj\w+|innled\w+|gjelder|gjeld|løper|varer|varar|trer i kraft|tek til)"
)
_SLUTTER = r"(?:til(?:\sog med)?|slutt\w*|utløp\w*|går ut|opphør\w*|endar|ender|avslutt\w*)"
_REGLER = (
    regel(
        rf"(?i:{_STARTER})\s(?:(?i:den|fra|frå|med)\s)*(?P<f>{_D}),?\s(?i:og\s)?(?i:{_SLUTTER})\s(?:(?i:den|"
        rf"med)\s)*(?P<t>{_D})",
        SIKKER,
        "når den begynner og slutter",
        f=("periode.fra", "dato"),
        t=("periode.til", "dato"),
    ),
    regel(
        rf"(?i:{_FRA})?\s?(?P<f>{_D})\s?,?\s?(?i:{_TIL})\s{{0,30}}(?P<t>{_D})",
        SIKKER,
        "fra og til",
        f=("periode.fra", "dato"),
        t=("periode.til", "dato"),
    ),
    regel(
        rf"(?i:{_GJELDER})\s(?:(?i:{_FRA})\s)?(?P<f>{_D})(?=[\s.,;]|$)",
        SIKKER,
        "«gjelder fra»",
        f=("periode.fra", "dato"),
    ),
    regel(rf"(?i:gyldig|gjelder|gjeld)\s(?i:fra|frå):\s(?P<f>{_D})", SIKKER, "«gyldig fra»", f=("periode.fra", "dato")),
    regel(
        rf"(?i:gyldig|gjelder|gjeld)\s(?i:til(?:\sog\smed)?):\s(?P<t>{_D})",
        SIKKER,
        "«gyldig til»",
        t=("periode.til", "dato"),
    ),
    # «Avtalen fra 3. mai 2016» is which of them it is.
    regel(
        rf"(?<!\w)(?<!avtale\s)(?<!avtalen\s)(?<!avtala\s)(?i:{_FRA})\s(?P<f>{_D})",
        SIKKER,
        "«fra»",
        f=("periode.fra", "dato"),
    ),
    regel(r"(?i:fr[aå])\s(?P<f>(?i:nyttår)\s20\d\d)", SIKKER, "«fra nyttår»", f=("periode.fra", "nyttår")),
    regel(
        r"(?i:utløper|går ut|opphører|(?:gjelder|gjeld|løper|fram|varer|varar) til(?:\sog med)?)\s(?:den\s)?"
        rf"(?P<t>{_D})",
        SIKKER,
        "«utløper»",
        t=("periode.til", "dato"),
    ),
    regel(
        r"(?i:perioden|årene|åra|gjelder|gjeld|for)\s(?:(?i:er|for|årene|åra)\s)?(?P<f>20\d\d)\s?(?:[-–/]|til)\s?(?P<t>20\d\d)(?!\d)",
        SIKKER,
        "fra og til år",
        f=("periode.fra", "datering"),
        t=("periode.til", "datering"),
    ),
    regel(
        rf"(?<![a-zæøå])(?i:ut)\s(?P<t>(?:{uttrykk.MÅNED}\s)?(?:19|20)\d\d)(?!\d)",
        SIKKER,
        "«ut»",
        t=("periode.til", "datering"),
    ),
    regel(
        rf"(?i:til utgangen av|ut året|til og med)\s(?P<t>(?:{uttrykk.MÅNED}\s)?(?:19|20)\d\d)(?!\d)",
        SIKKER,
        "«til utgangen av»",
        t=("periode.til", "datering"),
    ),
    regel(
        rf"(?i:{_GJELDER}|inngås|inngått|er)\s(?i:i|for|på)\s(?P<v>{uttrykk.LENGDE})(?:\sav gangen)?",
        SIKKER,
        "«gjelder i»",
        v=("periode.varighet", "lengde"),
    ),
    regel(rf"(?<!\w)(?i:til(?:\sog\smed)?)\s(?:den\s)?(?P<t>{_D})", SIKKER, "«til»", t=("periode.til", "dato")),
    regel(
        rf"(?i:første|fyrste)\sdag\w*\s(?i:er|:)\s(?P<f>{_D})(?:[^.;]*?(?i:siste?)\sdag\w*\s(?:(?i:er)"
        rf"\s)?(?P<t>{_D}))?",
        SIKKER,
        "første og siste dag",
        f=("periode.fra", "dato"),
        t=("periode.til", "dato"),
    ),
    regel(
        rf"(?<!\w)(?i:(?:avtale)?(?:varighet|varigheit|periode))\w*\s(?:er|på|:|"
        rf"(?:settes|setjast|er satt|er sett)\stil)\s"
        rf"(?P<v>{uttrykk.LENGDE})",
        SIKKER,
        "«varighet»",
        v=("periode.varighet", "lengde"),
    ),
    regel(
        (
            r"(?i:gjelder|gjeld|løper)(?:[^.]|(?<=\d)\.)*?(?P<l>(?i:til (?:den|ein|en|"
            r"avtalen|ein av partane|en av partene|han|partane|partene)"
            r"\s[^.]*?(?:sagt opp|seier? (?:han|den) opp|sier (?:den|han)"
            r" opp|sies opp)|inntil videre|inntil vidare|(?:inn)?til (?:den|han|ho|avtal\w+|"
            r"en av partene|ein av partane) (?:blir |vert )?(?:sagt opp|sies opp|seiast opp|avløst|avløyst|"
            r"erstatta|erstattet|sier den opp|seier (?:han|ho) opp)|"
            r"(?:uten|utan) (?:tidsbegrensning|tidsavgrensing|tidsavgrensning|sluttdato)|på ubestemt tid|løpende))"
        ),
        SIKKER,
        "«til den blir sagt opp»",
        l=("periode.løpende", "=ja"),
    ),
)
_UTEN_SLUTT = senere(
    r"(?i)\b(?:avtal\w+|den|ho|han)\s(?:er\s(?:tidsubegrenset|tidsuavgrensa)|løper\stidsubegrenset)|"
    r"\b(?:avtal\w+|den|ho|han)\s(?:har|er)\s(?:ingen|inga|ikk[je]+ noen|ikk[je]+ nokon|uten|utan|ikk[je]+)\s"
    r"(?:sluttdato|sluttid|tidsbegrens\w+|tidsavgrens\w+|utløpsdato|avgrensa i tid|begrenset i tid)"
)
"""«Den har ingen sluttdato»."""
_I_SÅ_LENGE = (
    regel(
        rf"(?<![a-zæøå])(?i:i|for)\s(?P<v>{uttrykk.LENGDE})(?!\sav gang|\s(?:\w+\s)?forleng)",
        SIKKER,
        "«i så lenge»",
        v=("periode.varighet", "lengde"),
    ),
)
_OPPSIGELSE = (
    regel(
        (
            r"(?i:(?:med|minst|oppsigels\w+\ser(?:\ssatt\stil)?|oppseii\w+\ser(?:\ssett\stil)?|oppsigelsesfrist\w*|"
            r"frist\w*\ser|vars(?:el|let|elet)\w*(?:\ser|\sp[åa])?|meldes?|meldast|inn[ea]n|seinast|senest|ein|en|"
            r"på))\s(?:(?:en|ei|ein|et)\s)?(?:gjensidig\s|skriftlig\s|skriftleg\s)?(?:(?i:oppsigels"
            rf"estid|frist|varsel)\s(?:på\s)?)?(?P<o>{uttrykk.LENGDE})(?:\s(?i:(?:gjensidig\s|"
            r"skriftlig\s|skriftleg\s)*(?:varsel|frist|oppsigels\w+|oppseiing\w*|"
            r"før)))?"
        ),
        SIKKER,
        "oppsigelsesfristen",
        o=("periode.oppsigelse.frist", "lengde"),
    ),
    regel(
        (
            rf"(?P<o>{uttrykk.LENGDE})\s(?i:(?:gjensidig\s|skriftlig\s|skriftleg\s)*(?:varsel|"
            r"frist|oppsigels\w+|oppseiing\w*|før))"
        ),
        SIKKER,
        "oppsigelsesfristen",
        o=("periode.oppsigelse.frist", "lengde"),
    ),
)
_I_FORVEIEN = (
    regel(
        rf"(?P<o>{uttrykk.LENGDE})\s(?i:i\s(?:forveien|forvegen|førevegen|forkant)|på\s(?:forhånd|førehand)|før\b)",
        SIKKER,
        "oppsigelsesfristen",
        o=("periode.oppsigelse.frist", "lengde"),
    ),
)


_ENDER = senere(
    r"(?i)\b(?:part(?:en|er|ar|ene|ane)?|begge|noen|nokon|avtal\w+)\b[^.]*?\b(?:opp\b|ut\b|slutt(?!\w*\sseg)|"
    r"trekk\w*|sier fra|"
    r"seier frå|avslutt\w*|fratre\w*)"
)
"""What is said of one who will end the agreement; the length of time in it is how long before."""
_OM_OPPSIGELSE = senere(
    r"si(?:er|jer)?\s(?:noen|ein|en|nokon|\w+ part\w*)\s(?:den|han|avtal\w+)\sopp|s(?:ies|i den|i avtalen|i|"
    r"eiast|ei|eie\s\w+) opp|seie[r]?\s\w+\sopp|seier? opp|oppsig|oppsei|tre ut|"
    r"vars[el](?!\w*\s(?:om|ved)\s(?!oppsig|oppsei|at\b|å\b|avslutt|dette))|"
    r"hoppe av|si(?:er)? i?fr[aå] skriftl|vil\b.*\but\b|\but av (?:avtal|plan|samarbeid|ordning)|trekk\w* seg|"
    r"til opphør|sei[ae]\s\w+ opp|\bmelde?s?t?\b.*før|avslutt"
)


_FORLENGET = senere(
    r"(?i)(?<!kan )(?<!skal )(?<!vil )(?<!bli )(?<!vert[ea] )\b(?:forleng(?:et|a|d|t)|prolongert)\b"
    rf"[^.;()]{{0,60}}?\b(?:til|t\.o\.m\.?|ut)(?:\sog\smed)?\s(?:den\s)?(?P<t>{_D}|(?:19|20)\d\d)|"
    rf"\b(?:gjelder|gjeld|løper|varer|varar)\slik[ae]vel\b[^.;()]{{0,80}}?(?P<u>{_D})"
)
"""A later day than the one that was agreed first."""


def _forlenget(a: Arbeid, u: Utsnitt) -> bool:
    """Let a day that the agreement was made longer to be the last, whatever was agreed first."""
    der = a.tre.hent("periode", "til")
    if (treff := _FORLENGET.search(u.s)) is None or not isinstance(der, Verdi):
        return False
    hva = "t" if treff["t"] else "u"
    ny = a.les(u.gruppe(treff, hva), "datering" if treff[hva].isdigit() else "dato", TROLIG, "forlenget til")
    if not isinstance(ny, Verdi) or ny.tekst == der.tekst:
        return False
    før, etter = som_dato(der.tekst), som_dato(ny.tekst)
    if før and etter and etter < før:
        return False
    a.tre.fjern("periode", "til")
    return a.sett(ny, "periode.til")


_LEIE = r"^\w*leie(?:avtal|kontrakt)|^\w*(?:loven|lova|forskriften|forskrifta|reformen|reforma|vedtektene|vedtektane)\s"
_PLANEN = senere(
    r"(?i)(?:den\s|denne\s)?(?:årlige\s|årlege\s)?(?P<p>(?:handlings|tiltaks|møte|års|virksomhets|budsjett|kommune|økonomi)"
    r"(?:plan|program|periode)|prosjekt|budsjettår|budsjett|tilskudd|tilskot)(?:en|et|a)?\s"
    r"(?:gjelder|gjeld|løper|varer|varar|går|er|gis|gjevast|revideres|reviderast|rulleres|rullerast)\b"
)
"""A plan that has a time of its own, unless the agreement is one."""


def _er_tittelen(a: Arbeid, ord_: str) -> bool:
    tittel = a.tre.hent("avtale", "tittel")
    return isinstance(tittel, Verdi) and ord_.casefold() in tittel.tekst.casefold()


def setning(a: Arbeid, u: Utsnitt) -> None:
    """Read what a sentence says of how long the agreement lasts."""
    s = u.s.casefold()
    if (plan := _PLANEN.match(u.s)) and not _er_tittelen(a, plan["p"]):
        return  # a plan under it
    if re.search(rf"gjeld(?:er)?\s(?:framleis|fremdeles|fortsatt)|ved sida? av denne|{_LEIE}", s) or (
        a.før and re.search(_LEIE, a.før.s.casefold()) and re.match(r"(?:den|ho|han|denne)\b", s)
    ):
        return  # another agreement
    if re.search(
        r"\bavtal\w+\s(?:av|fra|frå)\s[^.]{0,40}\b(?:gjaldt|gjalt|varte|trådte|tredde)\b|gjeld(?:er)?\sikk[je]+\sl|\b(?:gamle|forrige|førre|tidligere|tidlegare)\s\w*(?:avtale|plan|protokoll)",
        s,
    ):
        return  # the one before
    om_oppsigelse = bool(_OM_OPPSIGELSE.search(s))
    forlenges = "forleng" in s or "forny" in s
    if om_oppsigelse and not forlenges:
        a.prøv(u, _OPPSIGELSE)
        a.prøv(u, _I_FORVEIEN)
    if not forlenges and not a.tre.har("periode", "oppsigelse") and _ENDER.search(u.s):
        alle = [*re.finditer(uttrykk.LENGDE, u.s)]
        if len(alle) == 1:
            frist = a.les(u.gruppe(alle[0]), "lengde", TROLIG, "så lenge før den ender")
            a.sett(frist, "periode.oppsigelse.frist")
    if (
        re.search(r"gjeld|gyldig|løper|varer|varar|ved lag|\bvirke?r?\b|\bverkar\b|\bstår\b|^i\s", s)
        and not om_oppsigelse
    ):
        a.prøv(u, _I_SÅ_LENGE)
    if not any(ord_ in s for ord_ in ("vedtok", "vedtatt", "vedtak", "erstatter", "avløser")) or "gjeld" in s:
        a.prøv(
            u,
            _REGLER
            if not (
                om_oppsigelse
                and not any(
                    o in s
                    for o in (
                        "gjeld",
                        "gyldig",
                        "kraft",
                        "løper",
                        "løper",
                        "varer",
                        "virkning",
                        "står",
                        "virk",
                        "opphør",
                    )
                )
            )
            else (),
        )
        _to_datoer(a, u)
    nyttar.fra(a, u)
    _forlenget(a, u)
    a.prøv(u, REVISJON)
    if (treff := _UTEN_SLUTT.search(u.s)) and not a.tre.har("periode", "til"):
        a.sett(u.gruppe(treff).verdi(SIKKER, "«har ingen sluttdato»", "ja", ordrett=False), "periode.løpende")


_GJELDER_TIL = senere(
    r"(?i)\b(?:gjeld\w*|løper|var[ea]r|start\w*|byrj\w*|begynn\w*|slutt\w*|end[ae]r|utløp\w*|"
    r"opphør\w*|tid\w*|period\w*)\b"
)


def _to_datoer(a: Arbeid, u: Utsnitt) -> None:
    """Let the only two days of a sentence about how long it lasts be the first and the last."""
    dager = [*re.finditer(uttrykk.DATO, u.s)]
    if len(dager) != 2 or a.tre.har("periode", "fra") or a.tre.har("periode", "til") or not _GJELDER_TIL.search(u.s):
        return
    fra, til = (a.les(u.gruppe(m), "dato", TROLIG, "den første og den siste dagen") for m in dager)
    første, siste = som_dato(dager[0][0]), som_dato(dager[1][0])
    if første and siste and første < siste:
        a.sett(fra, "periode.fra")
        a.sett(til, "periode.til")


def verdi(a: Arbeid, u: Utsnitt) -> bool:
    """Read a value beside a label for the period: «01.04.2023 – 31.03.2026», «4 år», «fra 1.1.2020», «2023–2026»."""
    if a.prøv(u, _REGLER[:3]):
        _forlenget(a, u)
        return True
    if (treff := re.fullmatch(r"(20\d\d)\s?[-–/]\s?(20\d\d)", u.strippet().s)) and not a.tre.har("periode", "fra"):
        fra, til = u.strippet().gruppe(treff, 1), u.strippet().gruppe(treff, 2)
        a.sett(fra.verdi(SIKKER, "ledeteksten"), "periode.fra")
        return a.sett(til.verdi(SIKKER, "ledeteksten"), "periode.til")
    if node := a.les(u.strippet(), "lengde", SIKKER, "ledeteksten"):
        return a.sett(node, "periode.varighet")
    return bool(a.prøv(u, _REGLER))

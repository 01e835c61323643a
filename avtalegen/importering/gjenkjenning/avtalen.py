"""What is said of the agreement itself: title, case number, date, målform, what it replaces, and the decisions."""

from __future__ import annotations

import re
from collections.abc import Iterable

from avtalegen.importering import uttrykk
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.funnet import SIKKER, TROLIG, Node, Sikkerhet, Verdi
from avtalegen.importering.gjenkjenning import vedtatt
from avtalegen.importering.gjenkjenning.parter import kommuner_i
from avtalegen.importering.gjenkjenning.vedtatt import ORGAN, SAK
from avtalegen.importering.utsnitt import Utsnitt, samlet, setninger
from avtalegen.importering.ventende import senere

SAKSNR = senere(
    r"(?i)(?<![a-zæøå])(?<!\b[kf]-)(?<!\bks-)(?<!\bfs-)(?P<m>(?:(?:vår|kommunens)\s(?:ref(?:eranse)?\.?|"
    r"saksnr\.?)|(?:arkiv)?saks?-?(?:nr|nummer|ref|mappe)?\.?|arkiv(?:saks?)?(?:nr|"
    r"nummer|ref(?:eranse)?)\.?|(?:journal|dokument|j)nr\.?|ref(?:\.|eranse)?|ephorte\w*|"
    r"websak\w*))\s?[:.]?\s*(?P<s>\d{2,4}\s?/\s?\d{2,7}(?:\s?-\s?\d{1,4})?|20\d{6,8}(?:-\d{1,3})?)"
    r"(?![\d/])"
)
_BART_SAKSNR = senere(r"(?<![\d/.])(?P<s>(?:20)?\d{2}/\d{3,6}(?:-\d{1,3})?)(?![\d/])")
_I_ARKIVET = senere(
    r"(?i)(?:(?:registrert|arkivert|journalført|ligger)\s(?:som|i|under|på)\s(?:arkiv)?sak(?:en)?\s(?:(?:nr|"
    r"nummer)\.?\s)?|"
    r"(?:saksnummer(?:et)?|saka|saken)\s(?:i|hos)\s(?:kommunens\s|kommunen sitt\s|kommunens eget\s)?\w+\ser\s|"
    r"\b(?:saka|saken|avtal\w+)\shar\s(?:saks)?nummer\s)"
    r"(?P<s>\d{2,4}/\d{2,7}(?:-\d{1,4})?)(?![\d/])"
)
_SAKSMERKE = senere(r"(?i)(?<![a-zæøå])(?:arkiv)?saks?(?:nr|nummer)?\.?\s?:\s*")
_FLERE_SAKER = senere(r"(?<![\d/.])(?:20)?\d{2}/\d{1,6}(?:-\d{1,3})?(?![\d/])")
_FRA_POLITIET = senere(r"(?i)(?:deres|politiets|dykkar)\s(?:ref\w*|saksnr)\.?:?\s*\S+")
_STED = (
    r"(?:(?:Gjort|Underskrevet|Underskriven|Undertegnet|Underteikna|Signert|Utferdiget|Inngått)\s(?:i|på|ved)\s)?"
    r"[A-ZÆØÅ][\w\-]+(?:(?:\s?/\s?|\s(?:og\s|i\s)?|,\s)[A-ZÆØÅ][\w\-]+){0,3}(?:\s(?:bru|by|sentrum|kyrkjebygd))?"
    r"(?:\s(?:rådhus|kommunehus|herredshus|heradshus|lensmannskontor|politistasjon|kommune)(?:et)?)?"
)
_STED_DATO = senere(
    rf"^(?:(?i:sted|stad)\s?(?:/|(?i:og))\s?(?i:dato)\s?:\s)?{_STED},?\s(?:den\s)?(?P<d>{uttrykk.DATO}|\d{{1,2}}/\d{{1,2}}\s?-\s?\d\d)\.?$"
    rf"|^(?:(?i:dato|den|sted/dato|stad/dato|sted og dato|stad og dato)[:\s]+)?(?P<e>{uttrykk.DATO})\.?$"
)


def saksnummer(a: Arbeid, alle: Iterable[Utsnitt], rand: Iterable[Utsnitt]) -> None:
    """Take the number of the case in the archive; where there are several, with what stands in front of each."""
    rand, alle = [*rand], [*alle]
    for u in alle:
        treff = _I_ARKIVET.search(u.s)
        if treff and a.sett(u.gruppe(treff, "s").verdi(SIKKER, "«registrert som sak»"), "avtale.saksnummer"):
            a.etikett(u.del_(treff.start(), treff.start("s")))
            return
    for u in (*rand, *(en for linje in alle for en in setninger(linje))):
        ren = _FRA_POLITIET.sub(lambda m: " " * len(m[0]), u.s)
        if re.search(
            r"(?i)fylkesm|statsforvalt|departement|førre|forrige|vedt|behandl|kommunestyr|heradsstyr|formannskap|bystyr|godkjen|utval|\bps\b|"
            r"sluttet|i sak",
            u.s,
        ) or (re.search(uttrykk.DATO, u.s) and re.search(r"(?i)\bsak\s\d", u.s)):
            continue  # a decision
        flere = [*_FLERE_SAKER.finditer(ren)]
        if (merke := _SAKSMERKE.search(ren)) and len(flere) > 1:
            del_ = u.del_(merke.end(), flere[-1].end())
            verdi = del_.verdi(
                SIKKER,
                "ledeteksten for saksnummer",
                ", ".join(samlet(b) for b in re.split(r"\t+|\s{3,}", del_.s) if b.strip()),
            )
            if a.sett(verdi, "avtale.saksnummer"):
                a.etikett(u.del_(merke.start(), merke.end()))
                return
        alle_her = [*SAKSNR.finditer(ren)]
        alle_her = [m for m in alle_her if not (m["m"] == "sak" and ren[: m.start()].endswith("("))]  # of what is named
        treff = next((m for m in alle_her if re.match(r"(?i)(?:arkiv)?sak", m["m"])), next(iter(alle_her), None))
        if treff and a.sett(u.gruppe(treff, "s").verdi(SIKKER, "ledeteksten for saksnummer"), "avtale.saksnummer"):
            a.etikett(u.del_(treff.start(), treff.start("s")))
            return
    for u in rand:
        if (treff := _BART_SAKSNR.search(u.s)) and a.sett(
            u.gruppe(treff, "s").verdi(TROLIG, "ser ut som et saksnummer"), "avtale.saksnummer"
        ):
            return


def datoen(a: Arbeid, linjer: Iterable[Utsnitt], *, sikker: bool = True) -> None:
    """Take the date that stands alone, or after a place, near the end."""
    linjene = [*linjer]
    for u in reversed([del_ for linje in linjene for del_ in linje.delt(r"\t+|\s{3,}")]):
        treff = _STED_DATO.match(u.s.strip())
        if not treff or (treff["e"] and any(en.linje == u.linje and len(en.s) > 2 * len(u.s) for en in linjene)):
            continue
        gruppe = "d" if treff["d"] else "e"
        inn = len(u.s) - len(u.s.lstrip())
        del_ = u.del_(inn + treff.start(gruppe), inn + treff.end(gruppe))
        verdi, der = a.les(del_, "dato", SIKKER if sikker else TROLIG, "sted og dato"), a.tre.hent("avtale", "dato")
        if a.sett(verdi, "avtale.dato") or (
            isinstance(der, Verdi) and isinstance(verdi, Verdi) and der.tekst == verdi.tekst
        ):
            a.etikett(u)
            return


_GRUNNLAG = senere(r"(?i)\b(?:etter|vedtak\w*|fullmakt\w*|grunnlag\w*|jf|heimel|hjemmel)\b")
"""Before a day that is not the one the agreement was signed, but that of what it is built on."""
_SÅ_LENGE = senere(
    r"(?i)(?:,|,?\sog)\s(?:gjelder|gjeld|varer|varar|løper|trer|trår|tek til å gjelde|virker|verkar)\b.*$"
)
"""How long it holds, whose days are not when it was signed."""
_EN_ANNEN = senere(
    r"(?i)\b(?:hadde|fr[aå] før|forrige|førre|tidligere|tidlegare|gamle|(?:en|ein)\s(?:\w+\s)?avtale|leie\w*|"
    r"opphev\w+)\b"
)
"""What says of the sentence before that it is about another agreement than this."""
_INNGÅTT = senere(
    r"(?i)^(?:denne\s|dette\s)?(?:\w*avtal(?:en|a|e)|dokumentet|den|ho|han)\s(?:er|ble|blei|vart)\s(?:inngått|undertegnet|underskrevet|"
    r"signert|underteikna|underskriven|skriven under|skrevet under|inngådd)\b(?P<m>[^.;\d]{0,60}?)\s(?:den\s)?"
    rf"(?P<d>{uttrykk.DATO})(?P<h>.*)$"
)


def inngått(a: Arbeid, linjer: Iterable[Utsnitt]) -> None:
    """Take the day that a sentence says the agreement was signed, when it says no other day."""
    før = ""
    for u in (en for linje in linjer for en in setninger(linje)) if not a.tre.har("avtale", "dato") else ():
        om_en_annen, før = _EN_ANNEN.search(før), u.s
        if om_en_annen or (u.linje, u.fra) in a.fortalt:
            continue
        treff = _INNGÅTT.match(u.s)
        if (
            treff is None
            or re.search(rf"{uttrykk.DATO}|\d{{4}}", _SÅ_LENGE.sub("", treff["h"]))
            or _GRUNNLAG.search(treff["m"])
        ):
            continue
        andre = [k for k, _ in kommuner_i(u) if k not in a.kommuner]
        if not andre and a.sett(a.les(u.gruppe(treff, "d"), "dato", TROLIG, "«ble inngått»"), "avtale.dato"):
            return


def vedtak(a: Arbeid, u: Utsnitt) -> bool:
    """Read the decisions: the organ, the case and the date, for each kommune that is named with its own."""
    u = vedtatt.i_egne(a, vedtatt.om_avtalen(u))
    if vedtatt.noe_annet(a, u):
        return False
    organer = [*ORGAN.finditer(u.s)]
    organ, sagt = vedtatt.hvem_som_vedtok(u)
    sikkerhet = SIKKER if sagt else TROLIG
    datoer = [*re.finditer(uttrykk.DATO, u.s)]
    saker = [m for m in SAK.finditer(u.s) if not any(d.start() <= m.start() < d.end() for d in datoer)]
    if not a.kommuner or not (
        saker
        or (
            organ
            and datoer
            and re.search(
                r"(?i)ved(?:tok|tatt|teke|tatt av)|godkjen|behandl|slutt\w* seg|samtykk|tilslutning|tilslutnad|sa ja",
                u.s,
            )
        )
    ):
        return False
    if not organ and not re.search(r"(?i)vedtak|vedtok|vedtatt|behandl", u.s):
        return False
    satt = False
    steder = _kommunesteder(a, u)
    for plass, kommune in enumerate(a.kommuner):
        if len(a.kommuner) == 1:
            fra, til = 0, len(u.s)
            if organ is not None and len({vedtatt.slaget(m["o"]) for m in organer}) > 1:
                fra = organ.start()
                til = next((m.start() for m in organer if m.start() > fra), len(u.s))
                if not any(fra <= m.start() < til for m in (*saker, *datoer)):
                    # What stands before its name; that of another organ is not its own.
                    fra, sikkerhet = 0, TROLIG
        elif kommune.navn in steder:
            fra = steder[kommune.navn]
            til = min((s for s in steder.values() if s > fra), default=len(u.s))
        else:
            continue
        node = _ett_vedtak(
            a,
            u,
            organ,
            [m for m in saker if fra <= m.start() < til],
            [m for m in datoer if fra <= m.start() < til],
            sikkerhet,
        )
        satt = a.sett(node, f"parter.kommuner.{plass}.vedtak") or satt
    return satt


def _kommunesteder(a: Arbeid, u: Utsnitt) -> dict[str, int]:
    steder = {}
    for kommune in a.kommuner:
        if treff := re.search(rf"(?i)\b{re.escape(kommune.navn)}", u.s):
            steder[kommune.navn] = treff.start()
    return steder


def _ett_vedtak(
    a: Arbeid,
    u: Utsnitt,
    organ: re.Match[str] | None,
    saker: list[re.Match[str]],
    datoer: list[re.Match[str]],
    sikkerhet: Sikkerhet,
) -> dict[str, Node] | None:
    node: dict[str, Node] = {}
    if organ:
        node["organ"] = u.gruppe(organ, "o").verdi(sikkerhet, "organet", _organ(organ["o"]), ordrett=False)
    if organ and vedtatt.ANDRE.search(u.s[: organ.start()]):  # what stands before its name, may be theirs
        saker = [m for m in saker if m.start() > organ.start()] or saker
    if saker:
        # The number of the case in the archive stands there without a word for a case in front of it.
        med_ord = [m for m in saker if m.start("s") > m.start() or m["s"][0].isalpha()]
        node["sak"] = u.gruppe((med_ord or saker)[0], "s").verdi(sikkerhet, "saksnummeret til vedtaket")
    if organ:  # what stands after its name is its own
        datoer = [m for m in datoer if m.start() > organ.start()] or datoer
    if datoer and (dag := a.les(u.gruppe(datoer[0]), "dato", sikkerhet, "datoen for vedtaket")):
        node["dato"] = dag
    elif "sak" in node and not datoer:
        node |= vedtatt.dag_uten_år(u, node["sak"], organ.end() if organ else 0)
    return node if "sak" in node or "dato" in node else None


def organet(tekst: str) -> str:
    """Return the organ of a kommune that a text names, as the YAML has it; "" for none."""
    return _organ(treff["o"]) if (treff := ORGAN.search(tekst)) else ""


def _organ(tekst: str) -> str:
    rent = tekst.casefold()
    rent = re.sub(r"ets$", "et", rent)
    rent = re.sub(r"styr(?:ene|ane|e|a)$", "styret", rent)
    return re.sub(r"formannskap(?:ene|a)?$", "formannskapet", rent)


def ved_ledetekst(a: Arbeid, u: Utsnitt, navn: str = "") -> bool:
    """Take the decision beside a label, which may name the one of several kommuner that made it."""
    plass = next((nr for nr, k in enumerate(a.kommuner) if k.navn == navn), 0)
    if len(a.kommuner) != 1 and not navn:
        return vedtak(a, u)
    node: dict[str, Node] = {}
    if treff := ORGAN.search(u.s):
        node["organ"] = u.gruppe(treff, "o").verdi(SIKKER, "organet", samlet(treff["o"]).casefold())
    node |= vedtatt.sak_og_dato(a, u)
    if "sak" in node and "dato" not in node:
        node |= vedtatt.dag_uten_år(u, node["sak"], 0)
    return bool(node) and a.sett(node, f"parter.kommuner.{plass}.vedtak")


_NYNORSK = senere(
    r"\b(?i:ikkje|ein|eit|frå|kommunane|kva|korleis|berre|kvar|"
    r"avtala|partane|saman|noko|vere|dei|ho|gje|leiar|ordførar|"
    r"tenester?|opningstid\w*|skulen|månad\w*|vert|sjølv|politimeister\w*|"
    r"heradet|veker?|måndag|tysdag)\b"
)
_BOKMÅL = senere(
    r"\b(?i:ikke|en|et|fra|kommunene|hva|hvordan|bare|hver|avtalen|"
    r"partene|sammen|noe|være|de|hun|gi|leder|ordfører|tjenester?|"
    r"åpningstid\w*|skolen|måned\w*|blir|selv|politimester\w*|uker?|"
    r"mandag|tirsdag)\b"
)


def målform(a: Arbeid) -> None:
    """Tell the målform by the words that only one of them has."""
    nn = bm = 0
    første: dict[str, Utsnitt] = {}
    for linje in a.kilde.linjer:
        for form, mønster in (("nynorsk", _NYNORSK), ("bokmål", _BOKMÅL)):
            treff = mønster.findall(linje.tekst)
            nn, bm = (nn + len(treff), bm) if form == "nynorsk" else (nn, bm + len(treff))
            if treff:
                første.setdefault(form, Utsnitt(linje.nr, 0, ""))
    ord_ = "nynorsk" if nn > bm else "bokmål"
    if nn or bm:
        sikker = SIKKER if max(nn, bm) > 2 * min(nn, bm) else TROLIG
        a.tre.sett(
            Verdi(ord_, (), sikker, f"{max(nn, bm)} ord er bare i denne målformen", ordrett=False), "avtale", "målform"
        )


def bakgrunn(a: Arbeid, u: Utsnitt, rute: str = "avtale.bakgrunn") -> None:
    """Take running text as it is written, sentence by sentence."""
    for setning in setninger(u):
        a.legg_til(setning.verdi(SIKKER, "avsnittet", samlet(setning.s)), rute)

"""Who the agreement is between: kommuner by the register, also by old numbers and names, and the police."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from avtalegen import register
from avtalegen.importering import ledd, uttrykk
from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.forbi import er_utenfor
from avtalegen.importering.fortalt import er_eksempel
from avtalegen.importering.funnet import SIKKER, TROLIG, Node, Verdi
from avtalegen.importering.gjenkjenning import distriktet
from avtalegen.importering.gjenkjenning.kommunenumre import taler_mot, til_navnet, valgt, ved_navnene
from avtalegen.importering.tidligere import gammelt_navn
from avtalegen.importering.utsnitt import Utsnitt, setninger
from avtalegen.importering.ventende import senere
from avtalegen.register import Kommune

_STORT = r"[A-ZÆØÅÁ][\wæøåáäö\-]*"
_NAVN = rf"{_STORT}(?:(?:\s(?:og\s)?|-){_STORT}){{0,2}}"
_KOMMUNE = senere(rf"(?P<n>{_NAVN})\s(?i:kommune|herad)(?!\w)")
_REKKE = senere(
    rf"(?P<n>{_STORT}(?:\s{_STORT})?(?:,\s{_STORT}(?:\s{_STORT})?)*\s(?i:og)"
    rf"\s{_STORT}(?:\s{_STORT})?)\s(?i:kommuner|kommunar)(?!\w)"
)
_REKKE_ETTER = senere(rf"(?i:kommunene|kommunane)\s(?P<n>{_STORT}(?:(?:,\s|\s(?i:og)\s){_STORT}){{1,9}})(?!\w)")
_MED_NUMMER = senere(
    rf"(?P<n>{_NAVN})(?:\s(?i:kommune|herad))?,?\s\((?P<m>(?i:(?:kommune|"
    rf"herads?)?\s?(?:nr|nummer)\.?:?\s?)?)(?P<nr>\d{{4}})\)"
)
_NUMMER = senere(r"(?i)(?:kommune|herads?)-?\s?(?:nummer|nr)\.?:?\s?(?P<nr>\d{4})(?!\d)")
_ORGNR = senere(r"(?i)(?:org(?:anisasjons)?\.?\s?(?:nr|nummer)?\.?:?\s?)(?P<o>\d{3}\s?\d{3}\s?\d{3})(?!\d)")
_DISTRIKT = senere(
    rf"(?P<d>{_STORT}(?:\s(?i:og)\s{_STORT}|(?:-|\s)(?!(?i:politidistrikt)"
    rf"){_STORT}){{0,2}})\s(?i:politidistrikt)(?:et)?(?!\w)"
)
_ENHET = senere(
    rf"(?P<e>(?:(?!(?i:politidistrikt)){_STORT},\s)?(?!(?i:politidistrikt)){_STORT}(?:\s(?:og|i)\s{_STORT}|(?:-|"
    rf"\s){_STORT}){{0,3}}\s(?i:lensmannsdistrikt|politistasjonsdistrikt|"
    r"lensmannskontor|politistasjon|driftsenhet|tjenesteenhet|lensmannsetat)"
    r")(?!\w)"
)
_ENHETEN = senere(rf"(?<!\w)(?P<e>Enhet\s{_STORT}(?:\s(?:og\s)?{_STORT})?)(?!\w)")
_VED = senere(
    rf"(?P<e>(?i:lensmann\w*|politistasjon\w*|politiet)\si\s{uttrykk.IKKE_GATE}{_STORT}(?:\s{_STORT})?"
    rf"(?:(?:,\s{_STORT})*\sog\s{_STORT})?)"
)
_UTENFOR = senere(
    r"(?i)\bikk[je]+\s(?:\w+\s){0,2}(?:med|part|omfatt|delta|slutt)\w*|takk(?:et|a)\snei|\begen,?\savtale|"
    r"\beig[ea]n?,?\savtal[ea]|\blikelyd[ae]nde\b|\btilsvar[ae]nde\savtal[ea]|"
    r"\b(?:egne|eigne)\s(?:avtal|ordning|råd)\w*|\b(?:eget|eige|sitt eige|sitt eget)\sråd|\b(?:vist|"
    r"viste)\sinteresse|"
    r"til orientering|får kopi|fått kopi|er nabo|\bønsk(?:er|et|te|a) ikk[je]+|"
    r"hører til|høyrer til|\bgjest(?:er|ar)?\b|samarbeider med|samarbeider i stedet|nabokommune\w*|"
    r"\btidligere avtale|"
    r"\bsin avtale|\btil utlån|etter mønster|"
    r"^(?!.*(?:politi|lensmann)).*\b(?:fikk|fekk|får|har fått|ble|blei|vart|er blitt|er vorte|var|er)\s"
    r"(?:også\s|òg\s|og\s)?(?:tilbod|tilbud|spurt|spurd|invitert|førespurd|forespurt|innb[ou]de?n|orientert|informert)\b"
)
"""What is said of a kommune that is no party: it has an agreement of its own, or would not join."""


def om_andre(a: Arbeid, u: Utsnitt) -> bool:
    """Tell whether a sentence is about a kommune that is no party, and says nothing of those that are."""
    andre = [k for k, _ in kommuner_i(u) if k not in a.kommuner]
    return bool(andre) and not any(k in a.kommuner for k, _ in kommuner_i(u)) and bool(re.search("kommune", u.s))


_I_EN_KOMMUNE = senere(
    rf"^(?:(?i:i|for|hos|hjå)\s)?(?P<n>{_STORT}(?:\s{_STORT})?)(?P<k>\s(?i:kommune|herad))?(?:s)?\s"
    r"(?:er|har|skal|møtes|møtest|møter|gir|gjev|stiller|betaler|betalar|bruker|brukar|vedtok|leder|leier|driver|"
    r"driv)\b"
)
_KONTAKT_I = senere(
    rf"\b(?i:(?:politi)?kontakt(?:en|person)?)\s(?i:i|for)\s(?i:nabokommunen?\s)?(?P<n>{_STORT})(?P<k>\s(?i:kommune|"
    rf"herad))?"
)
_DEN_I = senere(
    rf"^(?:(?i:ordfører|ordførar|rådmann|kommunedirektør|lensmann|politi|samarbeids?råd|råd|(?:slt-)?koordinator)\w*)(?:\s{_STORT}){{0,3}}\s"
    rf"(?i:i|fra|frå)\s(?P<n>{_STORT})(?:\s(?i:kommune|herad))?\s(?:er|har|skal|leder|leier|møter|møtes|møtest|vil|kan|gir|gjev|heter|heiter)\b"
)
"""Somebody, or the council, of a kommune that is named: «Ordfører Kari Nordmann i Flakstad leder …»."""


def om_en_annen(a: Arbeid, u: Utsnitt, del_: str) -> bool:
    """Tell whether a sentence says what another kommune has or does: «I Lom er det …», «Lom har …»."""
    if not a.kommuner or del_ in ("parter", "tjenester", "") or any(k.navn in u.s for k in a.kommuner):
        return False
    if (
        (hos := _KONTAKT_I.search(u.s) or _DEN_I.match(u.s))
        and (kommune := slå_opp(hos["n"]))
        and kommune not in a.kommuner
    ):
        return True
    treff = _I_EN_KOMMUNE.match(u.s)
    kommune = slå_opp(treff["n"]) if treff else None
    if treff is None or kommune is None or kommune in a.kommuner:
        return False
    if treff["k"] or treff.start("n"):
        return True
    # A name alone may be that of somebody.
    etternavn = re.compile(rf"[A-ZÆØÅ][a-zæøå.]+\s{re.escape(treff['n'])}\b")
    return not any(etternavn.search(linje.tekst) for linje in a.kilde.linjer)


def finn(a: Arbeid, sterke: Iterable[Utsnitt], svake: Iterable[Utsnitt], alle: Iterable[Utsnitt]) -> None:
    """Find the parties: in what names them as such, then in the title, then the kommune that is named most often."""
    sterke, svake, alle = list(sterke), list(svake), list(alle)
    numre = ved_navnene((*sterke, *svake, *alle))
    for utvalg in (sterke, svake):
        for u in utvalg:
            for en in u.delt(r"(?<=[.;])\s+(?=[A-ZÆØÅ])"):
                if not _UTENFOR.search(en.s):
                    for kommune, navn in kommuner_i(en, numre):
                        ta_med(a, kommune, navn, til_navnet(navn.s, numre))
        if a.kommuner:
            break
    if not a.kommuner:
        _oftest(a, alle, numre)
    for u in (*sterke, *svake, *alle):
        _numre(a, u)
    _politiet(a, [*sterke, *svake], alle)


def kommuner_i(u: Utsnitt, numre: Mapping[str, str] | None = None) -> Iterator[tuple[Kommune, Utsnitt]]:
    """Return the kommuner that a stretch of text names as such: «X kommune», «X (1234)», «X, Y og Z kommuner».

    `numre` are the numbers that stand beside names elsewhere.
    """
    for rekke in (_REKKE, _REKKE_ETTER):
        for treff in rekke.finditer(u.s):
            for ett in ledd.oppramsing(u.gruppe(treff, "n")):
                if kommune := slå_opp(ett.s):
                    yield kommune, ett
    for mønster in (_KOMMUNE, _MED_NUMMER):
        for treff in mønster.finditer(u.s):
            navn, nummer = u.gruppe(treff, "n"), treff.groupdict().get("nr")
            while navn:
                if kommune := slå_opp(navn.s, nummer or til_navnet(navn.s, numre or {})):
                    yield kommune, navn
                    break
                _, mellom, bak = navn.s.partition(" ")
                if not mellom:
                    break
                navn = navn.del_(len(navn.s) - len(bak), len(navn.s))
                navn = navn.del_(3, len(navn.s)) if navn.s.startswith("og ") else navn


@cache
def slå_opp(navn: str, nummer: str | None = None) -> Kommune | None:
    """Return the kommune of today that is, or became of, the one with this name; None when the register has none."""
    rent = re.sub(r"\s+", " ", navn).strip()
    rent = rent.title() if rent.isupper() else rent
    treff = register.kommuner_med_navn(rent)
    if not treff and rent.endswith("s"):
        treff = register.kommuner_med_navn(rent[:-1])
    if nummer and (en := valgt(treff, nummer)):
        return en
    if treff:
        return treff[0]
    i_dag = gammelt_navn(rent)
    return register.kommune(i_dag) if i_dag else None


def ta_med(a: Arbeid, kommune: Kommune, navn: Utsnitt, nummer: str | None = None) -> None:
    """Add a party, unless it is there; it is sure when the number beside it, if any, does not speak against it."""
    samme = navn.s.casefold() == kommune.navn.casefold()
    hvorfor = "registeret" if samme else f"registeret: nå {kommune.navn}"
    if kommune in a.kommuner:
        return
    sikkerhet, hvorfor = (TROLIG, mot) if (mot := taler_mot(kommune, navn.s, nummer)) else (SIKKER, hvorfor)
    a.kommuner.append(kommune)
    a.legg_til(
        {
            "kommunenummer": navn.verdi(sikkerhet, hvorfor, kommune.kommunenummer, ordrett=False),
            "navn": navn.verdi(sikkerhet, hvorfor, kommune.navn, ordrett=samme),
        },
        "parter.kommuner",
    )


def _oftest(a: Arbeid, alle: list[Utsnitt], numre: Mapping[str, str]) -> None:
    funnet: dict[Kommune, list[Utsnitt]] = {}
    for u in alle:
        for en in u.delt(r"(?<=[.;])\s+(?=[A-ZÆØÅ])"):
            for kommune, navn in kommuner_i(en, numre) if not _UTENFOR.search(en.s) else ():
                funnet.setdefault(kommune, []).append(navn)
    if funnet:
        kommune = max(funnet, key=lambda k: len(funnet[k]))
        navn = funnet[kommune][0]
        ta_med(a, kommune, navn, til_navnet(navn.s, numre))


def _numre(a: Arbeid, u: Utsnitt) -> None:
    """Account for the old number of a party, and take its organisasjonsnummer."""
    for mønster in (_MED_NUMMER, _NUMMER):
        for treff in mønster.finditer(u.s):
            navn = treff.groupdict().get("n")
            kommune = slå_opp(navn.split()[-1] if navn and not slå_opp(navn) else navn, treff["nr"]) if navn else None
            if kommune is None and len(a.kommuner) == 1:
                kommune = a.kommuner[0]
            if kommune not in a.kommuner:
                continue
            plass = a.kommuner.index(kommune)
            node = a.tre.hent("parter", "kommuner", plass)
            nummer = u.gruppe(treff, "nr")
            if isinstance(node, dict) and isinstance(før := node.get("kommunenummer"), Verdi):
                node["kommunenummer"] = før._replace(spenn=(*før.spenn, nummer.spenn))
                a.dekk(node)
                a.etikett(u.del_(treff.start("m") if "m" in treff.groupdict() else treff.start(), treff.start("nr")))
    for treff in _ORGNR.finditer(u.s):
        if re.search(r"(?i)politi", u.s[max(0, treff.start() - 40) : treff.start()]):
            continue
        if len(a.kommuner) == 1 and a.sett(
            u.gruppe(treff, "o").verdi(SIKKER, "organisasjonsnummer"), "parter.kommuner.0.organisasjonsnummer"
        ):
            a.etikett(u.del_(treff.start(), treff.start("o")))


_FYLKE = senere(rf"(?P<f>{_STORT}(?:\s(?i:og)\s{_STORT}|\s{_STORT})?\s(?i:fylkeskommune))(?!\w)")


def fylkeskommunen(a: Arbeid, sterke: Iterable[Utsnitt]) -> None:
    """Take the fylkeskommune as a party when it is named together with the kommuner as one."""
    for u in sterke:
        if (treff := _FYLKE.search(u.s)) and not _UTENFOR.search(u.s):
            a.sett({"navn": u.gruppe(treff, "f").verdi(SIKKER, "nevnt sammen med partene")}, "parter.fylkeskommune")
            return


def organisasjonsnumre(a: Arbeid, alle: Iterable[Utsnitt]) -> None:
    """Take the organisasjonsnummer of each of several kommuner: it stands after the name."""
    sist: Kommune | None = None
    for u in alle:
        nevnt = [*kommuner_i(u)]
        for treff in _ORGNR.finditer(u.s):
            foran = [k for k, navn in nevnt if navn.fra - u.fra < treff.start()]
            kommune = foran[-1] if foran else sist
            if kommune in a.kommuner and not re.search(r"(?i)politi", u.s[max(0, treff.start() - 40) : treff.start()]):
                verdi = u.gruppe(treff, "o").verdi(SIKKER if foran else TROLIG, "organisasjonsnummer")
                if a.sett(verdi, f"parter.kommuner.{a.kommuner.index(kommune)}.organisasjonsnummer"):
                    a.etikett(u.del_(treff.start(), treff.start("o")))
        sist = nevnt[-1][0] if nevnt else None if len(u.s) > 60 else sist


def _politiet(a: Arbeid, først: list[Utsnitt], alle: list[Utsnitt]) -> None:
    for u in (*først, *alle):
        for treff in _DISTRIKT.finditer(u.s):
            navn = u.del_(treff.start("d"), treff.end())
            for kandidat in _kortere(navn):
                if node := distriktet.distrikt(kandidat):
                    a.sett(distriktet.i_dag(a, node), "parter.politi.distrikt")
                    break
    _driftsenhetsleder(a, [*først, *alle])
    for u in sorted(først, key=lambda u: not re.search(r"(?i)politi", u.s)):
        _enhet(a, u)
    if not a.tre.har("parter", "politi", "distrikt") and a.kommuner:
        hvor = a.tre.hent("parter", "kommuner", 0, "navn")
        if isinstance(hvor, Verdi):
            verdi = Verdi(
                a.kommuner[0].politidistrikt,
                hvor.spenn,
                TROLIG,
                "registeret: kommunens politidistrikt i dag",
                ordrett=False,
            )
            a.sett(verdi, "parter.politi.distrikt")
    for u in alle:
        if not a.tre.har("parter", "politi", "enhet"):
            _enhet(a, u, trolig=True)


_LEDER_AV_ENHETEN = (
    senere(
        r"(?i:leder\w*|leiar\w*)\s(?:(?i:av|for)\s)?(?i:(?:geografisk\s|den\s)*(?:drifts(?:enhet|eining)\w*|gde))"
        rf"(?:\s(?i:i\s)?{_STORT})?,?\s(?P<t>{uttrykk.TITTEL})\s(?P<n>{uttrykk.NAVN})"
    ),
    senere(
        rf"(?P<t>{uttrykk.TITTEL})\s(?P<n>{uttrykk.NAVN}),?\s(?:som\s(?:er\s)?)?(?i:leder|leiar)(?:\s(?i:av|for))?\s"
        r"(?i:(?:geografisk\s|den\s)*(?:drifts(?:enhet|eining)\w*|gde))"
    ),
    senere(rf"(?P<t>(?i:driftsenhetsleder|driftseiningsleiar)(?:en)?)\s(?P<n>{uttrykk.NAVN})"),
)


def _driftsenhetsleder(a: Arbeid, alle: list[Utsnitt]) -> None:
    for u in alle:
        for mønster in _LEDER_AV_ENHETEN:
            if (treff := mønster.search(u.s)) and not ledd.er_instans(treff["n"]):
                tittel, navn = u.gruppe(treff, "t"), u.gruppe(treff, "n")
                node: dict[str, Node] = {
                    "tittel": tittel.verdi(SIKKER, "lederen av driftsenheten", ledd.som_tittel(tittel.s)),
                    "navn": navn.verdi(SIKKER, "lederen av driftsenheten"),
                }
                a.sett(node, "parter.politi.driftsenhetsleder")
                return


def _kortere(u: Utsnitt) -> Iterator[Utsnitt]:
    while u.s:
        yield u
        _, mellom, bak = u.s.partition(" ")
        if not mellom:
            return
        u = u.del_(len(u.s) - len(bak), len(u.s))


def _med_små(navn: str) -> str | None:
    """Return the name of a unit that is in capitals as it is otherwise written; None for another."""
    if not navn.isupper():
        return None
    ord_ = [en if en in ("og", "i") else en.title() for en in navn.lower().split()]
    return " ".join([*ord_[:-1], ord_[-1].lower()])


def _om_andre(u: Utsnitt, plass: int) -> bool:
    """Tell whether the sentence that an office is named in says that it is not that of the agreement."""
    alle = (en for en in setninger(u) if 0 <= u.fra + plass - en.fra < len(en.s))
    return any(er_utenfor(en.s) or er_eksempel(en.s) for en in alle)


def _enhet(a: Arbeid, u: Utsnitt, *, trolig: bool = False) -> None:
    for mønster in (_ENHET, _ENHETEN, _VED):
        if treff := mønster.search(u.s):
            del_ = u.gruppe(treff, "e")
            if leder := re.match(rf"{uttrykk.NAVN}\si\s", del_.s):  # «lensmann Kari Lund i Os lensmannsdistrikt»
                del_ = del_.del_(leder.end(), len(del_.s))
            if re.match(r"(?i)politiet i", del_.s) or _om_andre(u, treff.start("e")):
                continue
            a.sett(
                del_.verdi(
                    SIKKER if mønster is not _VED and not trolig else TROLIG, "enheten i politiet", _med_små(del_.s)
                ),
                "parter.politi.enhet",
            )

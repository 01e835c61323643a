"""A form about the parties: a label in each row for the kommune, those who lead it, the police and the case."""

from __future__ import annotations

import re
from collections.abc import Iterable

from avtalegen.importering import ledd, uttrykk
from avtalegen.importering.arbeid import Arbeid, rolle
from avtalegen.importering.blokker import Rute, Tabell
from avtalegen.importering.funnet import SIKKER, Node
from avtalegen.importering.gjenkjenning import avtalen, distriktet, parter, vedtatt
from avtalegen.importering.gjenkjenning.vedtatt import ORGAN
from avtalegen.importering.utsnitt import Utsnitt
from avtalegen.importering.ventende import senere
from avtalegen.register import Kommune

_HVORFOR = "skjemaet over partene"
_KOMMUNE = r"(?:na[mv]n(?:et)? på )?(?:kommun(?:e|en|ens)|herad(?:et|ets)?)(?: (?:sitt )?(?:fulle )?na[mv]n)?"
_POLITI = r"(?:politi\w*|lensmann\w*|drifts\w*|geografisk\w* \w+|enhet\w*|eining\w*)"
_FELT = tuple(
    (navn, senere(rf"(?i)(?:{ord_})\W*"))
    for navn, ord_ in (
        ("kommune", _KOMMUNE),
        ("nummer", r"(?:kommune|herads?)-?\s?(?:nummer|nr\.?)"),
        ("organisasjonsnummer", r"org\w*\.?\s?-?\s?(?:nummer|nr\.?)?(?: (?:i|til|for) kommunen)?"),
        ("leder", r"ordfør\w*(?: i kommunen)?|byrådsled\w+"),
        ("administrativ_leder", r"(?:rådmann|kommunedirektør|administrasjonssjef|kommunesjef)\w*(?: i kommunen)?"),
        ("distrikt", r"politidistrikt\w*"),
        (
            "enhet",
            r"(?:politistasjons|lensmanns)distrikt\w*|(?:geografisk )?drifts(?:enhet|eining)\w*|"
            r"tjenesteenhet\w*|tenesteeining\w*|(?:lokal |ansvarl\w+ )?(?:politi)?(?:enhet|eining)\w*",
        ),
        (
            "politileder",
            rf"(?:leder|leiar|sjef)\w* (?:for|av|i|ved) {_POLITI}|(?:driftsenhet|driftseining|politi|lensmanns)s?"
            r"(?:leder|leiar)\w*|politistasjonssjef\w*|lensmann(?:en)?|politimester\w*|politimeister\w*",
        ),
        (
            "saksnummer",
            r"(?:kommunens |kommunen sin )?(?:arkiv)?sak(?:s)?-?(?:nummer|nr\.?)?(?: i kommunen| kommunen)?",
        ),
        ("annen_sak", r"(?:politiets )?(?:arkiv)?sak\w*(?:\s?nr\.?)?(?: i| hos)? ?(?:politi|lensmann|distrikt)\w*"),
    )
)
"""What each label of such a form is of."""
_NOK = 3
"""Rows of a form that are of the parties, with the one that names the kommune."""
_NAVN_PÅ_EN = 4
"""Words of the name of a kommune."""


def _rader(t: Tabell) -> dict[str, tuple[Rute, Rute]]:
    """Return the label and the cell of each row that is of the parties, by what it is of."""
    rader: dict[str, tuple[Rute, Rute]] = {}
    for r in range(t.rader):
        merke, celle = t[r, 0], t[r, 1]
        if merke is None or celle is None or merke is celle or not celle.tekst.strip(" –-"):
            continue
        felt = next((navn for navn, mønster in _FELT if mønster.fullmatch(merke.tekst)), None)
        if felt:
            rader.setdefault(felt, (merke, celle))
    return rader


def _kommunen(rader: dict[str, tuple[Rute, Rute]]) -> tuple[Kommune, Utsnitt] | None:
    """Return the kommune that a form names, with where it stands."""
    if "kommune" not in rader or len(rader) < _NOK:
        return None
    u = next(u for u in rader["kommune"][1].utsnitt if u.s.strip()).strippet()
    slutt = re.search(r"(?i)\s(?:kommune|herad)$", u.s)
    navn = u.del_(0, slutt.start()) if slutt else u
    nummer = rader["nummer"][1].tekst.strip() if "nummer" in rader else None
    kommune = parter.slå_opp(navn.s, nummer) if len(navn.s.split()) <= _NAVN_PÅ_EN else None
    return (kommune, navn) if kommune else None


def partene(a: Arbeid, tabeller: Iterable[Tabell]) -> None:
    """Let the kommune that a form names be the party."""
    for t in tabeller:
        if not a.kommuner and t.kolonner == 2 and (funnet := _kommunen(rader := _rader(t))):
            nummer = rader["nummer"][1].tekst.strip() if "nummer" in rader else None
            parter.ta_med(a, *funnet, nummer)


def les(a: Arbeid, t: Tabell) -> bool:
    """Read a form about the parties; tell whether it was one.

    The decision, and the agreement that this one renews, are taken from whatever table of labels they stand in.
    """
    _vedtaket(a, t)
    _fornyer(a, t)
    rader = _rader(t) if t.kolonner == 2 else {}
    funnet = _kommunen(rader)
    if funnet is None or [*a.kommuner] != [funnet[0]]:
        return False
    for felt, (merke, celle) in rader.items():
        u = next(u for u in celle.utsnitt if u.s.strip()).strippet(" \t\n,;")
        if _les(a, felt, merke, u):
            for en in merke.utsnitt:
                a.etikett(en)
    return True


_NUMMER = senere(r"\d{3}\s?\d{3}\s?\d{3}(?!\d)")
_SAK = senere(r"\d{2,4}\s?/\s?\d{1,7}(?:-\d+)?|20\d{6,8}(?:-\d{1,3})?")


def _les(a: Arbeid, felt: str, merke: Rute, u: Utsnitt) -> bool:
    if felt == "kommune":
        a.etikett(u)
        return True
    if felt == "organisasjonsnummer":
        treff = _NUMMER.search(u.s)
        verdi = u.gruppe(treff).verdi(SIKKER, _HVORFOR) if treff else None
        return a.sett(verdi, "parter.kommuner.0.organisasjonsnummer")
    if felt == "nummer":
        a.etikett(u)
        return True
    if felt == "saksnummer":
        treff = _SAK.match(u.s)
        return a.sett(u.gruppe(treff).verdi(SIKKER, _HVORFOR) if treff else None, "avtale.saksnummer")
    if felt in ("leder", "administrativ_leder", "politileder"):
        return a.sett(
            _rolle(merke, u, felt), "parter.politi.leder" if felt == "politileder" else f"parter.kommuner.0.{felt}"
        )
    if felt == "distrikt":
        node = distriktet.distrikt(u)
        return a.sett(distriktet.i_dag(a, node), "parter.politi.distrikt") if node else False
    if felt == "enhet":
        a.tre.fjern("parter", "politi", "enhet")
        return a.sett(u.verdi(SIKKER, _HVORFOR), "parter.politi.enhet")
    return False


def _rolle(merke: Rute, u: Utsnitt, felt: str) -> Node | None:
    """Return the one whom a row names, with the title that the label is when none stands there."""
    node = rolle(u, SIKKER, _HVORFOR)
    tittel = re.fullmatch(uttrykk.TITTELORD, merke.tekst.strip(" :."))
    if isinstance(node, dict) and "navn" in node and "tittel" not in node and (tittel or felt != "politileder"):
        over = next(en for en in merke.utsnitt if en.s.strip()).strippet()
        return {"tittel": over.verdi(SIKKER, _HVORFOR, ledd.som_tittel(over.s)), **node}
    return node if isinstance(node, dict) and "navn" in node else None


_ORGANET = senere(
    r"(?i)(?:ved(?:tatt|teken|teke)|godkjent|godkjend|behandlet|behandla|handsama|organ)(?: (?:av|i))?(?: organ)?\W*"
)
_SAKEN = senere(
    r"(?i)(?:vedtak(?:s)?|møte)?-?(?:sak\w*|dato|vedtak|nr|nummer)\.?\s?(?:(?:og|/|,)\s?(?:dato|saks?nr|sak\w*|møtedato)\.?)?\W*"
)


def _vedtaket(a: Arbeid, t: Tabell) -> None:
    """Take the decision that one row says who made, and the next ones the case and the day of."""
    if t.kolonner != 2 or len(a.kommuner) != 1:
        return
    for r in range(t.rader - 1):
        merke, celle = t[r, 0], t[r, 1]
        organ = ORGAN.fullmatch(celle.tekst.strip(" .,")) if celle else None
        if merke is None or celle is None or not organ or not _ORGANET.fullmatch(merke.tekst):
            continue
        u = next(en for en in celle.utsnitt if en.s.strip()).strippet()
        node: dict[str, Node] = {"organ": u.verdi(SIKKER, "organet", avtalen.organet(u.s), ordrett=False)}
        merker = [merke]
        for neste in range(r + 1, min(r + 3, t.rader)):
            under, ved = t[neste, 0], t[neste, 1]
            if under is None or ved is None or not _SAKEN.fullmatch(under.tekst):
                break
            if saken := vedtatt.sak_og_dato(a, next((en for en in ved.utsnitt if en.s.strip()), ved.utsnitt[0])):
                node |= saken
                merker.append(under)
        if len(node) > 1 and a.sett(node, "parter.kommuner.0.vedtak"):
            for en in (u for rute in merker for u in rute.utsnitt):
                a.etikett(en)


_FORNYER = senere(
    r"(?i)(?:fornying|fornyelse|revisjon|revidering|oppdatering|vidareføring|videreføring|avløysing|avløsning|erstatning)"
    r"\s(?:av|for)\s(?P<t>(?:den\s|vår\s)?(?:\w+\s){0,3}\w*avtal\w+)"
)


def _fornyer(a: Arbeid, t: Tabell) -> None:
    """Take the agreement that a row says this one renews, with its day there or on the line under."""
    for rute in t.egne.values():
        u = next((en for en in rute.utsnitt if en.s.strip()), None)
        treff = _FORNYER.search(u.s) if u and rute.celle.kolonne else None
        if u is None or treff is None:
            continue
        bak = [u.del_(treff.end(), len(u.s)), *(en for en in rute.utsnitt if en.linje > u.linje)]
        dag = next(((en, m) for en in bak if (m := re.search(uttrykk.DATO, en.s))), None)
        dato = a.les(dag[0].gruppe(dag[1]), "dato", SIKKER, _HVORFOR) if dag else None
        if dag and dato:
            node: dict[str, Node] = {"tittel": u.gruppe(treff, "t").verdi(SIKKER, _HVORFOR), "dato": dato}
            a.legg_til(node, "avtale.erstatter")
            a.etikett(u)
            for merke in (t[rute.celle.rad, 0] or rute).utsnitt:
                a.etikett(merke)

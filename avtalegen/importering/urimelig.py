"""What a value can't be: a person is no sentence, a place has no verb, and who had an office before is no member."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from avtalegen.importering.arbeid import Arbeid
from avtalegen.importering.funnet import TROLIG, Node, Rute, Verdi
from avtalegen.importering.ledd import er_politi
from avtalegen.importering.utsnitt import som_lest
from avtalegen.importering.ventende import senere

_VERB = (
    r"(?:er|var|blir|ble|blei|vert|vart|har|hadde|skal|skulle|kan|må|bør|vil|går|kommer|kjem|møter|møtes|møtest|sender|"
    r"fører|velges|veljast|veksler|vekslar|varierer|avtales|avtalast|bestemmes|holdes|haldast|tar|tek|fikk|"
    r"fekk|inngikk|inngjekk)"
)
_SETNING = senere(rf"(?i)(?<!\bmen )(?<!\bog )(?:\b{_VERB}\b(?!-)|(?<=[a-zæøå]en )(?:leder|leier)\b)")
"""A verb that is not that of a clause about the one who is named; the clause is left out (`_er_setning`)."""
_HAR_VERVET = senere(
    rf"(?i)\s{_VERB}\s(?:(?:også|òg|fast|valgt|vald)\s)?(?:til\s|som\s)?"
    r"(?:møte)?(?:leder|leiar|nestleder|nestleiar|sekretær|referent|medlem|formann|varamedlem|observatør)\b"
)
"""What a title is no part of: the office that the one who has it, has in the council."""
_NESTE = senere(r"\.\s(?=[A-ZÆØÅ][a-zæøå]+\s)")
_INGEN = (
    r"(?:vakant\w*|ledig\w*|ubesatt\w*|n\.?\s?n\.?|x{2,}|\?+|"
    r"(?:ikk[je]+|ennå ikk[je]+|enno ikkje)\s(?:bestemt|avklart?\w*|utpe\w+|oppnevnt|oppnemnd|tilsatt|tilsett|"
    r"valgt|vald)|(?:kommer|kjem)\s(?:senere|seinare|tilbake)|"
    r"(?:(?:blir|vert|skal)\s(?:valgt|vald)|(?:(?:blir|vert|skal)\s)?(?:oppnev?n\w*|oppnemn\w*|utpe[ki]\w*|"
    r"velges|veljast|avklares|avklarast|tilsettes|tilsetjast))\b(?:\s(?:av|på|i|etter|når|senere|seinare)\b[^.]{0,60})?)"
)
_INGEN_ENNÅ = senere(rf"(?i){_INGEN}\W*")
_TITTEL_UTEN = senere(rf"(?i)(?:\s?[(–,:-]|\s)\s?{_INGEN}\W*$")
"""What stands where a name would, when nobody has the office yet."""
_DEN_SOM = senere(r"(?i)(?:den|det|en|ei|ein)\s(?:er\s)?(?:\w+\s){0,3}som\b")
_BISETNING = senere(r"(?i)\b(?:som|der|når|dersom|hvis|viss|om|fordi|for at)\b")
_IKKE_NOEN = senere(
    r"(?i)(?:følgende|følgjande|fylgjande|disse|desse|andre|alle|noen|nokon|vi|de|dei|den|det|dette|man|ein|en|ho|hun|"
    r"han|før|ope|opent|åpent?|stengt|stengd|innkalling|referat|møte\w*)"
)
_IKKE_LENGER = senere(
    r"(?i)(?:(?<!\w)(?:tidl(?:igere|egare)|tidl\.|forhenværende|fhv\.|(?:av|fra|frå)g(?:ått|åtte)|avtroppende|avtroppande|"
    r"forrige|førre|forgjenger\w*|forgjengar\w*|før:?|fram til \d{4}:?)\s?)$"
)
"""What stands right before one who had the office."""
_TIL_DA = senere(r"(?i)\s?\((?:(?:fram|frem)?\s?til|sluttet|slutta|gikk av|gjekk av|t\.o\.m\.)\s")
_IKKE_STED = senere(
    r"(?i)(?:før|når|stengt|stengd|fram til|frem til|inntil|tidl(?:igere|egare)|(?:etter|fra|frå|til)\s\d|"
    r"(?:formannskap|kommunestyre|bystyre|heradsstyre)(?:et|t)?|\w{0,20}møtet?|telefon(?:en)?|e-?post|"
    r"(?:ope|opent|åpent?)(?!\s(?:hus|hall|skole|skule|kirke|kyrkje)\b)|"
    r"(?:det|den|dette)(?!\s(?:gamle|nye|tidligere|tidlegare|store|vesle|lille)\s\w))\b"
)
"""What no place begins with, but «Det gamle rådhuset» and «Åpen skole» are some."""
_ÅPENT = senere(
    r"(?i)(?:ope|opent|åpent?|(?:åpnings|opnings|kontor|treffe)?tid\w*|kontordag\w*|\w{0,12}adresse\w*|telefon\w*|sted|stad|dag(?:er|ar)?)"
)
_ANNEN_DAG = senere(
    r"(?i)(?:valg\w*|\w*valet|\bval\b|møtest?\b|flytt\w*|slo seg|slått saman|slått sammen|samm?[ae]nslå\w*|opprett\w*|"
    r"sagt opp|endr\w*|budsjett\w*|skolestart|skulestart|tiltrådte|tiltredde|gikk av|gjekk av|slutt(?:et|a)\b(?!\sseg))"
    r"[^,.;]{0,40}$"
)
"""What stands before the day of something else that the sentence is about too."""
_I_ET_ÅR = r"(?:før|fram til|frem til|inntil|til)\s(?:19|20)\d\d\b|før i tid\w*"
_DEN_GANG = senere(rf"(?i){_I_ET_ÅR}|tidl(?:igere|egare)\b")
_OMRÅDE_DEN_GANG = senere(
    rf"(?i){_I_ET_ÅR}|"
    r"tidl(?:igere|egare)(?=\s?(?:$|:|\d|\w*(?:satsning|satsing|innsats|område|priorit|tiltak|avtale|mål|periode)))"
)
"""What was worked with before, but «Tidligere straffedømte» is an area of today."""
_DAGENE = (("avtale", "dato"), ("vedtak", "dato"))
_STED = frozenset(("adresse", "sted", "steder", "postadresse", "besøksadresse"))
_ROLLER = ("satsningsområder", "politiråd", "politikontakt", "slt", "signaturer", "evaluering", "tjenestetilbud")
_FOLK = ("politiråd", "politikontakt", "slt", "signaturer")
_RÅDETS = ("politiråd", "navn")
_IKKE_NAVN = senere(
    r"(?i).*\d.*|(?:møte)?(?:dato|dag)\w*|na[vm]n\w*|emn[ea]\w*|tema\w*|tittel\w*|medlem\w*|telefon\w*|tid\w*|klokk\w*"
)
"""What nobody is called: something with a number in it, and the words over the columns of a table."""
_FORAN, _ETTER, _HENDING = 20, 24, 70
"""Characters before a value, and after it, in which it may be said that it is no more, or what happened that day."""


def ta_ut(a: Arbeid) -> None:
    """Take out what can't be what it was taken for; it is then kept as it was written, with all that is left over."""
    linjer = {linje.nr: linje.tekst for linje in a.kilde.linjer}
    for rute, verdi in reversed([*a.tre.verdier()]):
        if (rute[0] == "periode" or rute[-2:] in _DAGENE) and _er_annen_dag(linjer, verdi):
            _sett(a, rute, verdi._replace(sikkerhet=TROLIG))
        if (
            rute[:2] == ("satsningsområder", "områder")
            and rute[3:] == ("navn",)
            and _OMRÅDE_DEN_GANG.match(verdi.tekst)
        ):
            _fjern(a, rute[:-1])
        # Where one that was named here is taken out, another has come in its place.
        if rute[0] not in _ROLLER or a.tre.hent(*rute) is not verdi:
            continue
        nøkkel = next(steg for steg in reversed(rute) if isinstance(steg, str))
        if nøkkel in _STED or (nøkkel == "navn" and "tjenestesteder" in rute):
            _stedet(a, rute, verdi)
        elif (nøkkel == "merknad" and _DEN_GANG.match(verdi.tekst)) or (
            nøkkel == "navn" and rute[0] in _FOLK and _INGEN_ENNÅ.fullmatch(verdi.tekst)
        ):
            _fjern(a, rute)
        elif rute[-1] == "navn" and rute[0] in _FOLK and rute != _RÅDETS and _IKKE_NAVN.fullmatch(verdi.tekst):
            _fjern(a, rute[:-1])
        elif nøkkel == "tittel":
            _tittelen(a, linjer, rute, verdi)
        elif nøkkel == "navn" and rute[0] in ("politiråd", "signaturer", "slt") and _er_gått(linjer, verdi):
            _fjern(a, rute[:-1])
        elif nøkkel == "ansvarlig" and _er_setning(verdi.tekst):
            _fjern(a, rute)
        elif nøkkel == "for" and rute[0] == "signaturer":
            _for(a, rute, verdi)
    _erstattede(a)


def _stedet(a: Arbeid, rute: Rute, verdi: Verdi) -> None:
    """Take out a place that is none; what is known of one whose name is a word for its hours, may still be right."""
    if _ÅPENT.fullmatch(verdi.tekst) and rute[-1] == "navn":
        _sett(a, rute, verdi._replace(sikkerhet=TROLIG))
    elif _IKKE_STED.match(verdi.tekst) or (len(verdi.tekst.split()) > 2 and _er_setning(verdi.tekst)):
        _fjern(a, rute[:-1] if rute[-1] == "navn" else rute)


def _tittelen(a: Arbeid, linjer: Mapping[int, str], rute: Rute, verdi: Verdi) -> None:
    """Cut a title before the office that the sentence is about; take out one that is a sentence, or nobody's now."""
    if treff := _HAR_VERVET.search(verdi.tekst) or _NESTE.search(verdi.tekst):
        if treff.start() and (kort := _kortet(verdi, treff.start())):
            _sett(a, rute, kort)
            return
        _fjern(a, rute[:-1])
    elif (tom := _TITTEL_UTEN.search(verdi.tekst)) and (kort := _kortet(verdi, tom.start())):
        _sett(a, rute, kort._replace(sikkerhet=verdi.sikkerhet))
    elif (
        any(m.fullmatch(verdi.tekst.strip()) for m in (_INGEN_ENNÅ, _IKKE_NOEN))
        or _ikke_lenger(verdi.tekst)
        or _er_gått(linjer, verdi)
    ):
        _fjern(a, rute[:-1])
    elif _DEN_SOM.match(verdi.tekst):
        _sett(a, rute, verdi._replace(sikkerhet=TROLIG))
    elif _er_setning(verdi.tekst.partition(" (")[0]):
        _fjern(a, rute[:-1])


def _er_setning(tekst: str) -> bool:
    """Tell whether a text has a verb before any clause that begins in it."""
    bisetning = _BISETNING.search(tekst)
    return bool(_SETNING.search(tekst[: bisetning.start()] if bisetning else tekst))


def _ikke_lenger(tekst: str) -> bool:
    """Tell whether a title begins with that it was before."""
    først = tekst.partition(" ")[0]
    return bool(først and _IKKE_LENGER.search(f"{først} "))


def _er_gått(linjer: Mapping[int, str], verdi: Verdi) -> bool:
    """Tell whether the words around one who is named, say that it was before."""
    for spenn in verdi.spenn[:1]:
        linje = som_lest(linjer[spenn.linje])
        if _IKKE_LENGER.search(linje[max(0, spenn.fra - _FORAN) : spenn.fra]):
            return True
        if _TIL_DA.match(linje[spenn.til : spenn.til + _ETTER]):
            return True
    return False


def _er_annen_dag(linjer: Mapping[int, str], verdi: Verdi) -> bool:
    """Tell whether what stands before a day in its sentence, is something else that happened, or will."""
    if verdi.sikkerhet is TROLIG or verdi.markdown or len(verdi.spenn) != 1:
        return False
    spenn = verdi.spenn[0]
    linje = som_lest(linjer[spenn.linje])
    return bool(_ANNEN_DAG.search(linje[max(0, spenn.fra - _HENDING) : spenn.fra]))


def _for(a: Arbeid, rute: Rute, verdi: Verdi) -> None:
    """Take out the side that somebody signs for when the title is one of the other side."""
    tittel = a.tre.hent(*rute[:-1], "tittel")
    if isinstance(tittel, Verdi) and er_politi(tittel.tekst) != er_politi(verdi.tekst):
        kommunal = re.search(r"(?i)ordfør|rådmann|kommune(?:direktør|sjef)|\bkommune\b|\bherad\b", tittel.tekst)
        kommune = re.search(r"(?i)\bkommune|\bherad\b", verdi.tekst)
        if (er_politi(tittel.tekst) and kommune) or (kommunal and er_politi(verdi.tekst)):
            _fjern(a, rute)


def _erstattede(a: Arbeid) -> None:
    """Let no clause be for sure the title of the agreement before this one."""
    for nr in range(len(a.tre.liste("avtale", "erstatter"))):
        rute: Rute = ("avtale", "erstatter", nr, "tittel")
        verdi = a.tre.hent(*rute)
        if isinstance(verdi, Verdi) and (
            _SETNING.search(verdi.tekst) or re.search(r"\b(?:som|der|da|då|når)\b", verdi.tekst)
        ):
            _sett(a, rute, verdi._replace(sikkerhet=TROLIG))


def _kortet(verdi: Verdi, lengde: int) -> Verdi | None:
    """Return the beginning of a value, None when it doesn't stand as it is in one place."""
    if len(verdi.spenn) != 1 or verdi.spenn[0].til - verdi.spenn[0].fra != len(verdi.tekst):
        return None
    spenn = verdi.spenn[0]
    return verdi._replace(tekst=verdi.tekst[:lengde], spenn=(spenn._replace(til=spenn.fra + lengde),), sikkerhet=TROLIG)


def _sett(a: Arbeid, rute: Rute, verdi: Verdi) -> None:
    gammel = a.tre.hent(*rute)
    over = a.tre.hent(*rute[:-1])
    assert isinstance(gammel, Verdi)
    _udekk(a, gammel)
    over[rute[-1]] = verdi  # type: ignore[index]
    a.dekk(verdi)


def _fjern(a: Arbeid, rute: Rute) -> None:
    """Take out what stands at a place, what is left empty over it, and what it accounted for."""
    node = a.tre.hent(*rute)
    if node is None:
        return
    for verdi in _verdier(node):
        _udekk(a, verdi)
    a.tre.fjern(*rute)
    for lengde in range(len(rute) - 1, 0, -1):
        over = a.tre.hent(*rute[:lengde])
        if over is None or isinstance(over, Verdi) or over:
            return
        a.tre.fjern(*rute[:lengde])


def _udekk(a: Arbeid, verdi: Verdi) -> None:
    for spenn in verdi.spenn:
        a.dekket[spenn.linje][spenn.fra : spenn.til] = bytes(spenn.til - spenn.fra)


def _verdier(node: Node) -> Iterator[Verdi]:
    if isinstance(node, Verdi):
        yield node
    else:
        for under in node.values() if isinstance(node, dict) else node:
            yield from _verdier(under)

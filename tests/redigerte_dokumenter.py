"""Thirty documents as people edit them: which agreement, what they did, and whether tracking was on."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from docx.document import Document as WordDocument

from tests.tilbakeprove import Endre, avsnitt, borte, byttet, etter, flyttet, raden, sporet, sporet_borte, sporet_etter

ROT = Path(__file__).parent.parent
_E, _D = ROT / "eksempler", ROT / "tests" / "data"
FLAKSTAD, MALVIK, SARPSBORG, HALLINGDAL = (
    _E / f"{navn}.yaml" for navn in ("flakstad", "malvik", "sarpsborg", "hallingdal")
)
FAUSKE = _E / "avtalerepo" / "avtaler" / "fauske.yaml"
RIK, RIK_NYNORSK = _D / "rik.yaml", _D / "rik-nynorsk.yaml"


class Redigert(NamedTuple):
    """A document and what somebody has done with it. `endringer` counts what they changed."""

    navn: str
    fil: Path
    endre: tuple[Endre, ...]

    @property
    def endringer(self) -> int:
        """How many changes there are."""
        return len(self.endre)


def fet(tekst: str) -> Endre:
    """Make a paragraph bold: no change of what it says."""

    def endre(document: WordDocument) -> None:
        for run in avsnitt(document, tekst).runs:
            run.bold = True

    return endre


DOKUMENTER = (
    Redigert("et antall skrevet over", FLAKSTAD, (byttet("minst to faste", "fire faste"),)),
    Redigert("et antall skrevet over, sporet", FLAKSTAD, (sporet("minst to", "seks"),)),
    Redigert("et navn skrevet over, sporet", FLAKSTAD, (sporet("Hans Fredrik Sørdal", "Kari Nes"),)),
    Redigert("et ord foran og et bak", FLAKSTAD, (byttet("Tone Vangen,", "Anne Tone Vangen Berg,"),)),
    Redigert(
        "åpningstid og telefon", FLAKSTAD, (byttet("09.00–14.30", "08.00–15.00"), byttet("76 05 43 01", "76 05 43 02"))
    ),
    Redigert(
        "punkter ut, inn og endret",
        FLAKSTAD,
        (borte("NAV"), etter("Lokalt politi", "Skole"), byttet("Helsesøster", "Helsesykepleier")),
    ),
    Redigert("punkter ut og inn, sporet", FLAKSTAD, (sporet_borte("NAV"), sporet_etter("Lokalt politi", "Skole"))),
    Redigert("et punkt flyttet", FLAKSTAD, (flyttet("NAV", "Barnevern"),)),
    Redigert("en rad inn", FLAKSTAD, (raden(1, "Barnevernvakten", "911 22 333"),)),
    Redigert("naboer satt sammen", FLAKSTAD, (byttet("Sjølie, lensmann for", "Sjølielensmann for"),)),
    Redigert("bare formatert", FLAKSTAD, (fet("Politikontakten er:"),)),
    Redigert(
        "avtalegens setning skrevet om",
        FLAKSTAD,
        (byttet("SLT er samordning av lokale", "SLT er lokal samordning av"),),
    ),
    Redigert("et navn endret ett av to steder", FLAKSTAD, (byttet("ved Asbjørn Sjølie", "ved Asbjørn Berg"),)),
    Redigert(
        "et navn endret begge steder",
        FLAKSTAD,
        (
            byttet("ved Asbjørn Sjølie", "ved Asbjørn Berg"),
            byttet("Asbjørn Sjølie, lensmann for", "Asbjørn Berg, lensmann for"),
        ),
    ),
    Redigert(
        "en oppramsing i en setning", FLAKSTAD, (byttet("politigjøremål og sivile", "politigjøremål, pass og sivile"),)
    ),
    Redigert("tittel og undertittel", MALVIK, (byttet("Pilot – politikontakt", "Pilot – to politikontakter"),)),
    Redigert("en frist", MALVIK, (byttet("innen utgangen av 2016", "innen 1. mars 2017"),)),
    Redigert(
        "lange punkter",
        MALVIK,
        (
            byttet("Rådgivere for kommunen", "Rådgivere for kommunen og skolene"),
            byttet("rus, radikalisering og vold", "rus og vold"),
            sporet("minst åtte ganger", "minst seks ganger"),
        ),
    ),
    Redigert("et nytt avsnitt i en setning", MALVIK, (etter("Lensmannen", "Tjenesteenhetslederen"),)),
    Redigert("satsningsområder ut og inn", SARPSBORG, (borte("Forebygging av organisert kriminalitet"),)),
    Redigert(
        "medlemmer",
        SARPSBORG,
        (
            etter("Varaordføreren", "Kommunedirektøren"),
            borte("Direktør teknisk"),
            sporet("Stasjonssjef", "Politistasjonssjef"),
        ),
    ),
    Redigert("en periode begge steder", SARPSBORG, (byttet("for perioden 2024–2025.", "for perioden 2024–2026."),)),
    Redigert(
        "to i samme avsnitt",
        SARPSBORG,
        (byttet("har fire faste", "har fem faste"), byttet("vedtektene brukes aktivt", "vedtektene brukes daglig")),
    ),
    Redigert(
        "en dato",
        HALLINGDAL,
        (
            byttet("Fra 25. oktober 2024", "Fra 1. november 2024"),
            byttet("Avtalen gjelder fra 25. oktober 2024", "Avtalen gjelder fra 1. november 2024"),
        ),
    ),
    Redigert(
        "punkter i tre avsnitt",
        HALLINGDAL,
        (
            etter("Legge vekt på trygge oppvekstvilkår", "Følge opp unge som faller ut av skolen"),
            sporet("god lokalkunnskap", "svært god lokalkunnskap"),
            borte("Representanter for interesseorganisasjoner"),
        ),
    ),
    Redigert("et møte til", HALLINGDAL, (byttet("ett fast møte", "to faste møter"),)),
    Redigert(
        "verdier som er arvet",
        FAUSKE,
        (byttet("strategisk nivå", "operativt nivå"), byttet("Dag Eksempel", "Kari Nes")),
    ),
    Redigert(
        "en tabell med tiltak",
        RIK,
        (
            byttet("Holde åpne kvelder i ungdomshusene", "Holde åpne kvelder i alle ungdomshusene"),
            byttet("1. juni 2026", "1. september 2026"),
            sporet("Flere unge som føler seg trygge", "Flere unge som er trygge"),
        ),
    ),
    Redigert(
        "møteplanen",
        RIK,
        (
            byttet("7. mai 2026", "8. mai 2026"),
            byttet("Russetiden", "Russetiden og trafikk"),
            byttet("Rådhuset i Øyer", "Kulturhuset i Øyer"),
        ),
    ),
    Redigert(
        "på nynorsk",
        RIK_NYNORSK,
        (
            sporet("Færre meldingar om vald", "Mykje færre meldingar om vald"),
            byttet("har fire faste", "har seks faste"),
        ),
    ),
)

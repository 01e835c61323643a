"""Asides in old agreements: how it was before, what it is instead of, and what a note says is wrong."""

import re

import pytest

from avtalegen.importering import importer, les
from avtalegen.importering.kilde import Del
from tests.fortaltprove import HODE, feltene, lest
from tests.grundig import spredt


@pytest.mark.parametrize(
    ("tekst", "med", "uten"),
    spredt(
        [
            ("Politikontakt\n\nPolitikontakt er politibetjent Ola Moe (tidligere Kari Lund).", "Ola Moe", "Lund"),
            ("Politikontakt\n\nPolitikontakt: Ola Moe (etter Kari Lund, som har flyttet)", "Ola Moe", "Lund"),
            ("Politikontakt\n\nTelefon: 61 00 00 01 (ikke 61 00 00 99, som er lensmannens)", "61 00 00 01", "00 99"),
            (
                "Politikontakt\n\nOla Moe er politikontakt i 50 prosent stilling (tidligere 20 prosent).",
                "50 prosent",
                "20",
            ),
            (
                "Politikontakt\n\nHan er på rådhuset hver onsdag kl. 10–12, ikke lenger mandager kl. 13–15.",
                "onsdag",
                "13",
            ),
            ("Politirådet\n\nRådet har fire møter i året, mot to møter i året tidligere.", "fire", "to"),
            ("Politirådet\n\nRådet har fire møte i året (mot to i fjor).", "fire", "to"),
            ("Politirådet\n\nMøter:\n\n- torsdag 6. juni 2019 (flyttet til 13. juni 2019)", "13.6.2019", "6.6.2019"),
            ("Varighet\n\nOppsigelsestiden er seks måneder (tidligere tre måneder).", "seks måneder", "tre"),
            ("Varigheit\n\nAvtala gjeld i fire år, tidlegare to år. Ho kan seiast opp.", "fire år", "to år"),
            (
                "Politiets tjenester\n\nLensmannskontoret i Lom er åpent mandag kl. 9–15, tidligere kl. 8–16.",
                "15",
                "16",
            ),
            (
                "Partenes plikter\n\nKommunen skal:\n\n- gi 50 000 kroner (i 2018 var det 30 000 kroner)",
                "50 000",
                "30 000",
            ),
            ("Politikontakt\n\nOla Moe er politikontakt (Kari Lund til 1.8.2019).", "Ola Moe", "Lund"),
            (
                "Politikontakt\n\nOla Moe er politikontakt i 50 prosent stilling, redusert fra 100 prosent.",
                "50 prosent",
                "100",
            ),
            ("Politirådet\n\nRådet møtes fire ganger i året (rettet fra seks).", "fire", "seks"),
            ("Politirådet\n\nRådet møtes fire ganger i året, ikke seks som det sto i utkastet.", "fire", "seks"),
            ("Varigheit\n\nAvtala gjeld til 31. desember 2022, forlengt frå 31. desember 2020.", "2022", "2020"),
            (
                "Varighet\n\nAvtalen kan sies opp med seks måneders varsel, og ikke tre måneder som i den fra 2014.",
                "seks",
                "tre",
            ),
            ("Partenes plikter\n\nKommunen gir 50 000 kroner i året, opp fra 30 000 kroner.", "50 000", "30 000"),
        ],
        10,
    ),
)
def test_an_aside_in_a_sentence_is_no_part_of_its_value(tekst: str, med: str, uten: str) -> None:
    utkast = lest(tekst)
    verdier = feltene(utkast).values()
    assert any(med in verdi for verdi in verdier)
    assert not any(re.search(rf"\b{re.escape(uten)}\b", verdi) for verdi in verdier)
    # It is not lost: it stands in the list of what is not placed, and in no text.
    assert any(uten.partition(".")[0] in en.tekst for en in utkast.ikke_plassert)


def test_what_a_note_corrects_is_read_as_it_says() -> None:
    tekst = (
        "Politikontakt\n\nOla Moe er politikontakt. Han har telefon 976 00 214 og er på Otta.\n\nRiktig nummer er {}."
    )
    for nummer, rest in (("976 00 241", "976 00 214"), ("ukjent", "")):
        kilde = les((HODE + tekst.format(nummer)).encode(), "lom.md")
        *foran, kontakten, note = kilde.linjer
        plass = kontakten.tekst.index(" og er på")
        kontakten = kontakten._replace(noter=((plass, note.nr),))
        utkast = importer(kilde._replace(linjer=(*foran, kontakten, note._replace(hvor=Del.FOTNOTE))))
        assert ("976 00 214" in feltene(utkast).values()) is not bool(rest)
        assert [en.tekst for en in utkast.ikke_plassert if "976" in en.tekst] == [rest][: bool(rest)]

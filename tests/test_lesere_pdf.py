"""Old agreements as PDF: columns, tables and what is round the pages, and that no character is lost."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from pypdf import PdfReader

from avtalegen.importering.kilde import Celle, Del, Linje
from avtalegen.importering.lesere import les
from avtalegen.importering.lesere import pdf as lesere_pdf
from avtalegen.importering.lesere.feil import KildeFeil
from avtalegen.importering.lesere.pdf_rader import Rad, i_rekkefølge, merk_spredte
from avtalegen.importering.lesere.pdf_tolk import Ord
from tests.grundig import utvalg
from tests.leserprove import GAMLE, gjort_rede_for, lest, tegn
from tests.test_henting_fiendtlig import pdf, stream


def linje(navn: str, begynner: str) -> Linje:
    (funnet,) = (linje for linje in lest(navn).linjer if linje.tekst.startswith(begynner))
    return funnet


@pytest.mark.parametrize("navn", utvalg(["05", "06"], 1))
def test_every_character_of_an_old_pdf_is_accounted_for(navn: str) -> None:
    (fil,) = GAMLE.glob(f"{navn}*")
    tekst = "\n".join(side.extract_text() for side in PdfReader(BytesIO(fil.read_bytes())).pages)
    ventet = tegn(tekst)
    fått = gjort_rede_for(lest(navn))
    # The hyphens of divided words are gone, and no others.
    delte = len(re.findall(r"[a-zæøå]-\n(?!og )[a-zæøå]", tekst))
    assert (fått - ventet, ventet - fått) == (tegn(), tegn("-" * delte))


def test_a_drawn_table_has_its_merged_cells() -> None:
    assert linje("05", "Parter").celle == Celle(0, 0, 0)
    assert linje("05", "Kan inviteres").celle == Celle(1, 7, 0, kolonner=4)
    assert linje("05", "Siden sist").celle == Celle(2, 1, 4, rader=4)
    assert linje("05", "Gårdstyveri").celle == Celle(3, 1, 0, rader=2)
    assert linje("05", "Kamera på tre").celle == Celle(3, 2, 2)


def test_what_is_broken_within_a_cell_is_joined_and_what_is_not_is_apart() -> None:
    assert linje("05", "20 prosent").tekst == "20 prosent færre anmeldte tyverier i 2025 enn i 2022"
    assert linje("05", "Vold i nære").tekst == "Vold i nære relasjoner"
    assert [en.tekst for en in lest("05").linjer if en.celle == Celle(2, 1, 4, rader=4)] == [
        *("Siden sist", "Tall fra politiet", "Barn og unge")
    ]


def test_columns_are_read_one_by_one_and_divided_words_are_mended() -> None:
    kilde = lest("06")
    overskrifter = [en.tekst for en in kilde.linjer if en.biter and en.tekst.isupper() and en.hvor is Del.TEKST]
    assert overskrifter[:6] == [
        *(
            "AVTALE OM KRIMINALITETSFOREBYGGING",
            "PARTER OG VARIGHET",
            "FORMÅL",
            "SATSNINGSOMRÅDER",
            "POLITIRÅDET",
            "SLT",
        )
    ]
    assert overskrifter[-2:] == ["OPPLYSNINGER SOM IKKE KAN DELES", "OPPFØLGING"]
    tekst = " ".join(en.tekst for en in kilde.linjer)
    for skrevet in ("kommunenummer 0233", "SLT-koordinator", "buss- og togselskapene", "917 00 283", "råd­givende"):
        assert skrevet.replace("\u00ad", "") in tekst


def test_aligned_columns_are_a_table() -> None:
    assert [(en.celle.rad, en.celle.kolonne, en.tekst) for en in lest("06").linjer if en.celle][2:] == [
        (1, 0, "Hilde Thorsrud Melby"),
        (1, 1, "Kristian Glåmdal"),
        (2, 0, "ordfører"),
        (2, 1, "lensmann"),
    ]


def test_what_is_round_the_pages_is_told_once() -> None:
    kilde = lest("06")
    assert [en.tekst for en in kilde.linjer if en.hvor is Del.TOPPTEKST] == [
        "NITTEDAL KOMMUNE · ROMERIKE POLITIDISTRIKT"
    ]
    assert [en.tekst for en in kilde.linjer if en.hvor is Del.BUNNTEKST] == [
        *("Arkivsaksnr. 15/00318-12 · Løpenr. 4471/15", "Side 1")
    ]
    assert {en.hvorfor for en in kilde.utelatt} == {
        *("topptekst som står på flere sider", "bunntekst som står på flere sider")
    }


def side(innhold: bytes, mer: bytes = b"", *flere: bytes) -> list[str]:
    """The lines of a PDF with one page."""
    data = pdf(
        b"<</Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R%b>>" % mer,
        stream(innhold),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        *flere,
    )
    return [linje.tekst for linje in les(data, "a.pdf").linjer]


SKRIFT = b"/Resources<</Font<</F1 5 0 R>>/XObject<</X 6 0 R>>>>"
ORD = b"BT /F1 10 Tf %b Tm (Hei der) Tj ET "


def test_a_figure_is_read_where_it_is_placed() -> None:
    figur = stream(ORD % b"1 0 0 1 0 0", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Matrix[1 0 0 1 50 600]" + SKRIFT)
    # Below what is drawn first, and above what is drawn last.
    innhold = (
        ORD.replace(b"Hei", b"Over") % b"1 0 0 1 50 700" + b"/X Do " + ORD.replace(b"Hei", b"Under") % b"1 0 0 1 50 500"
    )
    assert side(innhold, SKRIFT, figur) == ["Over der", "Hei der", "Under der"]


@pytest.mark.parametrize(
    ("snudd", "plass"),
    [(b"", b"1 0 0 1 50 700"), (b"/Rotate 90", b"0 1 -1 0 300 50"), (b"/Rotate 270", b"0 -1 1 0 300 700")],
)
def test_a_page_that_is_turned_is_read_as_it_is_shown(snudd: bytes, plass: bytes) -> None:
    assert side(ORD % plass, SKRIFT + snudd) == ["Hei der"]


def test_a_space_that_takes_no_room_is_where_a_word_may_be_divided() -> None:
    """A browser draws a soft hyphen as a space, and goes back over it."""
    delt = ORD.replace(b"(Hei der) Tj", b"[(poli ) 278 (ti ) 0 (er)] TJ") % b"1 0 0 1 50 700"
    assert delt.count(b"TJ") == 1
    assert side(delt, SKRIFT) == ["politi er"]


def test_a_field_of_a_form_is_read_where_it_stands_and_a_remark_is_told() -> None:
    felt = b"<</Subtype/Widget/Rect[100 590 300 610]/AP<</N 6 0 R>>>>"
    merknad = b"<</Subtype/Text/T(Kari)/Contents(Husk dette)>>"
    utseende = stream(ORD % b"1 0 0 1 2 5", b"/Type/XObject/Subtype/Form/BBox[0 0 200 20]" + SKRIFT)
    innhold = ORD.replace(b"Hei", b"Navn:") % b"1 0 0 1 50 595"
    assert side(innhold, SKRIFT + b"/Annots[%b%b]" % (felt, merknad), utseende) == ["Navn: der Hei der"]


def test_a_number_that_a_sentence_goes_on_with_is_no_mark() -> None:
    rader = [b"M\\371tet er fra klokken tolv og tretti til klokken", b"14.30. Alle som vil, kan komme til m\\371tet."]
    tekst = b"".join(b"BT /F1 10 Tf 50 %d Td (%b) Tj ET " % (700 - 12 * n, rad) for n, rad in enumerate(rader))
    assert side(tekst, SKRIFT) == [
        "Møtet er fra klokken tolv og tretti til klokken 14.30. Alle som vil, kan komme til møtet."
    ]


def _rad(y: float, *ord_: tuple[float, float, str]) -> Rad:
    return Rad(y, [Ord(x0, x1, y, 9.0, tekst, fet=False, kursiv=False, luft=True) for x0, x1, tekst in ord_])


def test_what_is_between_the_words_of_a_spread_out_line_is_no_column() -> None:
    """A narrow column that is filled to both edges has large spaces; a table that fills its column has them too."""
    full = [_rad(90 - 10 * n, (0, 48, "kommunen"), (52, 100, "politiet")) for n in range(6)]
    spredt, skjev = _rad(20, (0, 30, "og"), (45, 60, "de"), (75, 100, "er")), _rad(10, (0, 10, "a"), (60, 100, "bc"))
    skjev.ord.append(Ord(100.5, 101, 10, 9.0, "d", fet=False, kursiv=False, luft=True))
    merk_spredte([*full, spredt, skjev])
    assert [len(rad.biter()) for rad in (spredt, skjev)] == [1, 2]
    tabell = [_rad(90 - 10 * n, (0, 30, "mandag"), (60, 100, "09–15")) for n in range(8)]
    merk_spredte(tabell)
    assert all(len(rad.biter()) == 2 for rad in tabell)


def test_a_column_that_goes_on_in_a_few_rows_at_the_top_of_the_next_is_no_table() -> None:
    lang = [((0, 30, "rådet"), (32, 60, "møtes"), (62, 100, "årlig"))] * 14
    kort = [[(150, 190, "Siv"), (192, 240, "Ås")], [(150, 200, "lensmann")]]
    rader_ = [_rad(300 - 10 * nr, *ord_, *(kort[nr] if nr < len(kort) else [])) for nr, ord_ in enumerate(lang)]
    assert [len(spalte) for spalte in i_rekkefølge(rader_)] == [14, 2]
    # What is beside rows further down, or beside as few, stands in a table.
    nede = [_rad(300 - 10 * nr, *ord_, *(kort[nr - 8] if 8 <= nr < 10 else [])) for nr, ord_ in enumerate(lang)]
    assert [len(spalte) for spalte in i_rekkefølge(nede)] == [14]
    assert [len(spalte) for spalte in i_rekkefølge(rader_[:6])] == [6]


MARGEN = (
    ["§ 1 Rådet", "Rådet har fire samlinger i"],
    ["", "året og er rådgivende for"],
    ["", "begge parter i avtalen."],
    ["§ 2 Tid", "Avtalen gjelder i to år og"],
    ["og ende", "kan sies opp av begge to"],
    ["", "med tre års varsel."],
    ["", "Kari Nordmann"],
    ["", "Per Hansen, lensmann"],
)


@pytest.mark.parametrize("nummer", [True, False])
def test_headings_in_the_margin_are_read_before_their_text(nummer: bool) -> None:
    linjer_ = []
    for nr, (tittel, tekst) in enumerate(MARGEN):
        if tittel:
            linjer_.append((40, 700 - 14 * nr, tittel if nummer else tittel.removeprefix("§ 1 ").removeprefix("§ 2 ")))
        linjer_.append((140, 700 - 14 * nr, tekst))
    rader_ = [
        Rad(
            y,
            [
                Ord(x + 6.0 * fra, x + 6.0 * (fra + len(o)), y, 10.0, o, fet=x == 40, kursiv=False, luft=True)
                for fra, o in ((m.start(), m[0]) for m in re.finditer(r"\S+", tekst))
            ],
        )
        for x, y, tekst in linjer_
    ]
    samlet: dict[float, Rad] = {}
    for rad in rader_:
        samlet.setdefault(rad.y, Rad(rad.y)).ord += rad.ord
    lest = [[" ".join(o.tekst for o in rad.ord) for rad in spalte] for spalte in i_rekkefølge([*samlet.values()])]
    første = "§ 1 " if nummer else ""
    andre = "§ 2 " if nummer else ""
    assert lest == [
        [f"{første}Rådet"],
        [tekst for _, tekst in MARGEN[:3]],
        [f"{andre}Tid", "og ende"],
        [tekst for _, tekst in MARGEN[3:]],
    ]


def skrevet(*linjer: tuple[int, int, str]) -> bytes:
    """Text at places on a page, one character at a time, as some programs draw it."""
    biter = [
        b"BT /F1 10 Tf 1 0 0 1 %d %d Tm %b ET "
        % (x, y, b" ".join(b"(%b) Tj" % bytes([c]) for c in tekst.encode("cp1252")))
        for x, y, tekst in linjer
    ]
    return b"".join(biter)


def test_short_rows_under_a_heading_in_the_margin_are_not_one_paragraph() -> None:
    steder = [(x, 700 - 14 * nr, en) for nr, rad in enumerate(MARGEN) for x, en in zip((40, 140), rad, strict=True)]
    assert side(skrevet(*(sted for sted in steder if sted[2])), SKRIFT) == [
        "§ 1 Rådet",
        "Rådet har fire samlinger i året og er rådgivende for begge parter i avtalen.",
        "§ 2 Tid og ende",
        "Avtalen gjelder i to år og kan sies opp av begge to med tre års varsel.",
        "Kari Nordmann",
        "Per Hansen, lensmann",
    ]


def test_a_program_that_draws_one_character_at_a_time_has_drawn_words(monkeypatch: pytest.MonkeyPatch) -> None:
    linje_ = skrevet((50, 700, "Politikontakten kommer hver tirsdag"))
    monkeypatch.setattr(lesere_pdf, "_MEST_ORD", 4)
    assert side(linje_, SKRIFT) == ["Politikontakten kommer hver tirsdag"]
    with pytest.raises(KildeFeil, match="mer i seg"):
        side(linje_ + skrevet((50, 680, "klokken")), SKRIFT)


def test_a_line_under_each_row_makes_a_table_when_no_word_goes_from_one_column_to_the_next() -> None:
    streker = b"".join(b"50 %d m 350 %d l S " % (y, y) for y in (715, 695, 655, 635))
    rader_ = (
        *(
            (55, 700, "Tiltak"),
            (205, 700, "Ansvarlig"),
            (55, 680, "Nattevandring i sentrum sent"),
            (205, 680, "Politiet"),
        ),
        *((55, 668, "hver fredag"), (55, 640, "Bes\370k"), (205, 640, "SLT")),
    )
    assert side(streker + skrevet(*rader_), SKRIFT)[:4] == [
        *("Tiltak", "Ansvarlig", "Nattevandring i sentrum sent hver fredag", "Politiet")
    ]
    prosa = streker + skrevet((55, 700, "Tiltak"), (205, 700, "Ansvarlig"), (55, 680, "Partene skal samarbeide om alt"))
    assert "Partene skal samarbeide om alt" in side(prosa, SKRIFT)


def test_what_stands_under_the_text_of_an_item_is_more_of_it() -> None:
    punkt = ((50, 700, "\267"), (64, 700, "Kari Nordmann, telefon"), (64, 687, "74 33 01 00"), (50, 674, "Etter"))
    assert side(skrevet((50, 713, "Dette er en lang linje over punktene i listen"), *punkt), SKRIFT)[1:] == [
        *("• Kari Nordmann, telefon 74 33 01 00", "Etter")
    ]


def test_a_heading_a_text_or_another_head_is_no_row_of_the_table_above_it() -> None:
    streker = b"".join(b"50 %d m 350 %d l S " % (y, y) for y in (715, 695, 675, 615, 595, 575))
    første = ((55, 700, "Tiltak"), (205, 700, "Ansvarlig"), (55, 680, "Patrulje"), (205, 680, "Politiet"))
    andre = ((55, 600, "Hvem"), (255, 600, "Kontakt"), (55, 580, "Politiet"), (255, 580, "02800"))
    linjer_ = side(streker + skrevet(*første, (50, 640, "Kontakter"), *andre), SKRIFT)
    assert linjer_ == [
        *("Tiltak", "Ansvarlig", "Patrulje", "Politiet", "Kontakter", "Hvem", "Kontakt", "Politiet", "02800")
    ]


def test_a_place_and_a_day_out_to_the_right_do_not_make_the_text_any_wider() -> None:
    tekst = [
        "Partene vil samles hver tredje tirsdag i",
        "Kommunestyresalen, der lederen tar imot",
        "Representantene for begge to, og deres",
        "Varamedlemmer, som skal ha et telefonnummer",
        "57876140-57876141 i uken da det er deres tur",
        "Administrasjonen svarer ellers, og ingen",
        "Sekretariatet.",
    ]
    hode = ((50, 740, "Lensmannen"), (400, 740, "Stryn, 10. mars 2009"))
    rader_ = skrevet(*hode, *((50, 700 - 12 * nr, en) for nr, en in enumerate(tekst)))
    assert side(rader_, SKRIFT)[-1] == " ".join(tekst)

"""Two editions as one Word file with tracked changes: what is marked, and that both can be had back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from io import BytesIO
from zipfile import ZipFile

from avtalegen.dokument.innhold import Block, Document, Note, Paragraph, Picture, Signatures, Text
from avtalegen.henting import hent
from avtalegen.henting.word import read
from avtalegen.skrivere.stil import Style
from avtalegen.skrivere.word.deler import read_parts
from avtalegen.skrivere.word.fingeravtrykk import fingerprint_state
from avtalegen.skrivere.word.pakke import pack
from avtalegen.skrivere.word.skriver import write
from avtalegen.utgaver.sporing import Sporet, spor
from tests.dokumenteksempel import UNDERSKRIVERE, blokker, eksempel, våpen
from tests.grundig import utvalg
from tests.hentprove import EKSEMPLER, made, made_anew, part, replaced
from tests.i_ett import i_ett
from tests.skritt import steps
from tests.sporingprove import DAG, brudd, merkede_ord, skrevet, vist
from tests.wordprove import BARE, STIL

DATA = EKSEMPLER.parent / "tests" / "data"
TABELL = "|! Tabell\n| Sted | Tid |\n| Havna | ti |\n| Byen | tolv |"


def dokument(innhold: str | tuple[Block, ...], **annet: object) -> Document:
    alle = blokker(innhold) if isinstance(innhold, str) else innhold
    return replace(BARE, title="Avtalen", blocks=alle, **annet)  # type: ignore[arg-type]


def sporet(gammelt: Document, nytt: Document) -> Sporet:
    """Return what `spor` gives, seen to be right by all that can be asked of it."""
    a, b = skrevet(gammelt), skrevet(nytt)
    s = spor(a, b, "Kari Nes", DAG)
    assert s.bevis.avvik == ()
    assert brudd(s.data) == []
    # The reader of documents that somebody has edited, is another judge.
    assert fortalt(s.data) == fortalt(b)
    assert fortalt(s.data, rejected=True) == fortalt(a)
    return s


def fortalt(data: bytes, *, rejected: bool = False) -> object:
    parts = read_parts(data)
    assert parts is not None
    return read(parts, rejected=rejected).sections


def merket(gammelt: str, nytt: str) -> list[str]:
    """Return the lines below the title with something marked."""
    return [
        linje
        for linje in vist(sporet(dokument(gammelt), dokument(nytt)).data)[1:]
        if any(tegn in linje for tegn in ("+", "-", "<", ">", "¶", "(var"))
    ]


TILFELLER: Mapping[str, tuple[str, str, list[str]]] = {
    "ett ord": ("Rådet møtes fire ganger.", "Rådet møtes seks ganger.", ["Rådet møtes -fire-+seks+ ganger."]),
    "ord til sist": ("Rådet møtes.", "Rådet møtes ofte.", ["Rådet møtes+ ofte+."]),
    "ord først": ("Rådet møtes.", "Hele rådet møtes.", ["-Rådet-+Hele rådet+ møtes."]),
    "flere ord på rad": (
        "Partene deler kunnskap om barn og unge i kommunen.",
        "Partene deler erfaringer med barn og unge i kommunen.",
        ["Partene deler -kunnskap om-+erfaringer med+ barn og unge i kommunen."],
    ),
    "et punkt inn": ("> Disse:\n- en\n- to", "> Disse:\n- en\n- halvannen\n- to", ["+halvannen++¶"]),
    "det siste punktet bort, tekst etter": ("- en\n- to\n\nTekst.", "- en\n\nTekst.", ["-to--¶"]),
    "et nytt siste avsnitt": ("En.", "En.\n\nTo ord.", ["En.+¶", "+To ord.+"]),
    "det siste avsnittet bort": ("En.\n\nTo ord.", "En.", ["En.-¶", "-To ord.-"]),
    "det siste er av et annet slag": ("En.\n\n- to", "En.\n\nTre ord her.", ["-to-+Tre ord her.+ (var ListBullet)"]),
    "et avsnitt foran en overskrift": ("En.\n\n# Del\nTo.", "En.\n\nMer.\n\n# Del\nTo.", ["+Mer.++¶"]),
    "ord sist i et punkt, og et nytt etter": (
        "- forebygge kriminalitet\n- mer\n\nSlutt.",
        "- forebygge kriminalitet i skolen\n- helt nytt\n- mer\n\nSlutt.",
        ["forebygge kriminalitet+ i skolen+", "+helt nytt++¶"],
    ),
    "flyttet punkt": (
        "- alfa beta gamma\n- to\n- tre\n- fire\n\nSlutt.",
        "- to\n- tre\n- fire\n- alfa beta gamma\n\nSlutt.",
        ["<alfa beta gamma<<¶", ">alfa beta gamma>>¶"],
    ),
    "flyttet og endret": (
        "- alfa beta gamma delta epsilon\n- to\n- tre\n- fire\n- fem\n\nSlutt.",
        "- to\n- tre\n- alfa beta gamma zeta epsilon\n- fire\n- fem\n\nSlutt.",
        [
            "<alfa beta gamma <-delta-< epsilon<<¶",
            ">alfa beta gamma >+zeta+> epsilon>>¶",
        ],
    ),
    "flyttet del": (
        "# En\nTekst om det ene.\n\n# To\nTekst om noe ganske annet.\n\n# Tre\nOm tre.",
        "# To\nTekst om noe ganske annet.\n\n# En\nTekst om det ene.\n\n# Tre\nOm tre.",
        ["<En<<¶", "<Tekst om det ene.<<¶", ">En>>¶", ">Tekst om det ene.>>¶"],
    ),
    "en rad inn": (
        TABELL,
        f"{TABELL}\n| Fjellet | fem |",
        ["|+ +Fjellet++¶ | +fem++¶"],
    ),
    "en rad bort": (TABELL, TABELL.replace("| Havna | ti |\n", ""), ["|- -Havna--¶ | -ti--¶"]),
    "i en celle": (TABELL, TABELL.replace("tolv", "elleve"), ["| Byen | -tolv-+elleve+"]),
    "tom celle fylt": (TABELL.replace("tolv", ""), TABELL, ["| Byen | +tolv+"]),
    "tabell inn": (
        "En.\n\nTo.",
        f"En.\n\n> Tabellen:\n\n{TABELL}\n\nTo.",
        [
            "En.+¶",
            "+Tabellen:+ (var BodyText)",
            "|+ +Sted++¶ | +Tid++¶",
            "|+ +Havna++¶ | +ti++¶",
            "|+ +Byen++¶ | +tolv++¶",
        ],
    ),
    "tabell bort, uten tekst foran": (
        f"En.\n\n{TABELL}\n\nTo.",
        "En.\n\nTo.",
        ["-¶", "|- -Sted--¶ | -Tid--¶", "|- -Havna--¶ | -ti--¶", "|- -Byen--¶ | -tolv--¶"],
    ),
    "teksten foran en tabell": (
        f"En.\n\nMer om dette.\n\n{TABELL}",
        f"En.\n\n{TABELL}",
        ["En.-¶", "-Mer om dette.-"],
    ),
    "en kolonne til": (
        TABELL,
        "|! Tabell\n| Sted | Tid | Dag |\n| Havna | ti | man |\n| Byen | tolv | tir |",
        [
            "|- -Sted--¶ | -Tid--¶",
            "|- -Havna--¶ | -ti--¶",
            "|- -Byen--¶ | -tolv--¶",
            "|+ +Sted++¶ | +Tid++¶ | +Dag++¶",
            "|+ +Havna++¶ | +ti++¶ | +man++¶",
            "|+ +Byen++¶ | +tolv++¶ | +tir++¶",
        ],
    ),
    "lenke byttet": (
        "Se [nettsiden](https://a.no/) nå.",
        "Se [nettsiden](https://b.no/) nå.",
        ["Se -nettsiden-+nettsiden+ nå."],
    ),
    "fet skrift": ("Partene er **enige** om det.", "Partene er enige om det.", []),
    "nummerert liste bort og inn": (
        "1. en\n2. to\n3. tre\n\nSlutt.",
        "1. en\n2. tre\n3. fire\n\nSlutt.",
        ["-to--¶", "+fire++¶"],
    ),
    "overskrift på et annet nivå": (
        "# En del av avtalen\nTekst.",
        "## En del av avtalen\nTekst.",
        ["-En del av avtalen--¶", "+En del av avtalen++¶"],
    ),
    "spørsmål med linjeskift": ("En \\ to.", "En \\ tre.", ["En -to-+tre+."]),
    "alt er nytt": ("En og to.", "# Ny\nHelt annen tekst.\n\n- a", ["+Ny++¶", "+Helt annen tekst.++¶"]),
}


@i_ett("navn", utvalg(TILFELLER, 20))
def test_what_is_marked(navn: str) -> None:
    gammelt, nytt, ventet = TILFELLER[navn]
    funnet = merket(gammelt, nytt)
    assert funnet[: len(ventet)] == ventet
    assert len(funnet) == len(ventet) or "alt er nytt" in funnet or gammelt == "En og to."


@i_ett("navn", utvalg(TILFELLER, 8))
def test_the_other_way_round(navn: str) -> None:
    nytt, gammelt, _ = TILFELLER[navn]
    merket(gammelt, nytt)


def test_nothing_is_marked_in_what_is_the_same() -> None:
    a = skrevet(eksempel())
    s = spor(a, a, "x", DAG)
    assert part(s.data, "word/document.xml") == part(a, "word/document.xml")
    assert merkede_ord(s.data) == (0, 0)


def underskrevet(*navn: int) -> tuple[Block, ...]:
    return (
        *blokker("# Signaturer\nTekst."),
        Signatures("s", tuple(UNDERSKRIVERE[n] for n in navn), "Sted", "Dato", "Navn"),
    )


@i_ett(
    ("før", "nå"), [((0, 1), (0,)), ((0,), (0, 1)), ((0, 1, 2), (1, 2)), ((1, 2), (0, 1, 2)), ((0, 1, 2, 4), (0, 1, 4))]
)
def test_signatures_stand_in_rows_of_two(før: tuple[int, ...], nå: tuple[int, ...]) -> None:
    sporet(dokument(underskrevet(*før)), dokument(underskrevet(*nå)))


def test_the_name_of_who_signs_is_changed_in_its_place() -> None:
    en, *andre = UNDERSKRIVERE[:2]
    a = Signatures("s", (en, *andre), "Sted", "Dato", "Navn")
    b = replace(a, signatures=(replace(en, name="Kari Sæther"), *andre))
    linjer = vist(sporet(dokument((a,)), dokument((b,))).data)
    assert any("-Ingrid-+Kari+ Sæther" in linje for linje in linjer)


def test_title_mark_header_and_footer() -> None:
    a = replace(eksempel(mark="UTKAST", picture=False), blocks=blokker("# Del\nTekst."))
    b = replace(a, mark=None, title="En annen tittel", header="Andre parter", page_label="{page} av {pages} sider")
    s = sporet(a, b)
    assert "-UTKAST" in "".join(_marg(s.data, "topptekst"))
    sporet(b, a)


def _marg(data: bytes, hva: str) -> list[str]:
    with ZipFile(BytesIO(data)) as archive:
        xml = archive.read(f"word/{hva}.xml").decode()
    return [f"-{bit.partition('</w:delText>')[0].rpartition('>')[2]}" for bit in xml.split("<w:delText")[1:]]


def test_the_coat_of_arms_and_its_text() -> None:
    a = replace(eksempel(mark=None), blocks=())
    b = replace(a, picture=Picture(våpen(12, 15), "Et annet våpen"))
    s = sporet(a, b)
    assert {name for name in read_parts(s.data) or () if "media" in name} == {
        "word/media/avtalegen.png",
        "word/media/avtalegen-gammelt.png",
    }
    sporet(a, replace(a, picture=None))
    sporet(replace(a, picture=None), a)


def test_comments_are_kept_and_change_nothing() -> None:
    a = dokument("# Del\nRådet møtes ofte.\n\nTo.")
    note = Note("b-1", "Råd", "Si hvor ofte.")
    s = sporet(a, replace(dokument("# Del\nRådet møtes fire ganger.\n\nTo."), notes=(note,)))
    assert "Si hvor ofte." in part(s.data, "word/comments.xml")
    assert part(s.data, "word/document.xml").count("commentReference") == 1
    ny = dokument("Innledning.\n\n# Del\nRådet møtes ofte.\n\nTo.")
    sporet(dokument("Innledning.\n\nTo."), replace(ny, notes=(replace(note, block_id="b-2"),)))


def test_lists_that_are_split_and_joined_keep_the_numbers_they_show() -> None:
    en, to = "1. a\n2. b\n3. c\n4. d", "1. a\n2. b\n\nMellom.\n\n1. c\n2. d"
    sporet(dokument(f"{en}\n\nSlutt."), dokument(f"{to}\n\nSlutt."))
    sporet(dokument(f"{to}\n\nSlutt."), dokument(f"{en}\n\nSlutt."))


def test_two_languages_and_a_table_of_contents() -> None:
    a = dokument("# Del\nTekst på @se språk.")
    sporet(a, replace(a, language="nn"))
    # The table of contents is made by the programs, and is that of the new edition.
    deler = blokker("\n\n".join(f"# Del nummer {n}" for n in range(140)))
    kort, lang = skrevet(dokument(deler[:9])), skrevet(dokument(deler))
    assert (b"TOC " in kort, b"TOC " in lang) == (False, True)
    for en, to in ((kort, lang), (lang, kort)):
        s = spor(en, to, "x", DAG)
        assert s.bevis.avvik == ()
        assert brudd(s.data) == []


def test_ten_edits_of_a_real_agreement_mark_no_more_than_they_must() -> None:
    a, b = (made(file=DATA / f"endring-{når}.yaml") for når in ("foer", "etter"))
    s = spor(a, b, "x", DAG)
    assert s.bevis.avvik == ()
    assert brudd(s.data) == []
    assert merkede_ord(s.data) == (27, 6)
    assert sum("moveTo " in bit for bit in part(s.data, "word/document.xml").split("<w:")) == 2


def test_equal_input_gives_equal_bytes_whatever_the_time_zone() -> None:
    a, b = skrevet(dokument("En.")), skrevet(dokument("To."))
    samme = DAG.replace(tzinfo=timezone(timedelta(0))).astimezone(timezone(timedelta(hours=5)))
    assert spor(a, b, "x", DAG).data == spor(a, b, "x", samme).data
    assert b'w:author="x" w:date="2026-11-20T00:00:00Z"' in spor(a, b, "x", DAG).data


def test_changes_are_tracked_from_now_on_in_the_order_of_the_schema() -> None:
    xml = part(spor(skrevet(dokument("En.")), skrevet(dokument("To.")), "x", DAG).data, "word/settings.xml")
    assert xml.index("<w:zoom") < xml.index("<w:trackRevisions/>") < xml.index("<w:defaultTabStop")


def test_it_is_a_kind_of_its_own() -> None:
    a, b = (made(file=DATA / f"endring-{når}.yaml") for når in ("foer", "etter"))
    data = spor(a, b, "x", DAG).data
    assert fingerprint_state(data) == "sporet"
    funnet = hent(data)
    assert (funnet.tilstand, funnet.endringer) == ("sporet", ())
    assert funnet.filer[0].data == (DATA / "endring-etter.yaml").read_bytes()
    assert funnet.sporede > 20
    assert fingerprint_state(replaced(data, "arbeidslivskriminalitet", "mer")) == "endret"


def test_it_is_hardly_more_work_than_to_make_two_agreements() -> None:
    """So `sammenlign` takes no more than the time of two `lag`, each with its start, which is not counted here."""
    a = made(file=DATA / "endring-foer.yaml")
    with steps() as lag:
        b = made_anew("docx", DATA / "endring-etter.yaml")
    with steps() as sporing:
        spor(a, b, "x", DAG)
    assert sporing.taken < 2.5 * lag.taken


def test_a_style_of_ones_own_can_have_parts_of_other_names() -> None:
    andre = {
        name.replace("word/styles", "word/mine").replace("word/numbering", "word/lister"): data.replace(
            b"styles.xml", b"mine.xml"
        ).replace(b"numbering.xml", b"lister.xml")
        for name, data in (read_parts(STIL) or {}).items()
    }
    stil = Style(pack(andre), ours=False)
    a, b = (write(dokument(f"1. en\n2. {ord_}\n\nSlutt."), stil) for ord_ in ("to", "tre"))
    assert "word/mine.xml" in (read_parts(a) or {})
    s = spor(a, b, "x", DAG)
    assert s.bevis.avvik == ()
    assert set(read_parts(s.data) or ()) == set(read_parts(b) or ())


def test_hostile_text_and_authors_are_only_text() -> None:
    a = dokument((Paragraph("p", (Text('<w:ins> & "x"'),)),))
    b = dokument((Paragraph("p", (Text('<w:del> & "y" ]]>'),)),))
    s = spor(skrevet(a), skrevet(b), 'O"Neil & <co>', DAG)
    assert s.bevis.avvik == ()
    assert brudd(s.data) == []


def test_the_day_is_told_without_a_time_zone_as_utc() -> None:
    s = spor(skrevet(dokument("En.")), skrevet(dokument("To.")), "x", datetime(2030, 1, 2, 3, 4, 5))
    assert "2030-01-02T03:04:05Z" in part(s.data, "word/document.xml")

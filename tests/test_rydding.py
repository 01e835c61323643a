"""Lists of one and headings over little: what becomes of them, decided in one place."""

from __future__ import annotations

from collections.abc import Iterator

from avtalegen.dokument.innhold import Block, Heading, Items, Paragraph, characters
from avtalegen.komponering.mal.sandbox import environment
from avtalegen.komponering.markdown.blokker import blocks
from avtalegen.komponering.markdown.verdier import Values
from avtalegen.modell.former import Markdown
from tests.i_ett import i_ett

SKAL = "Ett verb: Rådet skal\n\nEtt punkt: Rådets oppgave:\n\nRådet har disse oppgavene:\n\n"


def ferdig(text: str, *held: str) -> list[str]:
    """What stands in the blocks of a template: headings with their level, paragraphs, items with «-»."""
    values = Values()
    for value in held:
        text = text.replace(f"«{value}»", values.hold(value), 1)
    return list(_linjer(blocks(text, values, "a", environment("nb").språk)))


def _linjer(made: tuple[Block, ...]) -> Iterator[str]:
    for block in made:
        match block:
            case Heading():
                yield f"{'#' * block.level} {characters(block.content)}"
            case Items():
                yield from (f"- {line}" for item in block.items for line in _linjer(item))
            case Paragraph():
                yield characters(block.content)


# -- lists of one -----------------------------------------------------------------------------------------------------


@i_ett(
    ("item", "sentence"),
    [
        ("Følge opp vedtakene", "Rådet skal følge opp vedtakene."),
        ("bidra til trygghet", "Rådet skal bidra til trygghet."),
        ("Oppfølging av vedtakene", "Rådets oppgave: oppfølging av vedtakene."),
        ("Vi følger opp. Alltid.", "Rådets oppgave: Vi følger opp. Alltid."),
        ("Hvem gjør hva?", "Rådets oppgave: Hvem gjør hva?"),
        ("Finne Olsen møter", "Rådets oppgave: Finne Olsen møter."),
        ("Kalle Berg møter", "Rådets oppgave: Kalle Berg møter."),
        ("Finne løsninger", "Rådet skal finne løsninger."),
        ("SLT", "Rådets oppgave: SLT."),
        ("iPad til alle", "Rådets oppgave: iPad til alle."),
        ("*Ikke* Markdown", "Rådets oppgave: *Ikke* Markdown."),
    ],
)
def test_a_list_of_one_is_a_sentence_whatever_people_write(item: str, sentence: str) -> None:
    assert ferdig(f"{SKAL}- «{item}»\n", item) == [sentence]


def test_a_list_of_two_keeps_its_lead_in() -> None:
    assert ferdig(f"{SKAL}- «Følge opp»\n- «Gi råd»\n", "Følge opp", "Gi råd") == [
        "Rådet har disse oppgavene:",
        "- Følge opp",
        "- Gi råd",
    ]


def test_a_list_of_one_without_a_form_for_one_follows_its_lead_in() -> None:
    assert ferdig("Dette er sagt:\n\n- Noe\n") == ["Dette er sagt: Noe."]
    assert ferdig("Dette er sagt.\n\n- Noe\n") == ["Dette er sagt.", "Noe."]


def test_a_list_in_a_list_of_one_stays() -> None:
    assert ferdig("Slik:\n\n- Noe:\n  - a\n  - b\n") == ["Slik: Noe:", "- a", "- b"]


def test_what_the_parties_wrote_themselves_is_not_touched() -> None:
    values = Values()
    text = "# Vårt\n\n" + values.hold(Markdown("Slik:\n\n- Bare dette\n\n# Egen overskrift")) + "\n"
    made = blocks(text, values, "a", environment("nb").språk)
    assert list(_linjer(made)) == ["# Vårt", "Slik:", "- Bare dette", "## Egen overskrift"]


# -- headings ---------------------------------------------------------------------------------------------------------

LANGT = "Det første. Det andre."


@i_ett(
    ("text", "becomes"),
    [
        ("# A\n\n## B\n", []),
        (f"# A\n\n## B\n\n## C\n\n{LANGT}\n\n## D\n\n{LANGT}\n", ["# A", "## C", LANGT, "## D", LANGT]),
        # one sentence stands with what is above it
        (f"# A\n\n{LANGT}\n\n## B\n\n{LANGT}\n\n## C\n\nEn setning.\n", ["# A", LANGT, "En setning.", LANGT]),
        # one heading under another
        (f"# A\n\n## B\n\n{LANGT}\n", ["# A", LANGT]),
        (f"# A\n\n{LANGT}\n\n## B\n\n- a\n- b\n", ["# A", LANGT, "- A", "- B"]),
        (f"# A\n\n## B\n\n### «C»\n\n{LANGT}\n\n## D\n\n{LANGT}\n", ["# A", "## C", LANGT, "## D", LANGT]),
    ],
)
def test_a_heading_earns_its_place_by_what_is_under_it(text: str, becomes: list[str]) -> None:
    assert ferdig(text, "C") == becomes


def test_a_heading_with_a_name_is_kept_over_one_sentence() -> None:
    assert ferdig("# A\n\n## «Natteravnene»\n\nDe går ute.\n\n## «SLT»\n\nDe er inne.\n", "Natteravnene", "SLT") == [
        *("# A", "## Natteravnene", "De går ute.", "## SLT", "De er inne."),
    ]


def test_a_heading_with_a_name_is_kept_over_nothing_for_the_name_may_stand_nowhere_else() -> None:
    text = f"# A\n\n## «Rus»\n\n{LANGT}\n\n## «Trafikk»\n\n## Mål\n"
    assert ferdig(text, "Rus", "Trafikk") == ["# A", "## Rus", LANGT, "## Trafikk"]

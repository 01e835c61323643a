"""What the preview shows and says, by itself."""

from __future__ import annotations

import re
from datetime import date, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest

from avtalegen import flyt
from avtalegen.cli._nettleser import source_of
from avtalegen.dokument.bestilling import Bestilling
from avtalegen.funn.diagnostic import Diagnostic, Severity, Span
from avtalegen.rapporter import FileReport
from avtalegen.regler import Valg
from avtalegen.visning.merker import marks
from avtalegen.visning.panel import MOST, message, panel, status
from avtalegen.visning.svar import Request, Shown, answer
from avtalegen.visning.utgave import Attempt, Edition, Sheet, edition
from tests.cli_support import FAULTY, VALID

NOW = datetime(2026, 11, 20, 12, 3)
LATER = datetime(2026, 11, 20, 12, 5)
RÅD = VALID + "politiråd:\n  leder: ordfører\n"


def attempt(text: str, name: str = "a.yaml") -> Attempt:
    checked = flyt.check(text, name, Valg(date(2026, 11, 20)))
    reports = (FileReport(name, checked.source.text, checked.diagnostics),)
    made = flyt.make(checked, Bestilling("html", spor=True), lambda _file, _name: b"")
    if made.data is None or checked.avtale is None or made.document is None:
        return Attempt(reports)
    return Attempt(reports, Sheet(made.data, NOW, made.document, made.steder, source_of(checked)))


def shown(text: str) -> Edition:
    return edition("a.yaml", attempt(text), NOW)


class Tags(HTMLParser):
    """The tags and the ids of a page, and what is not well formed in it."""

    VOID = frozenset({"meta", "link", "br", "img"})

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.tags: list[str] = []
        self.heads: set[str] = set()
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        told = dict(attrs)
        assert not [name for name in told if name.startswith("on") or name == "style"]
        if told.get("id"):
            self.ids.append(str(told["id"]))
            if re.fullmatch(r"h[1-6]", tag):
                self.heads.add(str(told["id"]))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


# --- what is shown


def test_findings_come_in_the_order_of_the_document_the_gravest_first(et_eksempel: Path) -> None:
    first = shown(et_eksempel.read_text(encoding="utf-8"))
    assert first.current
    assert first.sheet
    there = [group.heading for group in first.groups]
    page = first.sheet.html.decode()
    heads = Tags(page).heads
    assert {heading for heading in there if heading} <= heads
    places = [page.index(f'id="{heading}"') for heading in there if heading]
    assert places == sorted(places)
    assert len(places) > 3
    for group in first.groups:
        severities = [list(Severity).index(one.found.severity) for one in group.told]
        assert severities == sorted(severities)
    told = {one.found for group in first.groups for one in group.told}
    assert told == set(attempt(et_eksempel.read_text(encoding="utf-8")).reports[0].diagnostics)


def test_the_title_of_a_group_is_the_heading_with_its_number() -> None:
    first = shown(RÅD)
    assert first.groups[0].title == "Avtalen som helhet"
    assert first.groups[0].heading == ""
    assert re.fullmatch(r"\d\.\d Politirådet", next(g.title for g in first.groups if g.title.endswith("Politirådet")))


def test_the_document_before_stays_while_there_are_errors_and_errors_find_their_place_in_it() -> None:
    first = shown(RÅD)
    broken = edition("a.yaml", attempt(RÅD.replace("ordfører", "ordfører\n  møtr: to")), LATER, first)
    assert not broken.current
    assert broken.sheet is first.sheet
    (group,) = (group for group in broken.groups if any(one.found.code == "SKJ002" for one in group.told))
    assert group.title == next(group.title for group in first.groups if group.title.endswith("Politirådet"))
    assert message(broken) == "Dette er den forrige utgaven, fra kl. 12.03. Den nye vises når feilen er rettet."
    assert status(broken) == "Oppdatert kl. 12.05: 1 feil, 9 advarsler og 13 råd"
    mended = edition("a.yaml", attempt(RÅD), LATER, broken)
    assert mended.current
    assert message(mended) == ""


def test_without_a_document_findings_stand_by_file_in_the_order_of_the_file() -> None:
    broken = shown(FAULTY + "politikontakter: ja\n")
    assert broken.sheet is None
    assert [(group.title, group.heading) for group in broken.groups] == [("a.yaml", None)]
    lines = [one.found.span.line for one in broken.groups[0].told]
    assert lines == sorted(lines)
    assert message(broken) == "Avtalen vises når feilene er rettet."
    assert marks(broken) == []


def test_a_file_that_can_not_be_read_is_told_and_what_was_known_stays() -> None:
    first = shown(RÅD)
    gone = edition("a.yaml", Attempt(failure="Kunne ikke lese «a.yaml»: filen finnes ikke."), LATER, first)
    assert gone.groups == first.groups
    assert message(gone) == (
        "Kunne ikke lese «a.yaml»: filen finnes ikke. Dette er den forrige utgaven, fra kl. 12.03. "
        "Den nye vises når filen kan leses."
    )
    assert status(gone) == "Kunne ikke oppdateres kl. 12.05"
    assert edition("a.yaml", attempt(RÅD), LATER, gone).failure == ""


def test_two_pages_have_the_same_name_only_when_they_are_equal() -> None:
    one, same, other = shown(RÅD), shown(RÅD), shown(VALID)
    assert one.sheet
    assert same.sheet
    assert other.sheet
    assert one.sheet.digest == same.sheet.digest != other.sheet.digest


# --- the panel


def finding(message: str, line: int = 1, column: int = 1, end: int = 4, **more: object) -> Diagnostic:
    found = Diagnostic("SKJ002", Severity.FEIL, message, Span("a.yaml", line, column, line, end))
    return found._replace(**more)  # type: ignore[arg-type]


def panel_of(text: str, *found: Diagnostic) -> str:
    return panel(edition("a.yaml", Attempt((FileReport("a.yaml", text, found),)), NOW))


def test_a_finding_says_all_there_is_to_say() -> None:
    html = panel(shown(RÅD))
    Tags(html)
    one = html[html.index(">VEI417<") if ">VEI417<" in html else html.index(">VEI418<") :]
    for part in (
        'class="sted">linje ',
        'class="melding">',
        'class="hjelp">',
        "Grunnlag: veilederen",
        "<summary>Mer om",
    ):
        assert part in one
    assert '<span class="grad">Råd</span>' in html
    assert '<span class="grad">Advarsel</span>' in html


def test_the_line_is_shown_with_the_place_marked() -> None:
    html = panel_of("a: 1\n  møte: mange ganger\n", finding("Feil.", line=2, column=9, end=14))
    assert '<span class="nr">2</span><code translate="no">møte: <mark>mange</mark> ganger</code>' in html


@pytest.mark.parametrize("line", [0, 9])
def test_a_finding_outside_the_file_is_told_without_a_line(line: int) -> None:
    html = panel_of("a: 1\n", finding("Feil.", line=line))
    assert "Feil." in html
    assert 'class="linje"' not in html


def test_wide_characters_and_marks_at_the_end_are_placed_where_they_are() -> None:
    assert "漢字<mark>æ</mark>ø" in panel_of("漢字æø\n", finding("x", column=3, end=4))
    assert '<code translate="no">abc</code>' in panel_of("abc\n", finding("x", column=9, end=9))


def test_nothing_in_a_file_can_become_part_of_the_page() -> None:
    evil = "</code><script>alert(1)</script>\"'\u202e\x1b[31m"
    html = panel_of(evil + "\n", finding(evil, hint=evil, section=evil, end=12))
    assert "script" not in Tags(html).tags
    assert "\u202e" not in html
    assert "\x1b" not in html
    page = answer(
        Request("GET", "/", (("Host", "127.0.0.1:1"),)),
        1,
        Shown("x-1", edition("{{PANEL}}<script>.yaml", Attempt((FileReport(evil, evil, (finding(evil),)),)), NOW)),
    ).body.decode()
    tags = Tags(page)
    assert tags.tags.count("script") == 1
    assert "<h1>{{PANEL}}&lt;script&gt;.yaml</h1>" in page


def test_of_very_many_findings_the_first_are_shown_and_the_rest_counted() -> None:
    for many in (MOST, MOST + 7):
        html = panel_of("x\n" * many, *(finding(f"Feil {n}.", line=n) for n in range(1, many + 1)))
        ids = Tags(html).ids
        assert f"funn-{MOST}" in ids
        assert f"funn-{MOST + 1}" not in ids
        assert f">{many} feil<" in html
        assert ("7 funn til vises når noen av disse er rettet." in html) is (many > MOST)


def test_no_findings_is_told() -> None:
    assert "Ingen funn." in panel_of("")


def test_marks_lead_to_findings_that_are_there() -> None:
    first = shown(RÅD + "  møter: 1\n")
    ids = Tags(panel(first)).ids
    assert len(ids) == len(set(ids))
    made = marks(first)
    told = [(group.heading, one) for group in first.groups if group.heading is not None for one in group.told]
    assert sorted(id_ for one in made for id_ in one["alle"]) == sorted(f"funn-{n}" for n in range(1, len(told) + 1))
    assert {one["overskrift"] for one in made} == {heading for heading, _ in told}
    assert {one["setning"] is None for one in made} == {True, False}
    for one in made:
        assert one["funn"] == one["alle"][0]
        assert one["funn"] in ids
        assert one["navn"].startswith(one["tekst"])
        assert all(told[int(id_[5:]) - 1][1].found.code in one["navn"] for id_ in one["alle"])
        assert {told[int(id_[5:]) - 1][1].sentence is None for id_ in one["alle"]} == {one["setning"] is None}


def test_what_stands_around_the_findings_is_in_their_målform() -> None:
    nynorsk = RÅD.replace("status:", "målform: nynorsk\n  status:")
    first = shown(nynorsk)
    html = panel(first)
    assert first.groups[0].title == "Avtalen som heilskap"
    assert re.search(r">\d+ åtvaringar</button>", html)
    assert '<span class="grad">Åtvaring</span>' in html
    assert "<summary>Meir om VEI" in html
    assert html.count('<li class="funn ') == html.count(' lang="nn">')
    assert {word for one in marks(first) for word in re.findall(r"\ba?dvarsel\w*|funnene", one["navn"])} == set()
    broken = edition("a.yaml", attempt(nynorsk + "politrad: ja\n"), LATER, first)
    assert message(broken) == "Dette er den førre utgåva, frå kl. 12.03. Den nye blir vist når feilen er retta."


def test_all_that_the_page_says_is_in_the_målform_of_the_agreement() -> None:
    nynorsk = VALID.replace("avtale:\n", "avtale:\n  målform: nynorsk\n")
    for text, language in ((VALID, "nb"), (nynorsk, "nn"), (nynorsk + "politirad: ja\n", "nn"), (nynorsk + "\t", "nn")):
        page = answer(Request("GET", "/", (("host", "127.0.0.1:8099"),)), 8099, Shown("x-1", shown(text))).body.decode()
        assert f'<html lang="{language}">' in page
        assert ("Hopp til funna</a>" in page, "Hopp til funnene</a>" in page) == (language == "nn", language == "nb")
        assert "{{" not in page

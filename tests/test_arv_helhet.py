"""Inheritance the whole way: to the document, in the schema, and for whatever the files hold."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st

from avtalegen import flyt
from avtalegen.dokument.bestilling import Bestilling
from avtalegen.flyt import check
from avtalegen.funn.diagnostic import AvtalegenError, Diagnostic
from avtalegen.komponering import compose
from tests.arvprove import MINST, NORDLAND, checked
from tests.dokumenttekst import to_text
from tests.i_ett import i_ett
from tests.skjemaprove import godtar

# --- the whole way ----------------------------------------------------------------------------------------------------


def document(files: dict[str, str | bytes], text: str = MINST) -> str:
    found = checked(text, files)
    assert found.diagnostics == ()
    assert found.avtale is not None
    made = compose(found.avtale).document
    assert made is not None
    return to_text(made)


def test_a_new_politimester_is_one_line_and_all_documents_follow() -> None:
    before = document({"felles/nordland.yaml": NORDLAND})
    after = document({"felles/nordland.yaml": NORDLAND.replace("Tone Vangen", "Kari Nordmann")})
    assert "Tone Vangen" in before
    assert after == before.replace("Tone Vangen", "Kari Nordmann")


def test_an_agreement_that_inherits_is_the_same_as_one_that_says_it_all() -> None:
    own = "format: 1\navtale: {status: utkast}\nparter:\n  kommuner: 1859\n" + NORDLAND.removeprefix("parter:\n")
    assert document({"felles/nordland.yaml": NORDLAND}) == document({}, own)


def test_a_coat_of_arms_is_looked_for_beside_the_file_that_names_it() -> None:
    felles = NORDLAND + "avtale: {våpen: {fil: våpen.png, alternativ_tekst: Våpenet}}\n"
    asked: list[tuple[str, str]] = []

    def read_asset(file: str, name: str) -> bytes:
        asked.append((file, name))
        raise AvtalegenError("Filen finnes ikke.")

    made = flyt.make(checked(MINST, {"felles/nordland.yaml": felles}), Bestilling(), read_asset)
    assert asked == [("felles/nordland.yaml", "våpen.png")]
    (fault,) = made.diagnostics
    assert fault.span[:3] == ("felles/nordland.yaml", 5, 23)


PARTS: dict[str, Any] = {
    "avtale": {"status": "utkast", "våpen": {"fil": "v.png", "alternativ_tekst": "Våpenet"}, "pilot": {"navn": "x"}},
    "parter": {
        "kommuner": {"kommunenummer": "1859", "vedtak": {"organ": "kommunestyret", "sak": "1/26"}},
        "politi": {"distrikt": "Nordland", "enhet": "Lofoten"},
        "fylkeskommune": {"navn": "Nordland fylkeskommune"},
    },
    "satsningsområder": {"områder": {"navn": "Rus", "mål": "mindre"}, "vedtatt_av": "politirådet"},
    "politiråd": {"mandat": {"hva": "samordne"}, "møter": {"per_år": "4", "felles": {"antall": "1"}}},
    "vedlegg": {"tittel": "Kart", "fil": "kart.pdf"},
    "lokale_avsnitt": {"overskrift": "Beredskap", "tekst": "Slik gjør vi."},
}


def split(whole: Any, to_heir: Callable[[], str]) -> tuple[Any, Any]:
    """Divide a tree between an heir and the file it inherits from. The heir may also leave a field empty."""
    own, theirs = {}, {}
    for key, value in whole.items():
        match to_heir():
            case "own":
                own[key] = value
            case "theirs":
                theirs[key] = value
            case "empty":
                own[key], theirs[key] = None, value
            case "both" if isinstance(value, dict):
                own[key], theirs[key] = split(value, to_heir)
            case _:
                own[key] = theirs[key] = value
    return own, theirs


@given(st.data())
def test_however_an_agreement_is_divided_it_is_the_same_and_the_schema_accepts_it(draw: st.DataObject) -> None:
    choices = st.sampled_from(["own", "theirs", "empty", "both"])
    own, theirs = split(PARTS, lambda: draw.draw(choices))
    text = yaml.dump({"format": "1", "arv": "b.yaml", **own}, allow_unicode=True, sort_keys=False)
    found = checked(text, {"b.yaml": yaml.dump({"x": None, **theirs}, allow_unicode=True)})
    assert found.diagnostics == ()
    whole = check(yaml.dump({"format": "1", "arv": None, **PARTS}, allow_unicode=True), "a.yaml").avtale
    assert found.avtale is not None
    assert whole is not None
    assert {**vars(found.avtale), "arv": ()} == vars(whole)
    assert [error.message for error in godtar().iter_errors({"format": "1", "arv": "b.yaml", **own})] == []


def test_who_a_kommune_is_may_be_inherited_by_what_is_said_of_it() -> None:
    said = {"leder": "ordfører"}
    assert godtar().is_valid({"format": "1", "arv": "b.yaml", "parter": {"kommuner": said}})
    assert not godtar().is_valid({"format": "1", "arv": "b.yaml", "parter": {"kommuner": [said]}})


@i_ett("wrong", [{"tull": "x"}, {"parter": {"tull": "x"}}, {"parter": ["x"]}, {"avtale": "x"}])
def test_the_schema_refuses_unknown_keys_and_shapes_also_in_an_heir(wrong: dict[str, Any]) -> None:
    assert godtar().is_valid({"format": "1", "arv": ["b.yaml"]})
    assert not godtar().is_valid({"format": "1", "arv": ["b.yaml"], **wrong})
    assert not godtar().is_valid({"arv": ["b.yaml"]})
    assert not godtar().is_valid({"format": "1", "arv": None})


_LEAVES = st.sampled_from(["", "x", "2026", "Nordland", "[x]", "[]", "~", "'"])
_TREES = st.recursive(
    _LEAVES,
    lambda inner: st.dictionaries(
        st.sampled_from(["parter", "politi", "periode", "møter", "a"]), inner, max_size=3
    ).map(lambda fields: "{" + ", ".join(f"{key}: {value}" for key, value in fields.items()) + "}"),
    max_leaves=8,
)


@given(st.lists(st.tuples(st.sampled_from(["b.yaml", "c.yaml", "[b.yaml, c.yaml]", "x", "{}"]), _TREES), min_size=3))
def test_whatever_the_files_hold_each_finding_stands_in_one_of_them(contents: list[tuple[str, str]]) -> None:
    texts = [f"format: 1\narv: {asked}\nparter: {tree}\nperiode: {tree}\n" for asked, tree in contents]
    files: dict[str, str | bytes] = {"b.yaml": texts[1], "c.yaml": texts[2]}
    found = checked(texts[0], files)
    known = {"a.yaml": texts[0], **found.texts}
    for d in found.diagnostics:
        assert_inside(d, known)


def assert_inside(d: Diagnostic, texts: dict[str, str]) -> None:
    lines = texts[d.span.file].split("\n")
    assert 1 <= d.span.line <= len(lines)
    assert 1 <= d.span.column <= d.span.end_column <= len(lines[d.span.line - 1]) + 1

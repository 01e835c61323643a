"""The templates taken apart: what they say themselves, and the logic around it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jinja2 import nodes

from avtalegen.dokument.maler import MALER
from avtalegen.komponering import sammensetting
from avtalegen.komponering.mal import sandbox
from avtalegen.lesing.ours import read_yaml

MÅLFORMER = ("nb", "nn")


@contextmanager
def bare_malen(navn: str, mal: str, folder: Path) -> Iterator[None]:
    """Let the agreements in the block have one section, and this template of it, which is put in `folder`."""
    (folder / "nb").mkdir()
    (folder / "nb" / "ord.yaml").write_bytes((MALER / "nb" / "ord.yaml").read_bytes())
    (folder / "nb" / f"{navn}.md.j2").write_text(mal, encoding="utf-8")
    (folder / "struktur.yaml").write_text(f"avsnitt: {{{navn}: {navn}}}\n", encoding="utf-8")
    kjente = (sandbox.environment, sammensetting.struktur)
    try:
        with pytest.MonkeyPatch.context() as patch:
            for module in (sammensetting, sandbox):
                patch.setattr(module, "MALER", folder)
            for kjent in kjente:
                kjent.cache_clear()
            yield
    finally:
        for kjent in kjente:
            kjent.cache_clear()


# The places in a node where a text is a name or a value of the format, not something that the document says.
_LOGIC = {
    ("Compare", "expr"),
    ("Compare", "ops"),
    ("Filter", "args"),
    ("Filter", "kwargs"),
    ("Getitem", "arg"),
    ("Include", "template"),
    ("Pair", "key"),
}
# Filters that are given what the document says.
_SAID = ("setning", "setninger")
# What `ord.yaml` holds beside words: the code of the language, patterns for words that people write, abbreviations.
_NO_TEXT = ("språk", "kjønn", "måneder_kort", "ukedager_kort")


def templates(språk: str) -> list[Path]:
    """Return the templates of a language, by name."""
    return sorted((MALER / språk).glob("*.md.j2"))


def words(språk: str) -> dict[str, Any]:
    """Return the content of a language's `ord.yaml`."""
    return read_yaml(MALER / språk / "ord.yaml")


def texts(path: Path) -> Iterator[str]:
    """Yield what a template says itself: the text between the Jinja, and the texts that its expressions print."""
    for _, node, said in _nodes(_tree(path)):
        if isinstance(node, nodes.TemplateData):
            yield node.data
        elif isinstance(node, nodes.Const) and isinstance(node.value, str) and said:
            yield node.value


def uten_ledd(text: str) -> str:
    """Return the text without what tells of which lists a lead-in is: «Ett punkt:», «Alle verb:»."""
    return re.sub(r"\b(?:Ett (?:punkt|verb|presens|spørsmål)|(?:Alle|Uten) verb):", "", text)


def texts_in_words(språk: str) -> Iterator[str]:
    """Yield what `ord.yaml` puts into documents, without the placeholders."""
    for text in _leaves({key: value for key, value in words(språk).items() if key not in _NO_TEXT}):
        yield re.sub(r"\{\w+\}", "", text)


def logic(path: Path) -> list[str]:
    """Return the statements and expressions of a template, a line for each node, without what is said.

    The forms of a word that depends on how many there are («kommunen», «Kommunens») count as one: which form a
    sentence needs, is a matter of language.
    """
    form_of = {form: word for word, forms in words(path.parent.name)["entall_flertall"].items() for form in forms}
    return [
        "  " * depth + _line(node, said, form_of)
        for depth, node, said in _nodes(_tree(path))
        if not isinstance(node, nodes.Output | nodes.TemplateData)
    ]


def markup(path: Path) -> list[str]:
    """Return what each line of a template is in Markdown: «## », «- », «¶» for text, «|||» for the row of a table."""
    return [_markup(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _markup(line: str) -> str:
    text = re.sub(r"\{\{.*?\}\}", "x", re.sub(r"\{%.*?%\}", "", line))
    start = re.match(r"#+ |- |1\. |Tabell: ", text)
    return f"{start[0] if start else ''}{'|' * text.count('|')}{'**' * text.count('**')}" or "¶" * bool(text.strip())


@cache
def _tree(path: Path) -> nodes.Template:
    return sandbox.environment(path.parent.name).parse(path.read_text(encoding="utf-8"))


def _nodes(node: nodes.Node, said: bool = True, depth: int = 0) -> Iterator[tuple[int, nodes.Node, bool]]:
    yield depth, node, said
    for field, value in node.iter_fields():
        is_logic = (type(node).__name__, field) in _LOGIC and getattr(node, "name", None) not in _SAID
        below = said and not is_logic
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, nodes.Node):
                yield from _nodes(child, below, depth + 1)


def _line(node: nodes.Node, said: bool, form_of: dict[str, str]) -> str:
    if isinstance(node, nodes.Const) and isinstance(node.value, str) and said:
        return "Const «…»"
    if isinstance(node, nodes.Name) and node.name in form_of:
        return f"Name one of the forms of {form_of[node.name]}"
    plain = [f"{name}={value!r}" for name, value in node.iter_fields() if not _holds_nodes(value)]
    return " ".join([type(node).__name__, *plain])


def _holds_nodes(value: object) -> bool:
    return isinstance(value, nodes.Node) or (isinstance(value, list) and any(isinstance(v, nodes.Node) for v in value))


def _leaves(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    else:
        for below in data.values() if isinstance(data, dict) else data:
            yield from _leaves(below)

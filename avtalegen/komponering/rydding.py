"""What a section looks like when little stands in it: a list of one is a sentence, and a heading earns its place.

A template says what it has to say with a heading, a lead-in and a list, whatever the agreement holds. Here, and nowhere
else, it is decided what becomes of them: before the writers, so all formats say the same, and before the numbers.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import compress
from typing import NamedTuple

from avtalegen.dokument.innhold import Block, Heading, Inline, Items, Link, Paragraph, Text, characters
from avtalegen.komponering.innledninger import ALL_VERBS, NO_VERB, ONE, ONE_CLAUSE, ONE_PRESENT, ONE_VERB
from avtalegen.komponering.spor.sporing import omskrevet, samlet
from avtalegen.komponering.sprak.lopende import Språk
from avtalegen.komponering.sprak.skrivemate import har_flere_setninger

_SENTENCE = re.compile(r"[.!?] +[A-ZÆØÅ]")
_MARK = "å "
_WORD, _WHO = re.compile(r"[^\W\d_]+"), ("part", "kommun", "politiet", "råd")
_MARKS = (_MARK, _MARK.capitalize())
_LONGEST_FOLDED = 200
"""Characters. A longer paragraph has its own heading, also when it is one sentence."""


class LeadIn(NamedTuple):
    """A lead-in of the list that follows; `form`, one of `innledninger.FORMS`, tells of which lists."""

    content: tuple[Inline, ...]
    form: str


Part = Block | LeadIn


def tidied(parts: Sequence[Part], kept: Collection[str], språk: Språk) -> tuple[Block, ...]:
    """Return the blocks of a section with lists of one folded and no heading that hasn't earned its place.

    `kept` are the ids of what is not touched: headings that say a value of the agreement, which may stand nowhere else,
    and what the parties wrote themselves.
    """
    whole = _earned(_tree(_folded(parts, kept, språk)), kept)
    return tuple(_flat(whole)) if whole else ()


def _folded(parts: Sequence[Part], kept: Collection[str], språk: Språk) -> list[Block]:
    """Return the blocks with each list of one made a sentence with its lead-in, and others led in to by what fits."""
    made: list[Block] = []
    forms: dict[str, tuple[Inline, ...]] = {}
    for part in parts:
        if isinstance(part, LeadIn):
            forms[part.form] = part.content
            continue
        if isinstance(part, Items) and part.id not in kept:
            lead = last if made and isinstance(last := made[-1], Paragraph) and last.lead else None
            if lead:
                made.pop()
            if len(part.items) == 1:
                made += _one(part, lead, forms, språk)
            else:
                verbs = {_is_verb(_begins(item), språk) for item in part.items} if forms else set()
                form = ALL_VERBS if verbs == {True} else NO_VERB if verbs == {False} else ""
                items = part.items
                if form == ALL_VERBS and forms.keys() & {ALL_VERBS, NO_VERB}:
                    items = tuple(_without_mark(item) for item in items)
                if lead and form in forms:
                    lead = Paragraph(lead.id, forms[form], True, lead.language, lead.quote)
                raised = _raised_items(part if items is part.items else replace(part, items=items), språk)
                made += [lead, raised] if lead else [raised]
        else:
            made.append(part)
        if not (isinstance(part, Paragraph) and part.lead):
            forms = {}
    return made


def _raised_items(items: Items, språk: Språk) -> Items:
    """Return a list that stays a list, with a capital first in each item.

    Here and not in the templates: the one item of a list becomes part of a sentence, with the letter it was written.
    """
    raised = tuple([tuple([_raised_block(block, språk) for block in item]) for item in items.items])
    return Items(items.id, raised, items.ordered, items.language, items.marks, items.whole)


def _raised_block(block: Block, språk: Språk) -> Block:
    match block:
        case Items():
            return _raised_items(block, språk)
        case Paragraph(content=(Text() as first, *rest)):
            if (text := språk.stor(first.text)) is not first.text:
                content = (Text(text, first.bold, first.italic, first.language), *rest)
                return Paragraph(block.id, content, block.lead, block.language, block.quote)
    return block


def _begins(item: Sequence[Block]) -> str:
    """Return the text of the paragraph that an item begins with, or nothing when it begins otherwise."""
    return characters(item[0].content) if item and isinstance(item[0], Paragraph) else ""


def _is_verb(text: str, språk: Språk) -> bool:
    """Tell whether an item begins with a verb in the infinitive: one that we know, or any that has its mark, «å»."""
    return text.startswith(_MARKS) or språk.kjente.er_infinitiv(text)


def _without_mark(item: Sequence[Block]) -> tuple[Block, ...]:
    """Return an item without the mark of the infinitive, which the lead-in has, or can't have («skal»)."""
    match item:
        case (Paragraph(content=(Text() as first, *rest)) as begins, *others) if first.text.startswith(_MARKS):
            text = first.text[len(_MARK) :]
            return (replace(begins, content=(replace(first, text=text), *rest)), *others)
    return tuple(item)


def _one(
    items: Items, lead: Paragraph | None, forms: Mapping[str, tuple[Inline, ...]], språk: Språk
) -> Iterator[Block]:
    """Give the one item of a list, as a sentence with what leads in to it."""
    first, *rest = items.items[0]
    if not isinstance(first, Paragraph):
        yield from filter(None, (lead, first, *rest))
        return
    text = characters(first.content)
    fits = {
        ONE_VERB: _is_verb(text, språk),
        ONE_PRESENT: språk.kjente.er_finitt(text),
        ONE_CLAUSE: språk.kjente.er_leddsetning(text),
        ONE: True,
    }
    form = next((forms[form] for form, fit in fits.items() if fit and form in forms), None)
    if fits[ONE_VERB] and ONE_VERB in forms:
        (first,) = _without_mark((first,))
        assert isinstance(first, Paragraph)
    present = form is not None and form is forms.get(ONE_PRESENT)
    before = form or (lead.content if lead else ())
    # Whole sentences after a colon begin with a capital, as Språkrådet has it.
    colon = characters(before).rstrip().endswith(":")
    sentences = colon and ("?" in text or har_flere_setninger(text) or språk.kjente.er_setning(text, lang=False))
    if sentences and "?" not in text and _says_the_same(characters(before), text, språk):
        before = ()
    small = form is not None and not sentences
    content = _sentence(språk, first.content, small=small, verb=present, leads=bool(rest))
    yield Paragraph((lead or first).id, tuple(joined((*before, *((Text(" "),) if before else ()), *content))))
    yield from rest


def _says_the_same(before: str, text: str, språk: Språk) -> bool:
    """Tell whether a lead-in that asks how («Slik deler partene informasjon:») is said again by the sentence after.

    It is when a word of it is there, however inflected: «deles», but not «delegatene».
    """
    slik, *resten = _WORD.findall(before.lower())
    if slik != språk.ord["slik"]:
        return False
    asked = [word for word in resten if len(word) > 3 and not word.startswith(_WHO)]
    return any(
        word.startswith(one[: max(4, len(one) - 4)]) and len(word) <= len(one) + 3
        for word in _WORD.findall(text.lower())
        for one in asked
    )


def _sentence(språk: Språk, content: Sequence[Inline], *, small: bool, verb: bool, leads: bool) -> Iterator[Inline]:
    """Give an item as the rest of a sentence: a small letter first where that is safe, and a full stop last.

    One that `leads` to more keeps the colon that it ends with.
    """
    for n, inline in enumerate(content):
        if not isinstance(inline, Text):
            yield inline
            continue
        text = inline.text
        if n == 0:
            first = omskrevet(text, str(text)[:1].lower() + str(text)[1:])
            text = first if verb else språk.liten(text) if small else språk.stor(text)
        if n == len(content) - 1 and not (leads and text.endswith(":")):
            text = språk.punktum(text)
        yield Text(text, inline.bold, inline.italic, inline.language)
    if content and isinstance(content[-1], Link):
        yield Text(".")


class _Part(NamedTuple):
    """A heading, what stands under it before the next one, and the headings under it. The outermost has no heading."""

    heading: Heading | None
    own: list[Block]
    parts: list[_Part]


def _tree(blocks: Sequence[Block]) -> _Part:
    whole = _Part(None, [], [])
    open_: list[_Part] = [whole]
    for block in blocks:
        if not isinstance(block, Heading):
            open_[-1].own.append(block)
            continue
        while (above := open_[-1].heading) and above.level >= block.level:
            open_.pop()
        part = _Part(block, [], [])
        open_[-1].parts.append(part)
        open_.append(part)
    return whole


def _flat(part: _Part) -> Iterator[Block]:
    if part.heading:
        yield part.heading
    yield from part.own
    for inner in part.parts:
        yield from _flat(inner)


def _earned(part: _Part, kept: Collection[str]) -> _Part | None:
    """Return the part with the headings that have earned their place; None when there is nothing in it."""
    parts = [found for inner in part.parts if (found := _earned(inner, kept))]
    if part.heading and not part.heading.numbered:
        return part  # the parties' own
    if not part.own and not parts:
        # What a heading alone says of the agreement, is said nowhere else.
        return part if part.heading and part.heading.id in kept else None
    if part.heading is None:
        return part._replace(parts=parts)
    short = [_is_one_sentence(inner, kept) for inner in parts]
    own = [*part.own, *_together([*compress(parts, short)])]
    parts = [inner for inner, is_short in zip(parts, short, strict=True) if not is_short]
    if len(parts) == 1 and parts[0].heading:
        (only,) = parts
        if parts[0].heading.id not in kept:
            return part._replace(own=[*own, *only.own], parts=only.parts)
        if not own and part.heading.level > 1 and part.heading.id not in kept:
            return _raised(only, part.heading.level)
    return part._replace(own=own, parts=parts)


def _together(parts: Sequence[_Part]) -> Iterator[Block]:
    """Give what stood under headings that are left out, as one paragraph."""
    paragraphs = [block for part in parts for block in part.own if isinstance(block, Paragraph)]
    if paragraphs:
        between = (Text(" "),)
        content = [inline for n, one in enumerate(paragraphs) for inline in ((*between,) if n else ()) + one.content]
        yield replace(paragraphs[0], content=tuple(joined(content)))


def _is_one_sentence(part: _Part, kept: Collection[str]) -> bool:
    """Tell whether a heading has a single sentence under it, and can do without it."""
    match part:
        case _Part(heading=Heading(id=id_), own=[Paragraph(content=content, lead=False)], parts=[]) if id_ not in kept:
            text = characters(content)
            return len(text) <= _LONGEST_FOLDED and not _SENTENCE.search(text)
    return False


def _raised(part: _Part, level: int) -> _Part:
    assert part.heading
    up = part.heading.level - level
    heading = replace(part.heading, level=level)
    return _Part(heading, part.own, [_raised(inner, inner.heading.level - up) for inner in part.parts if inner.heading])


def joined(inlines: Iterable[Inline]) -> Iterator[Inline]:
    """Give the inlines with neighbouring runs of the same look made one."""
    held: Text | None = None
    texts: list[str] = []
    for inline in inlines:
        if held and isinstance(inline, Text) and _alike(held, inline):
            texts.append(inline.text)
            continue
        if held:
            yield _as_one(held, texts)
        held = inline if isinstance(inline, Text) else None
        if held:
            texts = [held.text]
        else:
            yield inline
    if held:
        yield _as_one(held, texts)


def _alike(one: Text, other: Text) -> bool:
    return one.bold == other.bold and one.italic == other.italic and one.language == other.language


def _as_one(first: Text, texts: Sequence[str]) -> Text:
    return first if len(texts) == 1 else Text(samlet(texts), first.bold, first.italic, first.language)

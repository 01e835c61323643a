"""What stands beside the document as HTML: the findings, and the field that a sentence leads to.

Everything that comes from a file is escaped here, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape

from avtalegen.funn.diagnostic import Diagnostic, Rute, Severity, Span
from avtalegen.rapporter.snippet import Snippet, snippet
from avtalegen.rapporter.tekst import counted
from avtalegen.rapporter.visible import cells, visible
from avtalegen.regler.katalog import katalog
from avtalegen.visning.ord import i_målform
from avtalegen.visning.utgave import Edition, Group, Told

MOST = 300
"""Findings that are shown at once: nobody reads more, and a browser is slow with them."""

_WIDEST = 100  # cells of a line from a file
CSS = {Severity.FEIL: "feil", Severity.ADVARSEL: "advarsel", Severity.RÅD: "raad"}
"""The names of the severities in the style sheets and the script."""


def panel(shown: Edition) -> str:
    """Return all that is found, in groups, with a button for each severity."""
    counts = shown.counts
    if not any(counts.values()):
        return "" if shown.failure else f'<p class="ingen">{shown.ord["ingen"]}</p>'
    buttons = (
        f'<li><button type="button" class="velger {CSS[severity]}" data-grad="{CSS[severity]}" aria-pressed="true">'
        f"{_text(counted({severity: number}, nynorsk=shown.nynorsk))}</button></li>"
        for severity, number in counts.items()
        if number
    )
    html = [f'<ul class="velgere" role="list" aria-label="{shown.ord["vis"]}">', *buttons, "</ul>"]
    left = sum(counts.values())
    numbers = iter(range(1, min(left, MOST) + 1))
    for n, group in enumerate(shown.groups, start=1):
        if there := list(zip(group.told, numbers, strict=False)):
            html.append(_group(group, n, there, shown))
    if left > MOST:
        html.append(f'<p class="flere">{shown.ord["flere"].format(antall=left - MOST)}</p>')
    return "\n".join(html)


def message(shown: Edition) -> str:
    """Return what stands above the document when it is not made of the files as they are now; otherwise «»."""
    if shown.current:
        return ""
    ord_ = shown.ord
    why = f"{shown.failure} " if shown.failure else ""
    én = shown.counts[Severity.FEIL] == 1
    when = ord_["når_lest" if why else "når_feilen" if én else "når_feilene"]
    if shown.sheet is None:
        return why + ord_["vises"].format(når=when)
    return why + ord_["forrige_utgave"].format(tid=f"{shown.sheet.made:%H.%M}", når=when)


def status(shown: Edition) -> str:
    """Return when the files were read, and how much was found in them."""
    ord_, at = shown.ord, f"{shown.at:%H.%M}"
    if shown.failure:
        return ord_["ikke_oppdatert"].format(tid=at)
    return ord_["oppdatert"].format(tid=at, funn=counted(shown.counts, nynorsk=shown.nynorsk) or ord_["ingen_funn"])


def value(
    fields: Sequence[tuple[str, str]], way: Rute, span: Span, shown: Edition, at: Iterable[tuple[Diagnostic, int]]
) -> str:
    """Return what there is to say of a value: its field, where it is written, and what is found about it.

    `fields` are the field that its own stands under, if any, and its own: what each is called, and is for. `way` are
    the steps to the value that stand in the file. `at` are the findings, each with its number.
    """
    assert shown.sheet is not None
    ord_ = shown.ord
    earlier = "" if shown.current else f" {ord_['forrige']}"
    steps = " › ".join(f"nr. {step + 1}" if isinstance(step, int) else step for step in way)
    name = ": ".join(called for called, _ in fields) or str(way[-1])
    about = fields[-1][1] if fields else ""
    parts = [
        f'<p class="felt">{_text(name)}</p>',
        f'<p class="hjelp">{_text(about)}</p>' if about else "",
        f'<p class="vei"><code translate="no">{_text(steps)}</code></p>',
        f'<p class="sted">{_text(ord_["linje_i"].format(fil=span.file, linje=span.line))}{earlier}</p>',
        *_excerpt(span, shown.sheet.source.lines.get(span.file, ())),
    ]
    found = [
        f'<li class="{CSS[one.severity]}"{_lang(one)}><a href="#funn-{min(number, MOST)}"><span class="grad">'
        f"{_text(one.alvor.capitalize())}</span> {_text(one.code)}</a> {_text(one.message)}</li>"
        for one, number in at
    ]
    if found:
        parts += [f'<ul class="ved" role="list" aria-label="{ord_["funn_her"]}">', *found, "</ul>"]
    return "\n".join(filter(None, parts))


def _group(group: Group, number: int, there: Iterable[tuple[Told, int]], shown: Edition) -> str:
    title = _text(group.title)
    if group.heading is not None:
        target = f"#{escape(group.heading)}" if group.heading else ""
        title = (
            f'<a href="/avtale.html{target}" target="avtale" data-overskrift="{escape(group.heading)}" '
            f'title="{shown.ord["vis_i_avtalen"]}">{title}</a>'
        )
    items = (_finding(one, n, shown.file, group.heading or "") for one, n in there)
    return "\n".join(
        [
            f'<section class="gruppe" aria-labelledby="gruppe-{number}">\n<h3 id="gruppe-{number}">{title}</h3>',
            '<ul role="list">',
            *items,
            "</ul>\n</section>",
        ]
    )


def _finding(told: Told, number: int, file: str, heading: str) -> str:
    found, css = told.found, CSS[told.found.severity]
    ord_ = i_målform(found.nynorsk)
    parts = [
        f'<li class="funn {css}" id="funn-{number}" tabindex="-1" data-grad="{css}"{_lang(found)}>',
        f'<p class="hode"><span class="grad">{_text(found.alvor.capitalize())}</span>',
        f'<span class="kode">{_text(found.code)}</span>',
        f"{_way_back(told, file, heading)}</p>",
        f'<p class="melding">{_text(found.message)}</p>',
    ]
    if found.hint:
        parts.append(f'<p class="hjelp">{_text(found.hint)}</p>')
    parts += _excerpt(found.span, told.lines)
    for related in found.related:
        parts.append(
            f'<p class="se">{found.se_også} {_text(_place(related.span, file, ord_))}: {_text(related.message)}</p>'
        )
    if found.section:
        parts.append(f'<p class="grunnlag">{_text(ord_["grunnlag"].format(grunnlag=found.section))}</p>')
    return "\n".join([*parts, *_explanation(found), "</li>"])


def _lang(found: Diagnostic) -> str:
    return ' lang="nn"' if found.nynorsk else ""


def _way_back(told: Told, file: str, heading: str) -> str:
    """Return the place in the file; where a sentence shows what stands there, it leads to the sentence."""
    ord_ = i_målform(told.found.nynorsk)
    place = _text(_place(told.found.span, file, ord_))
    if told.sentence is None:
        return f'<span class="sted">{place}</span>'
    return (
        f'<a class="sted" href="/avtale.html#{escape(heading)}" target="avtale" data-setning '
        f'title="{ord_["vis_setningen"]}">{place}</a>'
    )


def _excerpt(span: Span, lines: Sequence[str]) -> Iterator[str]:
    """Give the line of the file, with the place marked; nothing where the file has no such line."""
    if not 1 <= span.line <= len(lines):
        return
    line = lines[span.line - 1]
    if not line.strip():
        return
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    before, marked, after = _parts(snippet(line, span.column - 1, end, _WIDEST))
    before = before.lstrip()
    code = f"{escape(before)}<mark>{escape(marked)}</mark>{escape(after)}" if marked else escape(before)
    yield f'<p class="linje"><span class="nr">{span.line}</span><code translate="no">{code}</code></p>'


def _parts(shown: Snippet) -> tuple[str, str, str]:
    """Return the line before, in and after its mark, which is measured in cells."""
    start = _reach(shown.line, shown.indent)
    end = _reach(shown.line, shown.indent + shown.length)
    return shown.line[:start], shown.line[start:end], shown.line[end:]


def _reach(line: str, width: int) -> int:
    return next((at for at in range(len(line)) if cells(line[:at]) >= width), len(line))


def _explanation(found: Diagnostic) -> Iterator[str]:
    """Give what `forklar` says of the code, for those who ask for it."""
    if (known := katalog().get(found.code)) is None:
        return
    dok = known.fortalt(nynorsk=found.nynorsk)
    ord_ = i_målform(found.nynorsk)
    more = ord_["mer_om"].format(kode=found.code)
    yield f"<details>\n<summary>{_text(more)}</summary>\n<p>{_text(dok.hva)}</p>"
    for label, text in ((ord_["hvorfor"], dok.hvorfor), (ord_["rett_opp"], dok.rett_opp)):
        yield f"<p><strong>{label}:</strong> {_text(text)}</p>"
    for label, text in ((ord_["feil"], dok.eksempel_feil), (ord_["riktig"], dok.eksempel_riktig)):
        lines = "\n".join(map(visible, text.rstrip("\n").split("\n")))
        yield f'<p><strong>{label}:</strong></p>\n<pre translate="no">{escape(lines)}</pre>'
    yield "</details>"


def _place(span: Span, file: str, ord_: Mapping[str, str]) -> str:
    """Return the line; with its file where that is not `file`, which the page is about."""
    return ord_["linje" if span.file == file else "linje_i"].format(fil=span.file, linje=span.line)


def _text(text: str) -> str:
    return "<br>".join(escape(visible(line), quote=False) for line in text.split("\n"))

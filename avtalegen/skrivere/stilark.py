"""The style sheet of a page: what the style file says, and what stands around each page that is printed."""

from __future__ import annotations

import re

from avtalegen.dokument.innhold import Document
from avtalegen.funn.begge import Begge
from avtalegen.skrivere.disposisjon import top_of_page
from avtalegen.skrivere.stil import StyleError, text_of
from avtalegen.skrivere.tegn import writable

_CSS_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
# The page's own policy forbids the browser to fetch it; whoever wrote it, should know.
_FETCHED = re.compile(r"@import\b[^;\n]{0,60}|url\(\s*['\"]?(?!data:|#|['\"\s])[^)\n]{0,60}\)?", re.IGNORECASE)
_WRAPPED = re.compile(r"\A\s*<!--")
_PAGE_FIELD = re.compile(r"(\{pages?\})")


def sheet(style: bytes) -> str:
    """Return a style sheet as it stands in the page. One that can't be used is a `StyleError`."""
    text = text_of(style)
    if found := _FETCHED.search(_CSS_COMMENT.sub(lambda comment: re.sub(r"[^\n]", " ", comment[0]), text)):
        raise StyleError(
            Begge(
                f"Stilarket henter noe utenfra («{found[0]}»), og det gjør siden aldri.",
                f"Stilarket hentar noko utanfrå («{found[0]}»), og det gjer sida aldri.",
            ),
            Begge(
                "Legg det inn i stilarket: bilder som «url(data:…)». Skrifter må finnes hos den som leser.",
                "Legg det inn i stilarket: bilete som «url(data:…)». Skrifter må finnast hos den som les.",
            ),
            text.count("\n", 0, found.start()) + 1,
            found.start() - text.rfind("\n", 0, found.start()),
        )
    # The parser of the page must not see an end of the element, and the policy's hash is of what it sees. Nor may
    # anything look like our comments. In strings and addresses the stroke says nothing, and sheets of old have theirs
    # around the whole.
    return "\n" + _WRAPPED.sub("", writable(text)).replace("</", "<\\/").replace("<!--", "<\\!--")


def page_boxes(document: Document) -> str:
    """Return what stands on top and at the bottom of each printed page. A rule can't be filled in from the text."""
    counters = {"{page}": "counter(page)", "{pages}": "counter(pages)"}
    label = " ".join(
        counters.get(piece) or _css_string(piece) for piece in _PAGE_FIELD.split(document.page_label) if piece
    )
    boxes = {
        "top-left": _css_string(top_of_page(document)),
        "top-right": _css_string(document.mark or ""),
        "bottom-right": label or '""',
    }
    first = "" if document.first_header else '@page:first{@top-left{content:""}@top-right{content:""}}\n'
    return "@page{" + "".join(f"@{place}{{content:{content}}}" for place, content in boxes.items()) + "}\n" + first


def _css_string(text: str) -> str:
    """Write text as a string in a style sheet; whatever is not a letter or a digit by its number."""
    return '"' + "".join(c if c.isalnum() or c == " " else f"\\{ord(c):x} " for c in writable(text)) + '"'

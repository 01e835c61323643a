"""The title of a Word file, no wider than its lines need."""

from __future__ import annotations

from functools import lru_cache

from avtalegen.skrivere.titler import balanced, kept_from_end
from avtalegen.skrivere.word.pakke import StylePackage
from avtalegen.skrivere.word.stildeler import parse
from avtalegen.skrivere.word.xml import NAMESPACES, VAL, W_NS

# Half-points, where no style says otherwise.
_USUAL_SIZE = 22
_MOST_STYLES = 12
# A typeface may be a little wider than ours.
_SLACK = 1.01


def title(package: StylePackage, text: str) -> tuple[str, int]:
    """Return the text of the title, and the twips to the right of it that its lines have no need of."""
    size = _size(package.parts[package.style_part], package.styles["Title"])
    # A hundredth of the size, in twips: a half-point is ten of these.
    hundredth = size * 10 / 100
    room = int(package.text_width / hundredth)
    text = kept_from_end(text, room)
    needed = balanced(text, room)
    return text, 0 if needed is None else max(0, int(package.text_width - needed * hundredth * _SLACK))


def heading_room(package: StylePackage, level: int, number: int) -> int:
    """Return what a line of a heading has room for beside its number, in hundredths of its size."""
    size = _size(package.parts[package.style_part], package.styles[f"Heading {level}"])
    return int((package.text_width - number) / (size * 10 / 100))


@lru_cache(maxsize=64)
def _size(styles: bytes, style_id: str) -> int:
    """Return the size of the text of a style in half-points: its own, or that of the style that it is based on."""
    root = parse(styles)
    by_id = {style.get(f"{{{W_NS}}}styleId"): style for style in root.findall("w:style", NAMESPACES)}
    for _ in range(_MOST_STYLES):
        style = by_id.get(style_id)
        if style is None:
            break
        size = style.find("w:rPr/w:sz", NAMESPACES)
        if size is not None and (size.get(VAL) or "").isdecimal():
            return max(1, int(size.get(VAL) or 0))
        based = style.find("w:basedOn", NAMESPACES)
        style_id = "" if based is None else based.get(VAL) or ""
    return _USUAL_SIZE

"""The coat of arms or logo on top of the first page."""

from __future__ import annotations

import struct
from typing import Literal, NamedTuple

from avtalegen.diagnostic import AvtalegenError
from avtalegen.document import Picture
from avtalegen.skrivere.word_xml import R_NS, W_NS, attribute

_EMU_PER_MM = 36_000
_MAX_WIDTH, _MAX_HEIGHT = 60 * _EMU_PER_MM, 22 * _EMU_PER_MM
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"


class Size(NamedTuple):
    """What kind of picture a file holds and how many pixels it has."""

    kind: Literal["png", "jpeg"]
    width: int
    height: int


def measure(data: bytes) -> Size:
    """Read the size of a PNG or JPEG file from its head. Anything else is an `AvtalegenError`."""
    size = _png(data) or _jpeg(data)
    if size is None or size.width < 1 or size.height < 1:
        raise AvtalegenError(
            "Bildet på toppen av avtalen kan ikke brukes: det er verken en hel PNG-fil eller en hel "
            "JPEG-fil. Lagre det på nytt som PNG."
        )
    return size


def drawing(picture: Picture, relation_id: str) -> str:
    """Return the w:r with the picture, at most 60 mm wide and 22 mm high, as XML."""
    size = measure(picture.data)
    width, height = _fit(size.width, size.height)
    described = f'id="1" name="Bilde 1" descr={attribute(picture.alternative)}'
    return (
        f'<w:r xmlns:w="{W_NS}" xmlns:r="{R_NS}" xmlns:wp="{_DRAWING}/wordprocessingDrawing"'
        f' xmlns:a="{_DRAWING}/main" xmlns:pic="{_DRAWING}/picture"><w:drawing>'
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>'
        f'<wp:docPr {described}/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/>'
        f'</wp:cNvGraphicFramePr><a:graphic><a:graphicData uri="{_DRAWING}/picture"><pic:pic>'
        f"<pic:nvPicPr><pic:cNvPr {described}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{relation_id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def _fit(width: int, height: int) -> tuple[int, int]:
    """Scale to the largest size that fits, with the proportions kept."""
    if width * _MAX_HEIGHT > height * _MAX_WIDTH:
        return _MAX_WIDTH, max(1, height * _MAX_WIDTH // width)
    return max(1, width * _MAX_HEIGHT // height), _MAX_HEIGHT


def _png(data: bytes) -> Size | None:
    if len(data) < 24 or data[:8] != b"\x89PNG\r\n\x1a\n" or data[12:16] != b"IHDR":
        return None
    return Size("png", *struct.unpack(">II", data[16:24]))


def _jpeg(data: bytes) -> Size | None:
    """Walk the segments to the frame header (ITU T.81, B.2.2), whatever comes before it."""
    if data[:2] != b"\xff\xd8":
        return None
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return Size("jpeg", width, height)
        at += 2 + struct.unpack(">H", data[at + 2 : at + 4])[0]
    return None

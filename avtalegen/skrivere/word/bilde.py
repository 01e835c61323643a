"""The coat of arms or logo on top of the first page."""

from __future__ import annotations

from avtalegen.dokument.bilde import measure
from avtalegen.dokument.innhold import Picture
from avtalegen.skrivere.word.xml import attribute

_EMU_PER_MM = 36_000
_MAX_WIDTH, _MAX_HEIGHT = 60 * _EMU_PER_MM, 22 * _EMU_PER_MM
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"


def drawing(picture: Picture, relation_id: str) -> str:
    """Return the w:r with the picture, at most 60 mm wide and 22 mm high, as XML."""
    size = measure(picture.data)
    width, height = _fit(size.width, size.height)
    described = f'id="1" name="Bilde 1" descr={attribute(picture.alternative)}'
    return (
        f'<w:r xmlns:wp="{_DRAWING}/wordprocessingDrawing"'
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

"""A font of a PDF: which characters its codes are, and how wide they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pypdf.generic import DictionaryObject
from pypdf.generic._font import Font  # what the library's own extraction of text reads with

from avtalegen.modell.senere import senere

_FET = senere(r"bold|black|heavy|semibold|demi|halvfet", re.IGNORECASE)
_KURSIV = senere(r"italic|oblique|kursiv", re.IGNORECASE)
_FET_FLAGG, _KURSIV_FLAGG = 1 << 18, 1 << 6
_SMÅ = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}


class Skrift:
    """A font. `kjent` tells whether it says which characters it has."""

    def __init__(self, ordbok: DictionaryObject) -> None:
        try:
            self._font: Font | None = Font.from_font_resource(ordbok)
        except Exception:  # whatever a broken font leads to
            self._font = None
        self.kjent = self._font is not None and self._font.interpretable
        navn = self._font.name if self._font else ""
        flagg = self._font.font_descriptor.flags if self._font else 0
        flagg = flagg if isinstance(flagg, int) else 0
        self.fet = bool(_FET.search(navn)) or bool(flagg & _FET_FLAGG)
        self._sett: dict[str, tuple[str, float, bool]] = {}
        self.kursiv = bool(_KURSIV.search(navn)) or bool(flagg & _KURSIV_FLAGG)

    def tegn(self, data: bytes) -> Iterator[tuple[str, float, bool]]:
        """Give each character, its width in sizes of the font, and whether the spacing of words is added to it."""
        font = self._font
        if font is None:
            return
        if isinstance(font.encoding, str):
            koder = data.decode(font.encoding, "surrogatepass" if len(data) % 2 == 0 else "replace")
        else:
            koder = data.decode("latin-1")
        for kode in koder:
            sett = self._sett.get(kode)
            if sett is None:
                sett = self._sett[kode] = self._slå_opp(font, kode)
            yield sett

    def _slå_opp(self, font: Font, kode: str) -> tuple[str, float, bool]:
        navn = kode if isinstance(font.encoding, str) else font.encoding.get(ord(kode), kode)
        tegn = font.character_map.get(navn, navn)
        bredde = font.space_width if kode == font.space_char else font.get_text_width(kode)
        bredde = float(bredde) if isinstance(bredde, int | float) else 500.0
        tekst = tegn if isinstance(tegn, str) else kode
        return _SMÅ.get(tekst, tekst), bredde / 1000, kode == " "

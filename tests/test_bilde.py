"""A picture that not every format can show, or that takes too much to show, is found before anything is made."""

from __future__ import annotations

import io
import struct
import tracemalloc
import zlib
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

import pytest
from PIL import Image

from avtalegen.dokument.bilde import measure, require_usable
from avtalegen.dokument.formater import FORMATS
from avtalegen.funn.diagnostic import AvtalegenError
from tests import cli_support
from tests.cli_support import VALID, Run, names
from tests.grundig import utvalg
from tests.i_ett import i_ett

cli = cli_support.cli

Data = bytes | Callable[[], bytes]
"""A picture, or what makes it."""


def content(data: Data) -> bytes:
    return data() if callable(data) else data


def made(mode: str, kind: str, size: tuple[int, int] = (40, 50), **how: object) -> bytes:
    file = io.BytesIO()
    Image.new(mode, size).save(file, kind, **how)
    return file.getvalue()


def piece(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def png(width: int, height: int, *pieces: bytes, bits: int = 8, colours: int = 0) -> bytes:
    head = piece(b"IHDR", struct.pack(">IIBBBBB", width, height, bits, colours, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(pieces) + piece(b"IEND", b"")


def rows(width: int, height: int) -> bytes:
    return piece(b"IDAT", zlib.compress(bytes((width + 1) * height), 9))


@cache
def bomb(size: int) -> bytes:
    """To pack as much as this takes a second, so it is done when it is asked for."""
    return zlib.compress(bytes(size), 9)


def packed(name: bytes, before: bytes, size: int) -> bytes:
    return png(4, 4, piece(name, before + bomb(size)), rows(4, 4))


GOOD: dict[str, Data] = {
    "png": made("RGBA", "PNG"),
    "grey": made("L", "PNG"),
    "16 bits": made("I;16", "PNG"),
    "palette": made("P", "PNG"),
    "black and white": made("1", "PNG"),
    "jpeg": made("RGB", "JPEG"),
    "progressive": made("RGB", "JPEG", progressive=True),
    "grey jpeg": made("L", "JPEG"),
    "a profile": made("RGB", "PNG", icc_profile=bytes(3_000)),
    "as large as it can be": partial(lambda side: png(side, side, rows(side, side)), 5_000),
}
BAD: dict[str, tuple[Data, str]] = {
    "100 million pixels": (png(10_000, 10_000, rows(10, 10)), "Bildet er for stort: 10000 × 10000 punkter"),
    "900 million in the head": (png(30_000, 30_000), "Bildet er for stort"),
    "one row too many": (png(5_000, 5_001, rows(10, 10)), "Bildet er for stort"),
    "a profile that unpacks to 60 MB": (
        partial(packed, b"iCCP", b"x\0\0", 60_000_000),
        "skadet, eller har mer i seg",
    ),
    "a text that unpacks to 20 MB": (
        partial(packed, b"zTXt", b"Comment\0\0", 20_000_000),
        "skadet, eller har mer i seg",
    ),
    "an international text that does": (
        partial(packed, b"iTXt", b"Comment\0\1\0nb\0\0", 20_000_000),
        "skadet, eller har mer i seg",
    ),
    "half of it": (made("RGB", "PNG", (300, 300))[:200], "skadet"),
    "half a jpeg": (Image.effect_noise((300, 300), 50).convert("RGB") and b"", "verken"),
    "a broken sum": (made("RGBA", "PNG").replace(b"IDAT", b"IDAT\0", 1), "skadet"),
    "no pixels": (png(4, 4), "skadet"),
    "too few rows": (png(400, 400, rows(400, 3)), "skadet"),
    "colours for print": (made("CMYK", "JPEG"), "farger for trykkeri"),
    "a gif": (made("P", "GIF"), "verken en hel PNG-fil eller en hel JPEG-fil"),
    "a webp": (made("RGB", "WEBP"), "verken en hel PNG-fil eller en hel JPEG-fil"),
    "nothing": (b"", "verken en hel PNG-fil eller en hel JPEG-fil"),
    "text": (b"<svg/>", "verken en hel PNG-fil eller en hel JPEG-fil"),
}
noise = io.BytesIO()
Image.effect_noise((300, 300), 50).save(noise, "JPEG")
BAD["half a jpeg"] = (noise.getvalue()[:5_000], "skadet")


@i_ett("name", GOOD)
def test_a_picture_that_can_be_shown_is_let_through(name: str) -> None:
    data = content(GOOD[name])
    require_usable(data)
    assert measure(data).width > 0


@i_ett("name", utvalg(BAD, 9))
def test_a_picture_that_can_not_be_shown_is_told(name: str) -> None:
    data, why = BAD[name]
    picture = content(data)
    with pytest.raises(AvtalegenError, match=why):
        require_usable(picture)


def test_to_find_that_it_is_too_large_takes_no_room() -> None:
    bombs = [content(data) for name, (data, _) in BAD.items() if "MB" in name or "million" in name]
    tracemalloc.start()
    for data in bombs:
        with pytest.raises(AvtalegenError):
            require_usable(data)
    assert tracemalloc.get_traced_memory()[1] < 30_000_000
    tracemalloc.stop()


@pytest.mark.parametrize("name", ["100 million pixels", "half of it", "colours for print", "no pixels"])
def test_it_is_found_at_the_agreement_before_any_format_is_made(cli: Run, tmp_path: Path, name: str) -> None:
    picture = VALID.replace("avtale:\n", "avtale:\n  våpen: {fil: v.png, alternativ_tekst: Våpen}\n", 1)
    assert picture != VALID
    (tmp_path / "a.yaml").write_text(picture, encoding="utf-8")
    (tmp_path / "v.png").write_bytes(content(BAD[name][0]))
    code, out, _, _ = cli("lag", "a.yaml", "--format", ",".join(FORMATS))
    assert (code, out.count("a.yaml:3:16: feil[FIL001]"), out.count(BAD[name][1].split(":")[0])) == (1, 1, 1)
    assert names(tmp_path) == {"a.yaml", "v.png"}

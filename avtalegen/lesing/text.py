"""From the bytes of a file to text that a YAML parser can read, with what was wrong on the way."""

from __future__ import annotations

import re
import unicodedata

from avtalegen.funn.begge import TOM, Begge, likt
from avtalegen.funn.diagnostic import Diagnostic, Fix, Span
from avtalegen.lesing.findings import finding

# What YAML 1.1 calls not printable, and U+FEFF, which only one of PyYAML's two parsers accepts inside a file.
# Said as what is forbidden: to compile the opposite, with nearly all of Unicode in it, takes 7 ms in every run.
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
_PLAIN = bytes((*b"\t\n", *range(ord(" "), ord("~") + 1)))
# YAML 1.1 breaks lines at these three, YAML 1.2 and editors do not.
_ODD_BREAKS = "\x85\u2028\u2029"
_AGREEMENT = re.compile(r"""(?:\A\ufeff?|[\r\n])(["']?)format\1[ \t]*:""")
_AS_UTF8 = Begge(
    "Lagre filen på nytt som UTF-8. I Notisblokk: «Lagre som», og velg «UTF-8» som koding.",
    "Lagre fila på nytt som UTF-8. I Notisblokk: «Lagre som», og vel «UTF-8» som koding.",
)

_JOINER = "\ufeff"
MOST_FORBIDDEN = 10
"""With more forbidden characters than this a file is no text, and each of them is not worth a finding."""


def looks_like_agreement(data: bytes | str) -> bool:
    """Tell whether a file has `format:` at the start of a line, also when it is not valid YAML."""
    text = data if isinstance(data, str) else data.decode(_utf16(data) or "utf-8", "replace")
    return "format" in text and _AGREEMENT.search(text) is not None


def too_large(data: bytes | str, file: str, limit: int) -> Diagnostic | None:
    """Return YML005 when the file has more bytes than `limit` (of text: as UTF-8)."""
    size = len(data)
    if isinstance(data, str) and size <= limit:
        size = len(data.encode("utf-8", "surrogatepass"))
    if size <= limit:
        return None
    # Not how large it is: whoever reads files stops when the limit is passed.
    most = f"{limit / 1_000_000:.1f}".replace(".", ",").removesuffix(",0")
    return finding(
        "YML005",
        Span(file, 1, 1, 1, 1),
        Begge(
            f"Filen er for stor. Den kan være på høyst {most} MB.", f"Fila er for stor. Ho kan vere på høgst {most} MB."
        ),
        Begge(
            "Kontroller at dette er riktig fil. En avtale er sjelden på mer enn noen titusen tegn.",
            "Kontroller at dette er rett fil. Ein avtale er sjeldan på meir enn nokre titusen teikn.",
        ),
    )


_OTHER_FILES = {
    b"PK\x03\x04": Begge("et Word-dokument eller et annet arkiv", "eit Word-dokument eller eit anna arkiv"),
    b"%PDF-": Begge("en PDF", "ein PDF"),
}


def decode(data: bytes | str, file: str) -> tuple[str, Diagnostic | None]:
    r"""Return the text without byte order mark and with `\n` as its only line break, and YML004 if not UTF-8.

    The text that comes with YML004 is for showing the place only.
    """
    if isinstance(data, str):
        return _normalised(data), None
    if utf16 := _utf16(data):
        problem = finding(
            "YML004",
            Span(file, 1, 1, 1, 1),
            Begge(
                "Filen er lagret som UTF-16, men må være lagret som UTF-8.",
                "Fila er lagra som UTF-16, men må vere lagra som UTF-8.",
            ),
            _AS_UTF8,
        )
        return _normalised(data.decode(utf16, "replace")), problem
    if what := next((name for start, name in _OTHER_FILES.items() if data.startswith(start)), None):
        problem = finding(
            "YML004",
            Span(file, 1, 1, 1, 1),
            Begge(f"Dette er {what}, ikke en YAML-fil.", f"Dette er {what.nn}, ikkje ei YAML-fil."),
            Begge(
                "Oppgi YAML-filen som dokumentet er laget av. Navnet slutter på .yaml.",
                "Oppgi YAML-fila som dokumentet er laga av. Namnet sluttar på .yaml.",
            ),
        )
        return "", problem
    try:
        return _normalised(data.decode("utf-8")), None
    except UnicodeDecodeError as error:
        before = _normalised(data[: error.start].decode("utf-8"))
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        return _normalised(data.decode("utf-8", "replace")), finding(
            "YML004",
            Span(file, line, column, line, column + 1),
            Begge(
                f"Filen er ikke lagret som UTF-8: byte 0x{data[error.start]:02X} er ikke gyldig her.",
                f"Fila er ikkje lagra som UTF-8: byte 0x{data[error.start]:02X} er ikkje gyldig her.",
            )
            + _guess(data[error.start : error.start + 1]),
            _AS_UTF8,
        )


def without_forbidden(text: str, file: str) -> tuple[str, list[Diagnostic]]:
    """Return the text with U+FFFD for what YAML forbids, and YML011 for each of the first ten."""
    # What is most of a file needs no search: it is taken away at once, ten times faster.
    rest = text.encode(errors="surrogatepass").translate(None, _PLAIN)
    if _FORBIDDEN.search(rest.decode(errors="surrogatepass")) is None:
        return text, []
    findings = []
    for row, line in enumerate(text.split("\n"), start=1):
        for match in _FORBIDDEN.finditer(line):
            column = match.start() + 1
            span = Span(file, row, column, row, column + 1)
            found = finding(
                "YML011",
                span,
                Begge(
                    f"Her står et tegn som ikke kan brukes i filen: {_character(match[0])}.",
                    f"Her står eit teikn som ikkje kan brukast i fila: {_character(match[0]).nn}.",
                ),
                Begge(
                    "Slett tegnet. Slike tegn kan følge med tekst som er kopiert fra Word eller PDF.",
                    "Slett teiknet. Slike teikn kan følgje med tekst som er kopiert frå Word eller PDF.",
                ),
            )
            # What our own Word documents hold a period together with has no meaning in a value.
            findings.append(found._replace(fix=Fix(span, match[0], "")) if match[0] == _JOINER else found)
            if len(findings) == MOST_FORBIDDEN:
                return _FORBIDDEN.sub("\ufffd", text), findings
    return _FORBIDDEN.sub("\ufffd", text), findings


def _utf16(data: bytes) -> str | None:
    """Return the codec of a file in UTF-16, told by its mark or by the zero byte of its first character."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16"
    if data[:1] == b"\0" and data[1:2] not in (b"", b"\0"):
        return "utf-16-be"
    if data[1:2] == b"\0" and data[:1] != b"\0":
        return "utf-16-le"
    return None


def _normalised(text: str) -> str:
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.isascii():
        for character in _ODD_BREAKS:
            text = text.replace(character, " ")
    return text


def _guess(byte: bytes) -> Begge:
    character = byte.decode("cp1252", "replace")
    if not character.isalpha() and character not in "«»–—“”’…§":
        return TOM
    return Begge(
        f" Trolig er filen lagret som Windows-1252 (ANSI), der byten betyr «{character}».",
        f" Truleg er fila lagra som Windows-1252 (ANSI), der byten tyder «{character}».",
    )


def _character(character: str) -> Begge:
    """Return the code point of a character that can't be shown, with its name where it has one."""
    code = f"U+{ord(character):04X}"
    name = {
        _JOINER: Begge("usynlig tegn uten bredde", "usynleg teikn utan breidd"),
        "\x00": Begge("nulltegn", "nullteikn"),
        "\x0b": likt("loddrett tabulator"),
    }.get(character)
    name = name or {"Cs": Begge("ufullstendig tegn", "ufullstendig teikn")}.get(
        unicodedata.category(character), Begge("kontrolltegn", "kontrollteikn")
    )
    return Begge(f"{name}, {code}", f"{name.nn}, {code}")

"""YAML as it may be written by many hands: every style at every place, with comments, and any line break."""

from __future__ import annotations

from random import Random
from typing import Any

NØKLER = ("leder", "møter", "mål", "navn", "per_år", "sted", "tiltak", "a b", "æøå")
TEKSTER = (
    *(
        "ordfører",
        "ja",
        "1859",
        "0301",
        "02800",
        "-5",
        "14:30",
        "https://a.no/b#c",
        "a, b",
        "{x}",
        "[y]",
        "æøå 🎉",
        "null",
    ),
    *("a: b", "a:", "a #b", "#b", "- a", "-", "?", ": a", "*a", "&a", "!a", "|", ">", "%a", "@a", "`a`", "'a'", '"a"'),
    *(
        "\\a\\",
        "~",
        "",
        " a",
        "a ",
        "a\tb",
        "---",
        "... a",
        "a\nb",
        "a\nb\n",
        "a\n\nb\n\n",
        "\na",
        "  a\nb",
        "a: b\n- c\n# d",
    ),
    *(
        "a\u2028b",
        "a\x07b",
        "a\x85b",
        "a\xa0b",
        "a\rb",
        "en lengre tekst med flere ord som kan brytes over linjer",
        "<<",
        "a\n \nb",
    ),
)
_KOMMENTARER = ("# avklart", "# nøkkel: verdi", "#", "# - punkt", "# «sitat» {a: [b]}")


class Skribent:
    """Writes one file, with the choices of `r`."""

    def __init__(self, r: Random) -> None:
        self.r = r
        self.sjanse = r.choice((0.0, 0.15, 0.5))

    def fil(self) -> bytes:
        r = self.r
        lines = self.kart(0, 3)
        if r.random() < 0.2:
            lines = ["---", *lines]
        if r.random() < 0.2:
            lines = ["# øverst", "", *lines]
        if r.random() < 0.3:
            lines += ["", "# nederst"]
        text = "\n".join(lines) + ("\n" if r.random() < 0.8 else "")
        if r.random() < 0.3:
            text = text.replace("\n", "\r\n")
        return (b"\xef\xbb\xbf" if r.random() < 0.2 else b"") + text.encode()

    def kart(self, kolonne: int, dybde: int) -> list[str]:
        lines: list[str] = []
        for key in self.r.sample(NØKLER, self.r.randint(1, 4)):
            lines += self.over(kolonne)
            written = self.r.choice((key, key, key, f"'{key}'", f'"{key}"'))
            front = " " * kolonne + written + ":"
            if self.r.random() < 0.05:
                lines.append(" " * kolonne + "? " + written)
                front = " " * kolonne + ":"
            lines += self.verdi(front, kolonne, dybde, punkt=False)
        return lines

    def over(self, kolonne: int) -> list[str]:
        lines = [""] if self.r.random() < self.sjanse else []
        return lines + ([" " * kolonne + self.r.choice(_KOMMENTARER)] if self.r.random() < self.sjanse else [])

    def bak(self) -> str:
        return self.r.choice(("  ", " ")) + self.r.choice(_KOMMENTARER) if self.r.random() < self.sjanse else ""

    def verdi(self, front: str, kolonne: int, dybde: int, *, punkt: bool) -> list[str]:
        kind = self.r.choice(
            ("skalar", "skalar", "tom", "flyt", "kart", "liste") if dybde else ("skalar", "tom", "flyt")
        )
        if kind == "tom":
            return [front + self.bak()]
        if kind == "skalar":
            return self.skalar(front, kolonne)
        if kind == "flyt":
            return [f"{front} {line}" if not n else line for n, line in enumerate(self.flyt(kolonne + 1))]
        below = kolonne + self.r.choice((2, 2, 4) if kind == "kart" or punkt else (0, 2, 2))
        make = self.kart if kind == "kart" else self.liste
        if punkt and self.r.random() < 0.7:
            inside = make(kolonne + 2, dybde - 1)
            while not inside[0].strip() or inside[0].lstrip().startswith("#"):
                inside = inside[1:]
            return [f"{front} {inside[0].lstrip()}", *inside[1:]]
        lines = [front + self.bak(), *make(below, dybde - 1)]
        if self.r.random() < self.sjanse / 2 and below > kolonne:
            lines.append(" " * below + "# helt nederst i den")
        return lines

    def liste(self, kolonne: int, dybde: int) -> list[str]:
        lines: list[str] = []
        for _ in range(self.r.randint(1, 4)):
            lines += self.over(kolonne)
            lines += self.verdi(" " * kolonne + "-", kolonne, dybde, punkt=True)
        return lines

    def skalar(self, front: str, kolonne: int) -> list[str]:
        r = self.r
        inn = " " * (kolonne + r.choice((1, 2, 4)))
        match r.choice(("enkel", "enkel", "enkel", "'", '"', "|", ">", "brutt", "'brutt", "under")):
            case "enkel":
                return [f"{front} {r.choice(('ordfører', '1859', 'politi.no', '14:30', 'et år'))}{self.bak()}"]
            case "'":
                return [f"{front} 'det ''er'' # slik'{self.bak()}"]
            case '"':
                return [f'{front} "a\\tb: \\"c\\" \\u00e6"{self.bak()}']
            case "brutt":
                return [f"{front} en tekst", f"{inn}over to linjer{self.bak()}"]
            case "'brutt":
                return [f"{front} 'en tekst", "", f"{inn}# over to linjer'{self.bak()}"]
            case "under":
                return [f"{front}{self.bak()}", f"{inn}på neste linje{self.bak()}"]
            case sign:
                body = [f"{inn}# en: tekst", "", f"{inn}  - lenger inn"] if r.random() < 0.5 else [f"{inn}én linje"]
                air = [""] if r.random() < self.sjanse else []
                return [f"{front} {sign}{r.choice(('', '', '-', '+'))}{self.bak()}", *body, *air]

    def flyt(self, kolonne: int, dybde: int = 2) -> list[str]:
        r = self.r
        opens, closes = r.choice(("[]", "{}"))
        number = r.randint(0, 3)
        parts = []
        for key in r.sample(NØKLER, number):
            value = self._i_flyt(dybde)
            parts.append(f"{key}: {value}".rstrip() if opens == "{" else value or "x")
        pad = " " if r.random() < 0.3 else ""
        comma = "," if parts and r.random() < 0.2 else ""
        if len(parts) > 1 and dybde == 2 and r.random() < 0.3:
            inn = " " * (kolonne + 2)
            lines = [opens]
            for n, part in enumerate(parts):
                lines += [inn + r.choice(_KOMMENTARER)] if r.random() < self.sjanse else []
                lines.append(f"{inn}{part}{',' if n + 1 < len(parts) else comma}{self.bak()}")
            return [*lines, " " * kolonne + closes + self.bak()]
        return [f"{opens}{pad}{', '.join(parts)}{comma}{pad}{closes}" + (self.bak() if dybde == 2 else "")]

    def _i_flyt(self, dybde: int) -> str:
        r = self.r
        if dybde and r.random() < 0.3:
            return self.flyt(0, min(dybde - 1, 1))[0]
        return r.choice(("ordfører", "1859", "'a, b'", '"c: d"', "", "politi.no", "et år"))


def verdi(r: Random, dybde: int = 2) -> Any:
    """Draw a value to put in."""
    kind = r.choice(("tekst", "tekst", "kart", "liste")) if dybde else "tekst"
    if kind == "tekst":
        return r.choice(TEKSTER)
    if kind == "kart":
        return {key: verdi(r, dybde - 1) for key in r.sample(NØKLER, r.randint(0, 3))}
    return [verdi(r, dybde - 1) for _ in range(r.randint(0, 3))]

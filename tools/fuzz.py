"""Try what nobody would write: YAML broken in bytes, lines, values and shape, through the check, a writer and a paper.

    python tools/fuzz.py [--antall 2000] [--frø 1] [--jobber N] [--hver 10]

The first files are the examples and the rich agreements of the tests; each case is one of them, or an agreement drawn
from the format, changed in one to four ways. All go through the check with all rules; every `--hver`th one that is an
agreement goes through a writer and a paper too. The same seed gives the same cases.

A case fails when anything is raised that isn't told, when the check or a writer takes more than 3 seconds of its own
time (the process that makes the PDF is bounded apart), or when the process has come to take more than 300 MB. What
failed lies in build/fuzz. Exit codes: 0 nothing failed; 1 something did; 2 wrong usage.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from datetime import date
from pathlib import Path
from random import Random
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # a checkout need not be installed

from avtalegen import flyt
from avtalegen.dokument.bestilling import Bestilling, Papir
from avtalegen.dokument.formater import FORMATS, PDF_STANDARDER
from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.modell.former import Målform
from avtalegen.regler.valg import Valg
from tests.generator import I_DAG
from tests.generator.generert import avtale

ROOT = Path(__file__).resolve().parent.parent
SLOWEST, LARGEST = 3.0, 300_000_000
FAILED = ROOT / "build" / "fuzz"
# Words at the bounds, and signs that steer, hide, join or are no signs at all.
VALUES = [
    *("", "null", "~", "ja", "[]", "{}", "[[[[x]]]]", "{a: {b: {c: d}}}", "*a", "&a x", "!!binary x", "- - - x"),
    *("? x", "|", ">-", "0", "-1", "1e309", ".nan", "0x10", "9" * 400, "31.02.2026", "1.1.0000", "31.12.9999"),
    *("25:99", "2026-13-45", "uke 60", "\0", "\x85", "\u2028", "\u200b", "\u202e", "\ufeff", "\ud800", "\ue000"),
    *("\uffff", "\U0010ffff", "e\u0301" * 50, "a" * 1_000, "a" * 1_001, "ord " * 12_000, "a\\n" * 900, "«" * 900),
    *(
        "🏴" * 400,
        "\t" * 900,
        "| a | b |" * 100,
        "# " * 400,
        "[x](javascript:alert(1))",
        "![x](file:///etc/passwd)",
    ),
    *("<script>", "{{ 7*7 }}", "{% for %}", "#let x = 1", "$x$", "\\u{1}", "w:p></w:p>", "]]>", "<!--", "-->"),
    *("]]]]]", ">" * 300, "- " * 300, "1. " * 300, "**" * 300, "_" * 900, "`" * 900),
]


class Case(NamedTuple):
    """What came of one case: how far it got, and what went wrong, if anything did."""

    number: int
    reached: str
    wrong: str = ""


def seeds() -> list[bytes]:
    """Return the files that are changed."""
    files = [*(ROOT / "eksempler").glob("*.yaml"), *(ROOT / "tests" / "data").glob("rik*.yaml")]
    return [path.read_bytes() for path in sorted(files)]


def made(r: Random, files: list[bytes]) -> bytes:
    """Return a case."""
    data = avtale(r.randrange(900)).data if r.random() < 0.3 else r.choice(files)
    for _ in range(r.choice((1, 1, 1, 2, 4))):
        data = r.choice((_bytes, _lines, _lines, _value, _value, _value))(r, data)
    return data


def _bytes(r: Random, data: bytes) -> bytes:
    at, length = r.randrange(len(data) + 1), r.choice((1, 1, 1, 2, 5, 40, 400))
    match r.randrange(5):
        case 0:
            return data[:at] + data[at + length :]
        case 1:
            return data[:at] + r.randbytes(min(length, 5)) + data[at:]
        case 2:
            return data[:at] + data[at : at + length] * 2 + data[at + length :]
        case 3:
            return data[:at] + bytes(r.choice(b"\t\n\r :-[]{}#&*!|>'\"%@`,?\0\xff\xc3") for _ in range(3)) + data[at:]
        case _:
            return data[:at]


def _lines(r: Random, data: bytes) -> bytes:
    lines = data.split(b"\n")
    at, other = r.randrange(len(lines)), r.randrange(len(lines))
    match r.randrange(6):
        case 0:
            del lines[at]
        case 1:
            lines.insert(at, lines[other])
        case 2:
            lines[at], lines[other] = lines[other], lines[at]
        case 3:
            lines[at] = b" " * r.randint(0, 9) + lines[at].lstrip()
        case 4:
            lines[at:at] = lines[other : other + 20] * r.randint(1, 30)
        case _:
            lines[at] = lines[at][: r.randrange(len(lines[at]) + 1)]
    return b"\n".join(lines)


def _value(r: Random, data: bytes) -> bytes:
    lines = data.split(b"\n")
    at = r.randrange(len(lines))
    new = r.choice(VALUES).encode("utf-8", "surrogatepass")
    if r.random() < 0.5:
        new = b'"' + new.replace(b'"', b"") + b'"'
    front, colon, _ = lines[at].partition(b": ")
    if colon:
        lines[at] = front + b": " + new
    else:
        lines[at] = lines[at][: len(lines[at]) - len(lines[at].lstrip(b" -"))] + new
    return b"\n".join(lines)


def tried(number: int, seed: int, every: int, files: list[bytes]) -> Case:
    """Try a case, and tell what came of it."""
    r = Random(f"{seed} {number}")
    data = made(r, files)
    reached = "lest"
    begun = time.process_time()
    try:
        checked = flyt.check(data, "avtale.yaml", Valg(I_DAG if r.random() < 0.5 else date(2026, 1, 1)))
        if checked.avtale is not None:
            reached = "avtale"
            if number % every == 0:
                reached = "dokument"
                list(written(r, checked))
    except Exception:
        return _failed(number, reached, data, traceback.format_exc())
    if (spent := time.process_time() - begun) > SLOWEST:
        return _failed(number, reached, data, f"{spent:.1f} s")
    return Case(number, reached)


def written(r: Random, checked: flyt.Checked) -> Iterator[tuple[Bestilling, bytes]]:
    """Yield the agreement and a paper as a writer makes them, each with its order; nothing for what can't be made."""
    målform = r.choice((None, *Målform))
    for paper in (Papir.AVTALE, r.choice(list(Papir))):
        order = Bestilling(
            r.choice(list(FORMATS)),
            målform,
            dokument=paper,
            med_kilde=r.random() < 0.5,
            pdf_standard=r.choice(PDF_STANDARDER),
        )
        with suppress(AvtalegenError):  # told
            made = flyt.make(checked, order, _no_file)
            if made.data is not None:
                yield order, made.data


def _no_file(_file: str, name: str) -> bytes:
    raise AvtalegenError(f"«{name}» finnes ikke.")


def _failed(number: int, reached: str, data: bytes, wrong: str) -> Case:
    FAILED.mkdir(parents=True, exist_ok=True)
    (FAILED / f"{number}.yaml").write_bytes(data)
    return Case(number, reached, wrong)


def batch(numbers: range, seed: int, every: int) -> tuple[list[Case], int]:
    """Try some cases in this process; return them, and the most memory that it has had, in bytes."""
    files = seeds()
    return [tried(number, seed, every, files) for number in numbers], _memory()


def _memory() -> int:
    try:
        import resource
    except ImportError:  # Windows
        return 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def main() -> int:
    """Run the cases, and print what came of them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--antall", type=int, default=2_000)
    parser.add_argument("--frø", type=int, default=1)
    parser.add_argument("--hver", type=int, default=10)
    parser.add_argument("--jobber", type=int, default=os.cpu_count() or 1)
    asked = parser.parse_args()
    size = 250
    parts = [range(n, min(n + size, asked.antall)) for n in range(0, asked.antall, size)]
    reached: Counter[str] = Counter()
    wrong: list[Case] = []
    memory = 0
    with ProcessPoolExecutor(asked.jobber) as pool:
        for cases, most in pool.map(batch, parts, [asked.frø] * len(parts), [asked.hver] * len(parts)):
            reached.update(case.reached for case in cases)
            wrong += [case for case in cases if case.wrong]
            memory = max(memory, most)
    for case in wrong[:20]:
        print(f"{case.number}: {case.wrong}")
    told = ", ".join(f"{reached[what]} {what}" for what in ("lest", "avtale", "dokument"))
    print(f"{asked.antall} tilfeller ({told}), {len(wrong)} feilet, mest minne {memory // 1_000_000} MB")
    return 1 if wrong or memory > LARGEST else 0


if __name__ == "__main__":
    sys.exit(main())

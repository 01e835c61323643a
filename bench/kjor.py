"""Measure the speed of the installed avtalegen against its peers in the same run. Prints the table of bench/README.md.

Whole processes are run in turn, ours and the peer's, and the ratio is taken pair by pair; its median is what
counts. Seconds differ from machine to machine, ratios hardly. `make bench` builds the wheel, installs it in an
environment of its own and runs this file there: a checkout imports more slowly than what people install.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import count
from pathlib import Path
from typing import NamedTuple

import peer_docxtpl
import yaml

import avtalegen
from avtalegen.dokument.bestilling import Bestilling
from avtalegen.dokument.maler import MALER
from avtalegen.flyt import Checked, check, make
from avtalegen.komponering import compose
from avtalegen.komponering.markdown.lest import read
from avtalegen.regler import Valg
from avtalegen.skrivere import write

EKSEMPLER = sorted((Path(__file__).parent.parent / "eksempler").glob("*.yaml"))
I_DAG = date(2026, 11, 20)
PAIRS = 21
AVTALEGEN = [sys.executable, "-m", "avtalegen"]
BARE_CLICK = "import click\n@click.command()\ndef main(): 'Hei'\nmain(['--help'])"
LOADING = "import click, yaml\nfrom pydantic import BaseModel"
WRITING = f"{LOADING}\nimport jinja2, docx"


LOADING_MANY = """
import os, sys, yaml
from multiprocessing import get_context
from pathlib import Path

def load(path):
    yaml.load(path.read_bytes(), yaml.CSafeLoader)

with get_context("fork").Pool(os.cpu_count()) as pool:
    pool.map(load, Path(sys.argv[1]).glob("*.yaml"), chunksize=16)
"""


class Row(NamedTuple):
    """A line of the table: what was measured, our figure, the peer's, the ratio, and what is required."""

    what: str
    ours: str
    peer: str = ""
    ratio: str = ""
    limit: str = ""


class Taken(NamedTuple):
    """The seconds that a process took: of a clock, and of the processors, which others at work change little."""

    clock: float
    processor: float


def taken(command: list[str], folder: str) -> Taken:
    # Who runs a program again and again has its byte code; here it may be turned off.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder, env=environment
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return Taken(time.perf_counter() - start, processor)


def paired(what: str, ours: list[str], peer: str, limit: str) -> Row:
    """Run our program and the peer's code in turn."""
    theirs = [sys.executable, "-c", peer]
    with tempfile.TemporaryDirectory() as folder:
        taken(ours, folder), taken(theirs, folder)
        pairs = [(taken(ours, folder).processor, taken(theirs, folder).processor) for _ in range(PAIRS)]
    a, b = (statistics.median(side) * 1000 for side in zip(*pairs, strict=True))
    ratio = statistics.median(a / b for a, b in pairs)
    return Row(what, f"{a:.0f} ms", f"{b:.0f} ms", f"{ratio:.2f}", limit)


def repeated(run: Callable[[], object], rounds: int) -> float:
    """Return the median of a call in ms."""
    run()
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1000


def alternated(ours: Callable[[], object], peer: Callable[[], object], rounds: int) -> tuple[float, float]:
    """Return the medians of the processor's time of two calls in ms, made in turn."""
    ours(), peer()
    pairs = []
    for _ in range(rounds):
        start = time.process_time()
        ours()
        between = time.process_time()
        peer()
        pairs.append((between - start, time.process_time() - between))
    a, b = (statistics.median(side) * 1000 for side in zip(*pairs, strict=True))
    return a, b


def peak_mib(files: int) -> float:
    """Return the largest memory of a process that validates a folder of so many agreements, in MiB."""
    with tempfile.TemporaryDirectory() as folder:
        for number in range(files):
            source = EKSEMPLER[number % len(EKSEMPLER)]
            (Path(folder) / f"{number}.yaml").write_bytes(source.read_bytes())
        process = subprocess.Popen([*AVTALEGEN, "valider", folder], stdout=subprocess.DEVNULL, cwd=folder)
        _, status, usage = os.wait4(process.pid, 0)
        assert os.waitstatus_to_exitcode(status) == 0
        return usage.ru_maxrss / 1024


def processes() -> Iterator[Row]:
    example = str(EKSEMPLER[1])
    yield paired("`--help` mot et bart click-program", [*AVTALEGEN, "--help"], BARE_CLICK, "≤ 1,3")
    yield paired("`valider` av én fil mot å importere", [*AVTALEGEN, "valider", example], LOADING, "≤ 2,1")
    lag = [*AVTALEGEN, "lag", example, "-o", "ut.docx"]
    yield paired("`lag` av én docx mot å importere", lag, WRITING, "≤ 2,0")


def checking() -> Iterator[Row]:
    """Measure the validation in process against PyYAML's C loader alone, on each of the examples."""
    contents = [(path.read_bytes(), path.name) for path in EKSEMPLER]
    loading = [partial(yaml.load, data, yaml.CSafeLoader) for data, _ in contents]
    pairs = [
        alternated(partial(check, data, name), load, 100) for (data, name), load in zip(contents, loading, strict=True)
    ]
    a, b = max(pairs, key=lambda pair: pair[0] / pair[1])
    yield Row("én fil uten reglene mot C-lasteren alene", f"{a:.1f} ms", f"{b:.1f} ms", f"{a / b:.2f}")
    pairs = [
        alternated(partial(check, data, name, Valg(I_DAG)), load, 60)
        for (data, name), load in zip(contents, loading, strict=True)
    ]
    a, b = map(sum, zip(*pairs, strict=True))
    what = "fire filer med alle reglene mot C-lasteren alene"
    yield Row(what, f"{a:.1f} ms", f"{b:.1f} ms", f"{a / b:.2f}", "≤ 3,3")
    yield Row("avtaler i sekundet med alle reglene, én prosess", f"{4000 / a:.0f}", limit="≥ 300")


def made(checked: Checked, format: str = "docx", *, med_kilde: bool = True) -> bytes:
    data = make(checked, Bestilling(format, med_kilde=med_kilde), lambda _file, _name: b"").data
    assert data is not None
    return data


def word(agreements: list[Checked]) -> Iterator[Row]:
    times = [repeated(partial(made, checked), 60) for checked in agreements]
    slowest = agreements[times.index(max(times))]
    yield Row("docx fra lest avtale, den tregeste av fire", f"{max(times):.1f} ms", limit="≤ 10 ms")
    new_shape = repeated(lambda: (read.cache_clear(), made(slowest)), 30)
    yield Row("… den første av sin form (Markdown leses på nytt)", f"{new_shape:.1f} ms", limit="≤ 10 ms")
    assert slowest.avtale is not None
    document = compose(slowest.avtale).document
    assert document is not None
    template = peer_docxtpl.template((MALER / "stil" / "avtale.docx").read_bytes())
    peer = repeated(lambda: peer_docxtpl.render(document, template), 15)
    # Theirs carries neither the YAML nor the text to hold an edited file against.
    same = repeated(partial(made, slowest, med_kilde=False), 60)
    yield Row("docxtpl mot oss, samme innhold", f"{same:.1f} ms", f"{peer:.1f} ms", f"{peer / same:.1f}", "≥ 2,5")


def other_formats(agreements: list[Checked]) -> Iterator[Row]:
    """Measure PDF against WeasyPrint on the same agreement's web page, then the formats that are only text."""
    from weasyprint import HTML

    numbers = count()

    def another(checked: Checked) -> bytes:
        # The compiler remembers what it has laid out, so each document is made one that it has not seen.
        assert checked.avtale is not None
        document = compose(checked.avtale).document
        assert document is not None
        number = str(next(numbers))
        return write(replace(document, title=f"{document.title} {number}", header=number), "pdf")

    times = [repeated(partial(another, checked), 30) for checked in agreements]
    slowest = max(times)
    yield Row("pdf fra lest avtale, den tregeste av fire", f"{slowest:.1f} ms", limit="≤ 25 ms")
    page = made(agreements[times.index(slowest)], "html").decode()
    peer = repeated(lambda: HTML(string=page).write_pdf(pdf_variant="pdf/ua-1"), 5)
    ratio = f"{peer / slowest:.0f}"
    yield Row("WeasyPrint mot oss, den samme avtalens nettside", f"{slowest:.1f} ms", f"{peer:.0f} ms", ratio)
    for format in ("html", "md"):
        worst = max(repeated(partial(made, checked, format), 60) for checked in agreements)
        yield Row(f"{format} fra lest avtale, den tregeste av fire", f"{worst:.1f} ms")


def an_agreement_for_each_kommune(folder: str) -> None:
    for number in range(357):
        text = EKSEMPLER[number % len(EKSEMPLER)].read_text(encoding="utf-8")
        (Path(folder) / f"{number}.yaml").write_text(f"{text}\n# {number}\n", encoding="utf-8")


def overview() -> Iterator[Row]:
    """Measure the overview of them on the clock, against loading the same files in as many processes."""
    with tempfile.TemporaryDirectory() as folder:
        an_agreement_for_each_kommune(folder)
        ours = [*AVTALEGEN, "status", folder, "--i-dag", I_DAG.isoformat()]
        theirs = [sys.executable, "-c", LOADING_MANY, folder]
        taken(ours, folder), taken(theirs, folder)
        pairs = [(taken(ours, folder), taken(theirs, folder)) for _ in range(PAIRS // 2)]
    what = "`status` av 357 avtaler mot C-lasteren på dem, på klokken"
    for at, (told, limit) in enumerate(((what, "≤ 2,0 s"), ("… prosessortid", ""))):
        a, b = (statistics.median(one[at] for one in side) for side in zip(*pairs, strict=True))
        ratio = statistics.median(one[at] / other[at] for one, other in pairs)
        yield Row(told, f"{a:.2f} s", f"{b:.2f} s", f"{ratio:.2f}", limit)


def norway() -> Iterator[Row]:
    """Measure an agreement for each kommune of Norway in all formats, made by one process and by one for each core."""
    with tempfile.TemporaryDirectory() as folder:
        an_agreement_for_each_kommune(folder)
        lag = [*AVTALEGEN, "lag", folder, "--format", "docx,pdf,html,md"]
        one = taken([*lag, "--til", f"{folder}/en", "--prosesser", "1"], folder).clock
        many = taken([*lag, "--til", f"{folder}/mange"], folder).clock
    yield Row("357 avtaler i fire formater, én prosess", f"{one:.1f} s")
    what = "… én prosess for hver kjerne, mot én"
    yield Row(what, f"{many:.1f} s", f"{one:.1f} s", f"{many / one:.2f}", "≤ 15 s, ≤ 0,6")


def rows() -> Iterator[Row]:
    # First: a process begins as large as the one that starts it, and the peers are large.
    few, many = peak_mib(40), peak_mib(357)
    yield from processes()
    yield from checking()
    yield from overview()
    agreements = [check(path.read_bytes(), path.name) for path in EKSEMPLER]
    yield from word(agreements)
    yield from other_formats(agreements)
    yield from norway()
    yield Row("minne for 357 filer mot 40", f"{many:.1f} MiB", f"{few:.1f} MiB", f"{many / few:.2f}", "flatt")


def main() -> None:
    assert "site-packages" in avtalegen.__file__, "bench measures the installed wheel: run it by «make bench»"
    print("| hva | vi | den andre | forhold | krav |\n|---|---|---|---|---|")
    for row in rows():
        print(f"| {' | '.join(row)} |", flush=True)


if __name__ == "__main__":
    main()

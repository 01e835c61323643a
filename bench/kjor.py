"""Measure the speed of avtalegen against its peers in the same run. Prints the table of bench/README.md.

Whole processes are run in turn, ours and the peer's, and the ratio is taken pair by pair; its median is what
counts. Seconds differ from machine to machine, ratios hardly.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import count
from pathlib import Path

from avtalegen.dokument.bestilling import Bestilling
from avtalegen.dokument.maler import MALER
from avtalegen.flyt import check, make
from avtalegen.komponering import compose
from avtalegen.komponering.markdown import _tokens
from avtalegen.regler import Valg
from avtalegen.skrivere import write
from bench import peer_docxtpl

ROOT = Path(__file__).parent.parent
EKSEMPLER = sorted((ROOT / "eksempler").glob("*.yaml"))
PAIRS = 21
BARE_CLICK = "import click\n@click.command()\ndef main(): 'Hei'\nmain(['--help'])"
LOADING = """
import click, yaml
from pydantic import BaseModel
with open({0!r}, encoding="utf-8") as file:
    yaml.load(file, yaml.CSafeLoader)
"""


def seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=ROOT)
    return time.perf_counter() - start


def paired(ours: list[str], peer: list[str]) -> tuple[float, float, float]:
    """Return the medians of ours and of the peer in ms, and of their ratio."""
    seconds(ours), seconds(peer)
    pairs = [(seconds(ours), seconds(peer)) for _ in range(PAIRS)]
    return (
        statistics.median(a for a, _ in pairs) * 1000,
        statistics.median(b for _, b in pairs) * 1000,
        statistics.median(a / b for a, b in pairs),
    )


def repeated(run: Callable[[], object], rounds: int) -> float:
    """Return the median of a call in ms."""
    run()
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1000


def peak_mib(files: int) -> float:
    """Return the largest memory of a process that validates a folder of so many agreements, in MiB."""
    with tempfile.TemporaryDirectory() as folder:
        for number in range(files):
            source = EKSEMPLER[number % len(EKSEMPLER)]
            (Path(folder) / f"{number}.yaml").write_bytes(source.read_bytes())
        process = subprocess.Popen(
            [sys.executable, "-m", "avtalegen", "valider", folder], stdout=subprocess.DEVNULL, cwd=ROOT
        )
        _, status, usage = os.wait4(process.pid, 0)
        assert os.waitstatus_to_exitcode(status) == 0
        return usage.ru_maxrss / 1024


def files_per_second(valg: Valg | None) -> float:
    contents = [(path.read_bytes(), path.name) for path in EKSEMPLER]
    start = time.perf_counter()
    for number in range(357):
        check(*contents[number % len(contents)], valg)
    return 357 / (time.perf_counter() - start)


def row(what: str, ours: str, peer: str, ratio: str, limit: str) -> None:
    print(f"| {what} | {ours} | {peer} | {ratio} | {limit} |", flush=True)


def _other_formats() -> None:
    """Measure PDF against WeasyPrint on the same agreement's web page, then the formats that are only text."""
    from weasyprint import HTML

    made = {path: check(path.read_bytes(), path.name) for path in EKSEMPLER}

    def one(path: Path, format: str) -> bytes:
        data = make(made[path], Bestilling(format), lambda _file, _name: b"").data
        assert data is not None
        return data

    numbers = count()

    def another(path: Path) -> bytes:
        # The compiler remembers what it has laid out, so each document is made one that it has not seen.
        avtale = made[path].avtale
        assert avtale is not None
        document = compose(avtale).document
        assert document is not None
        number = str(next(numbers))
        return write(replace(document, title=f"{document.title} {number}", header=number), "pdf")

    times = {path: repeated(partial(another, path), 30) for path in EKSEMPLER}
    slowest = max(times, key=lambda path: times[path])
    page = one(slowest, "html").decode()
    peer = repeated(lambda: HTML(string=page).write_pdf(pdf_variant="pdf/ua-1"), 5)
    row("pdf fra lest avtale, den tregeste av fire", f"{times[slowest]:.1f} ms", "", "", "≤ 25 ms")
    ratio = f"{peer / times[slowest]:.0f}"
    row("WeasyPrint mot oss, den samme avtalens nettside", f"{times[slowest]:.1f} ms", f"{peer:.0f} ms", ratio, "")
    for format in ("html", "md"):
        worst = max(repeated(partial(one, path, format), 60) for path in EKSEMPLER)
        row(f"{format} fra lest avtale, den tregeste av fire", f"{worst:.1f} ms", "", "", "")


def main() -> None:
    # First: a process begins as large as the one that starts it, and the peers are large.
    few, many = peak_mib(40), peak_mib(357)
    tool = [sys.executable, "-m", "avtalegen"]
    example = EKSEMPLER[1]
    print("| hva | vi | den andre | forhold | krav |\n|---|---|---|---|---|")
    a, b, ratio = paired([*tool, "--help"], [sys.executable, "-c", BARE_CLICK])
    row("`--help` mot et bart click-program", f"{a:.0f} ms", f"{b:.0f} ms", f"{ratio:.2f}", "≤ 1,3")
    a, b, ratio = paired([*tool, "valider", str(example)], [sys.executable, "-c", LOADING.format(str(example))])
    row("`valider` av én fil mot å importere og laste", f"{a:.0f} ms", f"{b:.0f} ms", f"{ratio:.2f}", "≤ 1,3")

    worst, slowest = 0.0, example
    for path in EKSEMPLER:
        checked = check(path.read_bytes(), path.name)
        ms = repeated(lambda checked=checked: make(checked, Bestilling(), lambda _file, _name: b""), 60)  # type: ignore[misc]
        if ms > worst:
            worst, slowest = ms, path
    checked = check(slowest.read_bytes(), slowest.name)
    assert checked.avtale is not None
    document = compose(checked.avtale).document
    assert document is not None
    template = peer_docxtpl.template((MALER / "stil" / "avtale.docx").read_bytes())
    peer = repeated(lambda: peer_docxtpl.render(document, template), 15)
    row("docx fra lest avtale, den tregeste av fire", f"{worst:.1f} ms", "", "", "≤ 10 ms")
    new_shape = repeated(lambda: (_tokens.cache_clear(), make(checked, Bestilling(), lambda _file, _name: b"")), 30)
    row("… den første av sin form (Markdown leses på nytt)", f"{new_shape:.1f} ms", "", "", "≤ 10 ms")
    # Theirs carries neither the YAML nor the text to hold an edited file against.
    same = repeated(lambda: make(checked, Bestilling(med_kilde=False), lambda _file, _name: b""), 60)
    row("docxtpl mot oss, samme innhold", f"{same:.1f} ms", f"{peer:.1f} ms", f"{peer / same:.1f}", "≥ 2,5")
    _other_formats()
    row("avtaler validert i sekundet, én prosess, uten reglene", f"{files_per_second(None):.0f}", "", "", "≥ 400")
    with_rules = files_per_second(Valg(date(2026, 11, 20)))
    row("avtaler validert i sekundet, én prosess, med alle reglene", f"{with_rules:.0f}", "", "", "≥ 300")
    row("minne for 357 filer mot 40", f"{many:.1f} MiB", f"{few:.1f} MiB", f"{many / few:.2f}", "flatt")


if __name__ == "__main__":
    main()

"""Every row of «Hvor noe nytt hører hjemme» in ARCHITECTURE.md, done in a copy of the project: the rows are true.

A row is done with just the files that it names, and what should follow from it is then seen to follow. To copy the
project and load it there takes seconds, so `make test` only sees that each row is done here.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.grundig import grundig
from tests.prosjektkopi import SMALLEST, Copy
from tests.varm_python import VarmPython

ROOT = Path(__file__).parent.parent
ROWS = re.findall(
    r"^\| ([^|]+?) \|",
    (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").partition("## Hvor noe nytt hører hjemme")[2],
    re.MULTILINE,
)[1:]


@pytest.fixture(scope="module")
def python() -> Iterator[VarmPython]:
    with VarmPython() as python:
        yield python


def felt(copy: Copy) -> None:
    copy.before(
        "avtalegen/modell/periode.py", "oppsigelse:", '    fornyelse: Tekst | None = felt("Hvordan avtalen fornyes.")'
    )
    assert "fornyelse" in copy.pytest("tests/test_hvert_felt.py", "-k", "periode", fails=True)
    assert "fornyelse" in copy.pytest("tests/test_sporsmaal.py", fails=True)
    asked = "  fornyelse:\n    nb: Hvordan fornyes avtalen?\n    nn: Korleis blir avtalen fornya?\n    kort: Fornying"
    copy.before("maler/sporsmaal.yaml", "oppsigelse:", asked)
    copy.pytest("tests/test_sporsmaal.py")
    for målform in ("nb", "nn"):
        copy.after(f"maler/{målform}/gyldighet.md.j2", "# ", "\n{{ periode.fornyelse|default('')|setning }}\n")
    copy.pytest("tests/test_hvert_felt.py", "-k", "periode")
    assert "Ved håndslag" in copy.written(f"{SMALLEST}periode: {{fra: 2026-01-01, fornyelse: Ved håndslag}}\n")


def del_av_avtalen(copy: Copy) -> None:
    copy.write(
        "avtalegen/modell/merkedag.py",
        '"""En merkedag."""\n\n'
        "from avtalegen.modell.base import Del, felt\n"
        "from avtalegen.modell.former import Tekst\n\n\n"
        'class Merkedag(Del):\n    """Dagen samarbeidet feires. Kortform: hva som feires."""\n\n'
        '    kortform = "hva"\n\n    hva: Tekst = felt("Hva som feires.", eksempel="jubileet")\n',
    )
    copy.after(
        "avtalegen/modell/avtale.py",
        "from avtalegen.modell.former",
        "from avtalegen.modell.merkedag import Merkedag",
    )
    copy.before("avtalegen/modell/avtale.py", "vedlegg:", '    merkedag: Merkedag | None = felt("Merkedagen.")')
    assert "merkedag" in copy.avtalegen("skjema")
    (copy.folder / "min.yaml").write_text(f"{SMALLEST}merkedag: jubileet\n", encoding="utf-8")
    assert "SKJ" not in copy.avtalegen("valider", "min.yaml")
    assert "merkedag.hva" in copy.pytest("tests/test_hvert_felt.py", "-k", "merkedag", fails=True)


OF_A_RULE = ("tests/test_regler.py", "tests/test_regler_raad.py", "tests/test_forklar.py")
"""What `make fasit` writes for a new rule is written by these."""


def familie(copy: Copy) -> None:
    copy.after("avtalegen/regler/__init__.py", '"SIG": ', '    "ARK": "arkivering",')
    copy.write("avtalegen/regler/ark/__init__.py", '"""ARK: arkivering."""\n')
    copy.write(
        "avtalegen/regler/ark/ark101_saksnummer.py",
        '''"""Om avtalen kan arkiveres."""

from collections.abc import Iterator

from avtalegen.funn.begge import Begge, likt
from avtalegen.funn.diagnostic import Severity
from avtalegen.regler.base import Funn, Kontekst, regel


@regel("ARK101", "uten-saksnummer", Severity.RÅD)
def uten_saksnummer(k: Kontekst) -> Iterator[Funn]:
    """Avtalen sier ikke hvilken sak den hører til.

    Hvorfor: Den som leter i arkivet, søker på saken.

    Rett opp: Skriv saksnummeret.

    Feil:
        avtale: {status: utkast}

    Riktig:
        avtale: {status: utkast, saksnummer: 2026/1}
    """
    if k.avtale.avtale.saksnummer is None:
        melding = Begge("Avtalen sier ikke hvilken sak den hører til.", "Avtalen seier ikkje kva sak han høyrer til.")
        yield Funn(("avtale",), melding, likt("Skriv saksnummeret."), nøkkel=True)
''',
    )
    copy.append(
        "avtalegen/regler/nynorsk.yaml",
        "ARK101:\n  hva: Avtalen seier ikkje kva sak han høyrer til.\n"
        "  hvorfor: Den som leiter i arkivet, søkjer på saka.\n  rett_opp: Skriv saksnummeret.\n",
    )
    hit, miss = "avtale: {status: utkast}\n", "avtale: {status: utkast, saksnummer: 2026/1}\n"
    copy.write(
        "tests/regler/ARK101.md",
        "# ARK101 uten-saksnummer\n\n"
        f"## Treff: uten sak\n\n```yaml\n{hit}```\n\n## Bom: med sak\n\n```yaml\n{miss}```\n",
    )
    copy.fasit(*OF_A_RULE, "-k", "ARK101 or ark or page")
    assert "1:1: råd[ARK101] " in (copy.folder / "tests/regler/ARK101.md").read_text(encoding="utf-8")
    assert "[ARK: arkivering](#ARK)" in (copy.folder / "docs/regler.md").read_text(encoding="utf-8")
    copy.pytest("tests/test_regelmapper.py", "tests/test_regler.py", "-k", "family or ARK101")
    copy.pytest("tests/test_begge_malformer.py", "-k", "said_of_a_rule")
    (copy.folder / "min.yaml").write_text(f"{SMALLEST}# avtalegen: ignorer VEI301, ARK – x\n", encoding="utf-8")
    assert "ignorerer ARK" in copy.avtalegen("valider", "min.yaml")


def regel(copy: Copy) -> None:
    kon = copy.folder / "avtalegen/regler/kon"
    (kon / "kon101_104_kontakt.py").rename(kon / "kon101_105_kontakt.py")
    copy.append(
        "avtalegen/regler/kon/kon101_105_kontakt.py",
        '''

@regel("KON105", "oppmøte-uten-sted", Severity.RÅD)
def oppmøte_uten_sted(k: Kontekst) -> Iterator[Funn]:
    """Avtalen sier at folk kan møte opp, men ikke hvor.

    Hvorfor: Den som skal møte opp, må vite hvor.

    Rett opp: Skriv hvor det er.

    Feil:
        tjenestetilbud:
          oppmøte: [Møt opp]

    Riktig:
        tjenestetilbud:
          oppmøte: [Møt opp på rådhuset]
    """
    for rute, tekst in k.tekster:
        if rute[-2:-1] == ("oppmøte",) and " på " not in tekst:
            yield Funn(
                rute,
                Begge("Avtalen sier ikke hvor folk skal møte opp.", "Avtalen seier ikkje kvar folk skal møte opp."),
                Begge("Skriv hvor det er.", "Skriv kvar det er."),
            )
''',
    )
    copy.append(
        "avtalegen/regler/nynorsk.yaml",
        "KON105:\n  hva: Avtalen seier at folk kan møte opp, men ikkje kvar.\n"
        "  hvorfor: Den som skal møte opp, må vite kvar.\n  rett_opp: Skriv kvar det er.\n",
    )
    hit, miss = "tjenestetilbud:\n  oppmøte: [Møt opp]\n", "tjenestetilbud:\n  oppmøte: [Møt opp på kontoret]\n"
    copy.write(
        "tests/regler/KON105.md",
        "# KON105 oppmøte-uten-sted\n\n"
        f"## Treff: uten sted\n\n```yaml\n{hit}```\n\n## Bom: med sted\n\n```yaml\n{miss}```\n",
    )
    copy.fasit(*OF_A_RULE, "-k", "KON105 or kon or page")
    cases = (copy.folder / "tests/regler/KON105.md").read_text(encoding="utf-8")
    assert "2:13: råd[KON105] Avtalen sier ikke hvor folk skal møte opp.\n" in cases
    assert "KON105" in (copy.folder / "docs/regler.md").read_text(encoding="utf-8")
    assert "KON105" in copy.avtalegen("forklar", "KON105")
    copy.pytest("tests/test_regelmapper.py", "tests/test_regelmeldinger.py", "tests/test_regler.py", "-k", "KON105")
    copy.pytest("tests/test_begge_malformer.py", "-k", "said_of_a_rule")


def forslag(copy: Copy) -> None:
    verdi = {"nb": "avtales hvert år", "nn": "avtalt kvart år"}
    nytt = "".join(f"  {språk}: {{verdi: {ord_}, hvorfor: Slik (kap. 4).}}\n" for språk, ord_ in verdi.items())
    copy.append("maler/forslag.yaml", f"\npolitiråd.møter.ekstra:\n  regler: [VEI417]\n{nytt}")
    assert "ekstra" in copy.pytest("tests/test_forslag.py", fails=True)
    copy.after("maler/ny.yaml.j2", '{{ forslag("politiråd.møter.inn', '{{ forslag("politiråd.møter.ekstra") }}')
    copy.pytest("tests/test_forslag.py", "-k", "not a_finding_shows")  # VEI417 shows one more
    assert "  #   ekstra: avtalt kvart år\n" in copy.avtalegen("ny", "voss", "-o", "-")
    assert "ekstra: avtales hvert år" in copy.avtalegen("forklar", "VEI417")


def avsnitt(copy: Copy) -> None:
    for målform in ("nb", "nn"):
        copy.write(f"maler/{målform}/arkiv.md.j2", "# Arkiv\n\nAvtalen arkiveres hos begge partene.\n")
    copy.after("maler/struktur.yaml", "gyldighet:", "  arkiv: arkiv")
    for målform in ("bokmål", "nynorsk"):
        assert re.search(r"^## \d+ +Arkiv$", copy.written(SMALLEST, "--målform", målform), re.MULTILINE)


def papir(copy: Copy) -> None:
    copy.after("avtalegen/dokument/bestilling.py", 'EVALUERING = "', '    HILSEN = "hilsen"')
    for målform in ("nb", "nn"):
        copy.write(f"maler/{målform}/hilsen_forside.md.j2", "# Hilsen\n\n{{ kommunenavn|liste }}\n")
    copy.append("maler/struktur.yaml", "  hilsen:\n    avsnitt:\n      forside: hilsen_forside\n")
    assert "# Hilsen" in copy.written(SMALLEST, "--dokument", "hilsen")


def format_(copy: Copy) -> None:
    copy.write(
        "avtalegen/skrivere/tekst.py",
        '"""The title alone."""\n\n'
        "from avtalegen.dokument.innhold import Document\n"
        "from avtalegen.skrivere.opphav import Trace\n"
        "from avtalegen.skrivere.segl import State, seal, seal_state, seal_trace\n"
        "from avtalegen.skrivere.stil import Style\n\n\n"
        "def write(document: Document, style: Style, origin: str | None = None) -> bytes:\n"
        '    """Return the title."""\n    return seal(f"{document.title}\\n", origin)\n\n\n'
        "def fingerprint_state(data: bytes) -> State:\n"
        '    """Tell whether somebody changed it."""\n    return seal_state(data)\n\n\n'
        "def trace(data: bytes) -> Trace:\n"
        '    """Return what it tells of itself."""\n    return seal_trace(data)\n',
    )
    copy.after("avtalegen/dokument/formater.py", '"md": ', '    "txt": Format(".txt", "tekst", "tekstfilen", "den"),')
    (copy.folder / "min.yaml").write_text(SMALLEST, encoding="utf-8")
    assert "txt" in copy.avtalegen("lag", "--help")
    assert copy.avtalegen("lag", "min.yaml", "--format", "txt").startswith("Skrev min.txt\n")
    assert copy.avtalegen("lag", "min.yaml", "--format", "txt").startswith("Uendret: min.txt\n")
    copy.append("min.txt", "mer\n")
    assert "er endret for hånd" in copy.run("-m", "avtalegen", "lag", "min.yaml", "-o", "min.txt", fails=True)
    copy.run("-c", "import avtalegen; avtalegen.lag('min.yaml', 'txt')")
    copy.pytest("tests/test_formater.py", "-k", "txt")


def filter_(copy: Copy) -> None:
    copy.before(
        "avtalegen/komponering/sprak/lopende.py",
        "def bestemt(",
        '    def ropt(self, tekst: str) -> str:\n        """Return the text in capitals."""\n'
        "        return tekst.upper()\n",
    )
    copy.after("maler/nb/formaal.md.j2", "# ", "\n{{ distrikt|ropt }}\n")
    (copy.folder / "min.yaml").write_text(SMALLEST, encoding="utf-8")
    assert "ropt" in copy.run("-m", "avtalegen", "lag", "min.yaml", "--format", "md", fails=True)
    copy.after("avtalegen/komponering/mal/filtre.py", '"antall": språk', '        "ropt": språk.ropt,')
    assert "NORDLAND POLITIDISTRIKT" in copy.written(SMALLEST)
    assert "ropt" in copy.pytest("tests/test_filtre.py", fails=True)
    contributing = copy.folder / "CONTRIBUTING.md"
    text = contributing.read_text(encoding="utf-8")
    contributing.write_text(text.replace("`bestemt`,", "`bestemt`, `ropt`,"), encoding="utf-8")
    copy.pytest("tests/test_filtre.py")


def kommando(copy: Copy) -> None:
    copy.write(
        "avtalegen/cli/hilse.py",
        '"""`avtalegen hilse`: say hello."""\n\n'
        "import click\n\n\n"
        '@click.command(short_help="Hils.")\ndef hilse() -> None:\n    """Hils."""\n    click.echo("Hei!")\n',
    )
    copy.after("avtalegen/cli/__init__.py", '"skjema": Entry', '    "hilse": Entry("avtalegen.cli.hilse", "Hils."),')
    assert "Hils." in copy.avtalegen("--help")
    assert copy.avtalegen("hilse") == "Hei!\n"


def rapport(copy: Copy) -> None:
    copy.write(
        "avtalegen/rapporter/antall.py",
        '"""Only how many files there are."""\n\n'
        "def report(reports, totals):\n"
        '    """Give the number."""\n'
        '    list(reports)\n    yield f"{totals.files} filer\\n"\n',
    )
    copy.after("avtalegen/rapporter/__init__.py", '"kort": ', '    "antall": "avtalegen.rapporter.antall",')
    assert copy.avtalegen("valider", "eksempler/malvik.yaml", "--format", "antall") == "1 filer\n"


def innstilling(copy: Copy) -> None:
    tabeller = "avtalegen/samling/konfig/tabeller.py"
    copy.before(
        tabeller,
        "def megabyte(",
        "    def farge(self, verdi: Any, rute: Rute) -> str | None:\n"
        '        """Return a colour."""\n'
        '        return verdi if verdi in ("rød", "blå") else self._feil(rute, "Rød eller blå.", "Velg.")\n',
    )
    copy.after(tabeller, '"distrikt": Leser.distrikt', '    "farge": Leser.farge,')
    copy.after("avtalegen/samling/konfig/__init__.py", "i_dag: date", "    farge: str | None = None")
    shutil.copy(copy.folder / "eksempler" / "malvik.yaml", copy.folder / "min.yaml")
    copy.write("avtalegen.toml", 'farge = "grønn"\n')
    assert "Rød eller blå." in copy.run("-m", "avtalegen", "valider", "min.yaml", fails=True)
    (copy.folder / "avtalegen.toml").write_text('farge = "blå"\n', encoding="utf-8")
    copy.avtalegen("valider", "min.yaml")
    (copy.folder / "avtalegen.toml").unlink()
    copy.after("docs/innstillinger.md", "| `distrikt` |", "| `farge` | fargen |")
    copy.pytest("tests/test_dokumentasjon.py", "-k", "every_setting")


def måte_å_skrive(copy: Copy) -> None:
    former = copy.folder / "avtalegen/modell/former.py"
    text = former.read_text(encoding="utf-8")
    assert text.count('"true", "yes", ') == 1
    former.write_text(text.replace('"true", "yes", ', '"true", "yes", "jepp", '), encoding="utf-8")
    copy.after("tests/test_modell_former.py", '(JaNei, "ja", True)', '        (JaNei, "jepp", True),')
    copy.pytest("tests/test_modell_former.py")
    (copy.folder / "min.yaml").write_text(f"{SMALLEST}slt: {{etablert: jepp}}\n", encoding="utf-8")
    assert "SKJ" not in copy.avtalegen("valider", "min.yaml")


DONE: dict[str, Callable[[Copy], None]] = {
    "felt": felt,
    "del av avtalen": del_av_avtalen,
    "familie av regler": familie,
    "regel": regel,
    "forslag": forslag,
    "avsnitt": avsnitt,
    "papir": papir,
    "format": format_,
    "filter i maler": filter_,
    "kommando": kommando,
    "rapport": rapport,
    "innstilling i avtalegen.toml": innstilling,
    "måte å skrive en verdi på": måte_å_skrive,
}


def test_every_row_is_done_here() -> None:
    assert list(DONE) == ROWS


@grundig
@pytest.mark.parametrize("row", DONE)
def test_a_row_of_the_table_is_true(row: str, tmp_path: Path, python: VarmPython) -> None:
    DONE[row](Copy(tmp_path / "kopi", python))

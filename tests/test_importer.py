"""Old agreements imported: how much is found, how little is made up, and that nothing is lost in silence."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

import pytest
import yaml

from avtalegen import register
from avtalegen.dokument.maler import MALER
from avtalegen.flyt import check
from avtalegen.importering import Kilde, Utkast, importer, les
from avtalegen.importering.kilde import Linje, Sted
from avtalegen.importering.lesere.feil import KildeFeil
from avtalegen.importering.regnskap import gjenspeilet
from avtalegen.lesing.ours import read_yaml
from tests import cli_support, gamleprove
from tests.cli_support import ROOT, Run
from tests.grundig import antall, grundig, utvalg
from tests.i_ett import i_ett
from tests.skritt import steps

cli = cli_support.cli
TABELL = ROOT / "tests" / "fasit" / "importer.md"
NOEN = utvalg(gamleprove.filer(), 2)
"""Some of the old agreements, or all of them: the last row of the table is of them all."""
hver_gammel = i_ett("fil", NOEN, ids=lambda fil: fil.stem)


def tabellen(filer: list[gamleprove.Path]) -> list[str]:
    """How each of the old agreements does, as the lines of a table, and what each of them misses."""
    resultater = {fil: gamleprove.mål(gamleprove.utkast(fil).yaml, gamleprove.fasit()[fil.stem]) for fil in filer}
    linjer = []
    sum_ = [0, 0, 0, 0, 0, 0]
    for fil, r in resultater.items():
        u = gamleprove.utkast(fil)
        linjer.append(
            f"| {fil.stem} | {r.funnet} av {r.fakta} | {r.unngått} av {r.prøvd} | {u.andel_ikke_plassert:.0%} | "
            f"{len(u.verdier)} | {u.sikre} |"
        )
        tall = (r.funnet, r.fakta, r.unngått, r.prøvd, len(u.verdier), u.sikre)
        sum_ = [a + b for a, b in zip(sum_, tall, strict=True)]
    linjer.append(f"| i alt | {sum_[0]} av {sum_[1]} | {sum_[2]} av {sum_[3]} | | {sum_[4]} | {sum_[5]} |")
    return [
        *linjer,
        "",
        "## Mangler",
        "",
        *(f"- {fil.stem}: {hva}" for fil, r in resultater.items() for hva in r.mangler),
    ]


@pytest.mark.parametrize("mange", [len(NOEN), pytest.param(len(gamleprove.filer()), marks=grundig)])
def test_the_table_of_the_old_agreements_is_as_it_was(mange: int, skriv_fasit: bool) -> None:
    if skriv_fasit:
        hode = [
            "# Gamle avtaler importert",
            "",
            "| avtale | fakta | fallgruver unngått | ikke plassert | verdier | sikre |",
        ]
        linjer = [*hode, "|---|---|---|---|---|---|", *tabellen(gamleprove.filer())]
        TABELL.write_text("\n".join(linjer) + "\n", encoding="utf-8", newline="\n")
    lest = TABELL.read_text(encoding="utf-8").splitlines()[4:]
    filer = utvalg(gamleprove.filer(), mange)
    noen = {fil.stem for fil in filer} | ({"i alt"} if mange == len(gamleprove.filer()) else set())

    def om_dem(linjer: list[str]) -> list[str]:
        return [linje for linje in linjer if re.split(r" \||: ", linje[2:])[0] in noen]

    assert {re.split(r" \|", linje[2:])[0] for linje in lest if linje.startswith("|")} > noen - {"i alt"}
    assert om_dem(lest) == om_dem(tabellen(filer))


def test_most_of_the_facts_are_found_and_the_traps_avoided() -> None:
    alle = [gamleprove.mål(gamleprove.utkast(fil).yaml, gamleprove.fasit()[fil.stem]) for fil in NOEN]
    assert sum(r.funnet for r in alle) >= 0.9 * sum(r.fakta for r in alle)
    feller = sum(faktum.get("negativ", False) for fil in NOEN for faktum in gamleprove.fasit()[fil.stem])
    assert sum(r.unngått for r in alle) >= 0.95 * feller
    assert all(r.funnet >= 0.8 * r.fakta for r in alle)


def test_what_is_called_sure_is_right() -> None:
    """Hold each value that is called sure, where a fact says what it should be, against the fact."""
    alle = [(fil, en) for fil in NOEN for en in gamleprove.sikre(fil)]
    gale = [(fil.stem, hva, verdi) for fil, (hva, verdi, rett) in alle if not rett]
    assert len(alle) > 12 * len(NOEN)
    assert len(gale) <= 0.01 * len(alle), gale


def test_what_is_called_sure_can_be_found_wrong() -> None:
    fil = gamleprove.filer()[0]
    feil = [{**en, "value": "noe helt annet"} for en in gamleprove.fasit()[fil.stem]]
    assert not any(rett for _, _, rett in gamleprove.sikre(fil, feil))


@hver_gammel
def test_a_draft_is_valid_and_at_least_half_of_it_is_sure(fil: gamleprove.Path) -> None:
    u = gamleprove.utkast(fil)
    assert u.sikre >= 0.5 * len(u.verdier)
    assert u.andel_ikke_plassert <= 0.15
    _gyldig(u)


def _gyldig(u: Utkast) -> None:
    lest = check(u.yaml, "utkast.yaml")
    assert [d for d in lest.diagnostics if d.code[:3] in ("SKJ", "YML")] == []


@hver_gammel
def test_every_character_is_accounted_for(fil: gamleprove.Path) -> None:
    gjort_rede_for(gamleprove.utkast(fil))


def gjort_rede_for(u: Utkast) -> None:
    """Assert that each word of the source is in a value that gives it back, is a label, or is listed."""
    dekket = {linje.nr: bytearray(len(linje.tekst)) for linje in u.kilde.linjer}
    for spenn in (*u.arbeid.merker, *(s for _, verdi in u.verdier for s in verdi.spenn)):
        assert 0 <= spenn.fra <= spenn.til <= len(dekket[spenn.linje]), spenn
        dekket[spenn.linje][spenn.fra : spenn.til] = b"\1" * (spenn.til - spenn.fra)
    listet: dict[int, str] = {}
    for en in u.ikke_plassert:
        listet[en.linje] = listet.get(en.linje, "") + gjenspeilet(en.tekst)
    skrevet = "".join(gjenspeilet(verdi.tekst) for _, verdi in u.verdier)
    ordene = {o for _, verdi in u.verdier for o in re.findall(r"\w+", verdi.tekst.casefold())}
    for linje in u.kilde.linjer:
        rest = "".join(" " if d else c for c, d in zip(linje.tekst, dekket[linje.nr], strict=True))
        for bit in re.split(r"\s{3,}|\n", rest):
            if gjenspeilet(bit) and gjenspeilet(bit) not in listet.get(linje.nr, ""):
                assert _sagt_ellers(u, bit, linje.tekst, skrevet, ordene), (linje.nr, linje.tekst, bit)


def _sagt_ellers(u: Utkast, bit: str, linje: str, skrevet: str, ordene: set[str]) -> bool:
    from avtalegen.importering.ordliste import bindeord, er_overskrift

    deler = [gjenspeilet(del_) for del_ in re.split(r"\t+|\s{2,}|[·|]", bit)]
    if all(del_ in skrevet for del_ in deler) or gjenspeilet(linje) in skrevet or er_overskrift(linje):
        return True
    if er_overskrift(re.sub(r"^(?:[\d.]+|[IVX]+\.?)\s|[\s.…]*\d*$", "", linje)):
        return True
    kjente = bindeord() | ordene | {"side", "av"}
    overskrifter = "".join(gjenspeilet(s.overskrift.s) for s in u.arbeid.oppsett.seksjoner if s.overskrift)
    return all(o in kjente or o.isdigit() or o in overskrifter for o in re.findall(r"\w+", bit.casefold()))


@hver_gammel
def test_a_value_that_is_word_for_word_gives_back_its_source(fil: gamleprove.Path) -> None:
    for rute, verdi in gamleprove.utkast(fil).verdier:
        if verdi.ordrett:
            kilden = "".join(gjenspeilet(_ordene(gamleprove.kilde(fil), s)) for s in verdi.spenn)
            if not verdi.markdown and len(verdi.spenn) == 1:
                assert kilden in gjenspeilet(verdi.tekst) or gjenspeilet(verdi.tekst) in kilden, (rute, verdi)


def _ordene(kilde: Kilde, spenn: tuple[int, int, int]) -> str:
    return next(linje.tekst for linje in kilde.linjer if linje.nr == spenn[0])[spenn[1] : spenn[2]]


_ENDRINGER: tuple[Callable[[str, Random], str], ...] = (
    lambda s, _: s.upper(),
    lambda s, _: s.replace(".", ""),
    lambda s, _: s.replace(" ", "  "),
    lambda s, r: " ".join(sorted(s.split(), key=lambda _: r.random())),
    lambda s, r: s[: r.randrange(len(s) + 1)],
    lambda s, r: s + r.choice([" #", ": - {x}", "\ta\tb", " *a* _b_ `c`", " [x](y) <b>", ' "', " '", "\u2028", " |"]),
    lambda s, r: r.choice(["- ", "1. ", "§ 3 ", "a) ", "", "IV "]) + s,
    lambda s, _: re.sub(r"\d", "9", s),
    lambda s, r: s * r.randrange(1, 4),
    lambda _, r: r.choice(["", " ", "Leder:", "Kommunen skal:", "x" * 500, "31.02.2020", "kl. 25-99", "99 %"]),
)


def endret(kilde: Kilde, r: Random) -> Kilde:
    """Return a source with some of its lines changed, moved or gone."""
    linjer = list(kilde.linjer)
    for _ in range(r.randrange(1, 12)):
        nr = r.randrange(len(linjer))
        if r.random() < 0.2 and not linjer[nr].noter:
            linjer[nr] = linjer[nr]._replace(celle=None, biter=(), nivå=r.choice([None, 1, 2]))
        else:
            tekst = r.choice(_ENDRINGER)(linjer[nr].tekst, r)
            linjer[nr] = linjer[nr]._replace(tekst=tekst, biter=(), noter=())
    if r.random() < 0.3:
        r.shuffle(linjer)
        linjer = [linje._replace(celle=None) for linje in linjer]
    return kilde._replace(linjer=tuple(linjer))


@pytest.mark.parametrize("frø", range(antall(1, 300)))
def test_what_somebody_has_changed_is_accounted_for_too(frø: int) -> None:
    r = Random(frø)
    u = importer(endret(gamleprove.kilde(r.choice(gamleprove.filer())), r))
    _gyldig(u)
    gjort_rede_for(u)


def test_every_field_has_a_comment_with_how_sure_it_is_and_where_it_stood() -> None:
    u = gamleprove.utkast(gamleprove.filer()[0])
    linjer = u.yaml.split("\n")
    med_verdi = [r for r in linjer if re.match(r"\s*(?:- )?[\wæøåÆØÅ]+: \S", r) and not r.startswith(("format", "#"))]
    uten = [r for r in med_verdi if not re.search(r"# (?:sikker|trolig)", r)]
    i_tekst = [r for r in uten if re.match(r"\s{4,}", r)]  # a line of a text in Markdown may look like a key
    assert uten == i_tekst
    assert len(med_verdi) > 40


def test_importer_writes_a_draft_beside_nothing_that_is_there(cli: Run) -> None:
    fil = str(gamleprove.filer()[6])
    navn = f"{gamleprove.filer()[6].stem}.yaml"
    run = cli("importer", fil)
    assert run.code == 0
    assert f"Skrev {navn}\n" in run.out
    assert "sikre og" in run.out
    igjen = cli("importer", fil)
    assert (igjen.code, igjen.out) == (1, "")
    assert igjen.err == f"Feil: «{navn}» finnes fra før og er ikke rørt. Velg et annet sted med «-o» eller «--til».\n"
    assert cli("valider", navn).code == 0


def test_importer_gives_the_draft_to_standard_output(cli: Run) -> None:
    run = cli("importer", str(gamleprove.filer()[6]), "-o", "-")
    assert run.code == 0
    assert run.out.startswith("# Lest fra ")
    assert "Se først på" in run.err


def test_importer_reads_a_folder_and_goes_on_when_a_file_cannot_be_read(cli: Run, tmp_path: gamleprove.Path) -> None:
    mappe = tmp_path / "gamle"
    (mappe / "nord").mkdir(parents=True)
    fil = gamleprove.filer()[6]
    (mappe / "nord" / fil.name).write_bytes(fil.read_bytes())
    (mappe / "tom.docx").write_bytes(b"")
    (mappe / "annet.txt").write_text("Handleliste: melk, brød og ost til helgen.", encoding="utf-8")
    (mappe / "~$x.docx").write_bytes(b"")
    run = cli("importer", "gamle", "--til", "nye")
    assert run.code == 3
    assert (tmp_path / "nye" / "nord" / f"{fil.stem}.yaml").is_file()
    assert run.out.endswith("\nLeste 1 avtale av 3.\n")
    tom, annet = sorted(run.err.splitlines(), key=lambda rad: "annet" in rad)
    assert tom.startswith("Feil: gamle/tom.docx: Filen er tom.")
    assert annet.startswith("Feil: gamle/annet.txt: Fant ikke noen avtale i filen.")
    assert [p.name for p in (tmp_path / "nye").iterdir()] == ["nord"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["a.docx", "-o", "x.yaml", "--til", "y"], "Bruk bare ett av valgene"),
        (["a.docx", "b.docx", "-o", "x.yaml"], "«-o» er for én fil"),
        (["a.docx", "-o", "x.txt"], "må slutte på «.yaml»"),
        (["tom"], "Det er ingen avtaler i mappen"),
    ],
)
def test_importer_says_what_is_wrong_with_the_command(
    cli: Run, tmp_path: gamleprove.Path, arguments: list[str], said: str
) -> None:
    (tmp_path / "tom").mkdir()
    run = cli("importer", *arguments)
    assert run.code == 2
    assert said in run.err


@pytest.mark.parametrize("bit", utvalg(["1. ", "ordfører ", "og Aa Bb, ", "(sak 1/", "kl. 9 til "], 2))
def test_a_sentence_that_never_ends_is_kept_as_text_and_read_as_nothing(bit: str) -> None:
    tekster = ("Samarbeidsavtale mellom Os kommune og Vest politidistrikt", "Politirådet", bit * 2_000)
    linjer = [Linje(nr, tekst, Sted(1, nr + 1), nivå=1 if nr == 1 else None) for nr, tekst in enumerate(tekster)]
    u = importer(Kilde("avtale.txt", "txt", tuple(linjer)))
    assert {rute[-1] for rute, verdi in u.verdier if any(s.linje == 2 for s in verdi.spenn)} <= {"tekst"}
    _gyldig(u)


def test_what_is_no_more_became_something_that_the_register_has() -> None:
    data = read_yaml(MALER / "tidligere.yaml")
    assert [nummer for nummer in data["kommuner"] if register.kommune(nummer) is None] == []
    assert [navn for navn in data["politidistrikter"] if register.politidistrikt(navn) is None] == []
    borte = [navn for navnene in data["kommuner"].values() for navn in navnene.split(", ")]
    assert len(borte) == len(set(borte))
    assert [navn for navn in borte if register.kommuner_med_navn(navn)] == []


def test_a_number_that_begins_with_zero_keeps_it_in_other_programs_too() -> None:
    tekst = (
        "Samarbeidsavtale mellom Oslo kommune og Oslo politidistrikt\n\n1. Politirådet\nRådet møtes to ganger i året.\n"
    )
    utkast = importer(les(tekst.encode(), "oslo.txt")).yaml
    assert yaml.safe_load(utkast)["parter"]["kommuner"][0]["kommunenummer"] == "0301"


def test_a_front_page_that_never_ends_is_read_in_step_with_its_length() -> None:
    def arbeid(linjer: int) -> int:
        # A text that has been seen is remembered.
        kilden = les("\n\n".join(f"{linjer} ganger {n} møter politiet" for n in range(linjer)).encode(), "a.txt")
        with steps() as talt, pytest.raises(KildeFeil, match="ikke noen avtale"):
            importer(kilden)
        return talt.taken

    arbeid(70)  # what is made the first time
    assert arbeid(320) < 2.2 * arbeid(160)

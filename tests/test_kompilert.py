"""The templates that the wheel has compiled are what Jinja would make of them, and never used for anything else."""

import sys
from collections.abc import Iterator
from pathlib import Path

import jinja2
import pytest
from jinja2.bccache import BytecodeCache

from avtalegen.dokument import kompilert
from avtalegen.dokument.kompilert import MAPPE
from avtalegen.dokument.maler import INGEN, MALER, Maler
from avtalegen.flyt import check
from avtalegen.importering.egne.monster import Mønster
from avtalegen.komponering import compose
from avtalegen.komponering.mal import filtre, sandbox
from avtalegen.komponering.mal.grenser import Work
from avtalegen.komponering.mal.kompilert import Kompilerte, moduler
from avtalegen.komponering.mal.sandbox import Environment, environment
from avtalegen.komponering.sammensetting import struktur
from avtalegen.komponering.skjelett import avsnitt as skjelett
from avtalegen.komponering.skjelett import fil as skjelettfil
from avtalegen.lesing import ours
from tests.conftest import EKSEMPLER
from tests.grundig import GRUNDIG, grundig, spredt, utvalg

SPRÅK = ("nb", "nn") if GRUNDIG else ("nb",)
SPOR = (False, True) if GRUNDIG else (True,)
NAVN = sorted(path.name for path in (MALER / "nb").glob("*.md.j2"))


class Ferdige(Kompilerte):
    """The compiled templates of a test, where nothing but them may be used."""

    mappe: Path

    def __init__(self, folder: Path, *, spor: bool) -> None:
        super().__init__(folder, spor=spor)
        self.folder = self.mappe / self.folder.name

    def dump_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        raise AssertionError(f"{bucket.key} ble kompilert på nytt")


@pytest.fixture(scope="module")
def mappe(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Compile what the wheel has: it takes a second and a half, so `make test` leaves it to .ci/prov_hjulet."""
    folder = tmp_path_factory.mktemp("kompilert")
    for språk in SPRÅK:
        for spor in SPOR:
            for file, code in moduler(environment(språk, spor=spor), MALER / språk, spor=spor):
                made = folder / file.relative_to(MALER / MAPPE)
                made.parent.mkdir(exist_ok=True)
                made.write_text(code, encoding="utf-8")
    return folder


@pytest.fixture
def ferdige(mappe: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let all environments use them."""
    monkeypatch.setattr(Ferdige, "mappe", mappe, raising=False)
    init = Environment.__init__

    def with_them(self: Environment, språk: object, folder: Path, egne: Maler, spor: bool) -> None:
        init(self, språk, folder, egne, spor)  # type: ignore[arg-type]
        self.bytecode_cache = Ferdige(folder, spor=spor)

    monkeypatch.setattr(Environment, "__init__", with_them)
    environment.cache_clear()
    yield
    environment.cache_clear()


@grundig
@pytest.mark.parametrize("spor", SPOR)
@pytest.mark.parametrize("språk", SPRÅK)
def test_the_code_is_what_jinja_makes(ferdige: None, språk: str, spor: bool) -> None:
    maler = environment(språk, spor=spor)
    for navn in utvalg(NAVN, 5):
        source, file, _ = maler.loader.get_source(maler, navn)  # type: ignore[union-attr]
        code = maler.bytecode_cache.get_bucket(maler, navn, file, source).code  # type: ignore[union-attr]
        assert code == maler.compile(source, navn, file), navn
        assert maler.get_template(navn).filename == file, "what fails in a template is told of the template"


@grundig
@pytest.mark.parametrize("spor", SPOR)
@pytest.mark.parametrize("eksempel", utvalg(EKSEMPLER, 1), ids=lambda fil: fil.stem)
def test_documents_are_the_same(eksempel: Path, mappe: Path, spor: bool, request: pytest.FixtureRequest) -> None:
    checked = check(eksempel.read_bytes(), eksempel.name)
    assert checked.avtale is not None
    environment.cache_clear()
    before = compose(checked.avtale, spor=spor)
    request.getfixturevalue("ferdige")
    made = compose(checked.avtale, spor=spor)
    assert made.document == before.document is not None
    assert (made.steder and vars(made.steder)) == (before.steder and vars(before.steder))


@grundig
def test_another_source_or_jinja_has_none(mappe: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Ferdige, "mappe", mappe, raising=False)
    kompilerte = Ferdige(MALER / "nb", spor=SPOR[-1])
    maler, source = environment("nb"), (MALER / "nb" / NAVN[0]).read_text(encoding="utf-8")

    def code(text: str) -> object:
        return BytecodeCache.get_bucket(kompilerte, maler, NAVN[0], str(MALER / "nb" / NAVN[0]), text).code

    assert code(source)
    assert code(f"{source} ") is None
    monkeypatch.setattr(jinja2, "__version__", "3.0.0")
    assert code(source) is None
    monkeypatch.delattr(jinja2, "__version__")
    assert code(source), "the version is then asked of what is installed"


def test_a_repository_with_templates_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def asked(*_: object, **__: object) -> None:
        raise LookupError("kompilert")

    own, language = Maler("maler", (("nb", NAVN[0], "Vår egen tekst.\n"),)), environment("nb").språk
    monkeypatch.setattr(sandbox, "Kompilerte", asked)
    theirs = Environment(language, MALER / "nb", own, False).get_template(NAVN[0])
    assert theirs.render({filtre.WORK: Work()}) == "Vår egen tekst."
    with pytest.raises(LookupError, match="kompilert"):
        Environment(language, MALER / "nb", INGEN, False)


@pytest.mark.parametrize(
    "path", spredt(sorted(MALER.rglob("*.yaml")), 5), ids=lambda path: f"{path.parent.name}/{path.name}"
)
def test_data_are_what_the_yaml_says(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = tmp_path / path.name
    copy.write_bytes(path.read_bytes())
    monkeypatch.setattr(kompilert, "MALER", tmp_path / "maler")
    file, code = ours.compiled(copy)
    file.parent.mkdir(parents=True)
    file.write_text(code, encoding="utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(ours, "parse", None)  # it is not read again
        assert ours.read_yaml(copy) == ours.read_yaml(copy) is not ours.read_yaml(copy)
        made = ours.read_yaml(copy)
    assert made == ours.read_yaml(path) != {}
    copy.write_bytes(path.read_bytes() + b"ny: verdi\n")
    assert ours.read_yaml(copy) == {**made, "ny": "verdi"}, "what is stale is not used"


@pytest.mark.parametrize("språk", SPRÅK)
def test_skeletons_are_what_the_templates_give(språk: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What has been compiled is used, and it is not what is stale; what the importer reads of it, is the same."""
    monkeypatch.setattr(skjelettfil, "KOMPILERT", tmp_path)
    laget = skjelett.skjelett
    avsnitt = utvalg(struktur()["avsnitt"], 2)
    monkeypatch.setattr(skjelettfil, "read_yaml", lambda _: {"avsnitt": avsnitt})
    for file, code in skjelettfil.moduler(språk):
        file.parent.mkdir(exist_ok=True)
        file.write_text(code, encoding="utf-8")
    monkeypatch.setattr(skjelett, "skjelett", None)
    for navn in avsnitt:
        hentet = skjelettfil.hentet.__wrapped__(språk, navn)
        assert hentet.enheter or hentet.fritekst
        assert mønstrene(hentet) == mønstrene(laget(språk, navn))
    monkeypatch.setattr(skjelettfil, "_sjekksum", lambda _: "annet")
    with pytest.raises(TypeError):
        skjelettfil.hentet.__wrapped__(språk, avsnitt[0])


def mønstrene(s: skjelett.Avsnittsskjelett) -> list[object]:
    """Return what the importer makes of a skeleton."""
    enheter = [(vars(e) | {"deler": ()}, _mønsteret(Mønster(e.deler, e.følger))) for e in s.enheter]
    celler = [Mønster(celle).kilde for t in s.tabeller for rad in (t.hode, *t.rader) for celle in rad]
    fri = [(nr, felt.rute) for nr, felt in s.fritekst]
    return [s.navn, enheter, celler, fri, s.ordnet, [Mønster(t).kilde for t in s.titler], [t.nr for t in s.tabeller]]


def _mønsteret(m: Mønster) -> list[object]:
    hull = [(navn, h._replace(indre=None), h.indre and _mønsteret(m.i_løkken(navn))) for navn, h in m.hull.items()]
    return [m.kilde, hull, m.merker, m.følger, m.bare_hull]


def test_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    kompilerte = Kompilerte(tmp_path / "nb", spor=False)
    bucket = kompilerte.get_bucket(environment("nb"), "x.md.j2", str(tmp_path / "nb" / "x.md.j2"), "Hei\n")
    assert bucket.code is None
    bucket.code = compile("1", "x", "exec")
    kompilerte.set_bucket(bucket)
    assert [*tmp_path.rglob("*")] == []

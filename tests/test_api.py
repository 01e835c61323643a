"""avtalegen for other programs."""

import json
import subprocess
import sys
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from jsonschema import Draft202012Validator
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

import avtalegen
from avtalegen.modell.avslutning import Signatur
from avtalegen.modell.avtale import Avtale, Avtaledata
from avtalegen.modell.parter import Kommune, Parter, Politi
from avtalegen.modell.periode import Periode
from avtalegen.modell.politirad import Rådsrolle
from tests import yamlprove
from tests.cli_support import VALID
from tests.grundig import spredt

ROOT = Path(__file__).parent.parent
FLAKSTAD = ROOT / "eksempler" / "flakstad.yaml"


def test_an_agreement_is_objects_named_as_in_the_yaml() -> None:
    avtale = avtalegen.les(FLAKSTAD)
    assert avtale.parter.politi.distrikt == "Nordland politidistrikt"
    assert avtale.politiråd is not None
    assert avtale.politiråd.rolle is Rådsrolle.BESLUTTENDE
    assert avtale.signaturer[0].for_ == "Flakstad kommune"


def test_a_file_is_given_by_name_or_by_content() -> None:
    assert avtalegen.les(str(FLAKSTAD)) == avtalegen.les(FLAKSTAD) == avtalegen.les(FLAKSTAD.read_bytes())
    assert avtalegen.les(ROOT / "eksempler" / "malvik.yaml") != avtalegen.les(FLAKSTAD)


def test_an_agreement_cannot_be_changed_and_can_be_a_key() -> None:
    avtale = avtalegen.les(FLAKSTAD)
    with pytest.raises(ValidationError, match="frozen"):
        avtale.vedlegg = ()  # type: ignore[misc]
    assert {avtale: 1}[avtalegen.les(FLAKSTAD)] == 1


def test_the_findings_of_a_file_are_returned() -> None:
    found = {finding.code: finding.severity.value for finding in avtalegen.valider(FLAKSTAD)}
    assert found["VEI304"] == "advarsel"
    assert "feil" not in found.values()
    more = {finding.code: finding.severity.value for finding in avtalegen.valider(FLAKSTAD.read_bytes() + b"tull: 1\n")}
    assert more["SKJ002"] == "feil"
    assert more["VEI417"] == found["VEI417"]  # one error does not hide the rest


def test_the_day_can_be_given_and_no_settings_are_read(tmp_path: Path) -> None:
    (tmp_path / "avtalegen.toml").write_text('ignorer = ["VEI", "DAT"]\n', encoding="utf-8")
    file = tmp_path / "a.yaml"
    file.write_bytes(b"periode: {fra: 2024-01-01, til: 2025-12-31}\n" + FLAKSTAD.read_bytes())
    for day, expired in ((date(2025, 6, 1), False), (date(2026, 6, 1), True)):
        found = {finding.code for finding in avtalegen.valider(file, i_dag=day)}
        assert "VEI304" in found
        assert ("DAT105" in found) == expired


def test_what_a_rule_calls_an_error_makes_no_document_but_can_be_read() -> None:
    faulty = FLAKSTAD.read_bytes().replace(b"navn: Flakstad\n", b"navn: Moskenes\n")
    assert avtalegen.les(faulty).parter.kommuner[0].navn == "Moskenes"
    with pytest.raises(avtalegen.AvtalegenError) as raised:
        avtalegen.lag(faulty)
    assert "REG102" in {finding.code for finding in raised.value.diagnostics}


def test_a_faulty_agreement_is_not_returned_and_makes_no_document() -> None:
    faulty = FLAKSTAD.read_bytes() + b"tull: 1\ntull2: 2\n"
    for attempt in (avtalegen.les, avtalegen.lag):
        with pytest.raises(avtalegen.AvtalegenError, match=r"«tull» er ikke en kjent nøkkel.* \(og 1 til\)") as raised:
            attempt(faulty)
        assert [d.code for d in raised.value.diagnostics if d.severity == "feil"] == ["SKJ002", "SKJ002"]


def test_a_file_that_is_not_there_is_told_in_norwegian(tmp_path: Path) -> None:
    with pytest.raises(avtalegen.AvtalegenError, match="finnes ikke"):
        avtalegen.valider(tmp_path / "borte.yaml")


def test_the_document_is_a_word_file_with_the_agreement_s_words() -> None:
    made = docx.Document(BytesIO(avtalegen.lag(FLAKSTAD)))
    assert made.core_properties.title == "Samarbeidsavtale mellom Flakstad kommune og Nordland politidistrikt"
    assert any("politiinstruksen §§ 10-1" in p.text.replace("\xa0", " ") for p in made.paragraphs)


LITEN = {"format": "1", "avtale": {"dato": "25.10.2024"}, "parter": {"kommuner": "1859", "politi": "Nordland"}}


class Arkivsak(BaseModel):
    nummer: str
    avtale: Avtale
    kommune: Kommune | None = None


def test_an_agreement_works_in_a_pydantic_model() -> None:
    sak = Arkivsak.model_validate({"nummer": "2026/1", "avtale": LITEN, "kommune": "1859"})
    assert sak.avtale.avtale.dato == date(2024, 10, 25)
    assert TypeAdapter(Avtale).validate_python(LITEN) == sak.avtale
    dumped = sak.model_dump(exclude_none=True)
    assert dumped["avtale"]["avtale"]["dato"] == "2024-10-25"
    assert dumped["kommune"]["kommunenummer"] == "1859"
    assert Arkivsak.model_validate(dumped) == Arkivsak.model_validate_json(sak.model_dump_json()) == sak


def test_a_model_made_of_a_part_has_fields_of_its_own() -> None:
    class Annerledes(Periode):
        model_config = ConfigDict(alias_generator=str.upper)

    Annerledes.model_rebuild()
    felt = Periode.model_fields["fra"]
    assert Annerledes.model_fields["fra"].alias == "FRA"
    assert (felt.alias, felt.is_required()) == (None, False)
    assert repr(felt.description) in repr(felt)


def test_the_json_schema_of_a_model_with_an_agreement_in_it_knows_the_short_forms() -> None:
    sak = {"nummer": "2026/1", "avtale": LITEN, "kommune": 1859}
    in_a_model, alone = Arkivsak.model_json_schema(), Kommune.model_json_schema()
    # What is in both is held against the schema of schemas in test_skjema.py.
    Draft202012Validator.check_schema({**in_a_model, "$defs": {}})
    Draft202012Validator.check_schema(alone)
    validator = Draft202012Validator(in_a_model)
    assert [*validator.iter_errors(sak)] == []
    assert [error.json_path for error in validator.iter_errors({**sak, "avtale": {**LITEN, "tull": 1}})] == ["$.avtale"]
    dumped = json.loads(Arkivsak.model_validate(sak).model_dump_json())
    assert [*Draft202012Validator(Arkivsak.model_json_schema(mode="serialization")).iter_errors(dumped)] == []


def test_what_is_read_can_be_turned_into_data_and_back(et_eksempel: Path) -> None:
    avtale = avtalegen.les(et_eksempel)
    for data in (
        avtale.model_dump(by_alias=True, exclude_none=True),
        avtale.model_dump(),
        avtale.model_dump(by_alias=False),
    ):
        assert Avtale.model_validate(data) == avtale
        assert Avtale.model_validate(yamlprove.lest(yamlprove.skrevet(data))) == avtale
    as_data = avtale.model_dump(by_alias=True, exclude_none=True)
    assert (
        as_data == avtale.model_dump(by_alias=True, exclude_none=True, mode="json") == json.loads(json.dumps(as_data))
    )
    assert Avtale.model_validate_json(avtale.model_dump_json()) == avtale
    assert avtalegen.les(yamlprove.skrevet(as_data, allow_unicode=True).encode()) == avtale


def test_an_agreement_is_made_in_python_with_python_s_own_values() -> None:
    avtale = Avtale(
        format=1,
        avtale=Avtaledata(dato=date(2024, 10, 25)),
        parter=Parter(kommuner=(Kommune(kommunenummer="1859"),), politi=Politi(distrikt="Nordland")),
        signaturer=(Signatur(tittel="ordfører", for_="Flakstad kommune"),),
    )
    assert avtale.model_copy(update={"signaturer": ()}) == Avtale.model_validate(LITEN)
    assert Avtale.model_validate(avtale) is avtale
    assert repr(Kommune(kommunenummer="1859")) == "Kommune(kommunenummer='1859')"
    with pytest.raises(ValidationError, match=r"31\.2\.2026» finnes ikke"):
        Avtaledata(dato="31.2.2026")  # type: ignore[arg-type]
    i_ord = Avtaledata.model_validate({"dato": "våren 2026"})
    assert i_ord.model_dump(exclude_none=True)["dato"] == "våren 2026"


def test_a_copy_with_a_field_that_is_not_there_is_refused() -> None:
    kommune = Kommune(kommunenummer="1859")
    assert kommune.med(navn="Flakstad").navn == "Flakstad"
    for attempt in (lambda: kommune.med(nvan="x"), lambda: kommune.model_copy(update={"nvan": "x"})):
        with pytest.raises(TypeError, match="nvan"):
            attempt()


def test_the_package_has_few_names_and_loads_nothing_before_they_are_used() -> None:
    public = [name for name in avtalegen.__all__ if not name.startswith("_")]
    assert public == ["Avtale", "AvtalegenError", "Diagnostic", "Severity", "Span", "lag", "les", "valider"]
    assert all(getattr(avtalegen, name) is not None for name in public)
    code = "import avtalegen, sys; print(any(m in sys.modules for m in ('pydantic_core', 'yaml', 'jinja2', 'docx')))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="tull"):
        _ = avtalegen.tull


def test_a_document_is_made_with_templates_and_styles_of_ones_own(tmp_path: Path) -> None:
    (tmp_path / "nb").mkdir()
    (tmp_path / "nb" / "formaal.md.j2").write_text("# Formål\n\nVårt eget.\n", encoding="utf-8")
    (tmp_path / "stil").mkdir()
    (tmp_path / "stil" / "avtale.css").write_text("h1 { color: green }\n", encoding="utf-8")
    page = avtalegen.lag(FLAKSTAD, "html", maler=tmp_path).decode()
    assert "Vårt eget." in page
    assert "<style>\nh1 { color: green }\n" in page
    (tmp_path / "nb" / "formaal.md.j2").write_text("{{ finnes_ikke }}\n", encoding="utf-8")
    with pytest.raises(avtalegen.AvtalegenError, match="finnes_ikke") as caught:
        avtalegen.lag(FLAKSTAD, maler=str(tmp_path))
    assert caught.value.diagnostics[0].code == "MAL001"
    assert caught.value.diagnostics[0].span.file == f"{tmp_path}/nb/formaal.md.j2"
    with pytest.raises(avtalegen.AvtalegenError, match="er ikke en mappe"):
        avtalegen.lag(FLAKSTAD, maler=tmp_path / "borte")


@pytest.mark.parametrize(
    "møte", spredt([1, "1", " 1 ", "25.8.2026", "2026-08-25", date(2026, 8, 25), datetime(2026, 8, 25, 9)], 4)
)
def test_a_meeting_may_be_asked_for_as_people_write_it(tmp_path: Path, møte: Any) -> None:
    plan = VALID + "politiråd: {leder: ordfører, møter: {plan: [{dato: 25.8.2026}, {dato: 1.12.2026}]}}\n"
    (tmp_path / "a.yaml").write_text(plan, encoding="utf-8")
    made = avtalegen.lag(tmp_path / "a.yaml", "md", dokument="innkalling", møte=møte, i_dag=date(2026, 1, 1))
    assert "25. august 2026" in made.decode().replace("\u00a0", " ")


@pytest.mark.parametrize("wrong", [{"møte": "i høst"}, {"møte": 0}, {"år": "neste"}, {"år": 26}])
def test_what_is_no_meeting_and_no_year_is_told_in_norwegian(tmp_path: Path, wrong: dict[str, Any]) -> None:
    (tmp_path / "a.yaml").write_text(VALID, encoding="utf-8")
    with pytest.raises(avtalegen.AvtalegenError, match=r"er verken et møtenummer eller en dato|er ikke et år"):
        avtalegen.lag(tmp_path / "a.yaml", "md", dokument="møteplan", **wrong)

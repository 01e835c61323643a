"""A fylkeskommune alone with the police, without any kommune, is an agreement like any other."""

import json
import re
from datetime import date
from typing import Any

import pytest

from avtalegen import flyt
from avtalegen.dokument.bestilling import Bestilling, Papir
from avtalegen.flyt import check
from avtalegen.funn.diagnostic import has_errors
from avtalegen.modell.former import Status
from avtalegen.regler import Valg
from tests.generator import I_DAG, Oppskrift, avtaler, lest
from tests.grundig import antall

ALENE = """format: 1
avtale: {{ målform: {målform}, status: vedtatt, dato: 4.3.2026 }}
parter:
  politi: {politi}
  fylkeskommune: {{ navn: Nordland fylkeskommune, vedtak: fylkestinget 3.3.2026 }}
periode: 2027–2028
politiråd: {{ medlemmer: {{ kommune: fylkesdirektør }} }}
forpliktelser: {{ kommunen: Ha en fast kontakt }}
"""
VALG = Valg(date(2026, 11, 20))


def made(målform: str, papir: Papir = Papir.AVTALE, politi: str = "Nordland") -> str:
    checked = check(ALENE.format(målform=målform, politi=politi).encode(), "avtale.yaml", VALG)
    assert not has_errors(checked.diagnostics), checked.diagnostics
    data = flyt.make(checked, Bestilling("md", dokument=papir), lambda *_: b"").data
    assert data is not None
    return data.decode().replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("målform", "setninger"),
    [
        (
            "bokmål",
            (
                "# Avtale om samarbeid mellom fylkeskommune og politi",
                "- **Nordland fylkeskommune**",
                "For fylkeskommunen er det frivillig",
                "i fylket",
                "Fylkeskommunen skal ",
                "Faste deltakere fra fylkeskommunen:",
                "Avtalen er vedtatt av fylkestinget i Nordland fylkeskommune 3. mars 2026.",
            ),
        ),
        (
            "nynorsk",
            (
                "# Avtale om samarbeid mellom fylkeskommune og politi",
                "- **Nordland fylkeskommune**",
                "Fylkeskommunen skal ",
                "Faste deltakarar frå fylkeskommunen:",
            ),
        ),
    ],
)
def test_the_agreement_speaks_of_the_fylkeskommune(målform: str, setninger: tuple[str, ...]) -> None:
    text = made(målform)
    assert [setning for setning in setninger if setning not in text] == []
    assert text.count("**Nordland fylkeskommune**") == 2, "in the list of parties, and where they sign"
    assert "er også part" not in text


@pytest.mark.parametrize("papir", list(Papir))
@pytest.mark.parametrize("målform", ["bokmål", "nynorsk"])
def test_every_paper_can_be_made(målform: str, papir: Papir) -> None:
    text = made(målform, papir)
    assert "ommunestyre" not in text
    if papir is Papir.SAKSFRAMLEGG:
        assert "Fylkestinget godkjenner avtalen om samarbeid med Nordland politidistrikt" in text


@pytest.mark.parametrize("papir", Papir)
@pytest.mark.parametrize("målform", ["bokmål", "nynorsk"])
def test_no_paper_speaks_of_a_kommune(målform: str, papir: Papir) -> None:
    """«For kommunen er det frivillig», in the case for a fylkesting, and «fylkeskommunen og fylkeskommunen»."""
    sagt = made(målform, papir)
    assert not re.findall(r"(?i)\bkommunens?\b|fylkeskommunen og fylkeskommunen", sagt)


def test_the_fylkesordfører_signs_as_the_case_says() -> None:
    signaturer = "signaturer: [{ tittel: fylkesordfører, navn: Kari Vik, for: Nordland fylkeskommune }]\n"
    plikt = ALENE.replace("kommunen: Ha en fast kontakt", "fylkeskommunen: Ha en kontakt ved hver skole")
    checked = check((plikt.format(målform="bokmål", politi="Nordland") + signaturer).encode(), "avtale.yaml", VALG)
    data = flyt.make(checked, Bestilling("md", dokument=Papir.SAKSFRAMLEGG), lambda *_: b"").data
    assert data is not None
    assert "signeres av fylkesordfører Kari Vik for Nordland fylkeskommune" in data.decode()
    assert "forplikter fylkeskommunen seg til å ha en kontakt ved hver skole." in data.decode()


@pytest.mark.parametrize("målform", ["bokmål", "nynorsk"])
def test_the_fylkeskommune_stands_where_the_kommuner_do(målform: str) -> None:
    """First among the parties and of what they shall do; and the school it has is no grunnskole."""
    plikter = "  politiet: Dele statistikk\n  fylkeskommunen: Ha en kontakt ved hver skole\n"
    text = ALENE.format(målform=målform, politi="Nordland").replace(
        "{ kommunen: Ha en fast kontakt }\n", "\n" + plikter
    )
    text += "skole: { samarbeidsplikt: ja }\n"
    checked = check(text.encode(), "avtale.yaml", VALG)
    data = flyt.make(checked, Bestilling("md"), lambda *_: b"").data
    assert data is not None
    sagt = data.decode()
    assert sagt.index("- **Nordland fylkeskommune**") < sagt.index("- **Nordland politidistrikt**")
    assert sagt.index("Fylkeskommunen skal ha en kontakt") < sagt.index("Politiet skal dele")
    assert not re.search("grunnsk[ou]le", sagt)


def test_without_anybody_but_the_police_a_kommune_is_missing() -> None:
    checked = check(b"format: 1\navtale: {}\nparter: { politi: Nordland, kommuner: [] }\n", "avtale.yaml", None)
    (found,) = checked.diagnostics
    assert (found.code, found.route) == ("SKJ001", ("parter", "kommuner"))


def _alone(data: dict[str, Any]) -> dict[str, Any]:
    parter = {key: value for key, value in data["parter"].items() if key != "kommuner"}
    return data | {"parter": parter | {"fylkeskommune": "Nordland fylkeskommune"}}


@pytest.mark.parametrize("først", range(antall(1, 100)))
def test_no_rule_and_no_document_fails_without_a_kommune(først: int) -> None:
    for g in avtaler(først, 1, Oppskrift(fylde=0.9, status=Status.VEDTATT)):
        read = lest(g).avtale
        assert read is not None
        alone = json.dumps(_alone(read.model_dump(mode="json", exclude_defaults=True)))
        checked = check(alone.encode(), "avtale.yaml", Valg(I_DAG), g)
        assert checked.avtale is not None, checked.diagnostics
        assert flyt.make(checked._replace(diagnostics=()), Bestilling("docx"), g.read_asset).data is not None


@pytest.mark.parametrize(
    ("politi", "ventet"),
    [
        ("politimester: Kari Nord", "- **Nordland politidistrikt**, ved politimester Kari Nord\n"),
        ("driftsenhetsleder: Ola Sør", "\nDen geografiske driftsenheten ledes av driftsenhetsleder Ola Sør.\n"),
        ("enhet: Salten, politimester: Kari Nord", "\nOver den lokale enheten står politimester Kari Nord.\n"),
    ],
)
def test_nobody_is_over_a_local_unit_that_is_not_there(politi: str, ventet: str) -> None:
    for rolle in ("politimester", "driftsenhetsleder"):
        politi = re.sub(rf"{rolle}: (\w+ \w+)", rf"{rolle}: {{tittel: {rolle}, navn: \1}}", politi)
    tekst = made("bokmål", politi=f"{{distrikt: Nordland, {politi}}}")
    assert ventet in tekst
    assert ("Over den lokale enheten" in tekst) == ("enhet:" in politi)

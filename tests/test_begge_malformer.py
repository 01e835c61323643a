"""What is said of an agreement is said in both målformer, and says the same."""

from __future__ import annotations

import copy
import pickle
import re
from datetime import date
from itertools import islice
from pathlib import Path

import pytest

from avtalegen.api import lag, les
from avtalegen.flyt import check
from avtalegen.funn.begge import TOM, Begge, i_nynorsk, likt
from avtalegen.funn.diagnostic import AvtalegenError, Diagnostic, Related, Severity, Span
from avtalegen.funn.diagnostic import på_nynorsk as i_nynorsk_funn
from avtalegen.lesing.fortalt import fortalt, uten_fødselsnummer
from avtalegen.lesing.ment import steder
from avtalegen.lesing.ours import read_yaml
from avtalegen.modell.former import Målform
from avtalegen.modell.ordlyd import VENTET
from avtalegen.regler import FAMILIER, PÅ_TVERS, Valg
from avtalegen.regler.grunnlag import i_begge as grunnlag
from avtalegen.regler.katalog import katalog
from avtalegen.regler.oppdag import regler_i
from tests import cli_support
from tests.brutte_varianter import varianter
from tests.cli_support import VALID, Run
from tests.grundig import antall
from tests.i_ett import i_ett
from tests.malformprove import PAKKE, Par, bare_på_bokmål, i_begge, kommandoene_på_bokmål, parene, uten_fyll
from tests.test_rep import funn as rep_funn

cli = cli_support.cli
FASIT = Path(__file__).parent / "fasit" / "begge.md"
OVERSATT = {
    "– grunngiving»": "– begrunnelse»",
    "årleg»": "årlig»",
    "3 månader»": "3 måneder»",
    "18 månader»": "18 måneder»",
    "to veker»": "to uker»",
    "14 dagar»": "14 dager»",
    "10 virkedagar»": "10 virkedager»",
    "25 minutt»": "25 minutter»",
    "«Oppgåve»": "«Oppgave»",
    "«Ansvarleg»": "«Ansvarlig»",
    "eit halvt år»": "et halvt år»",
    "«måndag–": "«mandag–",
    "«laurdag ": "«lørdag ",
    "ettersendast»": "ettersendes»",
    "ikkje hamn»": "ikke havn»",
    "Byt ut»": "Erstatt»",
    "Trengst ikkje»": "Trengs ikke»",
    "møtestad»": "møtested»",
    "**halvfeit**": "**halvfet**",
    "kriminalitetsførebyggjande": "kriminalitetsforebyggende",
}
"""What may be written in an agreement in nynorsk instead of what is proposed in bokmål."""
BOKMÅL = re.compile(
    r"(?<!-)\b(?:ikke|hva|hvem|hvor|hvordan|hvilke[nt]?|hver|hvert|hvis|fra|noe|noen|være|gjøre?|sier|flere|bare|uten|begynner"
    r"|kommuner|enten|en|et|ett|én|dem|dere|filen|linjen|leses|skrives|mangler|gjelder|hører|finnes|teller|brukes"
    r"|riktig|oppgitt|satsningsområde\w*|tjeneste\w*|taushetsplikt\w*|forebygg\w*|ledels\w*|leder|lederen|veileder\w*"
    r"|måned|måneder|uke|uker|selv|oppgave|oppgaven|oppgaver|rekkefølge\w*|anførselstegn\w*|tegn|foran|sammen|stedet|steder)\b"
    r"|(?<!&)(?<!\*)\bnavn\b",
    re.IGNORECASE,
)
"""Words of bokmål that nynorsk hasn't."""
MÅ_VÆRE_LIKT = re.compile(r"«([^«»]*)»")


def _like_verdier(tekst: str) -> list[str]:
    """Return what a text quotes, and the numbers in it, as bokmål has them."""
    for nn, nb in OVERSATT.items():
        tekst = tekst.replace(nn, nb)
    tekst = tekst.replace(".nn}", "}").replace(".nn[", "[").replace(".nn.", ".").replace(".nn ", " ")
    return sorted([*MÅ_VÆRE_LIKT.findall(tekst), *re.findall(r"\d+", re.sub(r"\{[^{}]*\}", "", tekst))])


@i_ett("par", parene, ids=lambda par: par.nb)
def test_both_texts_say_the_same(par: Par) -> None:
    assert all(re.search(rf"\b{fyll}\b", " ".join(par.fyll_nn)) for fyll in par.fyll_nb if fyll.isidentifier())
    assert _like_verdier(par.nb) == _like_verdier(par.nn)
    assert par.nb[-1:] == par.nn[-1:] or par.nb[-1].isalpha()
    assert par.nb[:1].isupper() == par.nn[:1].isupper()
    assert (par.nb.count(". "), par.nb.count(": ")) == (par.nn.count(". "), par.nn.count(": "))


@i_ett("par", parene, ids=lambda par: par.nn)
def test_no_word_of_the_nynorsk_is_bokmål(par: Par) -> None:
    assert BOKMÅL.findall(uten_fyll(par.nn, par.fyll_nn)) == []


def test_nothing_that_is_said_of_an_agreement_is_in_bokmål_only() -> None:
    assert [*bare_på_bokmål()] == []


def test_nothing_that_a_command_says_of_an_agreement_is_in_bokmål_only() -> None:
    assert [*kommandoene_på_bokmål()] == []


def test_the_texts_stand_side_by_side_for_whoever_reads_proofs(skriv_fasit: bool) -> None:
    biter, sist = ["# Det avtalegen sier om en avtale, på bokmål og på nynorsk\n"], ""
    for par in parene():
        if par.sted != sist:
            biter.append(f"\n## {par.sted}\n")
            sist = par.sted
        biter.append(f"\n- {par.nb}\n" if par.nb == par.nn else f"\n- {par.nb}\n  {par.nn}\n")
    if skriv_fasit:
        FASIT.write_text("".join(biter), encoding="utf-8", newline="\n")
    assert FASIT.read_text(encoding="utf-8") == "".join(biter)
    assert len(parene()) > 500


def test_an_agreement_that_is_broken_is_told_of_in_both() -> None:
    valg = Valg(date(2026, 11, 20), klar_for_signering=True)
    sagt = 0
    for navn, yaml in islice(varianter(), 0, antall(2_000, 40_000), antall(400, 18)):
        nb, nn = (check(yaml(), "a.yaml", valg, målform=målform).diagnostics for målform in Målform)
        assert [d for d in nb if not i_begge(d)] == [], navn
        assert [(d.code, d.severity, d.span, d.route, d.fix) for d in nb] == [
            (d.code, d.severity, d.span, d.route, d.fix) for d in nn
        ]
        for på_bokmål, på_nynorsk in zip(nb, nn, strict=True):
            assert på_nynorsk.nynorsk
            assert not på_bokmål.nynorsk
            assert _like_verdier(på_bokmål.message) == _like_verdier(på_nynorsk.message), navn
        sagt += len(nb)
    assert sagt > antall(20, 10_000)


NYNORSK = VALID.replace("status:", "målform: nynorsk\n  status:")


@pytest.mark.parametrize(
    ("tekst", "målform", "ventet"),
    [
        (VALID + "politrad: ja\n", None, "«politrad» er ikke en kjent nøkkel."),
        (NYNORSK + "politrad: ja\n", None, "«politrad» er ikkje ein kjend nøkkel."),
        (NYNORSK.replace("nynorsk", "Nynorsk") + "politrad: ja\n", None, "«politrad» er ikkje ein kjend nøkkel."),
        (NYNORSK + "politrad: ja\n", Målform.BOKMÅL, "«politrad» er ikke en kjent nøkkel."),
        (VALID + "politrad: ja\n", Målform.NYNORSK, "«politrad» er ikkje ein kjend nøkkel."),
        (VALID + "\tslt: ja\n", None, "Her står en tabulator. Innrykk skal bare være mellomrom."),
        (NYNORSK + "\tslt: ja\n", None, "Her står ein tabulator. Innrykk skal berre vere mellomrom."),
        (
            VALID.replace("status:", "målform:\n  status:") + "politrad: ja\n",
            None,
            "«politrad» er ikke en kjent nøkkel.",
        ),
        (NYNORSK + "\tslt: ja\n", Målform.BOKMÅL, "Her står en tabulator. Innrykk skal bare være mellomrom."),
        ("format: 1\navtale: {målform: nynorsk\n", None, "{ blir ikkje lukka med }."),
        ("format: 1\navtale: {målform: nn\n", None, "{ blir ikkje lukka med }."),
        ("format: 1\navtale:\n  Målform: 'Nynorsk'\nslt: {\n", None, "{ blir ikkje lukka med }."),
        ("format: 1\navtale: {målform: {nynorsk: ja}}\nfred: ja\n", None, "«fred» er ikke en kjent nøkkel."),
        ("format: 1\navtale: x\nmålform: nynorsk\nfred: ja\n", None, "«fred» er ikke en kjent nøkkel."),
        ("", None, "Filen er tom, eller har bare kommentarer."),
    ],
)
def test_findings_are_in_the_målform_of_the_agreement(tekst: str, målform: Målform | None, ventet: str) -> None:
    assert ventet in [d.message for d in check(tekst, "a.yaml", målform=målform).diagnostics]


def test_what_is_asked_for_counts_before_what_a_shared_file_says() -> None:
    funn = Diagnostic("X", Severity.FEIL, Begge("Nei.", "Nei, du."), Span("felles.yaml", 1, 1, 1, 1))
    felles = {"felles.yaml": "målform: nynorsk\n"}
    assert [d.message for d in fortalt([funn], None, None, "", felles)] == ["Nei, du."]
    assert [d.message for d in fortalt([funn], Målform.BOKMÅL, None, "", felles)] == ["Nei."]


def test_no_fødselsnummer_is_repeated_in_anything_that_is_said() -> None:
    plass, sagt = Span("a.yaml", 1, 1, 1, 1), "Ring 13097248022."
    uten = uten_fødselsnummer(Diagnostic("X", Severity.FEIL, sagt, plass))
    assert (uten.hint, uten.suppressed) == (None, None)
    uten = uten_fødselsnummer(
        Diagnostic("X", Severity.FEIL, sagt, plass, sagt, related=(Related(plass, sagt),), suppressed=sagt)
    )
    assert "13097248022" not in repr(uten)
    assert uten.hint == uten.suppressed == uten.message == uten.related[0].message


def test_a_finding_in_nynorsk_is_that_to_the_last_word() -> None:
    (d,) = (d for d in check(NYNORSK, "a.yaml", Valg(date(2026, 11, 20))).diagnostics if d.code == "VEI422")
    assert (d.message, d.hint, d.section, d.alvor) == (
        "Avtalen seier ikkje noko om teieplikt.",
        "Skriv «taushetsplikt: ja», så får avtalen eit avsnitt med dei lovene som gjeld.",
        "rettleiaren 4.1.5",
        "åtvaring",
    )


def test_the_words_around_a_finding_are_in_the_målform_too() -> None:
    funn = [Diagnostic("X", alvor, "", Span("a.yaml", 1, 1, 1, 1)) for alvor in Severity]
    assert [d.alvor for d in funn] == ["feil", "advarsel", "råd"]
    assert [i_nynorsk_funn(d).alvor for d in funn] == ["feil", "åtvaring", "råd"]
    assert [d.se_også for d in (funn[0], i_nynorsk_funn(funn[0]))] == ["Se også", "Sjå også"]
    assert str(AvtalegenError("Filen finnes ikke.", (funn[0],))) == "Filen finnes ikke."


def test_what_is_in_both_stays_so() -> None:
    tekst = Begge("Skriv filen.", "Skriv fila.")
    assert tekst == "Skriv filen."
    for kopi in (pickle.loads(pickle.dumps(tekst)), copy.deepcopy(tekst)):
        assert (kopi, i_nynorsk(kopi)) == (tekst, "Skriv fila.")
    assert i_nynorsk(tekst + Begge(" Så er den der.", " Så er ho der.")) == "Skriv fila. Så er ho der."
    assert i_nynorsk(tekst + " Ja.") == "Skriv fila. Ja."
    assert i_nynorsk(likt("Ja.")) == "Ja."
    assert (TOM, i_nynorsk(TOM)) == ("", "")


def test_what_a_rule_rests_on_has_a_name_in_both() -> None:
    for regel in regler_i((*FAMILIER, *PÅ_TVERS)).values():
        navn = i_nynorsk(grunnlag(regel.grunnlag) or "")
        assert not re.search(r"(?:loven|forskriften|ordningen|lederen|planene)\b", navn), navn


def test_what_may_be_expected_of_a_value_is_in_both() -> None:
    kilder = [fil.read_text(encoding="utf-8") for fil in (PAKKE / "modell").glob("*.py")]
    ventet = {
        hva for kilde in kilder for hva in re.findall(r"\b(?:skalar|egne_ord)\([^()]*?[\"']([^\"']+)[\"']\)", kilde)
    }
    assert len(ventet) > 12
    assert ventet <= set(VENTET)


def test_a_field_that_must_be_there_is_described_in_both() -> None:
    påkrevde = {sted.felt.beskrivelse for sted in steder() if sted.felt.påkrevd}
    assert [tekst for tekst in påkrevde if not isinstance(tekst, Begge)] == []


def test_what_is_said_of_a_rule_is_in_nynorsk_too() -> None:
    lest = read_yaml(PAKKE / "regler" / "nynorsk.yaml")
    assert {*lest} == {*katalog()}
    for kode, felt in lest.items():
        assert [*felt] == ["hva", "hvorfor", "rett_opp"], kode
        dok = katalog()[kode].fortalt(nynorsk=True)
        assert dok.hvorfor == felt["hvorfor"] != katalog()[kode].dokumentasjon.hvorfor
        for nb, nn in zip(katalog()[kode].dokumentasjon[:3], dok[:3], strict=True):
            assert _like_verdier(nb) == _like_verdier(nn), kode
            assert BOKMÅL.findall(re.sub(r"«[^«»]*»", " ", nn)) == [], kode
            assert nb.count(". ") == nn.count(". "), kode


def test_what_stands_in_the_way_of_a_document_is_told_in_the_målform_of_the_agreement(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(NYNORSK.replace("avtale:", "arv: ../b.yaml\navtale:"), encoding="utf-8")
    with pytest.raises(AvtalegenError) as feil:
        les(tmp_path / "a.yaml")
    assert "ligg utanfor mappa til avtalen." in feil.value.diagnostics[0].message
    (tmp_path / "a.yaml").write_text(NYNORSK.replace("avtale:", "arv: b.yaml\navtale:"), encoding="utf-8")
    with pytest.raises(AvtalegenError) as feil:
        les(tmp_path / "a.yaml")
    assert feil.value.diagnostics[0].message.endswith(": fila finst ikkje. Sjekk at stien er skriven rett.")
    (tmp_path / "a.yaml").write_text(NYNORSK + "politiråd: {møter: {per_år: 2, plan: [4.3.2026]}}\n", encoding="utf-8")
    with pytest.raises(AvtalegenError) as feil:
        lag(tmp_path / "a.yaml", "md", dokument="innkalling", møte=9)
    (d,) = feil.value.diagnostics
    assert (d.code, d.message) == ("PAP001", "Det er ikkje noko møte nummer 9.")
    våpen = "avtale:\n  våpen: {fil: vaapen.png, alternativ_tekst: Våpenet}\n"
    (tmp_path / "a.yaml").write_text(NYNORSK.replace("avtale:\n", våpen), encoding="utf-8")
    (tmp_path / "vaapen.png").write_bytes(b"x")
    with pytest.raises(AvtalegenError) as feil:
        lag(tmp_path / "a.yaml", "md")
    (d,) = feil.value.diagnostics
    assert d.message.startswith("Biletet kan ikkje brukast: det er verken ei heil PNG-fil")


def test_what_is_found_across_agreements_is_in_the_målform_of_the_one_that_it_is_shown_in() -> None:
    def funn(*målformer: str) -> list[str]:
        ny = [f"avtale: {{målform: {en}, status: vedtatt, dato: 2026-01-15}}\n" for en in målformer]
        return [d.message for d in rep_funn(ny, "REP103")]

    assert funn("bokmål", "bokmål") == ["Flakstad er også part i «a.yaml», som gjelder samtidig."]
    assert funn("bokmål", "nynorsk") == ["Flakstad er også part i «a.yaml», som gjeld samstundes."]


@pytest.mark.parametrize(
    ("mal", "melding", "hjelp"),
    [
        (
            "# A\n\n{{ komunenavn }}\n",
            "Malen bruker eit namn som ikkje finst: «komunenavn». Meinte du «kommunenavn»?",
            "Rett namnet.",
        ),
        ("{% macro a() %}{% endmacro %}\n", "Malen bruker «macro», som ikkje er tillate i malar.", "Bruk felta"),
        ("{% if %}\n", "Malen kan ikkje lesast. Jinja seier: ", "Rett linja."),
    ],
)
def test_what_is_wrong_with_a_template_is_told_in_the_målform_of_the_agreement(
    tmp_path: Path, mal: str, melding: str, hjelp: str
) -> None:
    (tmp_path / "a.yaml").write_text(NYNORSK, encoding="utf-8")
    folder = tmp_path / "maler" / "nn"
    folder.mkdir(parents=True)
    (folder / "innledning.md.j2").write_text(mal, encoding="utf-8")
    with pytest.raises(AvtalegenError) as feil:
        lag(tmp_path / "a.yaml", "md", maler=tmp_path / "maler")
    (d,) = (d for d in feil.value.diagnostics if d.code == "MAL001")
    assert d.message.startswith(melding)
    assert d.hint is not None
    assert d.hint.startswith(hjelp)


@pytest.mark.parametrize(
    ("toml", "avtale", "ventet"),
    [
        ("filr = []\n", VALID, "«filr» er ikke en kjent nøkkel."),
        ("filr = []\n", NYNORSK, "«filr» er ikkje ein kjend nøkkel."),
        ("filr = []\nmalform = 'Bokmål'\n", NYNORSK, "«filr» er ikke en kjent nøkkel."),
        ("malform = 'nynorsk'\nfilr = [\n", VALID, "Verdien manglar eller kan ikkje lesast."),
        ("malform = 'norsk'\n", NYNORSK, "«malform» skal vere «bokmål» eller «nynorsk», men er «norsk»."),
    ],
)
def test_what_is_wrong_with_the_settings_is_told_in_the_målform_of_those_who_use_them(
    cli: Run, tmp_path: Path, toml: str, avtale: str, ventet: str
) -> None:
    (tmp_path / "avtalegen.toml").write_text(toml, encoding="utf-8")
    (tmp_path / "a.yaml").write_text(avtale, encoding="utf-8")
    sagt = cli("valider", "a.yaml").out
    assert ventet in sagt


def test_what_is_wrong_with_a_style_is_told_in_the_målform_of_the_agreement(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(NYNORSK, encoding="utf-8")
    (tmp_path / "maler" / "stil").mkdir(parents=True)
    (tmp_path / "maler" / "stil" / "avtale.css").write_bytes(b"p { color: r\xf8d }")
    with pytest.raises(AvtalegenError) as feil:
        lag(tmp_path / "a.yaml", "html", maler=tmp_path / "maler")
    (d,) = (d for d in feil.value.diagnostics if d.code == "MAL002")
    assert (d.message, d.hint) == ("Stilen er ikkje lagra som UTF-8.", "Lagre han på nytt som UTF-8.")

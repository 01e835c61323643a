"""Answers and choices in people's own words, and phone numbers with words to them."""

from typing import Any

from avtalegen.flyt import check
from avtalegen.modell.avslutning import Taushetsplikt
from avtalegen.modell.avtale import Avtaledata
from avtalegen.modell.deler import Rolle
from avtalegen.modell.former import JaNei, Målform, Part, Status, Styrke, Telefon
from avtalegen.modell.moter import Referat
from avtalegen.modell.parter import AnnenPart
from avtalegen.modell.politirad import Forhold, Rådsrolle, Åpenhet
from avtalegen.modell.slt import Slt
from tests.formprove import avvist, les
from tests.i_ett import i_ett
from tests.test_lesing_validering import GYLDIG


@i_ett(
    ("type_", "skrevet", "betyr"),
    [
        (JaNei, "Ja.", True),
        (JaNei, "ja takk", True),
        (JaNei, "Nei takk!", False),
        (JaNei, "Ja, takk", True),
        (Målform, "nb", Målform.BOKMÅL),
        (Målform, "NN", Målform.NYNORSK),
        (Status, "Under arbeid", Status.UTKAST),
        (Status, "godkjend", Status.VEDTATT),
        (Status, "underteikna", Status.SIGNERT),
        (Part, "kommunene", Part.KOMMUNEN),
        (Part, "begge partene", Part.BEGGE),
        (Styrke, "må", Styrke.SKAL),
        (Styrke, "burde", Styrke.BØR),
        (Rådsrolle, "gir råd", Rådsrolle.RÅDGIVENDE),
        (Åpenhet, "lukkede møter", Åpenhet.LUKKET),
        (Åpenhet, "opne møte", Åpenhet.ÅPEN),
        (Forhold, "i tillegg", Forhold.SUPPLERER),
        (Forhold, "i staden for", Forhold.ERSTATTER),
        (Telefon, "mob. 900 00 000", ("90000000",)),
        (Telefon, "ring 02800", ("02800",)),
        (Telefon, "0047 76 05 43 01", ("+4776054301",)),
        (Telefon, "02800 el. 76 05 43 01", ("02800", "76054301")),
        (Telefon, "112 ved nød, ellers 02800", ("112 ved nød, ellers 02800",)),
        (Telefon, ["112 ved nød", "02800"], ("112 ved nød", "02800")),
        (Telefon, ["112", None], ("112",)),
        (Telefon, "76 05 43 0l, 02800", ("76 05 43 0l", "02800")),
    ],
)
def test_an_answer_a_choice_or_a_number_is_understood(type_: Any, skrevet: object, betyr: object) -> None:
    assert les(type_, skrevet) == betyr


@i_ett(
    ("type_", "felt", "skrevet", "betyr"),
    [
        (Referat, "offentlig", "Offentleg", True),
        (Referat, "offentlig", "unntatt offentlighet", False),
        (Avtaledata, "elektronisk_signering", "elektronisk", True),
        (Avtaledata, "elektronisk_signering", "på papir", False),
    ],
)
def test_the_word_for_what_is_asked_is_an_answer(type_: Any, felt: str, skrevet: str, betyr: bool) -> None:
    rest = {"status": "utkast"} if type_ is Avtaledata else {}
    assert getattr(les(type_, {felt: skrevet, **rest}), felt) is betyr


def test_more_than_an_answer_is_told_where_the_rest_goes() -> None:
    melding, råd = avvist(JaNei, "ja, med BankID")
    assert melding == "«ja, med BankID» sier mer enn ja eller nei."
    assert råd.startswith("Skriv bare «ja» her.")


def test_a_sentence_in_place_of_an_answer_is_what_the_parties_say_themselves() -> None:
    sagt = "Partene har taushetsplikt etter forvaltningsloven § 13"
    taushetsplikt = les(Taushetsplikt, sagt)
    assert (taushetsplikt.gjelder, taushetsplikt.tekst) == (True, sagt)
    slt = les(Slt, "Kommunen vurderer å innføre SLT")
    assert (slt.etablert, slt.tekst) == (None, "Kommunen vurderer å innføre SLT")
    assert les(Slt, "ja").etablert is True
    assert [d.code for d in check(GYLDIG + "slt: under planlegging\n", "a.yaml").diagnostics] == ["SKJ005"]
    assert les(Rolle, "ordfører").tittel == "ordfører"


def test_an_organisation_number_is_kept_without_the_words_for_it() -> None:
    for skrevet in ("Org.nr. 964 982 953", "org nr: 964 982 953", "Organisasjonsnummer 964 982 953"):
        assert les(AnnenPart, {"navn": "x", "organisasjonsnummer": skrevet}).organisasjonsnummer == "964 982 953"

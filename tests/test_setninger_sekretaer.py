"""What a secretary writes in short, and the sentences that it becomes, in both målformer."""

import pytest

from avtalegen.modell.former import Målform
from tests.test_setninger import sagt

TID_OG_STED = {
    "skole: { besøk: { hvem: VG1, hyppighet: årlig, ellers: ved behov } }": (
        "Politiet besøker VG1 hvert år og ellers ved behov.",
        "Politiet besøkjer VG1 kvart år og elles ved behov.",
    ),
    # After a clause, and before words that are no part of the sentence, the comma stays.
    "skole: { besøk: { hvem: skoler som ønsker det, hyppighet: årlig } }": (
        "Politiet besøker skoler som ønsker det, hvert år.",
        "Politiet besøkjer skoler som ønsker det, kvart år.",
    ),
    "skole: { besøk: { hvem: skolene, hyppighet: Det avtales med rektor } }": (
        "Politiet besøker skolene, det avtales",
        "Politiet besøkjer skolene, det avtales",
    ),
    "skole: { besøk: [{ hvem: skolene, hyppighet: årlig }, barnehagene] }": (
        "- Skolene, hvert år - Barnehagene",
        "- Skolene, kvart år - Barnehagene",
    ),
    "beredskap: { øvelser: { hva: PLIVO, hyppighet: årlig, deltakere: brannvesenet } }": (
        "Partene øver sammen på PLIVO hvert år, med brannvesenet.",
        "Partane øver saman på PLIVO kvart år, med brannvesenet.",
    ),
    "politikontakt: { navn: Kari, tilstedeværelse: { dager: tirsdag, fra: 10, til: 14, steder: rådhuset } }": (
        "Politikontakten er til stede hver tirsdag kl. 10.00–14.00 ved rådhuset.",
        "Politikontakten er til stades kvar tysdag kl. 10.00–14.00 ved rådhuset.",
    ),
    "politikontakt: { navn: Kari, tilstedeværelse: { dager: mandag–fredag, fra: 12 } }": (
        "er til stede mandag–fredag fra kl. 12.00.",
        "er til stades måndag–fredag frå kl. 12.00.",
    ),
    "politikontakt: { navn: Kari, tilstedeværelse: { hyppighet: to dager i uken, dager: [tirsdag, torsdag] } }": (
        "er til stede to dager hver uke, tirsdag og torsdag.",
        "er til stades to dagar kvar veke, tysdag og torsdag.",
    ),
}


SETNINGER = TID_OG_STED


@pytest.mark.parametrize(("målform", "nummer"), [(Målform.BOKMÅL, 0), (Målform.NYNORSK, 1)])
def test_what_is_written_in_short_becomes_a_sentence(målform: Målform, nummer: int) -> None:
    feil = {yaml: sier for yaml, ventet in SETNINGER.items() if ventet[nummer] not in (sier := sagt(yaml, målform))}
    assert feil == {}

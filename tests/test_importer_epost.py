"""An agreement that was sent in an e-mail: what stands in the messages before, and what is quoted, was not agreed."""

from avtalegen.importering import importer, les

BREVET = """Fra: Anne Vik
Sendt: 4. mars 2013 09:12
Til: Per Dal
Emne: SV: Avtalen

Samarbeidsavtale mellom Lom kommune og Innlandet politidistrikt

1. Politirådet
Ordfører Anne Vik leder rådet. Rådet møtes fire ganger i året på rådhuset i Fossbergom, og møtene er lukket.

> Kan vi ha Kåre Lie i 80 prosent stilling?

2. Varighet
Avtalen gjelder fra 1. april 2013 til 31. mars 2017. Den kan sies opp med tre måneders varsel.
"""
FØR = """Fra: Per Dal
Sendt: 1. mars 2013 10:00
Til: Anne Vik
Emne: Avtalen

Avtalen gjelder fra 1. mai 2015 til 30. juni 2016. Nils Bø er nestleder i rådet.
"""


def utkastet(tekst: str) -> str:
    """Return the draft of an agreement, without what is not placed."""
    return importer(les(tekst.encode(), "lom.txt")).yaml.partition("# Ikke plassert")[0].partition("\n\n")[2]


def test_what_was_proposed_in_messages_before_is_not_in_the_draft() -> None:
    utkast = utkastet(f"{BREVET}\n{FØR}")
    assert "fra: 1.4.2013" in utkast
    assert "fire" in utkast
    assert not [ord_ for ord_ in ("2015", "2016", "Nils Bø", "Kåre Lie", "Emne", "Per Dal") if ord_ in utkast]


def test_the_agreement_may_stand_in_the_message_that_was_sent_on() -> None:
    videre = f"Fra: Nils Bø\nSendt: 5. mars 2013 08:00\nTil: Eva Moe\nEmne: VS: Avtalen\n\nSe under.\n\n{BREVET}"
    assert "fra: 1.4.2013" in utkastet(videre)


def test_a_label_that_looks_like_the_head_of_a_message_is_read() -> None:
    uten = BREVET.partition("\n\n")[2]
    assert "fra: 1.4.2013" in utkastet(f"{uten}\nFra: Lom kommune\nTil: Innlandet politidistrikt\n")


def test_the_day_of_a_deadline_is_not_that_of_the_agreement() -> None:
    område = "3. Satsingsområder\n- Rus: Møte for foreldre. Ansvar skolene. Frist 1. juni 2014.\n"
    verdier = importer(les((BREVET + område).encode(), "lom.txt")).verdier
    assert "1.6.2014" not in [verdi.tekst for rute, verdi in verdier if rute == ("avtale", "dato")]

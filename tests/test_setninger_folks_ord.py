"""Words where a value could stand: the sentence around them is one that people would write."""

import pytest

from avtalegen.modell.former import Målform
from tests.test_setninger import sagt

SAGT = {
    "politikontakt: { navn: Kari, fra: straks }": (
        "Når ordningen begynner å gjelde: straks.",
        "Når ordninga byrjar å gjelde: straks.",
    ),
    "politikontakt: { antall: 2, fra: ved signering }": (
        "Når ordningen begynner å gjelde: ved signering.",
        "Når ordninga byrjar å gjelde: ved signering.",
    ),
    "politikontakt: { antall: 'to, en for hver kommune', kommuner: [Vestvågøy, Moskenes] }": (
        "Antall politikontakter: to, en for hver kommune. Politikontaktene dekker Vestvågøy og Moskenes.",
        "Talet på politikontaktar: to, en for hver kommune. Politikontaktane dekkjer Vestvågøy og Moskenes.",
    ),
    "politikontakt: { navn: [Kari, Ola], antall: to }": (
        "Politikontakter er Kari og Ola. #",
        "Politikontaktar er Kari og Ola. #",
    ),
    "politikontakt: { navn: Kari, antall: minst én }": (
        "Politikontakt er Kari. Antall politikontakter: minst én.",
        "Politikontakt er Kari. Talet på politikontaktar: minst éin.",
    ),
    "politikontakt: { navn: Kari, fra: fra våren 2026 }": (
        "Ordningen gjelder fra våren 2026.",
        "Ordninga gjeld frå våren 2026.",
    ),
    "politikontakt: { navn: Kari, tilstedeværelse: [{ dager: onsdag, fra: klokka to, til: sent på dagen }] }": (
        "er til stede hver onsdag fra klokka to til sent på dagen",
        "er til stades kvar onsdag frå klokka to til sent på dagen",
    ),
    "politikontakt: { navn: Kari, tilstedeværelse: [{ dager: onsdag, fra: etter lunsj }] }": (
        "er til stede hver onsdag etter lunsj",
        "er til stades kvar onsdag etter lunsj",
    ),
    "tjenestetilbud: { tjenestesteder: { navn: Leknes, fra: snart, sesong: vintersesongen } }": (
        "Når Leknes er på plass: snart. Leknes holder åpent i vintersesongen.",
        "Når Leknes er på plass: snart. Leknes held ope i vintersesongen.",
    ),
    "tjenestetilbud: { bemanning: [{ enhet: Leknes, politi: '9, hvorav to vakante', sivile: 2 }] }": (
        "Stillinger ved Leknes med politimyndighet: 9, hvorav to vakante; sivile: to.",
        "Stillingar ved Leknes med politimyndigheit: 9, hvorav to vakante; sivile: to.",
    ),
    "periode: { fra: 2027, oppsigelse: kan ikke sies opp }": (
        "Avtalen gjelder fra 1. januar 2027. Oppsigelsesfrist: kan ikke sies opp.",
        "Avtalen gjeld frå 1. januar 2027. Oppseiingsfrist: kan ikke sies opp.",
    ),
    "politikontakt: { navn: Kari, tilstedeværelse: stort sett mandager }": (
        "Når og hvor politikontakten er til stede: stort sett mandager.",
        "Når og kvar politikontakten er til stades: stort sett mandager.",
    ),
    "politikontakt: { navn: Kari, tilstedeværelse: mandager }": (
        "er til stede hver mandag.",
        "er til stades kvar måndag.",
    ),
    "politikontakt: { navn: Kari, tilstedeværelse: [onsdager, se vedlegg] }": (
        "- Hver onsdag - Se vedlegg",
        "- Kvar onsdag - Se vedlegg",
    ),
    "tjenestetilbud: { bemanning: 'ni, hvorav to sivile' }": (
        "Om bemanningen: ni, hvorav to sivile.",
        "Om bemanninga: ni, hvorav to sivile.",
    ),
    "tjenestetilbud: { bemanning: ca. ni årsverk }": (
        "Bemanningen er i alt om lag ni stillinger.",
        "Bemanninga er i alt om lag ni stillingar.",
    ),
    "politiråd: kvartalsvis": ("Politirådet møtes hvert kvartal.", "Politirådet møtest kvart kvartal."),
    "politiråd: fire møter i året": (
        "Politirådet har fire faste møter i året.",
        "Politirådet har fire faste møte i året.",
    ),
    "politiråd: { medlemmer: Hver part nevner opp to. }": ("Hver part nevner opp to.", "Hver part nevner opp to."),
    "politiråd: { medlemmer: rådet avgjer kven som møter }": ("Rådet avgjer kven", "Rådet avgjer kven"),
    "politiråd: { medlemmer: rådet avgjør hvem som møter }": ("Rådet avgjør hvem", "Rådet avgjør hvem"),
    "politiråd: { medlemmer: se vedlegg }": ("Om hvem som deltar: se vedlegg.", "Om kven som deltek: se vedlegg."),
    "politiråd: { regionalt: ikke avklart }": (
        "### Felles politiråd Om det felles rådet: ikke avklart.",
        "### Felles politiråd Om det felles rådet: ikke avklart.",
    ),
    "politiråd: { utvidet: ved behov }": (
        "Det utvidede politirådet møtes ved behov.",
        "Det utvida politirådet møtest ved behov.",
    ),
    "politiråd: { utvidet: næringsforeningen }": (
        "Om det utvidede politirådet: næringsforeningen.",
        "Om det utvida politirådet: næringsforeningen.",
    ),
    "slt: { nivåer: tre nivåer }": ("tiltak. Om nivåene i SLT: tre nivåer.", "tiltak. Om nivåa i SLT: tre nivåer."),
    "evaluering: { rapport: legges fram for rådet }": (
        "# Evaluering Rapporten legges fram for rådet.",
        "# Evaluering Rapporten legges fram for rådet.",
    ),
    "evaluering: { rapport: årlig }": (
        "# Evaluering Om evalueringsrapporten: årlig.",
        "# Evaluering Om evalueringsrapporten: årlig.",
    ),
    "tjenestetilbud: { tjenestesteder: { navn: Leknes, flytter: høsten 2026 } }": (
        "Leknes flytter høsten 2026.",
        "Leknes flyttar høsten 2026.",
    ),
    "tjenestetilbud: { tjenestesteder: { navn: Leknes, flytter: til Stjørdal } }": (
        "Leknes flytter til Stjørdal.",
        "Leknes flyttar til Stjørdal.",
    ),
    "tjenestetilbud: { tjenestesteder: { navn: Leknes, flytter: Til nytt rådhus } }": (
        "Leknes flytter til nytt rådhus.",
        "Leknes flyttar til nytt rådhus.",
    ),
    "politiråd: { utvidet: når saken krever det }": (
        "Om det utvidede politirådet: når saken krever det.",
        "Om det utvida politirådet: når saken krever det.",
    ),
    "tjenestetilbud: { tjenestesteder: { navn: Leknes, flytter: ikke avklart } }": (
        ": Leknes. Om flyttingen av Leknes: ikke avklart.",
        ": Leknes. Om flyttinga av Leknes: ikke avklart.",
    ),
    "tjenestetilbud: { tjenestesteder: { navn: Leknes, flytter: så snart nybygget står klart } }": (
        "Om flyttingen av Leknes: så snart nybygget står klart.",
        "Om flyttinga av Leknes: så snart nybygget står klart.",
    ),
    "tjenestetilbud: { tjenestesteder: { navn: Leknes, flytter: når det nye bygget ved havna i Leknes er ferdig } }": (
        "Om flyttingen av Leknes: når det nye bygget ved havna i Leknes er ferdig.",
        "Om flyttinga av Leknes: når det nye bygget ved havna i Leknes er ferdig.",
    ),
    "tjenestetilbud: { tjenestesteder: { navn: Leknes, flytter: 'når bygget er ferdig, flytter også mottaket' } }": (
        ": Leknes. Når bygget er ferdig, flytter også mottaket.",
        ": Leknes. Når bygget er ferdig, flytter også mottaket.",
    ),
    "politiråd: ikke opprettet ennå": ("Politirådet Ikke opprettet ennå. #", "Politirådet Ikke opprettet ennå. #"),
    "skole: se vedlegg 2": ("# Skole Se vedlegg 2. #", "# Skule Se vedlegg 2. #"),
    "skole: 'a) se vedlegg 2'": ("a) se vedlegg 2 #", "a) se vedlegg 2 #"),
    "skole: iPad til alle": ("# Skole iPad til alle #", "# Skule iPad til alle #"),
    "politikontakt: { navn: Kari, tilstedeværelse: { hyppighet: hver onsdag, dager: onsdag, fra: 10, til: 14 } }": (
        "er til stede hver onsdag kl. 10.00–14.00.",
        "er til stades kvar onsdag kl. 10.00–14.00.",
    ),
    "avtale: { bakgrunn: [Denne avtalen erstatter den fra 2010, Kommunen vokser mye, Flere unge bor på hybel] }": (
        "Denne avtalen erstatter den fra 2010. Kommunen vokser mye. Flere unge bor på hybel.",
        "Denne avtalen erstatter den fra 2010. Kommunen vokser mye. Flere unge bor på hybel.",
    ),
    "avtale: { bakgrunn: [Denne avtala avløyser den frå 2010, Kommunen voks mykje i fjor] }": (
        "Denne avtala avløyser den frå 2010. Kommunen voks mykje i fjor.",
        "Denne avtala avløyser den frå 2010. Kommunen voks mykje i fjor.",
    ),
    "skole: Partene møtes når det trengs.": ("# Skole Partene møtes", "# Skule Partene møtes"),
    "tjenestetilbud: { tjenestesteder: { navn: Leknes, åpningstider: 'man-fre 9-15, ellers etter avtale' } }": (
        "Ellers etter avtale",
        "Elles etter avtale",
    ),
}


@pytest.mark.parametrize(("målform", "nummer"), [(Målform.BOKMÅL, 0), (Målform.NYNORSK, 1)])
def test_words_for_a_value_stand_in_a_sentence(målform: Målform, nummer: int) -> None:
    ukjent = {yaml: text for yaml, ventet in SAGT.items() if ventet[nummer] not in (text := sagt(yaml, målform))}
    assert ukjent == {}

"""A decision whose numbered points are the whole agreement: each point is a clause, also after a list under one."""

from avtalegen.importering import importer, les

VEDTAK = """<h1>Samarbeid med politiet i Lom</h1>
<h2>Vedtak</h2>
<p>Kommunestyret vedtar slik avtale mellom Lom kommune og Innlandet politidistrikt:</p>
<ol>
<li>Kommunen og politiet skal samarbeide for at eldre ikke blir svindlet.</li>
<li>Det opprettes et politiråd. Rådet skal ha to møter i året.</li>
<li>Kari Dal er politikontakt for Lom i 30 % stilling. Hun skal<ol type="a"><li>besøke skolene,</li>
<li>holde kurs.</li></ol>Hun etterforsker ikke saker om vilt.</li>
<li>Politiet skal være framme innen 40 minutter i minst 75 % av oppdragene som haster.</li>
<li>Avtalen gjelder fra 1. mars 2019 til 28. februar 2023. Den kan sies opp skriftlig med fem måneders frist.</li>
</ol>"""


def utkastet() -> dict[str, str]:
    """Return the values of the draft by the way to each."""
    verdier = importer(les(VEDTAK.encode(), "lom.html")).verdier
    return {".".join(map(str, rute)): verdi.tekst for rute, verdi in verdier}


def test_a_clause_after_the_points_of_the_contact_is_no_task_of_the_contact() -> None:
    utkast = utkastet()
    oppgaver = [v for n, v in utkast.items() if n.startswith("politikontakt.0.oppgaver")]
    assert oppgaver == ["besøke skolene", "holde kurs"]
    assert utkast["politikontakt.0.gjør_ikke.0"] == "Hun etterforsker ikke saker om vilt"


def test_each_clause_is_read_by_what_it_says_itself() -> None:
    utkast = utkastet()
    assert (utkast["periode.fra"], utkast["periode.oppsigelse.frist"]) == ("1.3.2019", "fem måneder")
    assert utkast["tjenestetilbud.responstid.0.minutter"] == "40 minutter"
    assert utkast["politiråd.møter.per_år"] == "to"


def test_what_they_work_together_for_is_the_aim_and_the_words_over_the_clauses_are_no_duty() -> None:
    utkast = utkastet()
    formål = [v for n, v in utkast.items() if n.startswith("avtale.formål")]
    assert formål == ["Kommunen og politiet skal samarbeide for at eldre ikke blir svindlet."]
    assert not [n for n in utkast if n.startswith(("satsningsområder", "forpliktelser"))]


def test_the_duties_under_the_name_of_a_party_are_its_own() -> None:
    tekst = (
        "# Samarbeidsavtale mellom Lom kommune og Innlandet politidistrikt\n\n## Politikontakt\n\n"
        "Ola Moe er politikontakt.\n\n## Partenes forpliktelser\n\n### 7.1 Lom kommune\n\n"
        "- betaler SLT-koordinatoren og gir 90 000 kroner til tiltak"
        "\n- stiller kontor til politikontakten\n\n### 7.2 Politiet\n\n- har patrulje hver helg\n"
    )
    verdier = {rute: v.tekst for rute, v in importer(les(tekst.encode(), "lom.md")).verdier}
    assert verdier["forpliktelser", "politiet", 0] == "har patrulje hver helg"
    assert verdier["forpliktelser", "kommunen", 1] == "stiller kontor til politikontakten"
    assert not [rute for rute in verdier if rute[-2:-1] == ("oppgaver",)]


PARAGRAFER = """# Avtale mellom Lom kommune og Innlandet politidistrikt

## § 3 Politiråd

(1) Rådet skal

a) drøfte utviklingen i bygda,

b) foreslå felles tiltak, og

c) følge opp planen.

(2) Rådet er rådgivende. Det møtes tre ganger i året.

## § 4 Politikontakt

(1) Politibetjent Kari Dal er politikontakt. Hun har telefon 912 34 567.

(2) Kontakten skal

a) besøke skolene, og

b) holde kurs.

(3) Han kan ikke settes til trafikkontroll.

## § 5 Plikter

(1) Kommunen skal

a) stille med kontor, og

b) gi 40 000 kroner hvert år til tiltak.

(2) Politiet skal

a) orientere kommunestyret hver vår.
"""


def test_clauses_with_a_number_in_brackets_are_paragraphs_with_their_own_points() -> None:
    verdier = {".".join(map(str, rute)): v.tekst for rute, v in importer(les(PARAGRAFER.encode(), "lom.md")).verdier}
    mandat = [v for n, v in verdier.items() if n.startswith("politiråd.mandat")]
    assert mandat == ["drøfte utviklingen i bygda", "foreslå felles tiltak", "følge opp planen"]
    assert (verdier["politiråd.rolle"], verdier["politiråd.møter.per_år"]) == ("rådgivende", "tre")
    assert (verdier["politikontakt.0.navn.0"], verdier["politikontakt.0.telefon.0"]) == ("Kari Dal", "912 34 567")
    oppgaver = [v for n, v in verdier.items() if n.startswith("politikontakt.0.oppgaver")]
    assert oppgaver == ["besøke skolene", "holde kurs"]
    assert verdier["forpliktelser.kommunen.1"] == "gi 40 000 kroner hvert år til tiltak"
    assert verdier["forpliktelser.politiet.0"] == "orientere kommunestyret hver vår"


def test_a_list_of_short_points_with_numbers_in_brackets_is_still_a_list() -> None:
    tekst = (
        "# Avtale mellom Lom kommune og Innlandet politidistrikt\n\n## Politirådets oppgaver\n\nRådet skal:\n\n"
        "(1) drøfte utviklingen\n\n(2) foreslå tiltak\n"
    )
    verdier = importer(les(tekst.encode(), "lom.md")).verdier
    assert [v.tekst for rute, v in verdier if rute[:2] == ("politiråd", "mandat")] == [
        "drøfte utviklingen",
        "foreslå tiltak",
    ]


def test_under_a_heading_that_names_several_parts_each_section_is_of_its_own() -> None:
    tekst = (
        "# Avtale mellom Lom kommune og Innlandet politidistrikt\n\n## Kapittel 3. Innsatsområder og plikter\n\n"
        "### § 7 Innsatsområder\n\nInnsatsområdene er\n\na) vold i hjemmet, og\n\nb) svindel.\n\n"
        "### § 8 Partenes plikter\n\nKommunen skal\n\na) stille med kontor.\n\n### § 9 Taushetsplikt\n\n"
        "Alle i rådet har taushetsplikt.\n"
    )
    verdier = {rute: v.tekst for rute, v in importer(les(tekst.encode(), "lom.md")).verdier}
    navnene = [v for rute, v in verdier.items() if rute[0] == "satsningsområder" and rute[-1] == "navn"]
    assert navnene == ["vold i hjemmet", "svindel"]
    assert verdier["forpliktelser", "kommunen", 0] == "stille med kontor"
    assert verdier["taushetsplikt", "gjelder"] == "ja"

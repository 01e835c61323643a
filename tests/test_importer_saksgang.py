"""Minutes: what was proposed does not hold where the decision, or the agreement after it, says otherwise."""

from __future__ import annotations

from avtalegen.importering import importer, les

HODE = (
    "# Avtale mellom Lom kommune og Innlandet politidistrikt\n\n## Kommunedirektørens innstilling\n\n"
    "1. Det opprettes et politiråd som møtes to ganger i året. Rådmannen leder rådet.\n"
    "2. Kommunen gir 30 000 kroner i året.\n3. Avtalen gjelder til 31. desember 2018.\n\n"
    "## Behandling i formannskapet\n\nVarighet ut 2019 ble foreslått.\n\n## Votering\n\nEnstemmig.\n\n"
)


def utkastet(tekst: str) -> dict[str, str]:
    """Return the values of the draft by the way to each."""
    verdier = importer(les((HODE + tekst).encode(), "lom.md")).verdier
    return {".".join(map(str, rute)): v.tekst for rute, v in verdier}


def test_the_agreement_after_the_decision_is_what_was_agreed() -> None:
    utkast = utkastet(
        "## Kommunestyrets vedtak\n\nKommunestyret godkjente avtalen 12. juni 2016 (sak 44/16).\n\n"
        "1. Ordføreren undertegner avtalen.\n\n## Politirådet\n\n"
        "Rådet møtes fem ganger i året. Ordføreren leder rådet.\n\n"
        "## Plikter\n\nKommunen skal gi 50 000 kroner i året til tiltak.\n\n## Varighet\n\n"
        "Avtalen gjelder fra 1. juli 2016 til 31. desember 2020.\n"
    )
    assert (utkast["politiråd.møter.per_år"], utkast["politiråd.leder.tittel"]) == ("fem", "ordføreren")
    assert utkast["periode.til"] == "31.12.2020"
    assert utkast["parter.kommuner.0.vedtak.sak"] == "44/16"
    plikter = [v for n, v in utkast.items() if n.startswith("forpliktelser")]
    assert not [v for v in plikter if "30 000" in v or "undertegner" in v]


def test_a_decision_that_says_all_of_it_is_what_was_agreed() -> None:
    utkast = utkastet(
        "## Vedtak i kommunestyret 12. juni 2016, sak 44/16\n\n1. Kommunestyret godkjenner avtale med politiet.\n"
        "2. Det opprettes et politiråd. Rådet møtes fem ganger i året, og ordføreren leder rådet.\n"
        "3. Kommunen skal gi 50 000 kroner i året til tiltak for unge. Politiet skal ha en fast politikontakt i 40 % "
        "stilling, som besøker alle skolene hvert halvår.\n"
        "4. Avtalen gjelder fra 1. juli 2016 til 31. desember 2020, og kan sies opp med tre måneders varsel.\n"
    )
    assert (utkast["politiråd.møter.per_år"], utkast["periode.til"]) == ("fem", "31.12.2020")
    plikter = [v for n, v in utkast.items() if n.startswith("forpliktelser") and not n.endswith("tekst")]
    assert not [v for v in plikter if "30 000" in v or "godkjenner" in v]


def test_a_decision_as_proposed_leaves_what_was_proposed() -> None:
    utkast = utkastet("## Vedtak\n\nSom innstillingen. Kommunestyret vedtok avtalen 12. juni 2016 (sak 44/16).\n")
    assert (utkast["politiråd.møter.per_år"], utkast["periode.til"]) == ("to", "31.12.2018")


def test_the_last_decision_in_a_table_of_the_organs_is_that_of_the_kommune() -> None:
    utkast = utkastet(
        "## Saksgang\n\n| Utvalg | Dato | Sak |\n|---|---|---|\n| Formannskapet | 1.6.2016 | 31/16 |\n"
        "| Kommunestyret | 12.6.2016 | 44/16 |\n\n## Politirådet\n\nRådet møtes fem ganger i året.\n"
    )
    assert utkast["parter.kommuner.0.vedtak.sak"] == "44/16"
    assert utkast["parter.kommuner.0.vedtak.dato"] == "12.6.2016"


def test_minutes_in_plain_text_whose_points_are_the_agreement() -> None:
    tekst = (
        "UTSKRIFT\nLom kommune\n\nRådmannens innstilling\n\n"
        "Politirådet skal møtes to ganger i året. Rådmannen er leder.\n\n"
        "Behandling i kommunestyret\n\nEli Moe foreslo at det møtes fire ganger i året.\n\nVedtak\n\n"
        "Kommunestyret vedtar følgende samarbeidsavtale mellom Lom kommune og Innlandet politidistrikt:\n\n"
        "1. Politirådet møtes fire ganger i året. Ordføreren leder rådet.\n"
        "2. Politikontakt er politibetjent Siv Ås, telefon 901 22 333, i 20 prosent stilling.\n"
        "3. Kommunen setter av 60 000 kroner i året. Politiet orienterer kommunestyret i juni hvert år.\n"
        "4. Avtalen gjelder fra 1. april 2018 til 31. mars 2022. Den kan sies opp med tre måneders varsel.\n"
    )
    verdier = importer(les(tekst.encode(), "lom.txt")).verdier
    utkast = {".".join(map(str, rute)): v.tekst for rute, v in verdier}
    assert (utkast["politiråd.møter.per_år"], utkast["politiråd.leder.tittel"]) == ("fire", "ordføreren")
    assert (utkast["periode.til"], utkast["politikontakt.0.navn.0"]) == ("31.3.2022", "Siv Ås")
    assert not [n for n in utkast if n.startswith("politikontakt.0.oppgaver")]
    assert [v for n, v in utkast.items() if n.startswith("forpliktelser.politiet")] == [
        "Politiet orienterer kommunestyret i juni hvert år"
    ]


def lest(tekst: str, navn: str = "lom.txt") -> dict[str, str]:
    """Return the values of the draft of a text, without what is carried over as it was written."""
    verdier = importer(les(tekst.encode(), navn)).verdier
    return {".".join(map(str, rute)): v.tekst for rute, v in verdier if not v.markdown}


MØTEBOK = (
    "LOM KOMMUNE\nMØTEPROTOKOLL\n\nUtvalg: Kommunestyret\nMøtested: Lom kulturhus\nDato: 24.05.2012\n\n"
    "Følgende faste medlemmer møtte:\nNavn                 Funksjon      Representerer\n"
    "Kari Berg            Ordfører      SP\nOla Moe              Medlem        H\n\n"
    "Forfall: Siv Ås\n\nPS 31/12 Samarbeidsavtale med Innlandet politidistrikt om politiråd\n\n"
    "Rådmannens innstilling:\n1. Politirådet ledes av rådmannen og møtes to ganger i året.\n"
    "2. Det settes av kr 20 000 årlig til forebyggende tiltak.\n\nVotering:\n"
    "Forslaget fra Ola Moe (H) falt med 5 mot 22 stemmer.\n\nKommunestyrets vedtak:\n"
    "1. Lom kommune inngår avtale med Innlandet politidistrikt om politiråd.\n"
    "2. Politirådet ledes av ordføreren og møtes fire ganger i året.\n"
    "3. Det settes av kr 40 000 årlig til forebyggende tiltak.\n"
    "4. Faste medlemmer i rådet er ordføreren, rådmannen og lensmann Per Lie.\n"
    "5. Avtalen gjelder fra 1. juni 2012 til 31. mai 2016, og kan sies opp med seks måneders varsel.\n\n"
    "Rett utskrift:\nLom, 25. mai 2012\nGerd Lien, formannskapssekretær\n"
)


def test_minutes_give_what_was_decided_and_not_who_was_there() -> None:
    utkast = lest(MØTEBOK)
    assert utkast["avtale.tittel"] == "Samarbeidsavtale med Innlandet politidistrikt om politiråd"
    assert (utkast["politiråd.leder.tittel"], utkast["politiråd.møter.per_år"]) == ("ordføreren", "fire")
    vedtaket = {n.rpartition(".")[2]: v for n, v in utkast.items() if n.startswith("parter.kommuner.0.vedtak.")}
    assert vedtaket == {"organ": "kommunestyret", "sak": "31/12", "dato": "24.5.2012"}
    assert [v for n, v in utkast.items() if n.endswith(".beløp")] == ["40 000 kr"]
    folk = ("Kari Berg", "Ola Moe", "Siv Ås", "Gerd Lien")
    assert not [v for v in utkast.values() if v in folk]
    assert "avtale.dato" not in utkast
    assert not [n for n in utkast if n.startswith(("signaturer", "forpliktelser.kommunen"))]


SAKSFRAMLEGG = (
    "# Saksframlegg\n\n| Saksbehandler | Arne Vik | Arkivsaksnr. | 16/1187-4 |\n|---|---|---|---|\n\n"
    "| Saksnr | Utvalg | Møtedato |\n|---|---|---|\n| 41/16 | Formannskapet | 07.06.2016 |\n"
    "| 58/16 | Kommunestyret | 16.06.2016 |\n\n## Samarbeidsavtale mellom Lom kommune og Innlandet politidistrikt\n\n"
    "### Rådmannens tilråding\n\nAvtalen godkjennes. Lensmannskontoret i Skjåk er åpent mandag 10-14.\n\n### Vedtak\n\n"
    "Avtalen ble enstemmig godkjent med disse endringene:\n\n{}\n\n### 1. Formål\n\nPartene vil forebygge.\n\n"
    "### 2. Politiråd\n\nOrdfører Eli Bø leder rådet. Rådet møtes to ganger i året. Andre medlemmer er "
    "rådmann Åse Hole, varaordfører Nils Lund og lensmann Egil Sunde.\n\n### 3. Bidrag\n\n"
    "Kommunen skal bidra med 50 000 kroner i året til natteravnene.\n\n### 4. Vektere\n\n"
    "Kommunen skal leie inn vektere under festivalen.\n\n### 5. Varighet\n\n"
    "Avtalen gjelder fra 1. juli 2016 til 30. juni 2018.\n"
)


def endret(*endringer: str) -> dict[str, str]:
    """Return the values of an agreement that was approved with some changes."""
    return lest(SAKSFRAMLEGG.format("\n".join(f"- {en}" for en in endringer)), "lom.md")


def test_what_a_decision_changes_holds_instead_of_what_the_text_says() -> None:
    utkast = endret(
        "Punkt 2: «to ganger i året» endres til «fire ganger i året».",
        "Varaordfører Nils Lund går ut av rådet.",
        "Beløpet økes fra 50 000 kroner til 80 000 kroner.",
        "Punkt 4 strykes.",
        "Punkt 5 skal lyde: Avtalen gjelder fra 1. juli 2016 til 31. desember 2020.",
    )
    assert utkast["politiråd.møter.per_år"] == "fire"
    assert utkast["periode.til"] == "31.12.2020"
    assert [v for n, v in utkast.items() if n.endswith(".beløp")] == ["80 000 kr"]
    assert not [v for v in utkast.values() if "Nils Lund" in v or "vektere" in v or "50 000" in v]
    assert (utkast["parter.kommuner.0.vedtak.sak"], utkast["parter.kommuner.0.vedtak.dato"]) == ("58/16", "16.6.2016")
    assert not [v for v in utkast.values() if v == "Arne Vik" or "Skjåk" in v]


def test_words_that_stand_in_two_places_or_nowhere_are_not_changed() -> None:
    utkast = endret("«rådet» endres til «utvalget».", "I punkt 5 endres «to år» til «fire år».")
    assert (utkast["politiråd.leder.navn"], utkast["periode.til"]) == ("Eli Bø", "30.6.2018")
    assert not [v for v in utkast.values() if "utvalget" in v or "fire år" in v]


def test_one_takes_the_place_of_another() -> None:
    utkast = endret("Rådmann Åse Hole erstattes av kommunalsjef Mona Vik.", "I § 5 byttes «2018» ut med «2019».")
    assert utkast["periode.til"] == "30.6.2019"
    assert "Mona Vik" in utkast.values()
    assert "Åse Hole" not in [v for n, v in utkast.items() if n.startswith("politiråd")]


def test_what_was_decided_in_a_table_of_the_cases_is_what_was_agreed() -> None:
    utkast = lest(
        "# Referat fra møte mellom Lom kommune og Innlandet politidistrikt\n\n"
        "Møtt: rådmann Åse Hole, lensmann Per Li\n\n"
        "| Sak | Drøfting | Beslutning |\n|---|---|---|\n"
        "| Politiråd | Rådmannen ønsket to møter i året. | Rådet møtes fire ganger i året. |\n"
        "| Politikontakt | Lensmannen tilbød 10 %. | Politikontakt er Liv Bø, 20 % stilling, tlf. 900 10 200. |\n"
        "| Varighet | Ti år ble luftet. | Avtalen gjelder fra 1. mai 2016 til 30. april 2020. |\n",
        "lom.md",
    )
    assert (utkast["politiråd.møter.per_år"], utkast["periode.til"]) == ("fire", "30.4.2020")
    assert utkast["politikontakt.0.stillingsandel"] == "20 %"
    assert not [v for v in utkast.values() if v in ("Åse Hole", "Per Li")]


def test_the_agreement_may_stand_before_what_was_decided_of_it() -> None:
    utkast = lest(
        "LOM KOMMUNE\nSÆRUTSKRIFT\n\nSAMARBEIDSAVTALE MED INNLANDET POLITIDISTRIKT\n\n"
        "Tilråding frå rådmannen:\nKommunestyret godkjenner avtalen.\n\n"
        "Saksutgreiing:\nRådet har no to møte i året. Rådmannen meiner to møte er nok.\n\n"
        "1. Politirådet\nRådet møtest tre gonger i året. Ordførar Eli Bø leiar rådet.\n\n"
        "2. Politikontakt\nPolitikontakt er Siri Moe, tlf. 995 11 223.\n\n"
        "3. Tid\nAvtalen gjeld frå 1. mars 2015 til 28. februar 2019.\n\n"
        "Handsaming i kommunestyret 26.02.2015:\nAda Vik (KrF) fremja framlegg om seks møte. Framlegget fall.\n\n"
        "Samrøystes vedtak:\nAvtalen blir godkjend med den endringa at «tre gonger i året» i punkt 1 vert endra til "
        "«fire gonger i året».\n\nProtokolltilførsel:\nPer Hansen: Rådet burde hatt åtte møter i året.\n"
    )
    assert (utkast["politiråd.møter.per_år"], utkast["politiråd.leder.navn"]) == ("fire", "Eli Bø")
    assert "Ada Vik" not in utkast.values()


def test_a_short_decision_says_what_was_agreed_and_who_was_elected() -> None:
    utkast = lest(
        "Møtebok for Lom kommunestyre\n\nMøtedato: 22.11.2012\nMøteleiar: ordførar Eli Bø\n\n"
        "Sak 61/12 Avtale med Innlandet politidistrikt\n\nForslag til vedtak:\nRådmannen blir leiar.\n\n"
        "Handsaming:\nEli Bø fekk 12 røyster som leiar, Ola Moe fekk 5 røyster.\n\n"
        "Vedtak:\nAvtalen mellom Lom kommune og Innlandet politidistrikt blir godkjent.\n"
        "Desse er valde til politirådet: rådmann Ola Moe og kommunelege Anne Riis.\n"
        "Eli Bø er vald til leiar av rådet.\n"
        "Rådet har to møte i året. Avtalen varer frå 1. januar 2013 til 31. desember 2016.\n"
    )
    assert (utkast["politiråd.leder.navn"], utkast["politiråd.møter.per_år"]) == ("Eli Bø", "to")
    assert {v for n, v in utkast.items() if n.startswith("politiråd.medlemmer") and n.endswith("navn")} >= {
        "Ola Moe",
        "Anne Riis",
    }
    assert "avtale.saksnummer" not in utkast


def test_a_point_of_what_was_proposed_is_no_clause_of_the_agreement() -> None:
    utkast = endret("Rådmannens punkt 4 går ut.")
    assert [v for v in utkast.values() if "vektere" in v]


def test_the_organ_of_another_kommune_in_a_table_decided_nothing_here() -> None:
    utkast = utkastet(
        "## Saksgang\n\n| Kommune | Organ | Dato | Sak |\n|---|---|---|---|\n"
        "| Lom | kommunestyret | 12.6.2016 | 44/16 |\n"
        "| Skjåk | kommunestyret | 4.7.2016 | 33/16 |\n| Lom | kommunestyret (orientering) | 9.9.2016 | 60/16 |\n\n"
        "## Politirådet\n\nRådet møtes fem ganger i året.\n"
    )
    assert utkast["parter.kommuner.0.vedtak.sak"] == "44/16"

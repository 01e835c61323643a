"""Møtene i politirådet (veilederen 4.1.2)."""

from collections.abc import Mapping
from typing import Any

from pydantic import field_validator

from avtalegen.funn.begge import Begge, likt
from avtalegen.modell.base import Del, felt
from avtalegen.modell.datering import Dato
from avtalegen.modell.former import JaNei, Styrke, Tekst, er_umulig, les_antall, med_ord
from avtalegen.modell.hyppighet import HyppighetForm, MøteantallForm
from avtalegen.modell.hyppighetsord import uten_tid
from avtalegen.modell.klokke import KlokkeslettForm
from avtalegen.modell.varighet import FristForm, VarighetForm


class Årshjul(Del):
    """Hva rådet gjør når på året. Kortform: bare når."""

    kortform = "når"

    når: Tekst = felt(
        Begge("Når på året, eller hvilket møte.", "Når på året, eller kva møte."),
        eksempel="høst",
        andre_ord="tid tidspunkt måned møte dato månad årstid kvartal",
    )
    gjør: tuple[Tekst, ...] = felt(
        "Hva som står på planen da.",
        eksempel="evaluere samarbeidet",
        andre_ord="hva saker aktivitet tema gjer innhold",
    )


class Møte(Del):
    """Et møte i møteplanen. Kortform: bare datoen."""

    kortform = "dato"

    dato: Dato = felt(likt("Datoen for møtet."), eksempel="2026-09-17", andre_ord="når møtedato")
    klokkeslett: KlokkeslettForm | None = felt(
        "Når møtet begynner.", eksempel="09.00", andre_ord="kl tid tidspunkt start fra klokka begynner"
    )
    slutt: KlokkeslettForm | None = felt("Når møtet slutter.", eksempel="11.00", andre_ord="til sluttid ferdig")
    sted: Tekst | None = felt(
        "Hvor møtet er.", eksempel="Ramberg rådhus", andre_ord="lokale rom stad møtested møterom hvor adresse møtestad"
    )
    vert: Tekst | None = felt(
        "Hvem som er vertskap.", eksempel="Flakstad kommune", andre_ord="vertskap vertskommune arrangør"
    )
    innkaller: Tekst | None = felt(
        "Hvem som kaller inn til dette møtet.",
        eksempel="sekretæren",
        andre_ord="kaller_inn kallar_inn innkalt_av",
    )
    tema: tuple[Tekst, ...] = felt(
        "Saker som skal opp på møtet.",
        eksempel="trygghet i sentrum",
        andre_ord="saker agenda dagsorden saksliste innhold saklista",
    )


class Fellesmøter(Del):
    """Møter som kommunene har felles. Kortform: bare antallet."""

    kortform = "antall"

    antall: MøteantallForm = felt(
        Begge("Hvor mange fellesmøter det er i året.", "Kor mange fellesmøte det er i året."),
        eksempel="1",
        andre_ord="per_år møter antall_møter møter_per_år",
    )
    forum: Tekst | None = felt(
        "Hvor fellesmøtene holdes.", eksempel="regionrådet", andre_ord="sted arena hvor regionråd"
    )


class Møter(Del):
    """Hvor ofte, når og hvordan politirådet møtes (veileder 4.1.2). Kortform: antallet i året, eller hvor ofte."""

    kortform = "per_år"

    per_år: MøteantallForm | None = felt(
        "Antall ordinære møter i året. Gjelder avtalen flere kommuner: i alt.",
        eksempel="4",
        andre_ord=(
            "tal hvor_mange kor_mange "
            "antall antall_møter møter_per_år ganger_i_året møter_i_året talet_på_møte antall_per_år "
            "antall_i_året årlege_møte møteantall ordinære_møter i_året antal_møte"
        ),
    )
    per_kommune: MøteantallForm | None = felt(
        "Antall faste møter i året i hver kommune.",
        eksempel="1",
        andre_ord="i_hver_kommune antall_per_kommune møter_per_kommune hver_kommune",
    )
    felles: Fellesmøter | None = felt("Møter som kommunene har felles.", andre_ord="fellesmøter")
    hyppighet: HyppighetForm | None = felt(
        "Hvor ofte rådet møtes, når det ikke er sagt som antall.",
        eksempel="kvartalsvis",
        andre_ord="hvor_ofte frekvens møtefrekvens kor_ofte møtehyppighet hyppigheit møtehyppigheit intervall",
    )
    gjelder: Tekst | None = felt(
        "Når møtehyppigheten gjelder, hvis den ikke er fast.",
        eksempel="i oppstarten",
        andre_ord="virkeområde gjelder_når",
    )
    hensikt: Tekst | None = felt(
        "Hva møtene skal tjene til, utover det vanlige.",
        eksempel="Møtene skal gi et felles bilde av situasjonen",
        andre_ord="formål føremål mål målsetting",
    )
    ekstra: Tekst | None = felt(
        "Når det holdes møter i tillegg.",
        eksempel="ved særlige hendelser",
        andre_ord="ekstraordinære ekstramøter ekstraordinære_møter tilleggsmøter utenom",
    )
    plan: tuple[Møte, ...] = felt(
        "Møteplanen, møte for møte.",
        andre_ord="møteplan datoer møtedatoer kalender møtekalender terminliste møtedager møteliste oppsatte_møter",
    )
    planlegges_for: VarighetForm | None = felt(
        "Hvor langt fram møteplanen settes opp.",
        eksempel="1 år",
        andre_ord="planperiode planleggingsperiode planlegges planhorisont planlegges_hvor_lenge",
    )
    innkaller: Tekst | None = felt(
        "Hvem som kaller inn.",
        eksempel="sekretæren",
        andre_ord="kaller_inn innkalling kallar_inn innkalles_av innkalt_av ansvarlig_for_innkalling innkallelse",
    )
    sted: Tekst | None = felt(
        "Hvor møtene vanligvis holdes.",
        eksempel="rådhuset",
        andre_ord="møtested lokale hvor stad møtestad møterom møtelokale møteplass rom",
    )
    innkallingsfrist: FristForm | None = felt(
        "Hvor lenge før møtet innkalling og dagsorden sendes.",
        eksempel="to uker",
        andre_ord=(
            "frist_innkalling innkallelsesfrist innkalling_frist frist_for_innkalling innkalles_senest sendes_ut "
            "utsendelse dagsorden_sendes innkalling innkallelse"
        ),
    )
    planlegges_styrke: Styrke | None = felt(
        "Om møteplanen skal, bør eller kan settes opp.", eksempel="bør", andre_ord="planlegges_grad"
    )
    saksfrist: FristForm | None = felt(
        "Hvor lenge før møtet saker må meldes.",
        eksempel="tre uker",
        andre_ord=("frist_saker frist_for_saker meldefrist innmeldingsfrist sakfrist frist_for_å_melde_saker"),
    )
    faste_saker: tuple[Tekst, ...] = felt(
        "Saker som står på dagsordenen hver gang.",
        eksempel="gjennomgang av situasjonsbildet",
        andre_ord=(
            "agenda dagsorden saksliste faste_punkter fast_dagsorden saker standardsaker dagsordenpunkter "
            "faste_poster sakliste fast_agenda faste_tema"
        ),
    )
    årshjul: tuple[Årshjul, ...] = felt(
        "Når på året rådet møtes, og hva det gjør da.", andre_ord="årsplan årskalender møtesyklus"
    )

    @classmethod
    def fra_tekst(cls, tekst: str) -> Mapping[str, object]:
        """Read the short form: a number («4», «et par ganger»), or how often («kvartalsvis», «noen ganger i året»)."""
        er_antall = les_antall(tekst) or er_umulig(tekst) or uten_tid(tekst)
        return {"per_år" if er_antall else "hyppighet": tekst}


class Referat(Del):
    """Referatet fra møtene (veilederen 4.1.2). Kortform: hvor det lagres."""

    kortform = "lagres"

    innhold: tuple[Tekst, ...] = felt(
        "Hva referatet skal slå fast.",
        eksempel="oppgave, ansvarlig og frist",
        andre_ord="hva innhald punkter skal_inneholde inneholder",
    )
    lagres: tuple[Tekst, ...] = felt(
        "Hvor referatet lagres.",
        eksempel="kommunens arkivsystem",
        andre_ord="arkiv arkiveres arkivering sted lagringssted hvor lagrast arkiverast lagring",
    )
    offentlig: JaNei | None = felt(
        "Om referatet er offentlig.",
        eksempel="ja",
        andre_ord="offentleg åpent publiseres offentlighet åpen offentliggjøres",
    )
    sendes_til: tuple[Tekst, ...] = felt(
        "Hvem som får referatet.",
        eksempel="medlemmene",
        andre_ord="mottakere sendes sendast_til distribueres_til distribusjon kopi_til utsending",
    )
    frist: FristForm | None = felt(
        "Hvor lenge etter møtet referatet er klart.",
        eksempel="to uker",
        andre_ord="ferdig_innen sendes_innen referatfrist utsendelsesfrist når klart_innen",
    )

    @field_validator("offentlig", mode="before")
    @classmethod
    def _sagt_med_ord(cls, data: Any) -> Any:
        nei = "ikke offentlig|ikkje offentleg|unntatt offentlighet|unnateke offentlegheit"
        return med_ord(data, ja="offentlig|offentleg", nei=nei)

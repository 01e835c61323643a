"""Tjenestestedene: hvor og når innbyggerne kan møte politiet."""

from collections.abc import Mapping
from typing import Any

from pydantic import field_validator

from avtalegen.funn.begge import Begge
from avtalegen.modell.apningstider import Langåpent, Åpningstider
from avtalegen.modell.base import Del, felt
from avtalegen.modell.datering import DateringForm, les_datering
from avtalegen.modell.former import Tekst, Telefon
from avtalegen.modell.tid import TidspunktForm, TidsromForm, les_omtrentlig, uten_kant


class Stenging(Del):
    """Når et tjenestested er stengt. Kortform: bare ukene."""

    kortform = "uker"

    uker: Tekst | None = felt("Ukene det er stengt.", eksempel="uke 28–31", andre_ord="uke uke_nummer veker")
    periode: TidsromForm | None = felt(
        "Datoene det er stengt.", eksempel="6.7.2026–31.7.2026", andre_ord="fra_til datoer tidsrom når"
    )
    dekkes_av: Tekst | None = felt(
        "Hvem som dekker i mellomtiden.",
        eksempel="Svolvær politistasjon",
        andre_ord="dekkes erstattes_av dekning vikar dekkast_av",
    )
    grunn: Tekst | None = felt(
        "Hvorfor det er stengt.", eksempel="sommerstengt", andre_ord="årsak hvorfor begrunnelse kvifor grunngiving"
    )


class Flytting(Del):
    """Når et tjenestested, eller en del av det, flytter. Kortform: når, hvor eller hva som er sagt om det."""

    kortform = "merknad"

    hva: Tekst | None = felt(
        "Hva som flytter, når det ikke er hele tjenestestedet.", eksempel="publikumsmottaket", andre_ord="del kva"
    )
    til: Tekst | None = felt(
        "Hvor det flytter.",
        eksempel="Stjørdal lensmannskontor",
        andre_ord="ny_adresse nytt_sted hvor sted flytter_til adresse",
    )
    dato: DateringForm | None = felt(
        "Når det flytter.", eksempel="oktober 2026", andre_ord="når tidspunkt fra flyttedato"
    )
    merknad: Tekst | None = felt(
        "Hva som ellers er sagt om flyttingen.",
        eksempel="når det nye bygget er ferdig",
        andre_ord="kommentar notat tekst beskrivelse anmerkning",
    )

    @classmethod
    def fra_tekst(cls, tekst: str) -> Mapping[str, object] | None:
        """Read the short form: when («høsten 2026»), where («til Stjørdal»), or what is said of it."""
        ordene = " ".join(tekst.split())
        if les_datering(ordene) or les_omtrentlig(ordene.casefold()):
            return {"dato": tekst}
        return {"til": tekst} if ordene.casefold().startswith("til ") else super().fra_tekst(tekst)


class Tjenestested(Del):
    """Et sted der innbyggerne kan møte politiet. Kortform: bare navnet."""

    kortform = "navn"

    navn: Tekst = felt(
        Begge("Navnet på tjenestestedet.", "Namnet på tenestestaden."),
        eksempel="Vest-Lofoten lensmannskontor",
        andre_ord="namn tittel tjenestested kontor tenestestad",
    )
    sted: Tekst | None = felt(
        "Tettstedet eller kommunen det ligger i.",
        eksempel="Ramberg",
        andre_ord="kommune tettsted stad tettstad by poststed",
    )
    adresse: Tekst | None = felt(
        "Besøksadressen.", eksempel="Rådhusveien 1, 8380 Ramberg", andre_ord="besøksadresse gateadresse postadresse"
    )
    telefon: Telefon | None = felt("Telefonnummer.", eksempel="02800", andre_ord="tlf telefonnummer mobil telefonnr")
    epost: Tekst | None = felt(
        "E-postadresse.", tittel="E-post", eksempel="post.nordland@politiet.no", andre_ord="email mail epostadresse"
    )
    åpningstider: Åpningstider | None = felt(
        "Åpningstidene.",
        eksempel="mandag–fredag 09.00–14.30",
        andre_ord="opningstider åpent kontortid ekspedisjonstid tider publikumstid ope",
    )
    langåpent: Langåpent | None = felt(
        "Dagen med lang åpningstid, med eller uten klokkeslett.",
        eksempel="torsdag 09.00–18.00",
        andre_ord="lang_åpningstid kveldsåpent utvidet_åpningstid langope kveldsåpning langdag",
    )
    tjenester: tuple[Tekst, ...] = felt(
        "Hva man kan få gjort her.", eksempel="pass", andre_ord="tilbud tenester tilbod tjenestetilbud"
    )
    gjør_ikke: tuple[Tekst, ...] = felt(
        "Hva man ikke får gjort her.",
        eksempel="utlendingssaker",
        andre_ord="tilbyr_ikke ikke_tjenester unntak gjer_ikkje",
    )
    sesong: Tekst | None = felt(
        "Når på året stedet er bemannet, når det ikke er hele året.",
        eksempel="vintersesongen",
        andre_ord="årstid sesongåpent",
    )
    fra: TidspunktForm | None = felt(
        "Når tjenestestedet åpner, når det er nytt.",
        eksempel="desember 2026",
        andre_ord="åpner åpning oppstart opnar gjelder_fra åpnes",
    )
    stengt: tuple[Stenging, ...] = felt(
        "Når det er stengt, for eksempel om sommeren, og hvem som dekker.",
        andre_ord="stenging sommerstengt ferie stengning ferielukking sommarstengt feriestengt",
    )
    flytter: Flytting | None = felt("Når det flytter.", andre_ord="flytting flyttes")
    merknad: Tekst | None = felt(
        "En kort merknad.", eksempel="inngang fra baksiden", andre_ord="kommentar notat anmerkning annet"
    )

    @field_validator("fra", mode="before")
    @classmethod
    def _uten_fra(cls, data: Any) -> Any:
        return uten_kant(data, "fra") if isinstance(data, str) else data

"""Bestemmelser om avtalen selv: uenighet, endringer og personvern."""

from avtalegen.modell.base import Del, felt
from avtalegen.modell.former import Tekst


class Uenighet(Del):
    """Hva partene gjør når de er uenige om avtalen. Kortform: hvor det tas opp."""

    kortform = "tas_opp"

    tas_opp: Tekst | None = felt(
        "Hvor uenighet blir tatt opp først.",
        eksempel="i politirådet",
        andre_ord="hvor behandles arena tas_opp_i tatt_opp drøftes",
    )
    deretter: Tekst | None = felt(
        "Hvem som tar det videre.",
        eksempel="ordføreren og politimesteren",
        andre_ord="videre neste_steg eskaleres avgjøres_av endelig løftes_til",
    )


class Endringer(Del):
    """Hvordan avtalen endres. Kortform: måten."""

    kortform = "måte"

    måte: Tekst | None = felt(
        "Hvordan endringer gjøres.", eksempel="skriftlig", andre_ord="hvordan form fremgangsmåte korleis framgangsmåte"
    )
    godkjennes_av: tuple[Tekst, ...] = felt(
        "Hvem som må godkjenne dem.", eksempel="partene", andre_ord="godkjenning godkjent_av vedtas_av godkjennast_av"
    )


class Personvern(Del):
    """Hvem som svarer for personopplysningene i samarbeidet. Kortform: den behandlingsansvarlige."""

    kortform = "behandlingsansvarlig"

    behandlingsansvarlig: Tekst | None = felt(
        "Hvem som er behandlingsansvarlig.",
        eksempel="hver part",
        andre_ord="ansvarlig behandlingsansvar ansvar ansvarleg behandlingsansvarleg",
    )
    ombud: tuple[Tekst, ...] = felt(
        "Personvernombudene hos partene.", eksempel="personvernombudet i kommunen", andre_ord="personvernombud"
    )

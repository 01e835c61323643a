"""Politiråd ved siden av det vanlige: det flere kommuner har felles, og det utvidede (veilederen 4.2 og 4.3)."""

from collections.abc import Mapping

from avtalegen.modell.base import Del, felt, valg_nøkkel
from avtalegen.modell.egneord import EgneOrd
from avtalegen.modell.former import Tekst
from avtalegen.modell.hyppighet import HyppighetForm, les_hyppighet


class Forhold(EgneOrd):
    """Hvordan et felles politiråd forholder seg til de lokale (veilederen 4.3)."""

    ERSTATTER = "erstatter", "erstattar", "i stedet", "i staden", "i stedet for", "i staden for", "avløser", "avløyser"
    SUPPLERER = "supplerer", "supplerar", "i tillegg", "kommer i tillegg", "kjem i tillegg", "supplement"


class Regionalt(Del):
    """Et politiråd eller møte som flere kommuner har felles (veilederen 4.3).

    Kortform: forholdet til de lokale, for eksempel «i tillegg», eller hva som ellers er sagt om det.
    """

    kortform = "merknad"

    navn: Tekst | None = felt(
        "Navnet på det felles politirådet.", eksempel="Felles politiråd for Lofoten", andre_ord="namn tittel"
    )
    forum: Tekst | None = felt(
        "Samarbeidsorganet det er lagt til.",
        eksempel="Regionrådet for Hallingdal",
        andre_ord="organ samarbeidsorgan regionråd lagt_til",
    )
    forhold: Forhold | None = felt(
        "Om det erstatter de lokale politirådene eller supplerer dem.",
        eksempel="supplerer",
        andre_ord="erstatter supplerer tilhøve forhold_til_lokale",
    )
    begrunnelse: tuple[Tekst, ...] = felt(
        "Hvorfor kommunene har et felles råd.",
        eksempel="kommunene har de samme utfordringene",
        andre_ord="hvorfor grunngiving grunn årsak kvifor",
    )
    merknad: Tekst | None = felt(
        "Hva som ellers er sagt om det felles rådet.",
        eksempel="møtes når en av kommunene ber om det",
        andre_ord="kommentar notat tekst beskrivelse anmerkning",
    )

    @classmethod
    def fra_tekst(cls, tekst: str) -> Mapping[str, object] | None:
        """Read the short form: one of the words for how it stands to the others, or what is said of it."""
        ord_ = valg_nøkkel(tekst.rstrip(" ."))
        kjent = any(ord_ == valg_nøkkel(måte) for forhold in Forhold for måte in forhold.skrivemåter)
        return {"forhold": tekst.rstrip(" .")} if kjent else super().fra_tekst(tekst)


class Utvidet(Del):
    """Politirådet utvidet med næringsliv, frivillige eller skoler (veilederen 4.2).

    Kortform: hvor ofte det møtes eller hva som er sagt om det.
    """

    kortform = "merknad"

    deltakere: tuple[Tekst, ...] = felt(
        "Hvem som er med i det utvidede politirådet.",
        eksempel="næringsforeningen",
        andre_ord="medlemmer hvem inviterte deltagere kven",
    )
    formål: Tekst | None = felt(
        "Hva utvidelsen skal tjene til.",
        eksempel="Utvidelsen skal gi tryggere kvelder i sentrum",
        andre_ord="hensikt føremål mål tema",
    )
    møter: HyppighetForm | None = felt(
        "Hvor ofte det utvidede politirådet møtes.",
        eksempel="årlig",
        andre_ord="hyppighet hvor_ofte antall per_år møtefrekvens hyppigheit",
    )
    merknad: Tekst | None = felt(
        "Hva som ellers er sagt om det utvidede rådet.",
        eksempel="ved behov",
        andre_ord="kommentar notat tekst beskrivelse anmerkning",
    )

    @classmethod
    def fra_tekst(cls, tekst: str) -> Mapping[str, object] | None:
        """Read the short form: how often it meets («hver vår»), or what is said of it."""
        ofte = les_hyppighet(" ".join(tekst.split()))
        return {"møter": tekst} if ofte else super().fra_tekst(tekst)

"""SLT og andre samarbeidsfora (veilederen kapittel 6)."""

from collections.abc import Mapping

from avtalegen.funn.begge import Begge
from avtalegen.modell.base import Del, felt
from avtalegen.modell.deler import Rolle
from avtalegen.modell.former import JaNei, MarkdownTekst, Tekst, er_setning
from avtalegen.modell.hyppighet import HyppighetForm
from avtalegen.modell.tall import Prosent, les_prosent


class Nivåer(Del):
    """De tre nivåene i SLT (veilederen kapittel 6). Kortform: hva som er sagt om dem."""

    kortform = "merknad"

    styrende: tuple[Tekst, ...] = felt(
        "Styrende nivå: lokale toppledere.",
        eksempel="politirådet",
        andre_ord="styringsgruppe styrande styringsnivå styrende_nivå strategisk",
    )
    koordinerende: tuple[Tekst, ...] = felt(
        "Koordinerende nivå: mellomledere.",
        eksempel="SLT-arbeidsutvalget",
        andre_ord=(
            "koordineringsgruppe arbeidsutvalg koordinerande koordinerende_nivå taktisk arbeidsutval koordinering "
            "slt_utvalg"
        ),
    )
    utførende: tuple[Tekst, ...] = felt(
        "Utførende nivå: de som arbeider direkte med målgruppen.",
        eksempel="utekontakten",
        andre_ord="utførande arbeidsgruppe utførende_nivå operativt operativ utøvende",
    )
    merknad: Tekst | None = felt(
        "Hva som ellers er sagt om nivåene.",
        eksempel="bare koordinerende nivå er på plass",
        andre_ord="kommentar notat tekst beskrivelse anmerkning",
    )


class Målgruppe(Del):
    """En målgruppe. Kortform: bare hvem."""

    kortform = "hvem"

    hvem: Tekst = felt(
        Begge("Hvem som er målgruppen.", "Kven som er målgruppa."),
        eksempel="unge",
        andre_ord="navn gruppe kven målgruppe",
    )
    alder: Tekst | None = felt("Aldersgruppen.", eksempel="13–25 år", andre_ord="aldersgruppe aldersgrense alderstrinn")
    vekt: Tekst | None = felt(
        "Hvem i gruppen det legges særlig vekt på.",
        eksempel="unge som står utenfor skole og arbeid",
        andre_ord="særlig prioritert særleg særlig_vekt fokus",
    )
    områder: tuple[Tekst, ...] = felt(
        "Områdene det gjelder, når de er avgrenset.",
        eksempel="Ramberg sentrum",
        andre_ord="sted geografi bydeler kommune",
    )


class Koordinator(Rolle):
    """SLT-koordinatoren: en rolle, og hvordan stillingen er. Kortform: bare tittelen."""

    stillingsandel: Prosent | None = felt(
        "Hvor stor stillingen er.",
        eksempel="50 %",
        andre_ord="stillingsprosent stillingsstørrelse prosent stillingsbrøk andel",
    )
    delt_med: tuple[Tekst, ...] = felt(
        "Kommunene stillingen er delt med.",
        eksempel="Moskenes",
        andre_ord="deles_med delt samarbeidskommuner andre_kommuner delast_med",
    )
    vertskommune: Tekst | None = felt(
        "Kommunen som har ansettelsen.", eksempel="Vestvågøy", andre_ord="vert arbeidsgiver"
    )

    @classmethod
    def fra_tekst(cls, tekst: str) -> Mapping[str, object] | None:
        """Read the short form: who it is, and how large the position is when that stands behind a comma or alone."""
        hvem, _, del_ = ("", "", tekst) if les_prosent(tekst) else tekst.rpartition(",")
        if not les_prosent(del_.strip()):
            return super().fra_tekst(tekst)
        tittel = "SLT-koordinator" if hvem.strip().casefold() in ("", "ja") else hvem.strip()
        return {"tittel": tittel, "stillingsandel": del_.strip()}


class Slt(Del):
    """Samordning av lokale rus- og kriminalitetsforebyggende tiltak. Frivillig for kommunen. Kortform: ja eller nei."""

    kortform = "etablert"
    svarform = True

    etablert: JaNei | None = felt(
        "Om kommunen har SLT.", eksempel="ja", andre_ord="har_slt finnes innført aktiv har ja_nei"
    )
    navn: Tekst | None = felt(
        "Det lokale navnet på modellen, når den har et eget.", eksempel="Trygg oppvekst", andre_ord="namn modell tittel"
    )
    mål: tuple[Tekst, ...] = felt(
        "Hva partene vil med SLT framover, for eksempel å etablere en koordinator.",
        eksempel="å tilsette en koordinator",
        andre_ord="målsetting planer målsetjing målsetning framover",
    )
    hensikt: tuple[Tekst, ...] = felt(
        "Hva SLT skal tjene til.", eksempel="å samordne tiltak mot rus og kriminalitet", andre_ord="formål føremål"
    )
    koordinator: Koordinator | None = felt(
        "SLT-koordinatoren.", eksempel="SLT-koordinator", andre_ord="slt_koordinator"
    )
    koordinatorens_rolle: tuple[Tekst, ...] = felt(
        "Hva koordinatoren gjør.",
        eksempel="å kalle inn til møter i arbeidsutvalget",
        andre_ord=(
            "koordinators_rolle oppgaver koordinatoroppgaver koordinatorrolle rolle koordinatorens_oppgaver "
            "koordinatorens_ansvar"
        ),
    )
    nivåer: Nivåer | None = felt("De tre nivåene.", andre_ord="organisering struktur organisasjon")
    deltakere: tuple[Rolle, ...] = felt(
        "Hvem fra politiet, kommunen og ellers som deltar.",
        eksempel="rektor",
        andre_ord="medlemmer deltagere deltar sammensetning",
    )
    målgruppe: tuple[Målgruppe, ...] = felt("Hvem SLT er for.", andre_ord="for_hvem")
    tekst: MarkdownTekst | None = felt(
        "Egen tekst om SLT (Markdown).",
        eksempel="SLT er forankret i kommunens ledelse.",
        andre_ord="fritekst egen_tekst beskrivelse omtale eigen_tekst",
    )

    @classmethod
    def fra_tekst(cls, tekst: str) -> Mapping[str, object]:
        """Read the short form: an answer, or what the parties say of it themselves."""
        return {"tekst" if er_setning(tekst) else "etablert": tekst}


class Forum(Del):
    """Et annet samarbeidsforum. Kortform: bare navnet."""

    kortform = "navn"

    navn: Tekst = felt(
        Begge("Navnet på forumet.", "Namnet på forumet."),
        eksempel="Tverrfaglig forum for barn og unge",
        andre_ord="namn tittel forum",
    )
    formål: Tekst | None = felt(
        "Hva forumet er til for.",
        eksempel="å samordne innsatsen for utsatte barn",
        andre_ord="hensikt føremål mål oppgaver mandat målsetting",
    )
    deltakere: tuple[Rolle, ...] = felt(
        "Hvem som deltar.", eksempel="rektor", andre_ord="medlemmer deltagere hvem deltar kven sammensetning"
    )
    hyppighet: HyppighetForm | None = felt(
        "Hvor ofte forumet møtes.",
        eksempel="tre ganger i året",
        andre_ord="hvor_ofte møter frekvens per_år møtefrekvens antall kor_ofte møtehyppighet hyppigheit antall_møter",
    )
    innkaller: Tekst | None = felt(
        "Hvem som kaller inn.",
        eksempel="oppvekstsjefen",
        andre_ord="kaller_inn kallar_inn innkalles_av",
    )
    sted: Tekst | None = felt(
        "Hvor forumet møtes.", eksempel="rådhuset", andre_ord="møtested lokale hvor stad møtestad"
    )
    faste_saker: tuple[Tekst, ...] = felt(
        "Saker som er oppe hver gang.", eksempel="status i skolene", andre_ord="agenda dagsorden saker saksliste tema"
    )

    @property
    def utdypet(self) -> bool:
        """Whether more than the name is said of the forum."""
        return any(value for name, value in self.__dict__.items() if name != "navn")

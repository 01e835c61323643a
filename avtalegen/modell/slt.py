"""SLT og andre samarbeidsfora (veilederen kapittel 6)."""

from avtalegen.modell.base import Del, felt
from avtalegen.modell.deler import Rolle
from avtalegen.modell.former import JaNei, MarkdownTekst, Tekst
from avtalegen.modell.hyppighet import HyppighetForm
from avtalegen.modell.tall import Prosent


class Nivåer(Del):
    """De tre nivåene i SLT (veilederen kapittel 6)."""

    styrende: tuple[Tekst, ...] = felt("Styrende nivå: lokale toppledere.", eksempel="politirådet")
    koordinerende: tuple[Tekst, ...] = felt("Koordinerende nivå: mellomledere.", eksempel="SLT-arbeidsutvalget")
    utførende: tuple[Tekst, ...] = felt("Utførende nivå: de som arbeider direkte med målgruppen.")


class Målgruppe(Del):
    """En målgruppe. Kortform: bare hvem."""

    kortform = "hvem"

    hvem: Tekst = felt("Hvem som er målgruppen.", eksempel="unge")
    alder: Tekst | None = felt("Aldersgruppen.", eksempel="13–25 år")
    vekt: Tekst | None = felt("Hvem i gruppen det legges særlig vekt på.")
    områder: tuple[Tekst, ...] = felt("Områdene det gjelder, når de er avgrenset.")


class Koordinator(Rolle):
    """SLT-koordinatoren: en rolle, og hvordan stillingen er. Kortform: bare tittelen."""

    stillingsandel: Prosent | None = felt("Hvor stor stillingen er.", eksempel="50 %")
    delt_med: tuple[Tekst, ...] = felt("Kommunene stillingen er delt med.", eksempel="Moskenes")
    vertskommune: Tekst | None = felt("Kommunen som har ansettelsen.", eksempel="Vestvågøy")


class Slt(Del):
    """Samordning av lokale rus- og kriminalitetsforebyggende tiltak. Frivillig for kommunen. Kortform: ja eller nei."""

    kortform = "etablert"

    etablert: JaNei | None = felt("Om kommunen har SLT.", eksempel="ja")
    navn: Tekst | None = felt("Det lokale navnet på modellen, når den har et eget.")
    mål: tuple[Tekst, ...] = felt("Hva partene vil med SLT framover, for eksempel å etablere en koordinator.")
    hensikt: tuple[Tekst, ...] = felt("Hva SLT skal tjene til.")
    koordinator: Koordinator | None = felt("SLT-koordinatoren.")
    koordinatorens_rolle: tuple[Tekst, ...] = felt("Hva koordinatoren gjør.")
    nivåer: Nivåer | None = felt("De tre nivåene.")
    deltakere: tuple[Rolle, ...] = felt("Hvem fra politiet, kommunen og ellers som deltar.")
    målgruppe: tuple[Målgruppe, ...] = felt("Hvem SLT er for.")
    tekst: MarkdownTekst | None = felt("Egen tekst om SLT (Markdown).")


class Forum(Del):
    """Et annet samarbeidsforum. Kortform: bare navnet."""

    kortform = "navn"

    navn: Tekst = felt("Navnet på forumet.", eksempel="Tverrfaglig forum for barn og unge")
    formål: Tekst | None = felt("Hva forumet er til for.")
    deltakere: tuple[Rolle, ...] = felt("Hvem som deltar.")
    hyppighet: HyppighetForm | None = felt("Hvor ofte forumet møtes.", eksempel="tre ganger i året")
    innkaller: Tekst | None = felt("Hvem som kaller inn.")
    sted: Tekst | None = felt("Hvor forumet møtes.")
    faste_saker: tuple[Tekst, ...] = felt("Saker som er oppe hver gang.")

    @property
    def utdypet(self) -> bool:
        """Whether more than the name is said of the forum."""
        return any(value for name, value in self.__dict__.items() if name != "navn")

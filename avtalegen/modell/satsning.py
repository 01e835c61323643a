"""Hva partene vil oppnå sammen (veilederen kapittel 3)."""

from avtalegen.modell.base import Del, felt
from avtalegen.modell.datering import DateringForm
from avtalegen.modell.deler import Punkt
from avtalegen.modell.former import JaNei, MarkdownTekst, Tekst
from avtalegen.modell.tid import TidsromForm


class Satsningsområde(Del):
    """Et satsningsområde. Kortform: bare navnet."""

    kortform = "navn"

    navn: Tekst = felt("Hva det satses på.", eksempel="Forebygge vold i nære relasjoner")
    beskrivelse: Tekst | None = felt("Hva området går ut på.")
    innhold: tuple[Punkt, ...] = felt("Hva området rommer.")
    mål: tuple[Tekst, ...] = felt("Hva partene vil oppnå.")
    tiltak: tuple[Punkt, ...] = felt("Hva partene skal gjøre, med ansvarlig og frist.")
    målgruppe: tuple[Tekst, ...] = felt("Hvem området gjelder.")
    periode: TidsromForm | None = felt(
        "Når området gjelder, hvis det ikke er hele avtaleperioden.", eksempel="2026–2027"
    )
    kunnskapsgrunnlag: tuple[Tekst, ...] = felt("Analyser, tall og erfaringer som ligger bak valget.")

    @property
    def utdypet(self) -> bool:
        """Whether more than the name is said of the area."""
        return any(value for name, value in self.__dict__.items() if name != "navn")


class Satsningsområder(Del):
    """Lokale mål og satsningsområder. Kortform: bare listen over områdene."""

    kortform = listeform = "områder"

    områder: tuple[Satsningsområde, ...] = felt("Satsningsområdene.")
    vedtatt_av: Tekst | None = felt("Hvem som har bestemt områdene.", eksempel="politirådet")
    vedtatt: DateringForm | None = felt("Når områdene ble bestemt, eller fra når de gjelder.")
    videreført: JaNei = felt("Om områdene er ført videre fra forrige periode.", standard=False)
    periode: TidsromForm | None = felt("Perioden områdene gjelder for.", eksempel="2024–2025")
    kunnskapsgrunnlag: tuple[Tekst, ...] = felt("Analyser og kunnskap som ligger bak alle områdene.")
    tekst: MarkdownTekst | None = felt("Egen tekst om mål og satsning (Markdown).")

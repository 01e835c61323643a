"""Hva partene vil oppnå sammen (veilederen kapittel 3)."""

from typing import Any

from pydantic import field_validator

from avtalegen.funn.begge import Begge
from avtalegen.modell.base import Del, felt
from avtalegen.modell.datering import DateringForm
from avtalegen.modell.deler import Punkt
from avtalegen.modell.former import JaNei, MarkdownTekst, Svar, Tekst
from avtalegen.modell.listetegn import uten_nummer
from avtalegen.modell.tid import TidsromForm


class Tiltak(Punkt):
    """Noe partene skal gjøre på et satsningsområde. Kortform: bare teksten."""

    avsluttet: DateringForm | None = felt(
        "Når tiltaket ble avsluttet. Da er det ikke lenger en oppgave, og fristen er ikke passert.",
        eksempel="oktober 2026",
        andre_ord="utført ferdig gjennomført gjort fullført avslutta gjennomførtdato",
    )


class Satsningsområde(Del):
    """Et satsningsområde. Kortform: bare navnet."""

    kortform = "navn"

    navn: Tekst = felt(
        Begge("Hva det satses på.", "Kva de satsar på."),
        eksempel="Forebygge vold i nære relasjoner",
        andre_ord="tittel område namn overskrift tema satsingsområde satsningsområde",
    )

    @field_validator("navn", mode="before")
    @classmethod
    def _uten_overskriftstegn(cls, data: Any) -> Any:
        """Leave out the number and the colon of a name that was a heading where it was copied from: «1. Rus:»."""
        uten = data.rstrip(" :") if isinstance(data, str) and data.rstrip().endswith(":") else ""
        return uten_nummer(uten) if uten else data

    beskrivelse: Tekst | None = felt(
        "Hva området går ut på.",
        eksempel="Partene vil nå dem som utsettes for vold, tidligere.",
        andre_ord="skildring tekst om utdypning omtale forklaring",
    )
    innhold: tuple[Punkt, ...] = felt(
        "Hva området rommer.", eksempel="Lære de ansatte å se tegn på vold", andre_ord="punkter delområder innhald"
    )
    mål: tuple[Tekst, ...] = felt(
        "Hva partene vil oppnå.",
        eksempel="flere saker oppdages tidlig",
        andre_ord="målsetting målsetjing delmål hovedmål resultatmål formål målsetning",
    )
    tiltak: tuple[Tiltak, ...] = felt(
        "Hva partene skal gjøre, med ansvarlig og frist.",
        eksempel="Holde kurs for ansatte i barnehagene",
        andre_ord="aktiviteter handlinger oppgaver",
    )
    målgruppe: tuple[Tekst, ...] = felt("Hvem området gjelder.", eksempel="barn og unge", andre_ord="hvem gjelder kven")
    periode: TidsromForm | None = felt(
        "Når området gjelder, hvis det ikke er hele avtaleperioden.",
        eksempel="2026–2027",
        andre_ord="tidsrom gyldighet varighet år",
    )
    kunnskapsgrunnlag: tuple[Tekst, ...] = felt(
        "Analyser, tall og erfaringer som ligger bak valget.",
        eksempel="Ungdata 2025",
        andre_ord="grunnlag analyse statistikk bakgrunn begrunnelse kunnskap kilder",
    )
    videreført: JaNei = felt(
        "Om området er ført videre fra forrige periode. Det som ikke er det, er nytt.",
        standard=False,
        eksempel="ja",
        andre_ord="vidareført føres_videre fortsetter videreføres",
    )

    @property
    def helt_videreført(self) -> bool:
        """Whether it is said, and nothing more, that the area goes on from the period before."""
        return bool(self.videreført) and not getattr(self.videreført, "ord", None)

    @property
    def er_nytt(self) -> bool:
        """Whether nothing is said of the area going on from the period before."""
        return not self.videreført and not getattr(self.videreført, "ord", None)

    @property
    def utdypet(self) -> bool:
        """Whether more is said of the area than its name and whether it is new."""
        sagt = any(value for name, value in self.__dict__.items() if name not in ("navn", "videreført"))
        return sagt or isinstance(self.videreført, Svar)


class Satsningsområder(Del):
    """Lokale mål og satsningsområder. Kortform: bare listen over områdene."""

    kortform = listeform = "områder"

    områder: tuple[Satsningsområde, ...] = felt(
        "Satsningsområdene.", andre_ord="liste satsningsområder satsingsområder mål prioriteringer punkter"
    )
    vedtatt_av: Tekst | None = felt(
        "Hvem som har bestemt områdene.",
        eksempel="politirådet",
        andre_ord="bestemt_av besluttet_av vedteke_av fastsatt_av vedteken_av",
    )
    vedtatt: DateringForm | None = felt(
        "Når områdene ble bestemt, eller fra når de gjelder.",
        eksempel="1.2.2026",
        andre_ord="vedtatt_dato vedtaksdato bestemt vedteke dato vedtak besluttet",
    )
    videreført: JaNei = felt(
        "Om områdene er ført videre fra forrige periode.",
        standard=False,
        eksempel="ja",
        andre_ord="vidareført føres_videre fortsetter videreføres",
    )
    periode: TidsromForm | None = felt(
        "Perioden områdene gjelder for.", eksempel="2024–2025", andre_ord="tidsrom gyldighet varighet år gjelder"
    )
    kunnskapsgrunnlag: tuple[Tekst, ...] = felt(
        "Analyser og kunnskap som ligger bak alle områdene.",
        eksempel="politiets trusselvurdering",
        andre_ord="grunnlag analyse statistikk bakgrunn begrunnelse kunnskap situasjonsbilde",
    )
    tekst: MarkdownTekst | None = felt(
        "Egen tekst om mål og satsning (Markdown).",
        eksempel="Områdene ses i sammenheng.",
        andre_ord="fritekst egen_tekst beskrivelse innledning eigen_tekst",
    )

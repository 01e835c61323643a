"""What a rule is: one function with its documentation beside it, and what it is given to look at."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from itertools import accumulate, chain, pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from avtalegen import register
from avtalegen.funn.begge import Begge
from avtalegen.funn.diagnostic import Diagnostic, Fix, Related, Rute, Severity, Span
from avtalegen.lesing import Node, is_written, locate
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.base import forkort
from avtalegen.modell.former import Status
from avtalegen.modell.lokaltekst import Skrevet, alle_med_små_bokstaver, skrevet, synlig
from avtalegen.modell.ufylt import er_ufylt
from avtalegen.register.personnummer import har_elleve_sifre
from avtalegen.regler.grunnlag import i_begge
from avtalegen.regler.innenfor import innenfor
from avtalegen.regler.ordregister import Ordregister, delt, lengste, register_med
from avtalegen.regler.valg import Behov, Valg

if TYPE_CHECKING:
    from avtalegen.regler.dokumentasjon import Dokumentasjon


class Funn(NamedTuple):
    """What a rule has found: where, what is wrong, what to do, and other places that belong to it, in both målformer.

    A route to something that isn't there points at what it is missing from. With `nøkkel`, the key is shown and
    not the value. `bytt` is a text in the value and the one that should stand there, when that is sure to be right.
    `utenfor` is the place of what stands in a file and in no value, such as a comment; then there is no route.
    `mildere` is how grave this one is, when it is less so than the rule says. `bit` is what of the value it is about:
    the finding is where that stands, if it stands in the file as it is read.
    """

    rute: Rute
    melding: Begge
    hjelp: Begge | None = None
    relatert: tuple[tuple[Rute, Begge], ...] = ()
    nøkkel: bool = False
    bytt: tuple[str, str] | None = None
    utenfor: Span | None = None
    mildere: Severity | None = None
    bit: str | None = None


_INGEN = slice(0)


class Kontekst:
    """One agreement as a rule sees it: the agreement, the choices, and what several rules would look up anew.

    `filer` has the text of each file that the agreement comes from, by its name.
    """

    def __init__(
        self, avtale: Avtale, rot: Node, fil: str, valg: Valg, filer: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        self.avtale = avtale
        self.valg = valg
        self.rot = rot
        self.fil = fil
        self.filer = filer

    @cached_property
    def kommuner(self) -> tuple[register.Kommune | None, ...]:
        """The register's kommuner in the order of the agreement; None where the number isn't known."""
        return self._kommuner()

    def _kommuner(self) -> tuple[register.Kommune | None, ...]:
        return tuple(register.kommune(k.kommunenummer) for k in self.avtale.parter.kommuner)

    @cached_property
    def skrevet(self) -> Skrevet:
        """What somebody has written in the agreement."""
        return skrevet(self.avtale)

    @cached_property
    def tekster(self) -> tuple[tuple[Rute, str], ...]:
        """Every text in the agreement with the way to it."""
        return self.skrevet.tekster

    @cached_property
    def i_ord(self) -> tuple[tuple[Rute, Any], ...]:
        """The values that are only words, with the way to each (`lokaltekst.Skrevet`)."""
        return self.skrevet.i_ord

    @cached_property
    def foldet(self) -> tuple[tuple[Rute, str], ...]:
        """The same texts as they are read, casefolded."""
        # One look at all of them, for hardly any text has anything that isn't read.
        if synlig(self.ordrett) is self.ordrett:
            alle = alle_med_små_bokstaver([tekst for _, tekst in self.tekster])
            return tuple([(rute, tekst) for (rute, _), tekst in zip(self.tekster, alle, strict=True)])
        return tuple([(rute, synlig(tekst).casefold()) for rute, tekst in self.tekster])

    @cached_property
    def ordrett(self) -> str:
        """All the texts as they are written, one per line: for a quick look before a close one."""
        return "\n".join([tekst for _, tekst in self.tekster])

    @cached_property
    def samlet(self) -> str:
        """All the texts, casefolded, one per line: for a quick look before a close one."""
        return "\n".join([tekst for _, tekst in self.foldet])

    @cached_property
    def _begynner(self) -> list[int]:
        """Where in `samlet` each of the texts begins, and where one more would."""
        return [*accumulate([len(tekst) + 1 for _, tekst in self.foldet], initial=0)]

    def med(self, *biter: str, i: tuple[str, ...] = ()) -> list[tuple[Rute, str]]:
        """Return the texts with any of the parts of words in them, casefolded, each with the way to it.

        With `i`, those in some parts of the agreement, as in `tekster_i`.
        """
        alle = [self.foldet[nummer] for nummer in self.numre_med(*biter)]
        if not i:
            return alle
        self.fant_ikke(*i)
        return [par for par in alle if self._er_i(par[0], i)]

    def _er_i(self, rute: Rute, deler: tuple[str, ...]) -> bool:
        return rute[0] in deler

    def numre_med(self, *biter: str) -> list[int]:
        """Return the numbers of the same texts, in `tekster` and in `foldet`.

        As fast as to see whether `samlet` has them: the texts are not looked through one by one.
        """
        enkle, lange = delt(biter)
        står = [*filter(self._står_samlet, lange)]
        if not self.register.med_noen(enkle).isdisjoint(self.ordene):
            står += (bit for bit in enkle if not self.register.med(bit).isdisjoint(self.ordene))
        funnet: set[int] = set()
        for bit in står:
            sted = self.samlet.find(bit)
            while sted >= 0:
                nummer = bisect_right(self._begynner, sted)
                neste = self._begynner[nummer]
                if sted + len(bit) < neste:  # or else it goes on into the next text
                    funnet.add(nummer - 1)
                sted = self.samlet.find(bit, neste)
        return sorted(funnet)

    @cached_property
    def med_elleve_sifre(self) -> tuple[tuple[Rute, str], ...]:
        """The texts that may hold the number of a person or of an account."""
        # Between the texts something that stands in no number: lists of short ones would look like a long one.
        if not har_elleve_sifre("|".join([tekst for _, tekst in self.tekster])):
            return ()
        return tuple((rute, tekst) for rute, tekst in self.tekster if har_elleve_sifre(tekst))

    @cached_property
    def ordene(self) -> frozenset[str]:
        """The different words of `samlet`, each with the signs next to it."""
        return frozenset(self.samlet.split())

    @cached_property
    def register(self) -> Ordregister:
        """Where those of `ordene` are known that have a part, or are of a kind."""
        return register_med(self.ordene)

    def har(self, *biter: str) -> bool:
        """Tell whether any of the texts has any of the parts of words: each is looked for in each word once."""
        enkle, lange = delt(biter)
        return not self.register.med_noen(enkle).isdisjoint(self.ordene) or any(map(self._står_samlet, lange))

    def _står_samlet(self, bit: str) -> bool:
        # Of several words, one must be there before the texts are searched.
        lengst = lengste(bit)
        return not (lengst and self.register.med(lengst).isdisjoint(self.ordene)) and bit in self.samlet

    def tekster_i(self, *deler: str) -> Iterator[tuple[Rute, str]]:
        """Yield the texts in some parts of the agreement («politiråd», «slt»), casefolded, each with the way to it."""
        return chain.from_iterable([tekster_ for del_, tekster_ in self._etter_del.items() if del_ in deler])

    def samlet_i(self, *deler: str) -> str:
        """Return the texts in some parts of the agreement, as in `samlet`."""
        return "\n".join([samlet for del_, samlet in self._samlet_etter_del.items() if del_ in deler])

    def skrevet_i(self, del_: str) -> tuple[tuple[Rute, str], ...]:
        """Return the texts in a part of the agreement as they are written, each with the way to it."""
        return self.tekster[self._deler.get(del_, _INGEN)]

    @cached_property
    def _deler(self) -> dict[str | int, slice]:
        """Where in `tekster` each part has its own: together, as they are in the order of the format."""
        første: dict[str | int, int] = {}
        for nummer, (rute, _) in enumerate(self.tekster):
            første.setdefault(rute[0], nummer)
        grenser = pairwise((*første.values(), len(self.tekster)))
        return {del_: slice(*fra_til) for del_, fra_til in zip(første, grenser, strict=True)}

    @cached_property
    def _etter_del(self) -> dict[str | int, tuple[tuple[Rute, str], ...]]:
        return {del_: self.foldet[sted] for del_, sted in self._deler.items()}

    @cached_property
    def _samlet_etter_del(self) -> dict[str | int, str]:
        return {del_: "\n".join([tekst for _, tekst in par]) for del_, par in self._etter_del.items()}

    @cached_property
    def kommunenavn(self) -> tuple[tuple[str, ...], ...]:
        """For each kommune its number and its names, casefolded, without «kommune»."""
        return self._kommunenavn()

    def _kommunenavn(self) -> tuple[tuple[str, ...], ...]:
        return tuple(
            _som_navn(part.kommunenummer, part.navn, *((kjent.navn, *kjent.samiske_kvenske_navn) if kjent else ()))
            for part, kjent in zip(self.avtale.parter.kommuner, self.kommuner, strict=True)
        )

    def fant_ikke(self, *deler: str) -> None:
        """Hear that words were looked for in the texts of some parts, all of them without `deler`, and not found.

        A rule that goes on to say that they are missing, must say it here when it has looked through `samlet`,
        `foldet` or `tekster` itself. `er_nevnt` and `tekster_i` do: some of an agreement may not have been read.
        """

    @property
    def skal_signeres(self) -> bool:
        """Whether the rules on signing apply: when they are asked for, and always when the agreement is signed."""
        return self.valg.klar_for_signering or self.avtale.avtale.status is Status.SIGNERT

    @property
    def mangler(self) -> frozenset[Behov]:
        """What isn't there in this run; the rules that need it find nothing, or not all."""
        finnes = {
            Behov.SIGNERING: self.skal_signeres,
            Behov.MÅLFORMER: self.valg.målformer,
            Behov.STAVEKONTROLL: self.valg.stavekontroll,
            Behov.FILER: self.valg.filstørrelse,
        }
        return frozenset(behov for behov in Behov if not finnes[behov])

    def navn(self, indeks: int) -> str:
        """Return the name of a kommune of the agreement, for use in a message."""
        kjent, part = self.kommuner[indeks], self.avtale.parter.kommuner[indeks]
        if kjent:
            return kjent.navn
        if part.navn and not er_ufylt(part.navn):
            return part.navn
        if er_ufylt(part.kommunenummer):
            return f"kommune nummer {indeks + 1}"
        return f"kommune {part.kommunenummer}" if part.kommunenummer.isdigit() else forkort(part.kommunenummer)

    def er_skrevet(self, rute: Rute) -> bool:
        """Tell whether somebody has written what is in the agreement at a place."""
        return is_written(self.rot, rute)

    def plass(self, rute: Rute) -> Span:
        """Return the place in the file that a route leads to, as for the route of a `Funn`."""
        return locate(self.fil, self.rot, rute)

    def diagnostic(self, regel: Regel, funn: Funn) -> Diagnostic:
        """Return a finding of a rule as everybody else knows findings."""
        span = funn.utenfor or locate(self.fil, self.rot, funn.rute, key=funn.nøkkel)
        if funn.bit:
            span = innenfor(self.filer.get(span.file, ""), span, funn.bit)
        return Diagnostic(
            regel.kode,
            funn.mildere or regel.alvorlighet,
            funn.melding,
            span,
            funn.hjelp,
            i_begge(regel.grunnlag),
            tuple([Related(self.plass(rute), tekst) for rute, tekst in funn.relatert]),
            route=None if funn.utenfor else funn.rute,
            fix=Fix(span, *funn.bytt) if funn.bytt else None,
        )


# The agreements of a district have the same few, and each is checked time and again.
@lru_cache(maxsize=256)
def _som_navn(*navnene: str | None) -> tuple[str, ...]:
    return tuple(" ".join(navn.casefold().split()).removesuffix(" kommune") for navn in navnene if navn)


Sjekk = Callable[[Kontekst], Iterator[Funn]]


class Regel(NamedTuple):
    """A rule. `grunnlag` names the section of the guide or the law that it rests on, as `kilder.yaml` knows it.

    `behov` says what it needs that isn't there in every run. `bygger_på` are the keys («signaturer») that a finding
    rests on besides its own place, when part of the agreement could not be read: None for all that the rule reads, the
    empty set when it finds what stands there, whatever else the agreement says.
    """

    kode: str
    navn: str
    alvorlighet: Severity
    grunnlag: str
    sjekk: Callable[..., Iterator[Any]]
    behov: frozenset[Behov] = frozenset()
    bygger_på: frozenset[str] | None = None

    @property
    def dokumentasjon(self) -> Dokumentasjon:
        """The docstring of the function, in its five parts."""
        from avtalegen.regler.dokumentasjon import les_dokumentasjon  # only the catalogue reads it

        return les_dokumentasjon(self.sjekk.__doc__ or "")


def regel(
    kode: str,
    navn: str,
    alvorlighet: Severity,
    grunnlag: str = "",
    *,
    behov: Iterable[Behov] = (),
    bygger_på: Iterable[str] | None = None,
) -> Callable[[Sjekk], Sjekk]:
    """Make a function a rule. `navn` states the fault, not the cure."""

    def gjør(sjekk: Sjekk) -> Sjekk:
        grunner = None if bygger_på is None else frozenset(bygger_på)
        regel = Regel(kode, navn, alvorlighet, grunnlag, sjekk, frozenset(behov), grunner)
        sjekk.regel = regel  # type: ignore[attr-defined]
        return sjekk

    return gjør

"""Why a change can't be made, told in both målformer. A position is counted from 0, and told from 1."""

from __future__ import annotations

from avtalegen.funn.begge import TOM, Begge, likt
from avtalegen.funn.diagnostic import Rute
from avtalegen.modell.base import forkort


class UmuligError(Exception):
    """What is asked for can't be done at `sti`; the text says why, and what to do instead."""

    def __init__(self, sti: Rute, melding: Begge, råd: Begge = TOM) -> None:
        self.sti, self.melding, self.råd = sti, melding, råd


def så_få(sti: Rute, antall: int, plass: int) -> UmuligError:
    """Return the refusal of a position behind the last of a list."""
    har = _punkter(antall)
    return UmuligError(
        sti,
        Begge(
            f"Listen har {har}, så det er ikke noe punkt nummer {plass + 1}.",
            f"Lista har {har.nn}, så det er ikkje noko punkt nummer {plass + 1}.",
        ),
    )


def én_ting(sti: Rute, plass: int) -> UmuligError:
    """Return the refusal of a position where one thing stands for a list."""
    navn = _navn(sti)
    return UmuligError(
        sti,
        Begge(
            f"{navn} er én ting, så det er ikke noe punkt nummer {plass + 1}.",
            f"{navn.nn} er éin ting, så det er ikkje noko punkt nummer {plass + 1}.",
        ),
    )


def ingen_liste_ennå(sti: Rute, plass: int) -> UmuligError:
    """Return the refusal of a position in a list that isn't there."""
    return UmuligError(
        sti,
        Begge(
            f"Listen finnes ikke ennå, så det er ikke noe punkt nummer {plass + 1}.",
            f"Lista finst ikkje enno, så det er ikkje noko punkt nummer {plass + 1}.",
        ),
    )


def ikke_noe_punkt(sti: Rute, plass: int) -> UmuligError:
    """Return the refusal of a move from or to a position that isn't there."""
    hva = Begge(f"Listen har ikke noe punkt nummer {plass + 1}.", f"Lista har ikkje noko punkt nummer {plass + 1}.")
    return UmuligError(sti, hva)


def utenfor(sti: Rute, antall: int) -> UmuligError:
    """Return the refusal of a new item anywhere else than in a list."""
    har = _punkter(antall)
    plassen = Begge(f"fra 0 til {antall}", f"frå 0 til {antall}") if antall else likt("0")
    return UmuligError(
        sti,
        Begge(f"Listen har {har}. Plassen må være {plassen}.", f"Lista har {har.nn}. Plassen må vere {plassen.nn}."),
    )


def ingen_liste(sti: Rute, råd: Begge = TOM) -> UmuligError:
    """Return the refusal of what can only be done to a list."""
    navn = _navn(sti)
    return UmuligError(sti, Begge(f"{navn} er ikke en liste.", f"{navn.nn} er ikkje ei liste."), råd)


def er_liste(sti: Rute) -> UmuligError:
    """Return the refusal of a key in a list."""
    navn = _navn(sti)
    råd = Begge("Oppgi hvilket punkt det gjelder.", "Oppgje kva punkt det gjeld.")
    return UmuligError(sti, Begge(f"{navn} er en liste.", f"{navn.nn} er ei liste."), råd)


def er_tekst(sti: Rute, tekst: str) -> UmuligError:
    """Return the refusal of a key in a text."""
    navn, skrevet = _navn(sti), forkort(tekst)
    return UmuligError(
        sti,
        Begge(
            f"{navn} er teksten «{skrevet}», og har ikke nøkler.",
            f"{navn.nn} er teksten «{skrevet}», og har ikkje nøklar.",
        ),
        Begge(
            "Fjern teksten først, eller sett inn alle nøklene på én gang.",
            "Fjern teksten først, eller set inn alle nøklane på éin gong.",
        ),
    )


def tom_fil(sti: Rute) -> UmuligError:
    """Return the refusal of a file without keys."""
    return UmuligError(sti, Begge("Filen må bestå av nøkler med innhold.", "Fila må vere nøklar med innhald."))


def tomt(sti: Rute, rute: Rute) -> UmuligError:
    """Return the refusal of a way that leads to nothing."""
    hva = ".".join(map(str, rute))
    return UmuligError(sti, Begge(f"Det står ikke noe i «{hva}» i filen.", f"Det står ikkje noko i «{hva}» i fila."))


def _punkter(antall: int) -> Begge:
    få = {0: Begge("ingen punkter", "ingen punkt"), 1: Begge("ett punkt", "eitt punkt")}
    return få.get(antall) or Begge(f"{antall} punkter", f"{antall} punkt")


def _navn(sti: Rute) -> Begge:
    navn = [step for step in sti if isinstance(step, str)]
    return likt(f"«{navn[-1]}»") if navn else Begge("Filen", "Fila")

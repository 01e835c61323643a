"""The rules: what the guide, the law and plain consistency ask of an agreement.

A rule is one function in one of the modules below, with its documentation as its docstring (`base.regel`). It sees an
agreement and yields findings; it never sees a file, a document or the screen.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module

from avtalegen.funn.diagnostic import Diagnostic
from avtalegen.funn.koder import METAFEIL
from avtalegen.modell.lokaltekst import Rute
from avtalegen.regler.base import Dokumentasjon, Funn, Kontekst, Regel, Valg

__all__ = ["FAMILIER", "Dokumentasjon", "Funn", "Kontekst", "Regel", "Rute", "Valg", "kjør", "koder", "regler"]

FAMILIER = {
    "REG": "mot registeret",
    "VEI": "mot veilederen",
    "DAT": "datoer som motsier hverandre",
    "SPR": "språk",
    "PER": "personvern",
    "KON": "kontaktopplysninger",
    "SIG": "klar til å signeres",
}
"""The families of rules that look at one agreement: the letters of the code and what the family is about."""

_MODULER = (
    "reg.reg101_106_registeret",
    "vei3.vei303_305_satsning",
    "vei3.vei306_309_innhold",
    "vei4.vei400_403_mandat",
    "vei4.vei416_419_moter",
    "vei4.vei411_415_deltakelse",
    "vei4.vei425_427_utvidet",
    "vei5.vei501_502_kommuner",
    "vei5.vei504_506_leder",
    "vei5.vei503_hovedoppgaver",
    "vei6.vei601_605_slt",
    "vei7.vei701_704_evaluering",
    "dat.dat105_110_varighet",
    "dat.dat101_104_moteplan",
    "spr.spr101_103_malform",
    "per.per101_103_personvern",
    "kon.kon101_104_kontakt",
    "sig.sig101_104_signatarer",
    "sig.sig105_108_helhet",
)


@lru_cache(maxsize=1)
def regler() -> dict[str, Regel]:
    """Return every rule by its code, in the order of the catalogue."""
    funnet = {}
    for navn in _MODULER:
        for verdi in vars(import_module(f"avtalegen.regler.{navn}")).values():
            if isinstance(regel := getattr(verdi, "regel", None), Regel):
                funnet[regel.kode] = regel
    familier = list(FAMILIER)
    return dict(sorted(funnet.items(), key=lambda par: (familier.index(par[0][:3]), par[0])))


@lru_cache(maxsize=1)
def koder() -> tuple[str, ...]:
    """Return every code that can be chosen or turned off, in the order of the catalogue."""
    from avtalegen.regler.rep import rep101_105_motstrid as rep  # a run over one agreement never needs these

    return (*regler(), *rep.regler(), *METAFEIL)


def kjør(kontekst: Kontekst) -> list[Diagnostic]:
    """Return what the rules find in one agreement."""
    return [kontekst.diagnostic(regel, funn) for regel in regler().values() for funn in regel.sjekk(kontekst)]

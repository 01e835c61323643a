"""Det avtalen sier at den omfatter, og det den faktisk inneholder (veilederen kapittel 3)."""

from __future__ import annotations

from collections.abc import Iterator

from avtalegen.funn.diagnostic import Severity
from avtalegen.regler.base import Funn, Kontekst, regel


@regel("VEI309", "lovet-og-ikke-oppgitt", Severity.ADVARSEL, "veilederen 3")
def lovet_og_ikke_oppgitt(k: Kontekst) -> Iterator[Funn]:
    """Avtalen sier at den omfatter noe, men det står ikke noe om det i den.

    Hvorfor: Avtalen skal gi partene en felles forståelse av hva de kan vente seg av hverandre. Et løfte uten innhold
    gjør det motsatte. Responstid er et vanlig eksempel: Kommuner har latt være å signere fordi den var uklar.

    Rett opp: Skriv det som mangler, skriv at det står åpent, eller stryk det under «omfatter».

    Feil:
        avtale:
          status: utkast
          omfatter: [responstid, politiråd]
        politiråd:
          leder: ordfører

    Riktig:
        avtale:
          status: utkast
          omfatter: [responstid, politiråd]
        politiråd:
          leder: ordfører
        tjenestetilbud:
          responstid: åpent
    """
    ellers = _utenom_innledningen(k)
    for i, tekst in enumerate(k.avtale.avtale.omfatter):
        for stamme, navn, nøkler in _TEMAER:
            if stamme in tekst.casefold() and not _finnes(k.avtale, nøkler) and stamme not in ellers:
                yield Funn(
                    ("avtale", "omfatter", i),
                    f"Avtalen sier at den omfatter {navn}, men ikke hva som gjelder.",
                    f"Legg til «{'.'.join(nøkler)}», si at det står åpent, eller stryk det her.",
                )


_TEMAER: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("responstid", "responstid", ("tjenestetilbud", "responstid")),
    ("åpningstid", "åpningstider", ("tjenestetilbud", "tjenestesteder", "åpningstider")),
    ("opningstid", "åpningstider", ("tjenestetilbud", "tjenestesteder", "åpningstider")),
    ("beredskap", "beredskap", ("tjenestetilbud", "beredskap")),
    ("bemanning", "bemanning", ("tjenestetilbud", "bemanning")),
    ("tjenestetilbud", "tjenestetilbudet", ("tjenestetilbud",)),
    ("tenestetilbod", "tjenestetilbudet", ("tjenestetilbud",)),
    ("politikontakt", "politikontakten", ("politikontakt",)),
    ("politiråd", "politirådet", ("politiråd",)),
    ("slt", "SLT", ("slt",)),
    ("evaluering", "evaluering", ("evaluering",)),
    ("taushetsplikt", "taushetsplikt", ("taushetsplikt",)),
    ("teieplikt", "taushetsplikt", ("taushetsplikt",)),
)
"""What an agreement may promise: the stem, the name in a message, the keys under which it is given."""


def _utenom_innledningen(k: Kontekst) -> str:
    if not k.avtale.avtale.omfatter:
        return ""
    return "\n".join(tekst for rute, tekst in k.tekster if rute[0] != "avtale").casefold()


def _finnes(verdi: object, nøkler: tuple[str, ...]) -> bool:
    """Tell whether there is something where the keys lead to, in any of the things of a list."""
    if isinstance(verdi, tuple) and nøkler:
        return any(_finnes(ting, nøkler) for ting in verdi)
    if not nøkler or verdi is None:
        return bool(verdi)
    return _finnes(getattr(verdi, nøkler[0]), nøkler[1:])

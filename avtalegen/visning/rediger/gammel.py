"""The old agreement beside the new: what the page shows of it, and what is done with what found no place.

All of it stands in the comments of the file (`lesing.gammel`). A piece leaves its list in the same change
as it comes to stand in a field, so that one undo takes both back.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from typing import Any

from avtalegen.funn.begge import Begge, likt
from avtalegen.funn.diagnostic import Rute
from avtalegen.lesing import LIMITS
from avtalegen.lesing.gammel import Bit, Gammel, ferdig, flyttet, les, plassert
from avtalegen.lesing.redigering import Endring, Sett, SettInn
from avtalegen.lesing.redigering.overstyring import som_liste
from avtalegen.lesing.redigering.skritt import lest
from avtalegen.lesing.umerket import uten_merking
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.base import Del, del_i
from avtalegen.modell.felt import Felt
from avtalegen.modell.former import MarkdownTekst, Målform
from avtalegen.visning.rediger.bedt import UgyldigError, rute, tall, text
from avtalegen.visning.rediger.feltvalg import er_ledig, søk
from avtalegen.visning.rediger.innhold import arvet_fra, data_i
from avtalegen.visning.rediger.okt import Svar, Økt

Json = dict[str, Any]

_SITAT = 70  # characters of what is quoted beside a value that was put in place, as the importer does
_LOKALE: Rute = ("lokale_avsnitt",)
_BORTE = Begge(
    "Denne biten står ikke i filen lenger. Se på listen slik den er nå.",
    "Denne biten står ikkje i fila lenger. Sjå på lista slik ho er no.",
)
_OPPTATT = Begge(
    "Det står noe i feltet fra før. Velg «Erstatt» hvis det skal bort.",
    "Det står noko i feltet frå før. Vel «Byt ut» om det skal bort.",
)
_ENDRET = Begge(
    "Noen andre har endret feltet siden du så det. Se på det, og prøv igjen.",
    "Nokon andre har endra feltet sidan du såg det. Sjå på det, og prøv igjen.",
)
_FOR_LANG = Begge(
    "Teksten er lengre enn et felt kan være. Merk en kortere del av den.",
    "Teksten er lengre enn eit felt kan vere. Merk ein kortare del av han.",
)
_FELLES = Begge(
    "Dette er felles for flere avtaler. Gjør det til avtalens eget først.",
    "Dette er felles for fleire avtalar. Gjer det til noko eige for avtalen først.",
)
_FERDIG = likt("Ferdig med den gamle avtalen")


def gammel_i(data: bytes) -> Json | None:
    """Return what the page shows of the old agreement that a file was made of; None when it says nothing of one."""
    if (gammel := les(data)) is None:
        return None
    return {
        "navn": gammel.navn,
        "opphav": [
            {"rute": [*en.rute], "slag": en.sikkerhet, "sted": en.sted, "sitat": en.sitat, "grunn": en.grunn}
            for en in gammel.opphav
        ],
        "ikke_plassert": [_bit(en) for en in gammel.ikke_plassert],
        "trengs_ikke": [_bit(en) for en in gammel.trengs_ikke],
        "utelatt": [_bit(en) | {"hvorfor": en.hvorfor} for en in gammel.utelatt],
    }


def _bit(bit: Bit) -> Json:
    return {"id": _id(bit), "sted": bit.sted, "tekst": bit.tekst}


def _id(bit: Bit) -> str:
    """Return what a piece is known by, wherever in its list it has come to stand."""
    return hashlib.sha256(f"{bit.sted}: {bit.tekst}".encode(errors="surrogatepass")).hexdigest()[:16]


def felt_for(økt: Økt, målform: Målform, spurt: Mapping[str, str]) -> list[Json]:
    """Return the fields for what was written in the search (`q`), for a piece (`bit`): the likely ones first."""
    gammel = les(økt.nå.data)
    bit = _funnet(gammel.ikke_plassert, spurt.get("bit", "")) if gammel else None
    nær = _nær(gammel, bit) if gammel and bit else {}
    return søk(økt.nå.checked, målform, spurt.get("q", "")[:200], bit.tekst[:2000] if bit else "", nær)


def _funnet(biter: tuple[Bit, ...], id_: str) -> Bit | None:
    return next((bit for bit in biter if _id(bit) == id_), None)


def _nær(gammel: Gammel, bit: Bit) -> dict[str, float]:
    """Return how near the parts of the agreement are to a piece: the part that came before it, and the one after."""
    her = _plass(bit.sted)
    plasser = sorted((_plass(en.sted), str(en.rute[0])) for en in gammel.opphav if en.sted)
    før = [del_ for plass, del_ in plasser if plass <= her]
    etter = [del_ for plass, del_ in plasser if plass > her]
    return dict.fromkeys(etter[:1], 1.5) | dict.fromkeys(før[-1:], 3.0)


def _plass(sted: str) -> tuple[int, int]:
    tallene = [int(tall) for tall in re.findall(r"\d+", sted)]
    side = tallene[0] if sted.startswith("s.") else 0
    return side, tallene[-1] if "linje" in sted else 0


def gjør(økt: Økt, hva: str, data: Mapping[str, Any]) -> Svar:
    """Do what the page asks for with a piece of the old agreement, or with all that is said of it."""
    if hva == "ferdig":
        return økt.kommenter(_FERDIG, ferdig)
    gammel = les(økt.nå.data)
    i_listen = (gammel.trengs_ikke if hva == "ta-tilbake" else gammel.ikke_plassert) if gammel else ()
    id_ = text(data, "bit")
    if (bit := _funnet(i_listen, id_)) is None:
        return Svar("avvist", _BORTE)
    om = f"«{_kort(bit.tekst)}»"
    match hva:
        case "ta-tilbake":
            return økt.kommenter(om, _på_den(hva, id_, flyttet))
        case "trengs-ikke":
            valgt, rester = _utvalg(data, bit)
            return økt.kommenter(om, _på_den(hva, id_, lambda nå, her: flyttet(nå, her, valgt, rester)))
        case "plasser":
            return _plassert(økt, data, bit)
        case "behold":
            return _beholdt(økt, data, bit)
    raise UgyldigError


def _plassert(økt: Økt, data: Mapping[str, Any], bit: Bit) -> Svar:
    """Put a piece, or a part of it, in a field: last in a list and in a text of several paragraphs."""
    valgt, rester = _utvalg(data, bit)
    her = rute(data["rute"])
    checked = økt.nå.checked
    if arvet_fra(checked, her) is not None:
        return Svar("avvist", _FELLES)
    felt = _feltet(her)
    står = lest(data_i(checked), her)
    ledig = er_ledig(står)
    endring: Endring
    if felt.mange and isinstance(her[-1], str):
        plass = 0 if ledig else len(står) if isinstance(står, list) else 1
        endring, sted = SettInn(her, plass, _verdi(felt, valgt)), (*her, plass)
    elif felt.type == MarkdownTekst and isinstance(står, str) and not ledig:
        endring, sted = Sett(her, f"{står.rstrip()}\n\n{_verdi(felt, valgt)}"), her
    elif ledig or data.get("erstatt") is True:
        endring, sted = Sett(her, _verdi(felt, valgt)), her
    else:
        return Svar("avvist", _OPPTATT)
    return _lagre(økt, data, bit, (endring, sted), (valgt, rester))


def _beholdt(økt: Økt, data: Mapping[str, Any], bit: Bit) -> Svar:
    """Keep a piece as a section of its own: in the one that has the heading, or in a new one, the last."""
    valgt, rester = _utvalg(data, bit)
    overskrift = " ".join(text(data, "overskrift").split())
    if not overskrift or len(overskrift) > 200:
        raise UgyldigError
    if arvet_fra(økt.nå.checked, _LOKALE) is not None:
        return Svar("avvist", _FELLES)
    der = lest(data_i(økt.nå.checked), _LOKALE)
    avsnitt = som_liste(der)
    tekst = uten_merking(valgt)
    for nr, ett in enumerate(avsnitt):
        if isinstance(ett, dict) and ett.get("overskrift") == overskrift:
            sted: Rute = (*_LOKALE, nr, "tekst")
            ny = Sett(sted, f"{str(ett.get('tekst') or '').rstrip()}\n\n{tekst}".lstrip("\n"))
            return _lagre(økt, data, bit, (ny, sted), (valgt, rester))
    sted = (*_LOKALE, len(avsnitt), "tekst")
    nytt = SettInn(_LOKALE, len(avsnitt), {"overskrift": overskrift, "tekst": tekst})
    return _lagre(økt, data, bit, (nytt, sted), (valgt, rester))


def _lagre(
    økt: Økt,
    data: Mapping[str, Any],
    bit: Bit,
    satt: tuple[Endring, Rute],
    ordene: tuple[str, list[str]],
) -> Svar:
    """Save an edit with what it does to the list: `satt` is the edit and where the words come to stand."""
    (endring, sted), (valgt, rester) = satt, ordene
    if LIMITS.passed_by(uten_merking(valgt)):
        return Svar("avvist", _FOR_LANG)

    def og(nå: bytes, her: Bit) -> bytes:
        return plassert(nå, her, rester, sted, _kort(valgt))

    kort = _kort(valgt)
    hva = Begge(f"«{kort}» fra den gamle avtalen", f"«{kort}» frå den gamle avtalen")
    svar = økt.endre(text(data, "utgave"), [endring], hva, og=_på_den("plasser", _id(bit), og))
    if svar.svar == "konflikt":
        return Svar("avvist", _ENDRET)
    return svar._replace(svar="avvist") if svar.svar == "delt" else svar


def _på_den(hva: str, id_: str, gjør: Callable[[bytes, Bit], bytes]) -> Callable[[bytes], bytes]:
    """Return what does something with a piece in the file as it has become; one that is gone by then is left alone."""

    def på(nå: bytes) -> bytes:
        gammel = les(nå)
        biter = () if gammel is None else gammel.trengs_ikke if hva == "ta-tilbake" else gammel.ikke_plassert
        her = _funnet(biter, id_)
        return gjør(nå, her) if her else nå

    return på


def _utvalg(data: Mapping[str, Any], bit: Bit) -> tuple[str, list[str]]:
    """Return the part of a piece that was chosen, and what stands before and after it, without what is only signs."""
    fra, til = tall(data, "fra"), tall(data, "til")
    if not fra < til <= len(bit.tekst) or not (valgt := bit.tekst[fra:til].strip()):
        raise UgyldigError
    rester = [bit.tekst[:fra].strip(" ,;"), bit.tekst[til:].strip(" ,;")]
    return valgt, [rest for rest in rester if re.search(r"\w", rest)]


def _feltet(rute_: Rute) -> Felt:
    """Return the field that a route leads to."""
    klasse: type[Del] | None = Avtale
    felt: Felt | None = None
    for steg in rute_:
        if isinstance(steg, int):
            continue
        felt = klasse.felter.get(steg) if klasse else None
        if felt is None:
            raise UgyldigError
        klasse = del_i(felt.type)
    if felt is None:
        raise UgyldigError
    return felt


def _verdi(felt: Felt, tekst: str) -> str:
    return uten_merking(tekst) if felt.type == MarkdownTekst else tekst


def _kort(tekst: str) -> str:
    return tekst if len(tekst) <= _SITAT else f"{tekst[: _SITAT - 1]}…"

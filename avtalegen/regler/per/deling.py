"""What a text says of sharing: against taushetsplikten, on the ground of consent, or of minutes that nobody may see.

Works on casefolded text in bokmål and nynorsk.
"""

from __future__ import annotations

from collections.abc import Iterator

from avtalegen.funn.diagnostic import Rute
from avtalegen.modell.senere import senere
from avtalegen.regler.omtale import nevner

_SETNING = senere(r"(?<=[.!?;])\s+|\n")
_SITAT = senere(r"«[^»]*»|\"[^\"]*\"")
_NEKTET = senere(r"\b(?:ikke|ikkje|aldri|ingen|verken|korkje)\b")
# What the law itself opens for, and what identifies nobody, may be shared.
_ÅPNET = senere(
    r"§|\b(?:\w*loven|\w*lova|lovens|lovas|lov|lovlig|lovleg|heimel|hjemmel|hjemlet|hjemla)\b|avverg|varsle|meldeplikt"
    r"|barnevern|anonym|avidentif|statisti|generel|overordn|\btrend|(?<!uten )(?<!utan )samtykk"
)
_GRUPPE = (
    r"(?:ungdom\w*|unge(?:ne)?|ungane|barn\w*|famili\w*|elev\w*|foreldr(?:e|ene|a)|pasient\w*|innbygger\w*"
    r"|innbyggjar\w*|mistenkte?)"
)
# «Kunnskap om unge» is of nobody in particular, «opplysninger om unge» may be of each of them.
_OM_PERSONER = senere(
    r"\b(?:navn|namn|navnet|namnet|navnene|namna|bekymring\w*|enkelt(?:person|ungdom|individ|sak|barn|elev|famili)\w*"
    r"|person(?:er|ar|en|ene|ane|opplysning\w*|lige?|lege?)|sensitive?|taushetsbelagt\w*|teieplikt\w*)\b"
    rf"|\b(?:opplysning\w*|informasjon\w*|saker?)\b.*\b{_GRUPPE}\b"
)
_OPPLYSNINGER = senere(r"\b(?:navn|namn|bekymring\w*|opplysning\w*|informasjon\w*|saker?)\b")
_DELER = senere(
    r"\b(?:del(?:e|er|es|ast|te|ing|inga|ingen)|utveksl\w*|formidl\w*)\b"
    r"|\b(?:gi|gir|gis|gje|gjev|få|får)\b.*\b(?:opplysning\w*|informasjon\w*|navn|namn)\b"
)
_FRITT = senere(
    r"\bfritt\b(?! va?l| vel)|\b(?:uhindr[ae]t?|ubegrenset|uavgrensa)\b"
    r"|\b(?:uten|utan)\s+(?:begrensning\w*|avgrensing\w*|samtykke|innskrenkn?ing\w*)\b"
)
_TAUSHETSPLIKT = r"(?:taushets|teie)plikt\w*"
_SATT_TIL_SIDE = senere(
    rf"\b{_TAUSHETSPLIKT}\s+(?:gjelder|gjeld)\s+(?:ikke|ikkje)\s+(?:i|mellom|for|innad|under)\s+(?:\w+\s+)?"
    r"(?:politiråd|råd|møt|part|samarbeid|deltak|slt)"
    r"|\b(?:fritatt|fritekne|unntatt|unnatekne|løst)\s+(?:for|fra|frå)\s+(?:\w+\s+)?" + _TAUSHETSPLIKT
)
_UANSETT = senere(
    r"\b(?:(?:uten|utan)\s+(?:hinder av|(?:å ta )?hensyn til|(?:å ta )?omsyn til)|uhindr[ae]t? av|uavhengig av|uansett)"
    rf"\s+(?:\w+\s+)?{_TAUSHETSPLIKT}"
)
_PERSON = senere(rf"\b(?:{_GRUPPE}|person\w*|enkelt\w*)\b")
_NAVNGITT = senere(r"\b(?:navngitt\w*|namngjev\w*|namngitt\w*|med (?:fullt )?na[vm]n)\b")
_TAR_OPP = senere(
    r"\b(?:drøft\w*|behandl\w*|gå\w* gjennom|gjennomg\w*|ta\w* opp|tas opp|snakke\w* om|del(?:e|er|es))\b"
)

# One of these stands in every sentence that shares more than it may.
_KAN_VÆRE_MER = ("plikt", "fritt", "uhindr", "ubegrens", "uavgrens", "uten", "utan", "navn", "namn")


def setninger(tekst: str) -> Iterator[str]:
    """Yield the sentences of a casefolded text, without what it quotes."""
    yield from _SETNING.split(_SITAT.sub(" ", tekst))


def mot_taushetsplikten(setning: str, rute: Rute) -> bool:
    """Tell whether a sentence lets somebody share what taushetsplikten protects. `rute` is the way to its text."""
    if not nevner(setning, *_KAN_VÆRE_MER) or _ÅPNET.search(setning):
        return False
    if _SATT_TIL_SIDE.search(setning):
        return True
    if _NEKTET.search(setning):
        return False
    hva = _OPPLYSNINGER if rute[:2] == ("taushetsplikt", "deling") else _OM_PERSONER
    fritt = _DELER.search(setning) and _FRITT.search(setning) and hva.search(setning)
    i_rådet = rute[0] == "politiråd" or "politiråd" in setning
    navngitt = i_rådet and _NAVNGITT.search(setning) and _TAR_OPP.search(setning) and _PERSON.search(setning)
    return bool(fritt or navngitt or (_UANSETT.search(setning) and _DELER.search(setning)))


_GRUNNLAG = (
    r"(?:behandlingsgrunnlag\w*|(?:rettslige?|rettslege?|juridiske?|lovlige?) grunnlag\w*"
    r"|grunnlaget for (?:å behandle|å registrere|å lagre|behandling\w*|registrering\w*)|hjemmel\w*|heimel\w*)"
)
_ER_GRUNNLAG = senere(
    rf"\bsamtykke\w*(?:\s+\w+){{0,4}}?\s+(?:er|utgjør|gir|som)\s+(?:\w+\s+){{0,3}}?{_GRUNNLAG}"
    rf"|\b{_GRUNNLAG}(?:\s+\w+){{0,6}}?\s+er\s+(?:\w+\s+){{0,2}}?samtykke"
    r"|\b(?:behandle|behandles|behandlast|registrere|registreres|registrerast|lagre|lagres|lagrast)\b"
    r"(?:\s+\w+){0,4}?\s+(?:på grunnlag av|med grunnlag i|med hjemmel i|med heimel i|basert på)\s+(?:\w+\s+)?samtykke"
)


def bygger_på_samtykke(setning: str) -> bool:
    """Tell whether a sentence makes consent the ground for processing, and not only for sharing."""
    return bool(_ER_GRUNNLAG.search(setning) and not _NEKTET.search(setning))


_ER_UNNTATT = senere(
    r"\b(?:referat|møtebok|protokoll|møtebøk)\w*\s+(?:\w+\s+){0,4}?"
    r"(?:er|blir|skal|unntas|unnatas|holdes|haldast)\s*(?:\w+\s+){0,3}?"
    r"(?:ikke offentlige?|ikkje offentlege?|unntatt|unnateke\w*|unnatekne|(?:fra|frå) offentlighet|hemmel[ie]ge?)\b"
)
_DELVIS = senere(r"taushet|teieplikt|offentleg?lov|\blov\w*\b|\bdel(?:er|ar)?\s+av\b|§|vurder|når\b|hvis\b|dersom\b")


def unntar_referatet(setning: str) -> bool:
    """Tell whether a sentence keeps the minutes from the public as a whole, whatever stands in them."""
    return bool(_ER_UNNTATT.search(setning) and not _DELVIS.search(setning))

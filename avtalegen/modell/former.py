"""Text, numbers and choices: how people write them and what they become.

Every YAML scalar arrives as the text that stands in the file, so `02800`, `0301` and `nei` mean what was written.
Each form takes people's own ways of writing and rejects the rest with examples of what can be read.
"""

import re
from typing import Annotated, Any, Literal, NamedTuple, Protocol

from avtalegen.funn.begge import Begge, likt
from avtalegen.modell.avvisning import reject, reject_answer, reject_shape
from avtalegen.modell.base import Form, Ordvalg, forkort
from avtalegen.modell.egneord import FOR_KORT, FORBEHOLD, EgneOrd
from avtalegen.modell.jsonskjema import SKALARER
from avtalegen.modell.korte import bare_korte
from avtalegen.modell.linjer import på_en_linje, på_linjer
from avtalegen.modell.listetegn import uten_merke, uten_sak
from avtalegen.modell.ordlyd import VENTET
from avtalegen.modell.senere import senere
from avtalegen.modell.tallord import STREK, grense, heltall, med_strek, uten_gjentakelse


class Markdown(str):
    """Text in which the author may use Markdown; what of it, the handbook says."""

    __slots__ = ()


class Skrives(Protocol):
    """A value that can be written in the YAML."""

    def skriv(self) -> str:
        """Return what is read as the same in the YAML."""


class Antall(NamedTuple):
    """A number, or with `minst` the least number, or with `omtrent` about so many.

    `høyst` is the largest, as in «4–6» and «inntil 4» (the least of which is 0). `hyppighet` is how often, where that
    is what stands for the number of times in a year. `ord` are the words of what is no number: they stand as written.
    """

    antall: int
    minst: bool = False
    høyst: int | None = None
    omtrent: bool = False
    hyppighet: Skrives | None = None
    ord: str | None = None

    @property
    def entall(self) -> bool:
        """Whether what is counted is named in the singular («ett møte», «inntil ett møte»)."""
        return (self.høyst or self.antall) == 1

    @property
    def talt(self) -> bool:
        """Whether it is a number, and not how often something is or what is said of it in words."""
        return not (self.ord or self.hyppighet)

    def skriv(self) -> str | int:
        """Return what is read as the same in the YAML."""
        if self.ord or self.hyppighet:
            return self.ord or (self.hyppighet.skriv() if self.hyppighet else "")
        ca = "ca. " if self.omtrent else ""
        if self.høyst is not None:
            return f"{ca}{self.antall}–{self.høyst}" if self.antall else f"inntil {self.høyst}"
        return f"minst {self.antall}" if self.minst else f"{ca}{self.antall}" if ca else self.antall


_LENGST_SVAR = 8  # characters, with blanks and stops: no need to look at a longer one


def skalar(data: Any, hva: str) -> str:
    """Return `data` if it is text, otherwise reject it, saying that `hva` («en dato», one of `VENTET`) was expected."""
    if isinstance(data, str):
        return på_en_linje(data)
    ventet = Begge(hva, VENTET.get(hva, hva))
    form = (
        Begge("en liste", "ei liste") if isinstance(data, list) else Begge("nøkler med innhold", "nøklar med innhald")
    )
    return reject_shape(
        Begge(f"Her skal det stå {ventet}, ikke {form}.", f"Her skal det stå {ventet.nn}, ikkje {form.nn}.")
    )


def _tekst(data: Any) -> str:
    tekst = _svar_eller_tekst(data)
    if len(tekst) < _LENGST_SVAR:
        reject_answer(tekst)
    return tekst


def _svar_eller_tekst(data: Any) -> str:
    if isinstance(data, str):
        if tekst := på_linjer(data):
            return uten_merke(tekst)
        reject(
            Begge("Her mangler det tekst mellom anførselstegnene.", "Her manglar det tekst mellom hermeteikna."),
            likt("Skriv teksten, eller stryk nøkkelen."),
        )
    return skalar(data, "tekst")


def _markdown(data: Any) -> Markdown:
    if not isinstance(data, str):
        skalar(data, "tekst")
    if len(data) < _LENGST_SVAR:
        reject_answer(data)
    return Markdown(data.strip())


@bare_korte
def les_antall(tekst: str) -> Antall | None:
    """Return the number in «4», «minst to møter», «4 eller flere», «ca. 4», «4–6» or «inntil 4 ganger i året»."""
    hele = re.sub(
        r"(?:\s+(?:møte[rt]?|ganger?|gong(?:er)?|gg?r?\.?)|\s*(?:x|×|stk\.?))?"
        r"(?:,?\s+(?:(?:i|per|pr\.?)\s?år(?:et)?|(?:hvert|kvart) år|årlig|årleg)|\s?/\s?år)?\.?$",
        "",
        re.sub(r"\s(?:årlige|årlege|faste|ordinære) (?=møte)", " ", uten_gjentakelse(tekst.casefold())),
    )
    hele = med_strek(hele)
    hva, rest = grense(hele)
    uten_flere = re.sub(r"\s+(?:eller|og) fl(?:e|ei)re$|(?<=\d)\s?\+$", "", rest)
    if uten_flere != rest:
        hva = "minst" if not hva else "?"
    deler = [heltall(del_) for del_ in re.split(rf"{STREK}|\s+(?:til|eller)\s+", uten_flere)]
    først, sist = deler[0], deler[-1]
    if først is None or sist is None or hva == "?":
        return None
    omtrent = hva == "omtrent"
    if len(deler) == 1:
        return Antall(0, True, sist) if hva == "inntil" and sist else Antall(først, hva == "minst", omtrent=omtrent)
    return Antall(først, True, sist, omtrent) if len(deler) == 2 and først < sist and hva in ("", "omtrent") else None


def _antall(data: Any) -> Antall:
    return antall_eller_ord(skalar(data, "et antall"))


def antall_eller_ord(tekst: str) -> Antall:
    """Return the number in a text, or its words as they are written. What is no number of anything is rejected."""
    antall = les_antall(tekst)
    if antall is None and er_umulig(tekst):
        reject(
            Begge(
                f"«{forkort(tekst)}» kan ikke leses som et antall.", f"«{forkort(tekst)}» kan ikkje lesast som eit tal."
            ),
            Begge(
                "Skriv for eksempel «4», «fire», «minst 2», «4–6» eller «inntil 4».",
                "Skriv til dømes «4», «fire», «minst 2», «4–6» eller «inntil 4».",
            ),
        )
    return antall or Antall(0, ord=egne_ord(tekst, "et antall"))


def er_umulig(tekst: str) -> bool:
    """Tell whether a text is a number less than nothing, or a range that is turned round, and not words."""
    ender = re.fullmatch(rf"(-?[0-9]{{1,9}})(?:{STREK}([0-9]{{1,9}}))?", tekst)
    return bool(ender and (int(ender[1]) < 0 or (ender[2] and int(ender[2]) < int(ender[1]))))


def egne_ord(tekst: str, hva: str) -> str:
    """Return the words that somebody has written where a value could stand: they stand in the document as they are.

    An empty text is rejected; `hva` («et antall») was expected.
    """
    if not tekst:
        reject(
            Begge(f"Her mangler det {hva}.", f"Her manglar det {VENTET.get(hva, hva)}."),
            Begge(
                "Skriv det mellom anførselstegnene, eller stryk nøkkelen.",
                "Skriv det mellom hermeteikna, eller stryk nøkkelen.",
            ),
        )
    reject_answer(tekst)
    return tekst


_JA = ("ja", "true", "yes", "on", "sant", "selvfølgelig", "selvsagt", "sjølvsagt", "naturligvis", "alltid")
_NEI = ("nei", "false", "no", "off", "usant", "aldri", "ikke", "ikkje")
"""With YAML's own words for true and false: what an editor or a converter writes."""
_FEILSKREVET = senere(rf"(?i){FOR_KORT}|ja\w{{1,2}}|ne\w{{1,2}}")
"""What is rather «ja» or «nei» with a letter wrong."""
_BEGYNNER = senere(r"(?i)(?:(ja)|nei|ikkj?e (?:enn[åo]|enda|aktuel[tl]|nå|no|foreløpig|førebels|for tid\w+|i dag))\b")
_KORTEST_SETNING = 4  # words


def les_svar(tekst: str) -> bool | None:
    """Return what «ja», «Nei.» or «ja takk» answers, or None."""
    ord_ = tekst.casefold().strip(" .!").removesuffix(" takk").rstrip(" ,")
    return ord_ in _JA if ord_ in (*_JA, *_NEI) else None


def med_ord(data: Any, *, ja: str, nei: str) -> Any:
    """Return «ja» or «nei» for the words that a field is answered with («offentlig»), anything else as it is."""
    ord_ = data.casefold().strip(" .") if isinstance(data, str) else None
    return "ja" if ord_ in ja.split("|") else "nei" if ord_ in nei.split("|") else data


def er_setning(tekst: str) -> bool:
    """Tell whether a text says something in a sentence of its own, where it could have been an answer."""
    ord_ = tekst.split()
    return len(ord_) >= _KORTEST_SETNING and ord_[0].casefold().rstrip(",.") not in (*_JA, *_NEI)


class Svar(NamedTuple):
    """An answer in words: `svar` is what they begin with, None when it is neither yes nor no."""

    svar: bool | None
    ord: str

    def __bool__(self) -> bool:
        """Tell whether it is a yes."""
        return bool(self.svar)

    def skriv(self) -> str:
        """Return what is read as the same in the YAML."""
        return self.ord


def _ja_nei(data: Any) -> bool | Svar:
    tekst = skalar(data, "«ja» eller «nei»")
    svar = les_svar(tekst)
    if svar is not None:
        return svar
    if _FEILSKREVET.fullmatch(tekst):
        reject(likt(f"«{forkort(tekst)}» er verken ja eller nei."), likt("Skriv «ja» eller «nei»."))
    først = _BEGYNNER.match(tekst)
    # «ja, men ikke ennå» is no yes, and «nei, men det vurderes» is a no; «ikke avklart» is neither.
    usikkert = først is None or bool(først[1] and FORBEHOLD.search(tekst))
    return Svar(None if usikkert else bool(først and først[1]), tekst)


def _telefon(data: Any) -> tuple[str, ...]:
    if isinstance(data, list):
        numre = tuple(_ett(skalar(del_, "et telefonnummer")) for del_ in data if del_ is not None)
    else:
        numre = _numre(skalar(data, "et telefonnummer"))
    if not numre:
        reject(
            Begge("Her mangler det et telefonnummer.", "Her manglar det eit telefonnummer."),
            Begge("Skriv for eksempel «02800» eller «76 05 43 01».", "Skriv til dømes «02800» eller «76 05 43 01»."),
        )
    return numre


def _numre(tekst: str) -> tuple[str, ...]:
    """Return the numbers in a text. With words for when each is used («112 ved nød, ellers 02800») it stays one."""
    numre = tuple(_ett(del_) for del_ in re.split(r"\s*(?:/|,|;|\beller\b|\bel\b\.?|\bog\b)\s*", tekst))
    return (_uten_ord(tekst),) if any(re.search(r"[^\W\d]{4}", nummer) for nummer in numre) else numre


def _uten_ord(tekst: str) -> str:
    """Return a text without the word for a phone that it begins with, unless there is one for each number."""
    ord_ = r"(?:tlf|tel|telefon|mob|mobil|mobiltelefon|ring)\b|[mt](?=[.:])"
    rest = re.sub(rf"(?i)^(?:{ord_})\.?:?\s*", "", tekst)
    return rest if re.match(r"[+(]*\d", rest) and not re.search(r"[^\W\d]\w*:", rest) else tekst


def _ett(tekst: str) -> str:
    uten_ord = _uten_ord(tekst)
    sifre = re.sub(r"^00(?=47\d{8}$)", "+", re.sub(r"[\s.\-\u00a0]|^\((?=\+47\))|(?<=^\(\+47)\)", "", uten_ord))
    return sifre if re.fullmatch(r"\+?[0-9]{3,15}", sifre) else uten_ord


class Målform(Ordvalg):
    """Målformen avtalen er skrevet i."""

    BOKMÅL = "bokmål", "nb", "bm", "nob", "nb-no", "norsk bokmål"
    NYNORSK = "nynorsk", "nn", "nno", "nn-no", "norsk nynorsk"

    @property
    def språkkode(self) -> Literal["nb", "nn"]:
        """The code of the language: that of the document, and the name of the folder with its templates."""
        return "nb" if self is Målform.BOKMÅL else "nn"


class Status(Ordvalg):
    """Hvor langt avtalen er kommet."""

    UTKAST = "utkast", "kladd", "under arbeid", "første utkast", "fyrste utkast", "høringsutkast", "høyringsutkast"
    TIL_BEHANDLING = "til-behandling", "til politisk behandling", "under behandling", "på høring", "på høyring"
    VEDTATT = "vedtatt", "vedteken", "vedteke", "godkjent", "godkjend", "gjeldende", "gjeldande"
    SIGNERT = "signert", "undertegnet", "underteikna", "underskrevet", "underskriven"
    OPPHEVET = "opphevet", "oppheva", "utgått"


class Part(Ordvalg):
    """Hvem av partene noe gjelder."""

    KOMMUNEN = "kommunen", "kommune", "kommunene", "kommunane", "for kommunen"
    POLITIET = "politiet", "politi", "politidistriktet", "for politiet"
    BEGGE = "begge", "kommunen og politiet", "begge parter", "begge partar", "begge partene", "begge partane"


class Styrke(EgneOrd):
    """Hvor sterkt noe er avtalt. Utelates det, gjelder det som er skrevet."""

    SKAL = "skal", "må", "plikter", "pliktar", "pålagt", "forplikter seg til", "forpliktar seg til"
    BØR = "bør", "burde", "anbefales", "tilrås", "anbefalt", "tilrådd"
    KAN = "kan", "frivillig", "valgfritt", "valfritt"
    MÅL = "mål", "et mål", "eit mål", "målsetting", "målsetjing", "tar sikte på", "tek sikte på", "har som mål"
    FORVENTES = "forventes", "det forventes", "venta", "er venta", "ventes", "forventet", "forventa"


Tekst = Annotated[str, Form(_tekst, hva="tekst")]
"""Plain text of one or more lines. Nothing in it is markup, and it is no answer to a question: «ja» or «nei»."""
TekstEllerSvar = Annotated[str, Form(_svar_eller_tekst, hva="tekst")]
"""Plain text that may be such an answer too."""
Saksnummer = Annotated[str, Form(lambda data: uten_sak(_tekst(data)), hva="tekst")]
"""The number of a case, without «sak» in front of it."""
TEKSTER = (Tekst, TekstEllerSvar, Saksnummer)
MarkdownTekst = Annotated[Markdown, Form(_markdown, hva="tekst med Markdown", som_skrevet=True)]
AntallForm = Annotated[Antall, Form(_antall, hva="et antall", måter=("4", "fire", "minst to", "4–6", "inntil 4"))]
JaNei = Annotated[bool | Svar, Form(_ja_nei, hva="ja eller nei", måter=("ja", "nei"))]
Telefon = Annotated[
    tuple[str, ...],
    Form(_telefon, SKALARER, hva="ett eller flere telefonnumre", måter=("02800", "76 05 43 01", "02800 / 76 05 43 01")),
]
"""One or more numbers. What is digits is kept as digits alone; how they are grouped is the document's business."""

"""Text, numbers and choices: how people write them and what they become.

Every YAML scalar arrives as the text that stands in the file, so `02800`, `0301` and `nei` mean what was written.
Each form takes people's own ways of writing and rejects the rest with examples of what can be read.
"""

import re
from enum import Enum
from typing import Annotated, Any, NamedTuple

from avtalegen.modell.base import SCALARS, Form, forkort, reject, reject_shape

_TALL = (
    "null",
    "én en ett ei éi éin ein eitt eit",
    "to",
    "tre",
    "fire",
    "fem",
    "seks",
    "sju syv",
    "åtte",
    "ni",
    "ti",
    "elleve",
    "tolv",
)
TALLORD = {ord_: tall for tall, ordene in enumerate(_TALL) for ord_ in ordene.split()}
"""Numbers written as words, as people write them up to twelve."""


class Markdown(str):
    """Text in which the author may use Markdown: paragraphs, lists, emphasis, links and tables."""

    __slots__ = ()


class Antall(NamedTuple):
    """A number, or the least number («minst 4»)."""

    antall: int
    minst: bool = False


def skalar(data: Any, hva: str) -> str:
    """Return `data` if it is text, otherwise reject it, saying that `hva` («en dato») was expected."""
    if isinstance(data, str):
        return " ".join(data.split())
    form = "en liste" if isinstance(data, list) else "nøkler med innhold"
    return reject_shape(f"Her skal det stå {hva}, ikke {form}.")


def heltall(tekst: str) -> int | None:
    """Return the whole number that «4», «fire» or «1 200» stands for, or None."""
    tekst = tekst.casefold()
    if tekst in TALLORD:
        return TALLORD[tekst]
    sifre = re.sub(r"[\s\u00a0\u202f](?=\d{3}\b)", "", tekst)
    return int(sifre) if re.fullmatch(r"[0-9]{1,12}", sifre) else None


def _tekst(data: Any) -> str:
    if isinstance(data, str):
        if tekst := "\n".join(" ".join(linje.split()) for linje in data.split("\n")).strip():
            return tekst
        reject("her mangler det tekst mellom anførselstegnene")
    return skalar(data, "tekst")


def _markdown(data: Any) -> Markdown:
    if not isinstance(data, str):
        skalar(data, "tekst")
    return Markdown(data.strip())


def _antall(data: Any) -> Antall:
    tekst = skalar(data, "et antall")
    rest = re.sub(r"^(minst|minimum|min\.)\s+", "", tekst, flags=re.IGNORECASE)
    tall = heltall(re.sub(r"\s+(møter|møte|ganger|gang)$", "", rest))
    if tall is None:
        reject(
            f"«{forkort(tekst)}» kan ikke leses som et antall.",
            "Skriv for eksempel «4», «fire» eller «minst 2».",
        )
    return Antall(tall, rest != tekst)


def _heltall(data: Any) -> int:
    tekst = skalar(data, "et tall")
    tall = heltall(tekst)
    if tall is None:
        reject(f"«{forkort(tekst)}» kan ikke leses som et helt tall.", "Skriv for eksempel «20» eller «fire».")
    return tall


def _ja_nei(data: Any) -> bool:
    tekst = skalar(data, "«ja» eller «nei»").casefold()
    if tekst in ("ja", "nei"):
        return tekst == "ja"
    # YAML's own words for true and false: what an editor or a converter writes.
    if tekst in ("true", "yes", "false", "no"):
        return tekst in ("true", "yes")
    return reject(f"«{forkort(tekst)}» er verken ja eller nei.", "Skriv «ja» eller «nei».")


def _prosent(data: Any) -> float:
    tekst = skalar(data, "en prosent")
    treff = re.fullmatch(r"([0-9]{1,3}(?:[.,][0-9]{1,2})?)\s*(?:%|prosent)?", tekst)
    verdi = float(treff[1].replace(",", ".")) if treff else -1.0
    if not 0 <= verdi <= 100:
        reject(
            f"«{forkort(tekst)}» kan ikke leses som en prosent.",
            "Skriv et tall fra 0 til 100, for eksempel «50 %». En hel stilling er «100 %».",
        )
    return verdi


def _kroner(data: Any) -> int:
    tekst = skalar(data, "et beløp")
    kort = re.sub(r"(?i)^kr\.?\s*|\s*(?:kr\.?|kroner|,-)$", "", tekst).strip()
    kort = re.sub(r"(?<=\d)[.](?=\d{3}\b)", "", kort)
    tall = heltall(kort)
    if tall is None:
        reject(f"«{forkort(tekst)}» kan ikke leses som et beløp.", "Skriv hele kroner, for eksempel «250 000 kr».")
    return tall


def _telefon(data: Any) -> tuple[str, ...]:
    deler = (
        data
        if isinstance(data, list)
        else re.split(r"\s*(?:/|,|;|\beller\b|\bog\b)\s*", skalar(data, "et telefonnummer"))
    )
    numre = tuple(_ett_nummer(skalar(d, "et telefonnummer")) for d in deler if d is not None)
    if not numre:
        reject("her mangler det et telefonnummer", "Skriv for eksempel «02800» eller «76 05 43 01».")
    return numre


def _ett_nummer(tekst: str) -> str:
    sifre = re.sub(r"[\s.\-\u00a0]", "", re.sub(r"(?i)^(tlf|telefon)\.?:?\s*", "", tekst))
    return sifre if re.fullmatch(r"\+?[0-9]{3,15}", sifre) else tekst


class Målform(Enum):
    """Målformen avtalen er skrevet i."""

    BOKMÅL = "bokmål"
    NYNORSK = "nynorsk"


class Status(Enum):
    """Hvor langt avtalen er kommet."""

    UTKAST = "utkast"
    TIL_BEHANDLING = "til-behandling"
    VEDTATT = "vedtatt"
    SIGNERT = "signert"
    OPPHEVET = "opphevet"


class Part(Enum):
    """Hvem av partene noe gjelder."""

    KOMMUNEN = "kommunen"
    POLITIET = "politiet"
    BEGGE = "begge"


Tekst = Annotated[str, Form(_tekst)]
"""Plain text of one or more lines. Nothing in it is markup."""
MarkdownTekst = Annotated[Markdown, Form(_markdown)]
AntallForm = Annotated[Antall, Form(_antall)]
Heltall = Annotated[int, Form(_heltall)]
JaNei = Annotated[bool, Form(_ja_nei)]
Prosent = Annotated[float, Form(_prosent)]
Kroner = Annotated[int, Form(_kroner)]
Telefon = Annotated[tuple[str, ...], Form(_telefon, SCALARS)]
"""One or more numbers. What is digits is kept as digits alone; how they are grouped is the document's business."""

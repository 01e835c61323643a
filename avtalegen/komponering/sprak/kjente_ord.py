"""What the words are that people begin a text with: a name, a title, a verb, a clause.

The words are in `maler/kjente_ord.yaml`, in both målformer: what people write is not always in the document's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import takewhile

from avtalegen.komponering.sprak.skrivemate import LONGEST_WORD, begynner_forkortet, er_liste, har_flere_setninger
from avtalegen.modell.senere import senere

_LONGER_THAN_A_NAME, _LONGER_STILL = len("Selig"), len("Flemming")
"""A longer word with one of the endings, of the long ones for the second, is a common word."""
_PEKER = re.compile(r"(?:den|dem|de|dei|hvem|kven|hva|kva)\b")
_ELLER_DEN = re.compile(r"\s(?:eller|og|samt)\s(?:den|dem|de|dei|han|hun|ho|noen|nokon)\s.*", re.IGNORECASE | re.DOTALL)
"""The rest of «kommunedirektøren eller den hun peker ut», which has the verb of a clause."""
_LEDDSETNING = re.compile(
    r"(?:når|hvis|viss|dersom|fordi|mens|ettersom|idet|etter at|med mindre|såfr[ae]mt"
    r"|så (?:snart|lenge|fr[ae]mt|vidt|sant)|(?:selv|sjølv|som) om)\b",
    re.IGNORECASE,
)
"""What a clause begins with that only tells when or whether: «så snart bygget er ferdig»."""
_INNSKUTT = re.compile(r",\s(?:eller|samt|sammen|saman|i|etter|ved|med|på|gjennom|under|for|av)\s[^,]*$", re.IGNORECASE)
"""What has a comma before it, and so one behind it: «kommunen, eller politiet når det haster,»."""
_DEN_SOM = re.compile(r"\b(?:den|dem|de|dei|det|noen|nokon|alle)\ssom\s", re.IGNORECASE)
_HVEM = frozenset({"den", "dem", "de", "dei"})
_OGSÅ_FORNAVN = re.compile(r"(?:[Ff]inne|[Kk]alle) [A-ZÆØÅ][a-zæøå]")
"""A verb that is a first name too, with a surname behind it: «Finne Olsen»."""
_LANG = 9
"""So many words stand well alone."""
_BØYNING = "(?:en|n|er|r|ene|ne|et|t|e|a|ar|ane|s|ens|ets|enes|anes)?"
"""How a noun may end, in both målformer."""


class KjenteOrd:
    """The words of `kjente_ord.yaml`: each list of them is words with a space between."""

    def __init__(self, ordene: Mapping[str, str]) -> None:
        self._infinitiver = frozenset(ordene["infinitiver"].split())
        self._i_to_ord = frozenset(ordene["infinitiv_i_to_ord"].split())
        self._spørreord = frozenset(ordene["spørreord"].split())
        self._finitte = frozenset(ordene["finitte"].split())
        self._ikke_verb = frozenset(ordene["ikke_verb"].split())
        self._bindeord = frozenset(ordene["bindeord"].split())
        self._vanlige = frozenset(ordene["vanlige"].split())
        self._endelser = tuple(ordene["endelser"].split())
        self._lange_endelser = tuple(ordene["endelser_lange"].split())
        self._navn = frozenset(ordene["navn"].split())
        self._forstavelser = tuple(ordene["forstavelser"].split())
        self._sisteledd = senere(rf"[^A-ZÆØÅ]*(?:{'|'.join(ordene['sisteledd'].split())}){_BØYNING}")
        self._på = senere(rf".*(?:{'|'.join(ordene['på'].split())})")
        self._småord = senere(rf"(?:{'|'.join(ordene['småord'].split())})\w*\b")

    def begynner(self, tekst: str) -> bool:
        """Tell whether a text, with a small letter first, begins with a title or another common word, and no name."""
        som_den_er = str(tekst)
        kjent = self._småord.match(som_den_er) or begynner_forkortet(som_den_er)
        return bool(kjent or self.er_infinitiv(tekst) or self._er_vanlig(tekst))

    def er_infinitiv(self, tekst: str) -> bool:
        """Tell whether the text begins with a verb in the infinitive that we know: «følge opp vedtakene»."""
        if _første(tekst) in self._infinitiver:
            return not _OGSÅ_FORNAVN.match(tekst)
        return "_".join(_ord(str(tekst).lower(), 2)) in self._i_to_ord

    def er_leddsetning(self, tekst: str) -> bool:
        """Tell whether the text is a clause that can follow «skal avklare»: «hvor ofte partene møtes»."""
        return _første(tekst) in self._spørreord and "?" not in tekst and not har_flere_setninger(tekst)

    def er_finitt(self, tekst: str) -> bool:
        """Tell whether the text begins with a verb that a sentence can have: «samordner», «skal», «møtes».

        «Når saken krever det» begins with a clause, though «målet når vi» has the same word as a verb.
        """
        return self._er_verb(_første(tekst)) and not _LEDDSETNING.match(tekst)

    def er_setning(self, tekst: str, *, lang: bool = True) -> bool:
        """Tell whether the text is a whole sentence: it has a verb we know, and something in front of it.

        What stands in a clause doesn't count («planen som rådet har»), nor does a verb alone («kan binde etaten»). With
        `lang`, so long a text that it can stand alone is taken for one, whatever verb it has: not when it is a clause
        («når bygget er ferdig»). What begins with a small «den», is what comes of the verb: «den lederen peker ut».
        """
        if er_liste(tekst):
            return False
        if har_flere_setninger(tekst) or tekst.rstrip().endswith(("?", "!")):
            return True
        bare_leddsetning = _LEDDSETNING.match(tekst) is not None and not tekst.rstrip().endswith(".")
        if lang and len(_ord(tekst, _LANG)) == _LANG and not bare_leddsetning:
            return True
        if _PEKER.match(tekst) and not tekst.rstrip().endswith("."):
            return False
        deler = (_ord(del_.lower(), _LANG) for del_ in re.split(r"[,;–]\s", _ELLER_DEN.sub("", str(tekst))))
        utenfor = [[*takewhile(lambda ordet: ordet not in self._bindeord, del_)] for del_ in deler]
        utenfor[0] = [] if bare_leddsetning else utenfor[0][1:]
        return any(self._er_verb(ordet) for del_ in utenfor for ordet in del_)

    def vil_ha_komma(self, tekst: str) -> bool:
        """Tell whether there is a comma between the text and a verb: it ends with a clause, or with what is put in.

        «Den som leder rådet, kaller inn», «den kommunedirektøren utpeker, arkiverer», but «politiet som sekretær».
        """
        tekst = str(tekst)
        if _INNSKUTT.search(tekst):
            return True
        sist = re.split(r"[,;–]\s", tekst)[-1]
        if _DEN_SOM.search(sist):
            return True
        ordene = [ordet.rstrip(",.:;").lower() for ordet in sist[: 4 * LONGEST_WORD].split()]
        for nr, ordet in enumerate(ordene):
            # A clause after «den» has somebody in front of its verb; «de ansatte» has none.
            etter = ordene[nr + 1 :] if ordet in self._bindeord else ordene[nr + 2 :] if ordet in _HVEM else []
            if any(map(self._er_verb, etter)) or (etter and ordet in self._bindeord - {"som"}):
                return True
        return False

    def _er_verb(self, ordet: str) -> bool:
        """Tell whether a word, in small letters, is a verb in the present or the past tense."""
        if ordet in self._ikke_verb:
            return False
        # «vise» is «viser», «vises» and «viste»; in nynorsk «kalle» is «kallar» and «kallast».
        stammer = [ordet[:-1]] if ordet.endswith(("r", "s")) else []
        stammer += [f"{ordet.removesuffix(ende)}e" for ende in ("ar", "te", "ast", "est") if ordet.endswith(ende)]
        return ordet in self._finitte or any(stamme in self._infinitiver for stamme in stammer)

    def er_på(self, tekst: str) -> bool:
        """Tell whether one is «på», and not «i», the place that the text begins with: «på rådhuset», «på møtet»."""
        return self._på.fullmatch(_første(tekst)) is not None

    def _er_vanlig(self, tekst: str) -> bool:
        """Tell whether the first word is one that is never a name, and doesn't begin one: «Trygg Trafikk»."""
        første, neste = (*_ord(tekst, 2), "", "")[:2]
        kjent = (
            første in self._vanlige
            or (len(første) > _LONGER_THAN_A_NAME and første.endswith(self._endelser))
            or (len(første) > _LONGER_STILL and første.endswith(self._lange_endelser))
            or bool(self._sisteledd.fullmatch(første))
            or self._er_verb(første)
            or self._er_avledet(første)
        )
        return kjent and not neste[:1].isupper() and første not in self._navn

    def _er_avledet(self, ordet: str) -> bool:
        """Tell whether a word is a verb we know with something before it, or its noun: «frembringe», «utleie»."""
        return any(ordet.startswith(foran) and ordet[len(foran) :] in self._infinitiver for foran in self._forstavelser)


def _første(tekst: str) -> str:
    """Return the first word of a text, in small letters and without the marks after it; "" when it has none."""
    ordene = str(tekst)[:LONGEST_WORD].split(maxsplit=1)
    return ordene[0].rstrip(",.:;").lower() if ordene else ""


def _ord(tekst: str, antall: int) -> list[str]:
    """Return the first words of a text, without the marks after them."""
    return [ordet.rstrip(",.:;") for ordet in str(tekst)[: antall * LONGEST_WORD].split(maxsplit=antall)[:antall]]

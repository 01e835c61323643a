"""The skeletons of our own documents, made of the templates: what each sentence, item and row can look like.

A template is walked as it stands, with every branch of it taken, so a sentence is known however little or much of it
there is. Nothing here knows a word of what the templates say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from jinja2 import nodes

from avtalegen.komponering.innledninger import FORMS
from avtalegen.komponering.mal.sandbox import Environment, environment
from avtalegen.komponering.sammensetting import struktur
from avtalegen.komponering.skjelett.enheter import Avsnittsskjelett, Enhet, Tabellskjelett
from avtalegen.komponering.skjelett.uttrykk import Uttrykk
from avtalegen.komponering.skjelett.valg import uten_egne_ord
from avtalegen.komponering.skjelett.verdier import (
    INGENTING,
    Felt,
    Følger,
    Liste,
    Løkke,
    Ord,
    Rekke,
    Ukjent,
    Valg,
    Verdi,
    en_av,
)
from avtalegen.modell.former import MarkdownTekst

_TABELL = "Tabell: "


@cache
def skjelett(språkkode: str, avsnitt: str) -> Avsnittsskjelett:
    """Return the skeleton of a section of an agreement."""
    return _Vandrer(environment(språkkode), avsnitt).gått(struktur()["avsnitt"][avsnitt])


@cache
def _lest(maler: Environment, navn: str) -> nodes.Template:
    """Return a template as it stands; what many sections include, is read once."""
    assert maler.loader is not None
    return uten_egne_ord(maler.parse(maler.loader.get_source(maler, navn)[0], navn))


class _Vandrer:
    """Walks a template and those that it includes, and takes down each line that they can write."""

    def __init__(self, maler: Environment, navn: str) -> None:
        self.maler, self.funnet = maler, Avsnittsskjelett(navn)
        self.uttrykk = Uttrykk(maler.språk.ord)
        self.linje: list[Verdi] = []
        self.følger: list[Følger] = []
        self.nr = self.gruppe = 0
        self.åpen = False
        self.blank = True
        self.tabell: Tabellskjelett | None = None

    def gått(self, fil: str) -> Avsnittsskjelett:
        self._mal(f"{fil}.md.j2")
        return self.funnet

    def _mal(self, navn: str) -> None:
        self._alle(_lest(self.maler, navn).body)
        self._ferdig()

    def _alle(self, alle: Iterable[nodes.Node]) -> None:
        for node in alle:
            self._en(node)

    def _en(self, node: nodes.Node) -> None:
        match node:
            case nodes.Output(nodes=deler):
                for del_ in deler:
                    if isinstance(del_, nodes.TemplateData):
                        self._tekst(del_.data)
                    else:
                        self.linje.append(self.uttrykk.les(del_))
            case nodes.Assign(target=nodes.Name(name=navn), node=uttrykk):
                self.uttrykk.navn[navn] = self.uttrykk.les(uttrykk)
            case nodes.With(targets=mål, values=verdier, body=body):
                med = [
                    (m.name, self.uttrykk.les(v))
                    for m, v in zip(mål, verdier, strict=True)
                    if isinstance(m, nodes.Name)
                ]
                self._med(dict(med), body)
            case nodes.Include(template=nodes.Const(value=navn)):
                self._ferdig()
                self._mal(str(navn))
            case nodes.If():
                self._hvis(node)
            case nodes.For():
                self._for(node)

    def _med(self, navn: dict[str, Verdi], body: Sequence[nodes.Node]) -> None:
        før = dict(self.uttrykk.navn)
        self.uttrykk.navn |= navn
        self._alle(body)
        self.uttrykk.navn = før

    def _hvis(self, node: nodes.If) -> None:
        if not _over_flere_linjer(node):
            self.linje.append(self._valg(node))
            return
        for følger, body in self._grener(node):
            self.følger.append(følger)
            self._alle(body)
            self.følger.pop()
            if self.funnet.enheter and (siste := self.funnet.enheter[-1]).slag == "overskrift":
                siste.valgfri = True

    def _grener(self, node: nodes.If) -> Iterator[tuple[Følger, Sequence[nodes.Node]]]:
        """Give the branches of a choice, each with what is so when it is taken."""
        før: list[nodes.Node] = []
        for test, body in [(node.test, node.body), *((e.test, e.body) for e in node.elif_)]:
            yield (*self.uttrykk.følger(test), *self.uttrykk.igjen(test, før)), body
            før.append(test)
        if node.else_:
            yield self.uttrykk.følger(node.test, nei=True) if not node.elif_ else (), node.else_

    def _valg(self, node: nodes.If) -> Verdi:
        av: list[tuple[Følger, Verdi]] = []
        tester = [node.test, *(e.test for e in node.elif_)]
        for nr, (følger, body) in enumerate(self._grener(node)):
            self.uttrykk.sagt += tester[nr : nr + 1]
            av.append((følger, self._inni(body)))
            del self.uttrykk.sagt[len(self.uttrykk.sagt) - len(tester[nr : nr + 1]) :]
        if not node.else_:
            av.append(((), INGENTING))
        return Valg(tuple(av))

    def _inni(self, body: Sequence[nodes.Node]) -> Verdi:
        ute, self.linje = self.linje, []
        self._alle(body)
        inne, self.linje = self.linje, ute
        return Rekke(tuple(inne))

    def _for(self, node: nodes.For) -> None:
        over = self.uttrykk.les(node.iter)
        flere = _over_flere_linjer(node)
        ting = (
            tuple(_flate(over)) if isinstance(node.target, nodes.Name) else over.ting if isinstance(over, Liste) else ()
        )
        for en in ting:
            navn = self._bundet(node.target, en)
            if navn is None:
                continue
            if flere:
                self._med(navn, node.body)
            else:
                før = dict(self.uttrykk.navn)
                self.uttrykk.navn |= navn
                self.linje.append(Løkke(self._inni(node.body)))
                self.uttrykk.navn = før

    def _bundet(self, mål: nodes.Node, en: Verdi) -> dict[str, Verdi] | None:
        if isinstance(mål, nodes.Name):
            return {mål.name: en_av(en)}
        if isinstance(mål, nodes.Tuple) and isinstance(en, Liste):
            return {m.name: v for m, v in zip(mål.items, en.ting, strict=True) if isinstance(m, nodes.Name)}
        return None

    def _tekst(self, tekst: str) -> None:
        første, *resten = tekst.split("\n")
        if første:
            self.linje.append(Ord(første))
        for linje in resten:
            self.blank = self.blank or not self.linje
            self._ferdig()
            if linje:
                self.linje.append(Ord(linje))

    def _ferdig(self) -> None:
        deler, self.linje = _uten_ytterkanter(self.linje), []
        if not deler:
            return
        følger = tuple(en for alle in self.følger for en in alle)
        først = deler[0].tekst if isinstance(deler[0], Ord) else ""
        if først.startswith("|"):
            self._rad(deler)
            return
        self.nr += 1
        if først.startswith(_TABELL):
            self.tabell = None
            self.funnet.titler.append(_uten(deler, _TABELL))
            return
        self._enhet(deler, først, følger)

    def _enhet(self, deler: tuple[Verdi, ...], først: str, følger: Følger) -> None:
        if len(deler) == 1 and isinstance(deler[0], Felt) and deler[0].type is MarkdownTekst:
            self.funnet.fritekst.append((self.nr, deler[0]))
            return
        if treff := re.match(r"#+ ", først):
            self.åpen = False
            self.gruppe += 1
            self._legg("overskrift", _uten(deler, treff[0]), følger, nivå=len(treff[0]) - 1)
        elif treff := re.match(r"- |1\. ", først):
            self.funnet.ordnet = self.funnet.ordnet or treff[0] != "- "
            self._legg("punkt", _uten(deler, treff[0]), følger)
            self.åpen = False
        else:
            form = next((f for f in FORMS if først.startswith(f)), "")
            if not self.åpen:
                self.gruppe += 1
            self.åpen = bool(form)
            self._legg("setning", _uten(deler, form), følger, form=form)

    def _legg(self, slag: str, deler: tuple[Verdi, ...], følger: Følger, nivå: int = 0, form: str = "") -> None:
        self.funnet.enheter.append(Enhet(self.nr, slag, deler, følger, nivå, form, self.gruppe, self.blank))
        self.blank = False

    def _rad(self, deler: tuple[Verdi, ...]) -> None:
        celler = _celler(deler)
        if all(isinstance(d, Ord) and not d.tekst.strip("-: ") for celle in celler for d in celle):
            return
        if self.tabell is None:
            self.tabell = Tabellskjelett(self.nr, celler)
            self.funnet.tabeller.append(self.tabell)
        else:
            self.tabell.rader.append(celler)


def _flate(verdi: Verdi) -> Iterator[Verdi]:
    if isinstance(verdi, Liste):
        for en in verdi.ting:
            yield from _flate(en)
    else:
        yield verdi


def _over_flere_linjer(node: nodes.Node) -> bool:
    return any("\n" in data.data for data in node.find_all(nodes.TemplateData)) or any(node.find_all(nodes.Include))


def _uten_ytterkanter(linje: list[Verdi]) -> tuple[Verdi, ...]:
    deler = [Ord(d.tekst.replace("**", "")) if isinstance(d, Ord) else d for d in linje]
    if deler and isinstance(deler[0], Ord):
        deler[0] = Ord(deler[0].tekst.lstrip())
    if deler and isinstance(deler[-1], Ord):
        deler[-1] = Ord(deler[-1].tekst.rstrip())
    deler = [d for d in deler if d != INGENTING]
    return () if all(isinstance(d, Ukjent) for d in deler) else tuple(deler)


def _uten(deler: tuple[Verdi, ...], foran: str) -> tuple[Verdi, ...]:
    først = deler[0]
    assert isinstance(først, Ord) or not foran
    if not foran or not isinstance(først, Ord):
        return deler
    rest = Ord(først.tekst.removeprefix(foran))
    return deler[1:] if rest == INGENTING else (rest, *deler[1:])


def _celler(deler: Iterable[Verdi]) -> tuple[tuple[Verdi, ...], ...]:
    celler: list[list[Verdi]] = []

    def gå(alle: Iterable[Verdi]) -> None:
        for d in alle:
            if isinstance(d, Ord) and "|" in d.tekst:
                første, *resten = d.tekst.split("|")
                if celler and første.strip():
                    celler[-1].append(Ord(første))
                for bit in resten:
                    celler.append([Ord(bit)] if bit.strip() else [])
            elif isinstance(d, Valg) and any(_har_strek(v) for _, v in d.av):
                gå([v for _, v in d.av if _har_strek(v)])
            elif isinstance(d, Rekke) and _har_strek(d):
                gå(d.deler)
            elif celler:
                celler[-1].append(d)

    gå(deler)
    return tuple(map(_uten_ytterkanter, (c for c in celler if c)))


def _har_strek(verdi: Verdi) -> bool:
    match verdi:
        case Ord(tekst=tekst):
            return "|" in tekst
        case Rekke(deler=deler):
            return any(map(_har_strek, deler))
        case Valg(av=av):
            return any(_har_strek(v) for _, v in av)
    return False

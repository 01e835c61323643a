"""The expressions of the templates, read as what they can print."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from jinja2 import nodes

from avtalegen.funn.diagnostic import Rute
from avtalegen.komponering.skjelett.verdier import (
    INGENTING,
    UKJENT,
    Felt,
    Følger,
    Liste,
    Ord,
    Rekke,
    Skrevet,
    Ukjent,
    Valg,
    Verdi,
    en_av,
)
from avtalegen.modell.avtale import Avtale
from avtalegen.modell.base import Ordvalg, del_i
from avtalegen.modell.former import JaNei

_UTVALG = frozenset({"list", "select", "reject", "unique", "default"})
_ALLTID = ("skal", "grad")
"""What a point is when nothing is said of how strongly it is agreed."""
_EGENSKAPER = {"grad": "styrke", "utdyping": "merknad"}
"""Properties that show a field as it is written."""
_NAVN = {"navn": "kommunenavn", "fullt_navn": "kommunenavn"}


class Uttrykk:
    """Reads the expressions of templates; `navn` are those that the templates have set, `ord_` our words."""

    def __init__(self, ord_: Mapping[str, Any]) -> None:
        self.sagt: list[nodes.Node] = []
        self.navn: dict[str, Verdi] = {
            felt.nøkkel: Felt((felt.nøkkel,), felt.type, felt.mange) for felt in Avtale.felter.values()
        }
        parter = self._felt(self.navn["parter"], "kommuner")
        assert isinstance(parter, Felt)
        self.navn["kommuner"] = parter
        øvrige = (self._felt(self.navn["parter"], "fylkeskommune"), self._felt(self.navn["parter"], "andre"))
        self.navn["øvrige_parter"] = self.navn["også_parter"] = Liste(øvrige)
        self.navn["distrikt"] = Skrevet(Felt(("parter", "politi", "distrikt"), str), "distrikt")
        self.navn["kommunenavn"] = Skrevet(UKJENT, "")
        politi = self._felt(self.navn["parter"], "politi")
        self.navn["politiets_organisasjonsnummer"] = self._felt(politi, "organisasjonsnummer")
        for former in ord_["entall_flertall"].values():
            for navn, ordene in former.items():
                self.navn[navn] = Valg(
                    tuple(((), Ord(o)) for o in dict.fromkeys(sorted(ordene, key=len, reverse=True)))
                )

    def les(self, uttrykk: nodes.Node | None) -> Verdi:
        """Return what an expression can print."""
        match uttrykk:
            case nodes.Const(value=verdi):
                return Ord(verdi) if isinstance(verdi, str) else INGENTING if verdi is None else UKJENT
            case nodes.TemplateData(data=tekst):
                return Ord(tekst)
            case nodes.Name(name=navn):
                return self.navn.get(navn, UKJENT)
            case nodes.Getattr(node=node, attr=navn):
                return self._felt(self.les(node), navn)
            case nodes.Getitem(node=nodes.Dict() as ordbok, arg=arg):
                return self._oppslag(ordbok, arg)
            case nodes.Getitem(node=node, arg=nodes.Const(value=int())):
                return en_av(self.les(node))
            case nodes.Concat(nodes=deler):
                return Rekke(tuple(map(self.les, deler)))
            case nodes.Add(left=a, right=b):
                return _lagt_sammen(self.les(a), self.les(b))
            case nodes.List(items=ting) | nodes.Tuple(items=ting):
                return Liste(tuple(map(self.les, ting)))
            case nodes.Filter():
                return self._filter(uttrykk)
        return self._valgt_uttrykk(uttrykk)

    def _valgt_uttrykk(self, uttrykk: nodes.Node | None) -> Verdi:
        """Return the choices of an expression that can print one of several things."""
        match uttrykk:
            case nodes.CondExpr(test=test, expr1=ja, expr2=nei):
                self.sagt.append(test)
                ja_ = self.les(ja)
                self.sagt.pop()
                gren = ((self.følger(test), ja_), (self.følger(test, nei=True), self.les(nei)))
                return Valg(tuple(en for en in gren if not isinstance(en[1], Ukjent)) or gren)
            case nodes.Or(left=a, right=b):
                av = [self.les(a), self.les(b)]
                if isinstance(av[1], Ord):
                    av.reverse()
                kan = [en for en in av if not isinstance(en, Ukjent) and en != INGENTING]
                return kan[0] if len(kan) == 1 else Valg(tuple(((), en) for en in kan))
        return UKJENT

    def _filter(self, f: nodes.Filter) -> Verdi:
        verdi = self.les(f.node)
        args: list[Any] = [a.value if isinstance(a, nodes.Const) else self.les(a) for a in f.args]
        valg: dict[str, Any] = {
            str(k.key): k.value.value if isinstance(k.value, nodes.Const) else self.les(k.value) for k in f.kwargs
        }
        if f.name in _UTVALG:
            return verdi
        if f.name == "length":
            return UKJENT
        if f.name == "map" and "attribute" in valg:
            felt = verdi
            for steg in str(valg["attribute"]).split("."):
                felt = self._felt(en_av(felt), steg)
            return Skrevet(felt, "navnene") if isinstance(felt, Felt) and felt.rute[-1] == "navn" else felt
        if f.name in ("selectattr", "rejectattr"):
            return self._valgt(verdi, f.name, args)
        if f.name == "setninger":
            return Skrevet(en_av(verdi), "setning", tuple(args), valg)
        if f.name == "map":
            return Skrevet(verdi, str(args[0]), tuple(args[1:]), valg)
        return Skrevet(verdi, f.name, tuple(args), valg)

    def _valgt(self, verdi: Verdi, filter_: str, args: list[Any]) -> Verdi:
        if isinstance(verdi, Felt) and filter_ == "selectattr" and args[1:2] == ["equalto"] and args[0] == "grad":
            return verdi._replace(følger=((("styrke",), args[2]),))
        return verdi

    def _felt(self, verdi: Verdi, navn: str) -> Verdi:
        if isinstance(verdi, Liste):
            deler = [f for f in (self._felt(en, navn) for en in verdi.ting) if not isinstance(f, Ukjent)]
            return deler[0] if len(deler) == 1 else Liste(tuple(deler)) if deler else UKJENT
        if isinstance(verdi, Valg):
            av = [(f, v) for f, v in ((f, self._felt(v, navn)) for f, v in verdi.av) if not isinstance(v, Ukjent)]
            return Valg(tuple(av)) if av else UKJENT
        if not isinstance(verdi, Felt):
            return UKJENT
        if verdi.rute[:2] == ("parter", "kommuner") and len(verdi.rute) == 3:
            if navn == "data":
                return verdi
            if navn in _NAVN:
                return Skrevet(Felt((*verdi.rute, "kommunenummer"), str), _NAVN[navn])
        del_ = del_i(verdi.type)
        felt = next((f for f in del_.felter.values() if f.navn == navn), None) if del_ else None
        if felt is None and del_ and navn in _EGENSKAPER:
            felt = del_.felter.get(_EGENSKAPER[navn])
        if felt is None and navn == "tidsrom":
            return verdi
        if felt is None:
            return UKJENT
        return Felt((*verdi.rute, felt.nøkkel), felt.type, felt.mange)

    def _oppslag(self, ordbok: nodes.Dict, arg: nodes.Node) -> Verdi:
        rute = self._valgrute(arg)
        ellers = arg.right.value if isinstance(arg, nodes.Or) and isinstance(arg.right, nodes.Const) else None
        av = []
        for par in ordbok.items:
            nøkkel = par.key.value if isinstance(par.key, nodes.Const) else ""
            alltid = (nøkkel, _attributt(arg)) == _ALLTID and not self._er_spurt(rute)
            sagt = rute and nøkkel != ellers and not alltid
            av.append((((rute, nøkkel),) if rute and sagt else (), self.les(par.value)))
        return Valg(tuple(av))

    def _er_spurt(self, rute: Rute | None) -> bool:
        """Tell whether the template has asked whether there is anything at a way."""
        spurt = [en for test in self.sagt for en in (test, *test.find_all(nodes.Getattr))]
        return any(isinstance(felt := self.les(en), Felt) and felt.rute == rute for en in spurt)

    def _valgrute(self, arg: nodes.Node | None) -> Rute | None:
        if isinstance(arg, nodes.Filter):
            return self._valgrute(arg.node)
        if isinstance(arg, nodes.Or):
            return self._valgrute(arg.left)
        if isinstance(arg, nodes.And):
            return self._valgrute(arg.right)
        if isinstance(arg, nodes.Getattr) and arg.attr == "value":
            arg = arg.node
        felt = self.les(arg)
        return felt.rute if isinstance(felt, Felt) and not felt.mange else None

    def følger(self, test: nodes.Node | None, *, nei: bool = False) -> Følger:
        """Return what is so of the agreement when a test is passed, or with `nei` when it is not."""
        match test:
            case nodes.And(left=a, right=b) if not nei:
                return (*self.følger(a), *self.følger(b))
            case nodes.Not(node=a):
                return self.følger(a, nei=not nei)
            case nodes.Compare(expr=nodes.Getattr(attr="value", node=node), ops=[nodes.Operand(op="eq", expr=o)]):
                return self._valgt_ord(node, o, nei=nei)
            case nodes.Test(name="none", node=node) if nei:
                felt = self.les(node)
                return ((felt.rute, "nei"),) if isinstance(felt, Felt) and felt.type is JaNei else ()
            case nodes.Name() | nodes.Getattr():
                felt = self.les(test)
                if isinstance(felt, Felt) and felt.type is JaNei:
                    return () if nei else ((felt.rute, "ja"),)
        return ()

    def igjen(self, test: nodes.Node, før: Sequence[nodes.Node]) -> Følger:
        """Return what is so when a choice has been made, and it is none of those that were asked for before."""
        felt = self.les(test) if isinstance(test, nodes.Name | nodes.Getattr) else UKJENT
        if not isinstance(felt, Felt) or not _er_valg(felt.type):
            return ()
        spurt = {er for en in før for rute, er in self.følger(en) if rute == felt.rute}
        andre = [str(v.value) for v in felt.type if v.value not in spurt]
        return ((felt.rute, andre[0]),) if len(andre) == 1 else ()

    def _valgt_ord(self, node: nodes.Node, ordet: nodes.Node, *, nei: bool) -> Følger:
        felt = self.les(node)
        if not isinstance(felt, Felt) or not isinstance(ordet, nodes.Const) or not _er_valg(felt.type):
            return ()
        if not nei:
            return ((felt.rute, str(ordet.value)),)
        andre = [str(v.value) for v in felt.type if v.value != ordet.value]
        return ((felt.rute, andre[0]),) if len(andre) == 1 else ()


def _er_valg(type_: Any) -> bool:
    return isinstance(type_, type) and issubclass(type_, Ordvalg)


def _lagt_sammen(a: Verdi, b: Verdi) -> Verdi:
    """Return two lists as one. Where they are of the same kind, nothing tells which of them something stood in."""
    like = isinstance(a, Felt) and isinstance(b, Felt) and a.type is b.type and a.rute != b.rute
    return a if like else Liste((a, b))


def _attributt(arg: nodes.Node) -> str:
    return arg.attr if isinstance(arg, nodes.Getattr) else ""

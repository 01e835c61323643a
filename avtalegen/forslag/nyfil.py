"""The text of a new YAML file: what the register knows of some kommuner, put into `maler/ny.yaml.j2`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined, Template
from jinja2.sandbox import ImmutableSandboxedEnvironment

from avtalegen import register
from avtalegen.dokument.maler import MALER
from avtalegen.forslag.linjer import ferdig
from avtalegen.forslag.veilederens import for_rute, tekst_i_yaml
from avtalegen.funn.ordlyd import liste
from avtalegen.modell.former import Målform
from avtalegen.modell.ufylt import UFYLT
from avtalegen.register import Kommune, Politidistrikt
from avtalegen.register.navn import grovt

MERKE = UFYLT
"""What marks a place that the user must fill in. In the file a colon and what to write follow it."""

_KOMMUNER_PER_POLITIKONTAKT = 3  # at most, as a rule (veilederen kapittel 5)


def filnavn(kommuner: Sequence[Kommune]) -> str:
    """Return a name for the file in lower-case ASCII: `fla.yaml`, or `fla-med-flere.yaml` for several kommuner."""
    return f"{_ascii(kommuner[0].navn)}{'-med-flere' if len(kommuner) > 1 else ''}.yaml"


def filnavn_for_fylkeskommune(fylke: str) -> str:
    """Return the same for the fylkeskommune of a fylke: `innlandet-fylkeskommune.yaml`."""
    return f"{_ascii(fylke)}-fylkeskommune.yaml"


def _ascii(navn: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", grovt(navn)).strip("-")


def yaml_tekst(
    kommuner: Sequence[Kommune],
    fil: str,
    *,
    nynorsk: bool | None = None,
    arv: str = "",
    arvet: Mapping[str, Any] = MappingProxyType({}),
) -> str:
    """Return the YAML of a new agreement between `kommuner`, all in one politidistrikt, and the police.

    It is valid as it is, and says only what the register knows. `fil` is the name that the explanations use for the
    file. Unless `nynorsk` says which, the målform is the one that most of the kommuner require. `arv` is the path to a
    file that the agreement is to inherit from, and `arvet` what it gets from there, as plain data: that is left out.
    """
    nn = _velg_målform(kommuner, arvet) if nynorsk is None else nynorsk
    politi = register.politidistrikt(kommuner[0].politidistrikt)
    assert politi is not None, "the register names a politidistrikt that it doesn't have"
    fylker = {k.fylke for k in kommuner} - {"Oslo"}  # a kommune and its own fylkeskommune
    return _skrevet(
        nn,
        arvet,
        arv,
        fil=fil,
        kommuner=kommuner,
        parter=[*(k.navn for k in kommuner), _navn(politi, nn)],
        om_målform=_om_målform(kommuner, nn),
        distrikt=_navn(politi, nn),
        telefon=politi.telefon,
        felles=_ascii(politi.kortnavn),
        enheter=tuple(dict.fromkeys(enhet for k in kommuner for enhet in k.politistasjonsdistrikter)),
        fylkeskommune=f"{fylker.pop()} fylkeskommune" if len(fylker) == 1 else None,
        politikontakter=-(-len(kommuner) // _KOMMUNER_PER_POLITIKONTAKT),
    )


def utkast(kommuner: Sequence[Kommune], målform: Målform) -> str:
    """Return the YAML of a new agreement that says only what the register knows, without a word about the rest."""
    politi = register.politidistrikt(kommuner[0].politidistrikt)
    assert politi is not None, "the register names a politidistrikt that it doesn't have"
    lines = [
        "format: 1",
        "",
        "avtale:",
        f"  målform: {målform.value}",
        "  status: utkast",
        "",
        "parter:",
        "  kommuner:",
    ]
    for kommune in kommuner:
        lines += [f'    - kommunenummer: "{kommune.kommunenummer}"', f"      navn: {tekst_i_yaml(kommune.navn)}"]
        if kommune.organisasjonsnummer:
            lines.append(f'      organisasjonsnummer: "{kommune.organisasjonsnummer}"')
    lines += ["  politi:", f"    distrikt: {tekst_i_yaml(_navn(politi, målform is Målform.NYNORSK))}"]
    enheter = dict.fromkeys(enhet for kommune in kommuner for enhet in kommune.politistasjonsdistrikter)
    if len(enheter) == 1:
        lines.append(f"    enhet: {tekst_i_yaml(next(iter(enheter)))}")
    return "\n".join(lines) + "\n"


def yaml_for_fylkeskommune(
    fylke: str,
    fil: str,
    *,
    nynorsk: bool | None = None,
    arv: str = "",
    arvet: Mapping[str, Any] = MappingProxyType({}),
) -> str:
    """Return the YAML of a new agreement between the fylkeskommune of `fylke` alone and the police.

    It is as `yaml_tekst` otherwise. The register doesn't know which målform a fylkeskommune requires, so without
    `nynorsk` it is the one that most of the kommuner in it do.
    """
    kommuner = [k for k in register.alle_kommuner() if k.fylke == fylke]
    nn = _velg_målform(kommuner, arvet) if nynorsk is None else nynorsk
    distrikter = [d for d in register.alle_politidistrikt() if d.navn in {k.politidistrikt for k in kommuner}]
    navn = [_navn(distrikt, nn) for distrikt in distrikter]
    return _skrevet(
        nn,
        arvet,
        arv,
        fil=fil,
        kommuner=(),
        parter=[f"{fylke} fylkeskommune", navn[0] if len(navn) == 1 else "politiet"],
        om_målform=_VALGT_MÅLFORM[nn],
        distrikt=navn[0] if len(navn) == 1 else None,
        distrikter=liste(navn, "eller"),
        felles=_ascii(distrikter[0].kortnavn),
        fylkeskommune=f"{fylke} fylkeskommune",
    )


def _skrevet(nn: bool, arvet: Mapping[str, Any], arv: str, *, parter: Sequence[str], **verdier: Any) -> str:
    """Return the file in a målform: the template with its values, made ready for people."""
    målform = Målform.NYNORSK if nn else Målform.BOKMÅL
    kommuner = len(verdier["kommuner"])

    def t(på_bokmål: str, på_nynorsk: str) -> str:
        return på_nynorsk if nn else på_bokmål

    def fyll(på_bokmål: str, på_nynorsk: str) -> str:
        return f'"{MERKE}: {t(på_bokmål, på_nynorsk)}"'

    def forslag(rute: str, innrykk: int | None = None) -> str:
        ett = for_rute(rute.split("."), målform)
        assert ett is not None, f"{rute} is not in forslag.yaml"
        if not ett.passer(kommuner, verdier.get("politikontakter", 0)):
            return ""
        inn = " " * (2 * (len(ett.rute) - 1) if innrykk is None else innrykk)
        return "\n".join([f"{inn}## {ett.hvorfor}", *(f"{inn}# {linje}" for linje in ett.yaml())])

    tekst = _mal().render(
        t=t,
        fyll=fyll,
        forslag=forslag,
        arv=tekst_i_yaml(arv),
        partene=liste(parter),
        flere=kommuner > 1,
        målform=målform.value,
        **verdier,
    )
    if _arvet_målform(arvet) not in (None, målform.value):
        arvet = {**arvet, "avtale": {**arvet["avtale"], "målform": None}}
    return ferdig(tekst, arvet)


def _velg_målform(kommuner: Sequence[Kommune], arvet: Mapping[str, Any]) -> bool:
    """Tell whether it is nynorsk: what most of the kommuner require, or else what is inherited."""
    for_nynorsk, for_bokmål = (len(_med_målform(kommuner, målform)) for målform in ("nynorsk", "bokmål"))
    if for_nynorsk != for_bokmål:
        return for_nynorsk > for_bokmål
    return _arvet_målform(arvet) == "nynorsk"


def _arvet_målform(arvet: Mapping[str, Any]) -> str | None:
    avtale = arvet.get("avtale")
    målform = avtale.get("målform") if isinstance(avtale, Mapping) else None
    return målform.casefold() if isinstance(målform, str) else None


def _navn(distrikt: Politidistrikt, nn: bool) -> str:
    return distrikt.navn_nynorsk if nn else distrikt.navn


def antall_steder(tekst: str) -> int:
    """Return how many places there are to fill in."""
    return tekst.count(f"{MERKE}:")


def _med_målform(kommuner: Sequence[Kommune], målform: str) -> list[str]:
    return [k.navn for k in kommuner if k.målform == målform]


_VALGT_MÅLFORM = {
    False: "Målformen velger du med «avtalegen ny --bokmål» eller «--nynorsk».",
    True: "Målforma vel du med «avtalegen ny --bokmål» eller «--nynorsk».",
}


def _om_målform(kommuner: Sequence[Kommune], nn: bool) -> str:
    """Return what the kommuner require of the police, and how to get the other målform where it can be used."""
    krav = {målform: _med_målform(kommuner, målform) for målform in ("bokmål", "nynorsk")}
    har, mens = ("har vedteke", "medan") if nn else ("har vedtatt", "mens")
    vedtatt = [f"{liste(navn)} {har} {målform}" for målform, navn in krav.items() if navn]
    if len(vedtatt) == 1:
        da = "Då skal politiet bruke den målforma" if nn else "Da skal politiet bruke den målformen"
        return f"{vedtatt[0]}. {da} (språklova)."
    flere = len(kommuner) > 1
    hvem = ("Kommunane" if nn else "Kommunene") if flere else "Kommunen"
    godtar = "godtek" if nn else "godtar"
    start = f"{f', {mens} '.join(vedtatt)}." if vedtatt else f"{hvem} {godtar} både bokmål og nynorsk."
    return f"{start} {_VALGT_MÅLFORM[nn]}"


@cache
def _mal() -> Template:
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(MALER, encoding="utf-8"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    return environment.get_template("ny.yaml.j2")

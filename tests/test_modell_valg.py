"""Choices: how people write them, in both målformer and as an adjective is inflected, and what they become."""

import json
from enum import Enum
from typing import Any

import yaml

from avtalegen.flyt import check
from avtalegen.modell.andre_rad import Forhold
from avtalegen.modell.avsnittsvalg import Avsnitt, Avsnittsspråk
from avtalegen.modell.former import (
    Målform,
    Part,
    Status,
)
from avtalegen.modell.politirad import Rådsrolle, Åpenhet
from avtalegen.modell.tjenestetilbud import Områdetype
from tests.i_ett import i_ett
from tests.skjemaprove import godtar
from tests.test_lesing_validering import GYLDIG


def chosen(enum: type[Enum], skrevet: str) -> Enum | None:
    """Return what is read for one of the choices where it stands in an agreement."""
    key, path = {
        Målform: ("avtale: {målform: %s}", "avtale.målform"),
        Status: ("avtale: {status: %s}", "avtale.status"),
        Part: ("signaturer: {tittel: x, part: %s}", "signaturer.0.part"),
        Avsnitt: ("lokale_avsnitt: {overskrift: x, tekst: x, etter: %s}", "lokale_avsnitt.0.etter"),
        Avsnittsspråk: ("lokale_avsnitt: {overskrift: x, tekst: x, språk: %s}", "lokale_avsnitt.0.språk"),
        Rådsrolle: ("politiråd: {rolle: %s}", "politiråd.rolle"),
        Åpenhet: ("politiråd: {åpenhet: %s}", "politiråd.åpenhet"),
        Forhold: ("politiråd: {regionalt: {forhold: %s}}", "politiråd.regionalt.forhold"),
        Områdetype: ("tjenestetilbud: {responstid: {område: %s}}", "tjenestetilbud.responstid.0.område"),
    }[enum]
    base = GYLDIG.replace("avtale:\n  status: utkast\n", "") if key.startswith("avtale") else GYLDIG
    found: Any = check(base + key % skrevet + "\n", "a.yaml").avtale
    for step in path.split("."):
        found = found and (found[int(step)] if step.isdecimal() else getattr(found, step))
    return found


@i_ett(
    ("skrevet", "betyr"),
    [
        ("Nynorsk", Målform.NYNORSK),
        ("vedteken", Status.VEDTATT),
        ("oppheva", Status.OPPHEVET),
        ("til behandling", Status.TIL_BEHANDLING),
        ("kommune", Part.KOMMUNEN),
        ("Davvisámegiella", Avsnittsspråk.NORDSAMISK),
        ("politi", Part.POLITIET),
        ("begge partar", Part.BEGGE),
        ("rådgjevande", Rådsrolle.RÅDGIVENDE),
        ("rådgivande", Rådsrolle.RÅDGIVENDE),
        ("besluttande", Rådsrolle.BESLUTTENDE),
        ("avgjerande", Rådsrolle.BESLUTTENDE),
        ("lukka", Åpenhet.LUKKET),
        ("lukkede", Åpenhet.LUKKET),
        ("Lukkete", Åpenhet.LUKKET),
        ("open", Åpenhet.ÅPEN),
        ("ope", Åpenhet.ÅPEN),
        ("åpent", Åpenhet.ÅPEN),
        ("åpne", Åpenhet.ÅPEN),
        ("delvis åpne", Åpenhet.DELVIS),
        ("delvis opne", Åpenhet.DELVIS),
        ("erstattar", Forhold.ERSTATTER),
        ("supplerar", Forhold.SUPPLERER),
        ("spreidbygd", Områdetype.SPREDTBYGD),
        ("spredt bygd", Områdetype.SPREDTBYGD),
        ("tettstad", Områdetype.TETTSTED),
        ("hele området", Områdetype.ALLE),
        ("tenestetilbod", Avsnitt.TJENESTETILBUD),
        ("føremål", Avsnitt.FORMÅL),
    ],
)
def test_a_choice_is_understood_in_both_målformer(skrevet: str, betyr: Enum) -> None:
    assert chosen(type(betyr), skrevet) is betyr


@i_ett("skrevet", ["godkjend", "-utkast", " Under  –  arbeid ", "til\u00a0behandling", "vedta", "utkastsignert", ""])
def test_the_schema_reads_a_choice_as_the_format_does(skrevet: str) -> None:
    text = GYLDIG.replace("utkast", json.dumps(skrevet, ensure_ascii=False))
    assert godtar().is_valid(yaml.safe_load(text)) == (check(text, "a.yaml").diagnostics == ())


def test_a_choice_that_is_not_there_is_refused_with_the_ones_that_are() -> None:
    (found,) = check(GYLDIG + "politiråd: {åpenhet: Lukkett}\n", "a.yaml").diagnostics
    assert (found.code, found.message) == ("SKJ004", "«Lukkett» er ikke blant valgene her.")
    assert found.hint == "Mente du «lukket»? Velg ett av: «lukket», «åpen», «delvis»."

"""From the Node tree to an `Avtale`, or to findings that say what the format expected and where."""

from __future__ import annotations

from typing import NamedTuple

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from avtalegen.funn.diagnostic import Diagnostic
from avtalegen.lesing import Mapping, to_data
from avtalegen.lesing.kommunenumre import fill_in_numbers
from avtalegen.modell.avtale import Avtale

SKJEMAFEIL = {
    "SKJ001": "mangler-felt",
    "SKJ002": "ukjent-felt",
    "SKJ003": "feil-fasong",
    "SKJ004": "ukjent-valg",
    "SKJ005": "uleselig-verdi",
    "SKJ006": "for-mange-feil",
}
"""Code and name of every finding that `build` gives."""
MISSING = "SKJ001"
TOO_MANY = "SKJ006"


class Built(NamedTuple):
    """An `Avtale`, or None and the findings that stood in the way.

    `root` is the tree that was read: the one given, but for keys that are others misspelt.
    """

    avtale: Avtale | None
    diagnostics: tuple[Diagnostic, ...]
    root: Mapping


def build(root: Mapping, file: str) -> Built:
    """Validate the tree of one file against the format; every error is reported, not only the first.

    What stands under a key that is another one misspelt, is read as if it were spelt right: what is wrong with
    the spelling is one thing, and what is wrong below it another.
    """
    errors = _errors(root)
    if isinstance(errors, Avtale):
        return Built(errors, (), root)
    from avtalegen.lesing.ugyldig import explain  # most of what is known of keys is only for files with errors

    return Built(None, *explain(errors, root, file, _errors))


def _errors(root: Mapping) -> Avtale | list[ErrorDetails]:
    """Return the agreement, or all that is wrong with it."""
    try:
        # In a file only the keys of the format count, not the names that Python needs for some of them.
        return Avtale.model_validate(fill_in_numbers(to_data(root)), by_alias=True, by_name=False)
    except ValidationError as error:
        return error.errors(include_url=False, include_input=False)

"""What is known of a field of the format."""

from typing import Any, NamedTuple


class Felt(NamedTuple):
    """A field: its key in the YAML, what it holds, whether it must be there.

    `andre_ord` are the words that people use for the key instead of it, with «_» for a space.
    """

    navn: str
    nøkkel: str
    beskrivelse: str
    tittel: str
    eksempel: str | None
    type: Any
    mange: bool
    påkrevd: bool
    standard: Any
    andre_ord: tuple[str, ...] = ()

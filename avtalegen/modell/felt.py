"""What is known of a field of the format."""

from typing import Any, NamedTuple


class Felt(NamedTuple):
    """A field: its key in the YAML, what it holds, whether it must be there."""

    navn: str
    nøkkel: str
    beskrivelse: str
    tittel: str
    eksempel: str | None
    type: Any
    mange: bool
    påkrevd: bool
    standard: Any

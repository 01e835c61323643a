"""The spelling checker of a command that was asked for one."""

from __future__ import annotations

from collections.abc import Callable

import click

from avtalegen.cli._terminal import err


def spelling() -> Callable[[str, str], list[str]] | None:
    """Return the spelling checker, which ends with the command; say on stderr when there is none."""
    from avtalegen.regler.stavekontroll import åpne

    checker = åpne()
    if checker is None:
        err("Stavekontrollen er ikke kjørt: den trenger hunspell med ordbøkene nb_NO og nn_NO.")
        return None
    click.get_current_context().call_on_close(checker.lukk)
    return checker

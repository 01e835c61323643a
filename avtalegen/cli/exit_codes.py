"""How a run can end, as the shell sees it."""

from typing import Final

CLEAN: Final = 0
FINDINGS: Final = 1
"""Something is wrong with an agreement, or with the document that it was to replace."""
USAGE: Final = 2
"""The command line has no meaning, or could lose a document."""
NOT_RUN: Final = 3
"""Something could not be read or written, or the fault is ours."""
INTERRUPTED: Final = 130
"""Ctrl-C: 128 + SIGINT, as a shell reports it."""
CLOSED_PIPE: Final = 141
"""Whoever read our output has left: 128 + SIGPIPE."""

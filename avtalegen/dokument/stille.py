"""Libraries that say in English, on stderr, what is odd in a file and hinders nobody."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def stille(bibliotek: str) -> Iterator[None]:
    """Let a library (the name of its log) say nothing in the block."""
    import logging  # hardly any agreement needs it

    logger = logging.getLogger(bibliotek)
    nivå = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(nivå)

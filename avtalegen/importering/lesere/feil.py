"""What can't be read, told so that the one who has the file knows what to do."""

from __future__ import annotations

from avtalegen.funn.diagnostic import AvtalegenError


class KildeFeil(AvtalegenError):  # noqa: N818 - named as the rest of what a source is
    """A file that is no old agreement that can be read; the message tells why, and what to do."""


def for_mye() -> KildeFeil:
    """Return what is said of a file with more in it than an agreement can have."""
    return KildeFeil(
        "Dokumentet har mer i seg enn en avtale kan ha, og er ikke lest. Kontroller at det er riktig fil, eller lagre "
        "avtalen som et dokument for seg."
    )


def skadet(slag: str) -> KildeFeil:
    """Return what is said of a broken file of a kind («Word-dokumentet»)."""
    return KildeFeil(
        f"{slag} er skadet og kan ikke leses. Hent filen på nytt der den kom fra, eller åpne den i programmet den er "
        "laget i, og lagre den på nytt."
    )


def uten_tekst() -> KildeFeil:
    """Return what is said of a document in which nothing is written."""
    return KildeFeil("Dokumentet har ingen tekst. Kontroller at det er riktig fil.")

"""The YAML attached to a PDF, whoever has signed or saved it since."""

from __future__ import annotations

from avtalegen.dokument.innhold import Attachment
from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.skrivere.kildefiler import DESCRIPTIONS, MOST_PDF, within_limits
from avtalegen.skrivere.pdf.vedlegg import Attached
from avtalegen.skrivere.pdf.vedlegg import attached as read

_ASK = "Be den som laget dokumentet, om YAML-filen."


def attached(data: bytes) -> tuple[Attachment, ...]:
    """Return the YAML files attached to an untrusted PDF, the agreement's own first.

    Raises `AvtalegenError` when there are none, or several that say they are the agreement's own, or when the file is
    locked, too large or broken.
    """
    if len(data) > MOST_PDF:
        raise AvtalegenError(
            f"PDF-en er større enn {MOST_PDF // 1_000_000} MB, og så store PDF-er leser ikke avtalegen. "
            f"Kontroller at det er riktig fil. {_ASK}"
        )
    try:
        files = within_limits((file.name, file.data) for file in _ours(read(data)))
    except AvtalegenError:
        raise
    except (Exception, RecursionError) as error:  # the library lets through whatever a broken file leads to
        raise AvtalegenError(
            "PDF-en er skadet, eller er større enn et dokument fra avtalegen kan være når den pakkes ut. "
            "Hent den på nytt der den kom fra."
        ) from error
    if not files:
        raise AvtalegenError(
            f"PDF-en har ikke YAML-filen i seg. Den har det bare når den er laget med «--pdf-standard a-3a». {_ASK}"
        )
    return files


def _ours(found: list[Attached]) -> list[Attached]:
    """Return those that are ours by their description, the agreement's own first, the others by name."""
    own, others = ([file for file in found if file.description == told] for told in DESCRIPTIONS)
    if len(own) > 1:
        raise AvtalegenError(
            "PDF-en har flere vedlegg som sier at de er YAML-filen avtalen er laget av. Bare ett av dem kan være det, "
            f"og avtalegen kan ikke vite hvilket. {_ASK}"
        )
    # Without the agreement's own file, the others are of no use.
    return [*own, *sorted(others, key=lambda file: file.name)] if own else []

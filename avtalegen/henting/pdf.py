"""The YAML attached to a PDF, whoever has signed or saved it since."""

from __future__ import annotations

from avtalegen.dokument.innhold import Attachment
from avtalegen.funn.begge import Begge
from avtalegen.funn.diagnostic import AvtalegenError
from avtalegen.henting.nekt import ASK
from avtalegen.skrivere.kildefiler import DESCRIPTIONS, MOST_PDF, within_limits
from avtalegen.skrivere.pdf.vedlegg import Attached
from avtalegen.skrivere.pdf.vedlegg import attached as read


def attached(data: bytes) -> tuple[Attachment, ...]:
    """Return the YAML files attached to an untrusted PDF, the agreement's own first.

    Raises `AvtalegenError` when there are none, or several that say they are the agreement's own, or when the file is
    locked, too large or broken.
    """
    if len(data) > MOST_PDF:
        raise AvtalegenError(
            Begge(
                f"PDF-en er større enn {MOST_PDF // 1_000_000} MB, og så store PDF-er leser ikke avtalegen. "
                f"Kontroller at det er riktig fil. {ASK}",
                f"PDF-en er større enn {MOST_PDF // 1_000_000} MB, og så store PDF-ar les ikkje avtalegen. "
                f"Kontroller at det er rett fil. {ASK.nn}",
            )
        )
    try:
        files = within_limits((file.name, file.data) for file in _ours(read(data)))
    except AvtalegenError:
        raise
    except (Exception, RecursionError) as error:  # the library lets through whatever a broken file leads to
        raise AvtalegenError(
            Begge(
                "PDF-en er skadet, eller er større enn et dokument fra avtalegen kan være når den pakkes ut. "
                "Hent den på nytt der den kom fra.",
                "PDF-en er skadd, eller er større enn eit dokument frå avtalegen kan vere når han blir pakka ut. "
                "Hent han på nytt der han kom frå.",
            )
        ) from error
    if not files:
        raise AvtalegenError(
            Begge(
                f"PDF-en har ikke YAML-filen i seg. Den har det bare når den er laget med «--pdf-standard a-3a». {ASK}",
                f"PDF-en har ikkje YAML-fila i seg. Han har det berre når han er laga med «--pdf-standard a-3a». "
                f"{ASK.nn}",
            )
        )
    return files


def _ours(found: list[Attached]) -> list[Attached]:
    """Return those that are ours by their description, the agreement's own first, the others by name."""
    own, others = ([file for file in found if file.description == told] for told in DESCRIPTIONS)
    if len(own) > 1:
        raise AvtalegenError(
            Begge(
                "PDF-en har flere vedlegg som sier at de er YAML-filen avtalen er laget av. Bare ett av dem kan være "
                f"det, og avtalegen kan ikke vite hvilket. {ASK}",
                "PDF-en har fleire vedlegg som seier at dei er YAML-fila avtalen er laga av. Berre eitt av dei kan "
                f"vere det, og avtalegen kan ikkje vite kva for eit. {ASK.nn}",
            )
        )
    # Without the agreement's own file, the others are of no use.
    return [*own, *sorted(others, key=lambda file: file.name)] if own else []

"""Which texts are addresses on the web or of mail, also when they are written without «https://»."""

from __future__ import annotations

from avtalegen.modell.senere import senere

_LONGEST = 2000  # the patterns take a time that grows with the square of it
_MED_SKJEMA = senere(r"(?i)(?:https?://[^\s<>\"]+\.[^\s<>\"]+|https?://localhost\S*|mailto:[^\s<>\"]+|tel:[^\s<>\"]+)")
_EPOST = senere(r"[^\s@<>\"/:]+@[^\s@<>\"/:]+\.[^\s@<>\"/:]{2,}")
_VERT = senere(
    r"(?i)(?P<www>www\.)?(?:[a-z0-9æøåáčđŋšŧž](?:[a-z0-9æøåáčđŋšŧž-]*[a-z0-9æøåáčđŋšŧž])?\.)+(?P<topp>[a-z]{2,})"
    r"(?::\d{1,5})?(?:[/?#][^\s<>\"]*)?"
)
# The countries around us, and those that Norwegian public bodies and organisations use. None of them ends a file.
_TOPPDOMENER = frozenset(
    [
        *("no", "se", "dk", "fi", "is", "fo", "gl", "de", "uk", "nl", "eu", "ie", "fr", "ee", "lv", "lt", "pl", "nu"),
        *("com", "org", "net", "info", "int", "edu", "gov", "biz", "io", "app", "dev", "online", "cloud", "nato"),
    ]
)
_FILENDELSER = frozenset(
    [
        *("pdf", "doc", "docx", "odt", "rtf", "txt", "md", "xls", "xlsx", "ods", "csv", "ppt", "pptx", "odp", "zip"),
        *("html", "htm", "xml", "json", "yaml", "yml", "png", "jpg", "jpeg", "gif", "svg", "msg", "eml", "py", "css"),
    ]
)


def full_adresse(tekst: str) -> str | None:
    """Return a text as an address that can be opened, or None when it isn't surely one.

    It is when it says so itself («https://», «mailto:»), is an e-mail address, begins with «www.», or has a top domain
    that we know: «handlingsplan.pdf» looks like an address, and is a file.
    """
    if len(tekst) > _LONGEST:
        return None
    if _MED_SKJEMA.fullmatch(tekst):
        return str(tekst)
    if _EPOST.fullmatch(tekst):
        return f"mailto:{tekst}"
    vert = _VERT.fullmatch(tekst)
    if vert is None:
        return None
    topp = vert["topp"].casefold()
    known = topp in _TOPPDOMENER or (vert["www"] and topp not in _FILENDELSER)
    return f"https://{tekst}" if known else None

"""Which addresses may become links in a document.

A malformed address makes Word call the whole file damaged, so in every format an address is let through only when
it is plainly well-formed. The rest is shown as text.
"""

from __future__ import annotations

import re
from urllib.parse import quote

# Word refuses longer ones.
_MAX_LENGTH = 2079

_WEB = re.compile(r"(https?)://([^/?#\s@:\[\]\\]+)(?::(\d{1,5}))?([/?#].*)?", re.IGNORECASE | re.DOTALL)
_HOST = re.compile(r"(?!-)[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})*\.?", re.IGNORECASE)
_MAIL = re.compile(r"mailto:([^\s@:/?#\[\]\\]+)@([^\s@:/?#\[\]\\]+)(\?[^\s]*)?", re.IGNORECASE)
_TEL = re.compile(r"tel:(\+?[0-9()./-]{2,32})", re.IGNORECASE)
_BAD_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


def safe_target(url: str) -> str | None:
    """Return `url` in ASCII, ready for a relationship, or None when it can't be a link.

    Only http, https, mailto and tel pass. Spaces and letters outside ASCII are percent-encoded, the name of a
    machine is written as DNS knows it («bærum» → «xn--brum-voa»).
    """
    if len(url) > _MAX_LENGTH:
        return None
    target = None
    if web := _WEB.fullmatch(url):
        scheme, host, port, rest = web.groups()
        name = _host(host)
        if name and (port is None or int(port) <= 65535):
            target = f"{scheme.lower()}://{name}{':' + port if port else ''}{_rest(rest or '')}"
    elif mail := _MAIL.fullmatch(url):
        user, host, rest = mail.groups()
        name = _host(host)
        target = f"mailto:{_rest(user)}@{name}{_rest(rest or '')}" if name else None
    elif tel := _TEL.fullmatch(url.replace(" ", "").replace("\N{NO-BREAK SPACE}", "")):
        target = f"tel:{tel[1]}"
    return target if target and len(target) <= _MAX_LENGTH else None


def _host(host: str) -> str | None:
    try:
        name = host.encode("idna").decode("ascii")
    except UnicodeError:
        return None
    return name if _HOST.fullmatch(name) else None


def _rest(text: str) -> str:
    encoded = quote(text, safe="/?#:@!$&'()*+,;=~%-._", errors="replace")
    head, hash_mark, fragment = encoded.partition("#")
    encoded = head + hash_mark + fragment.replace("#", "%23")
    return _BAD_PERCENT.sub("%25", encoded)

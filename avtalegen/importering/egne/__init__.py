"""Our own documents read again without the YAML that they are made of, by the templates that wrote them."""

from __future__ import annotations

from avtalegen.importering.egne.gjenkjenning import les_egen

__all__ = ["les_egen"]

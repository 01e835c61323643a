"""The forvaltningsområde for Sámi languages."""

from __future__ import annotations

SAMISK = {
    "1826": "sørsamisk",
    "1875": "lulesamisk",
    "5025": "sørsamisk",
    "5041": "sørsamisk",
    "5043": "sørsamisk",
    "5512": "nordsamisk",
    "5518": "nordsamisk",
    "5540": "nordsamisk",
    "5610": "nordsamisk",
    "5612": "nordsamisk",
    "5622": "nordsamisk",
    "5628": "nordsamisk",
    "5636": "nordsamisk",
}
"""The Sámi language of each kommune in the forvaltningsområde as Sametinget lists them (seen November 2026)."""

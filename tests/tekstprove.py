"""Any text, as hypothesis draws it."""

from __future__ import annotations

from hypothesis import strategies as st

TEGN = st.characters(exclude_categories=["Cs"])
"""All that can be written as UTF-8, as in `st.text()`. To find out what that is by trying, as that one does, takes each
process two seconds the first time in a new checkout.
"""

"""The date of the data files. Written by tools/oppdater_register.py; not edited by hand."""

DATO = "2026-01-01"

"""The fixed words of the comments in a draft, which the importer writes and `gammel` reads back."""

IKKE_PLASSERT = "# Ikke plassert. Dette sto i den gamle avtalen, og er ikke med over:"
TRENGS_IKKE = "# Trengs ikke. Dette sto i den gamle avtalen, og er valgt bort:"
UTELATT = "# Utelatt. Dette er i filen, men ikke en del av avtalens tekst:"
PLASSERT, ENDRET = "plassert", "endret"
"""Beside a value that somebody has put there from the list, or has changed; the others are as they were read."""
UTEN_SITAT = "uten sitat"
"""What stands for the place of a value that no words in the old agreement say by themselves."""

"""The check digit of Norwegian organisation numbers."""

_VEKTER = (3, 2, 7, 6, 5, 4, 3, 2)


def gyldig_organisasjonsnummer(nummer: str) -> bool:
    """Tell whether `nummer` is nine digits whose last one is the right check digit (modulus 11).

    Spaces must be gone beforehand. A number that passes need not exist.
    """
    if len(nummer) != 9 or not (nummer.isascii() and nummer.isdigit()):
        return False
    rest = sum(vekt * int(siffer) for vekt, siffer in zip(_VEKTER, nummer, strict=False)) % 11
    return int(nummer[8]) == (11 - rest) % 11

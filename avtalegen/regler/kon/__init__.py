"""KON: kontaktopplysninger."""

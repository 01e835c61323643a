"""REP: på tvers av avtaler. En kjøring over én avtale trenger ikke noe herfra."""

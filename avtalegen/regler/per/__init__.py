"""PER: personvern, taushetsplikt og innsyn. Avtalen er et offentlig dokument."""

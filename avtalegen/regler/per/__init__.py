"""PER: personvern. Avtalen er et offentlig dokument."""

"""What has changed between two editions of an agreement: compared as data, told in plain Norwegian.

Two `Avtale` go in; nothing here reads a file. The first word of what is told is always the new edition's.
"""

from avtalegen.utgaver.endringer.endring import Endring, Slag
from avtalegen.utgaver.endringer.sammenligning import sammenlign

__all__ = ["Endring", "Slag", "sammenlign"]

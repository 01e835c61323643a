"""The parts of oppdater_register.py: the sources, the register's files, and the merging of the two."""

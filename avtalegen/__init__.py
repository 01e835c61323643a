"""avtalegen: from one YAML file to an agreement between kommune and police that can be signed."""

__version__ = "0.1.0"

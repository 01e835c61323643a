"""The format: what may stand in an agreement's YAML file, one module per part of the agreement."""

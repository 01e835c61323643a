"""What lies around an agreement: its files, its avtalegen.toml, what it may inherit from, own templates and styles."""

"""Old agreements, in whatever program they were written, as drafts in YAML; nothing in them is lost in silence."""

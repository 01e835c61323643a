"""SPR: språk."""

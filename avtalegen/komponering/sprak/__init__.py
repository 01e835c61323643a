"""The language of a document: how values, amounts, names and titles are written in running text."""

"""From the Markdown that a template prints to the blocks of a document."""

"""Word: a document as a file to edit, and the text of such a file read again."""

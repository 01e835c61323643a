"""PDF: a document as a file to sign, to archive and to publish."""

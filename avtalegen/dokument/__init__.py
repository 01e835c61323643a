"""What a document is, whatever it says and however it is written: content, pictures, typeface, templates, styles."""

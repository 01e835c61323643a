"""What our own documents can look like, made of the templates: an import recognises them by it."""

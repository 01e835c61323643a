"""The agreement written in the browser: forms made of the format, saved at once as edits of the YAML file."""

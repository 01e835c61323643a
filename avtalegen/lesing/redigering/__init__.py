"""Changes of a YAML file by place: a patch on the text, and everything else as it was."""

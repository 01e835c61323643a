"""What there is to say about a key of the format: what it is for, how it is written, what it becomes."""

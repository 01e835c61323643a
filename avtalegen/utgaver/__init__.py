"""The editions of an agreement: what has changed between two of them, in words and tracked, and the next one."""

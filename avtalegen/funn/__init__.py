"""What is found wrong: what a finding is, what codes are called, and which findings are shown."""

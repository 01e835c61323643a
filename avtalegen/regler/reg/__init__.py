"""REG: mot registeret."""

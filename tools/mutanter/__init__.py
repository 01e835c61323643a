"""What `tools/mutasjon.py` is made of: the small faults, and the tests that should see each of them."""

"""VEI5: politikontakten (veilederen kapittel 5)."""

"""VEI3: avtalen, slik veilederen kapittel 2 og 3 ser den."""

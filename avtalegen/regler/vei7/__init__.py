"""VEI7: evalueringen av samarbeidet (veilederen kapittel 7)."""

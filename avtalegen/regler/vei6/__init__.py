"""VEI6: SLT og andre strukturer for det forebyggende samarbeidet (veilederen kapittel 6)."""

"""VEI4: politirådet (veilederen kapittel 4)."""

"""Lägesbild och plan: what the council knows, decides and follows up."""

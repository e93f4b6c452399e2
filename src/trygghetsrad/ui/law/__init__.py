"""Lagkollen: the Act, § by §, held against what the council can show."""

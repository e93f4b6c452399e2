"""Agreements on cooperation, matters for the boards, and samordningsfunktionen."""

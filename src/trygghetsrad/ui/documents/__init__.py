"""The page Dokument."""

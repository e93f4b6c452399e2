"""The page Inställningar."""

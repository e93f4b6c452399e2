"""The page Åtgärder."""

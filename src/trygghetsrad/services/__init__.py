"""What a coordinator can do: one class per area, verbs as methods."""

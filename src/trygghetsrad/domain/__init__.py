"""Facts and rules of a safety council, in plain Python."""

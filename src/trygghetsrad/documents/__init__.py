"""From facts to finished papers: a document model and its writers."""

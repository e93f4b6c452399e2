"""One builder per paper: facts in, document out."""

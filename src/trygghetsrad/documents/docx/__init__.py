"""Word files of the papers, for those who want to go on writing in them."""

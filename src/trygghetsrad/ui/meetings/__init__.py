"""The page Möten: the meetings of a year, the details of each, and the planning of a whole year."""

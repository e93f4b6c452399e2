"""The page of persons, organisations and mandate periods, and the way in for lists of people."""

"""The parts that every page is built from; they know no services and no database."""

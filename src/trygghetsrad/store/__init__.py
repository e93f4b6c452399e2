"""The council file: tables, transactions, undo, migrations and backup."""

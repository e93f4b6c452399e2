"""What stands behind installer/dev.py: preparing the machine, showing the program, checking it."""

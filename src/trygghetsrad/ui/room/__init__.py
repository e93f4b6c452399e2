"""The meeting room: agenda, minutes and attendance of one meeting, before, during and after it."""

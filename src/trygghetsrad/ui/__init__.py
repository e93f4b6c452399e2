"""The window."""

from trygghetsrad.ui.old_python import keep_constants

keep_constants()

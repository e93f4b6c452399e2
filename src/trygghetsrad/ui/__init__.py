"""The window."""

from trygghetsrad.ui.old_python import keep_constants
from trygghetsrad.ui.quick_start import leave_sources_unread

keep_constants()
leave_sources_unread()

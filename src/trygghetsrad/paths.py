"""Where the program's own resources and the user's council files live."""

from __future__ import annotations

import os
from importlib.resources import files
from pathlib import Path

APPLICATION = "Trygghetsrad"
COUNCIL_SUFFIX = ".trygghetsrad"


def resources() -> Path:
    """Return the folder of icons, fonts and texts, in a wheel as well as in a checkout."""
    package = Path(str(files("trygghetsrad")))
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent.parent / "resources"


def data_folder() -> Path:
    """Return the user's local data folder; on Windows %LOCALAPPDATA%, never roaming, never OneDrive."""
    # Imported here: the folders are asked for after the window is painted.
    from platformdirs import user_data_path

    return user_data_path(APPLICATION, appauthor=False, roaming=False)


def default_council() -> Path:
    """Return the council file that opens when no other is named."""
    return data_folder() / f"rådet{COUNCIL_SUFFIX}"


def beside(council: Path, suffix: str) -> Path:
    """Return the path of what lies beside a council file; a link has the neighbours of the file itself."""
    # These two never raise, whatever the place is.
    file = Path(os.path.realpath(council)) if os.path.islink(council) else council  # noqa: PTH114
    return file.parent / f"{file.name}{suffix}"

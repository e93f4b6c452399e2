"""Takes the pictures that README shows."""

from __future__ import annotations

import subprocess

from workshop import environment
from workshop.refusal import Refused

WHERE = environment.ROOT / "resources" / "handbook"


def take() -> int:
    """Run the camera offscreen; raises Refused when it fails."""
    camera = environment.ROOT / "tests" / "screenshots" / "take.py"
    command = [str(environment.program("python")), str(camera), str(WHERE)]
    if subprocess.run(command, env=environment.variables(), check=False).returncode:
        raise Refused("Bilderna gick inte att ta. De gamla är kvar om de inte hann bytas.")
    print(f"Bilderna ligger i {WHERE.relative_to(environment.ROOT)}.")
    return 0

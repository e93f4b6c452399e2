"""Lets veraPDF, the reference validator, read every document of the example council."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections import Counter
from pathlib import Path

from workshop.environment import program, variables
from workshop.refusal import Refused

VERSION = "1.28.2"
STANDARDS = {"ua1": "PDF/UA-1", "2a": "PDF/A-2a"}
# Foreign papers lie in it as they came, so it promises no standard.
AS_IT_CAME = "Handlingspaket"
POM = """<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>local</groupId><artifactId>validation</artifactId><version>1</version>
  <dependencies><dependency>
    <groupId>org.verapdf.apps</groupId><artifactId>greenfield-apps</artifactId><version>{version}</version>
  </dependency></dependencies>
</project>
"""


def run() -> int:
    """Validate and tell how many passed; return 1 when any did not.

    Raises Refused without Java, Maven or network.
    """
    for tool in ("java", "mvn"):
        if shutil.which(tool) is None:
            raise Refused(f"veraPDF kördes inte: {tool} finns inte på datorn. Inget är kontrollerat.")
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        classes = _fetched(folder)
        papers = _papers(folder)
        verdicts = [_tell(standard, _verdicts(standard, classes, papers)) for standard in STANDARDS]
    return 0 if all(verdicts) else 1


def _fetched(folder: Path) -> str:
    (folder / "pom.xml").write_text(POM.format(version=VERSION), encoding="utf-8")
    goal = ["dependency:build-classpath", f"-Dmdep.outputFile={folder / 'classes.txt'}"]
    if subprocess.run(["mvn", "--quiet", "--batch-mode", *goal], cwd=folder, check=False).returncode:
        raise Refused("veraPDF kördes inte: Maven kunde inte hämta det. Inget är kontrollerat.")
    return (folder / "classes.txt").read_text(encoding="utf-8")


def _papers(folder: Path) -> list[Path]:
    council, out = folder / "Norrmyra.trygghetsrad", folder / "papers"
    surroundings = variables() | {"LANG": os.environ.get("LANG", "C.UTF-8")}
    for words in (("demo", str(council)), ("documents", str(council), "--out", str(out))):
        command = [str(program("python")), "-m", "trygghetsrad", *words]
        if subprocess.run(command, env=surroundings, stdout=subprocess.DEVNULL, check=False).returncode:
            raise Refused(f"veraPDF kördes inte: ”trygghetsrad {words[0]}” säger varför här ovanför.")
    return sorted(paper for paper in out.glob("*.pdf") if AS_IT_CAME not in paper.name)


def _verdicts(standard: str, classes: str, papers: list[Path]) -> list[str]:
    """Return a line for each paper, the first word PASS or FAIL."""
    command = ["java", "-cp", classes, "org.verapdf.apps.GreenfieldCliWrapper"]
    command += ["--flavour", standard, "--format", "text", *map(str, papers)]
    ran = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False)
    verdicts = [line for line in ran.stdout.splitlines() if line.startswith(("PASS ", "FAIL "))]
    if len(verdicts) != len(papers):
        raise Refused(f"veraPDF svarade om {len(verdicts)} av {len(papers)} dokument:\n{ran.stderr}")
    return verdicts


def _tell(standard: str, verdicts: list[str]) -> bool:
    counts = Counter(line.split(maxsplit=1)[0] for line in verdicts)
    print(f"{STANDARDS[standard]}: {counts['PASS']} av {len(verdicts)} dokument godkända, veraPDF {VERSION}")
    for line in verdicts:
        if line.startswith("FAIL"):
            print(f"  {Path(line.split(maxsplit=1)[1]).name}")
    return counts["PASS"] == len(verdicts)

"""A file of as many rows, read by nothing but Python's own csv module."""

from __future__ import annotations

import csv

from telling import council, done

if __name__ == "__main__":
    path = council().parent / "siffror.csv"
    rows = [f"Kommun {number};{number + 100};{number * 7 + 3000}" for number in range(291)]
    path.write_text("\n".join(["Kommun;Antal;Per 100 000 inv.", *rows]), "utf-8-sig")
    with path.open(encoding="utf-8-sig", newline="") as file:
        read = [
            (name, int(count), int(per)) for name, count, per in list(csv.reader(file, delimiter=";"))[1:]
        ]
    if len(read) != 291:
        raise SystemExit("Filen lästes inte.")
    done()

"""Takes the pictures of README from the running window, on the example council and a fixed day."""

from __future__ import annotations

import os
import sys
import tempfile
from datetime import datetime
from pathlib import Path

DAY = datetime(2026, 11, 23, 13, 42)  # noqa: DTZ001  # the wall clock on her desk
AT_THE_MEETING = datetime(2026, 12, 8, 13, 42)  # noqa: DTZ001  # the same clock, two weeks later
SIZE = (1366, 688)
PATIENCE = 100
"""How many tenths of a second a paper may take to be drawn."""
FONTS = Path("/usr/share/fonts/truetype/open-sans")


def take(out: Path) -> list[Path]:
    """Write one PNG for each view and return their paths."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from trygghetsrad.ui.application import speak_swedish
    from trygghetsrad.ui.main_window import MainWindow
    from trygghetsrad.ui.preferences import Preferences
    from trygghetsrad.ui.theme import Theme, apply_theme

    app = QApplication([])
    speak_swedish(app)
    _load_fonts()
    apply_theme(app, Theme.LIGHT)
    with tempfile.TemporaryDirectory() as folder:
        preferences = Preferences(Path(folder) / "looks.ini")
        preferences.theme = Theme.LIGHT
        clock = Clock()
        window = MainWindow(app, lambda: Councils(Path(folder)), preferences, clock.now)
        window.resize(*SIZE)
        window.show()
        camera = Camera(app, window, clock, out)
        camera.tour()
        window.close()
        # One turn of the loop, so that all that is open is closed as at any end.
        QTimer.singleShot(0, app.quit)
        app.exec()
    return camera.taken


class Councils:
    """Opens the example as it was on the day of the pictures."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def example(self):
        from trygghetsrad.app import open_council, write_example

        path = self._folder / "Norrmyra.trygghetsrad"
        write_example(path, DAY.date())
        return open_council(path)

    def take_show_request(self, _path: Path) -> bool:
        return False


class Clock:
    """The clock that the window looks at."""

    moment = DAY

    def now(self) -> datetime:
        return self.moment


class Camera:
    """Walks through the window and presses the shutter."""

    def __init__(self, app, window, clock: Clock, out: Path) -> None:
        self._app, self._window, self._clock, self._out = app, window, clock, out
        self.taken: list[Path] = []

    def tour(self) -> None:
        self._window.show_welcome()
        self._snap("valkommen")
        self._window.open_example()
        workplace = self._window.workplace
        self._snap("oversikt")
        meeting = workplace.council.meetings.next(DAY.date())
        workplace.open("meetings", 0)
        self._snap("moten")
        workplace.open("documents", meeting.id)
        self._snap("dokument")
        workplace.open("actions", 0)
        self._snap("atgarder")
        workplace.open("members", 0)
        self._snap("personer")
        workplace.open("settings", 0)
        self._snap("installningar")
        self._meeting(workplace, meeting.id)

    def _meeting(self, workplace, meeting_id: int) -> None:
        from datetime import time

        from trygghetsrad.ui.theme import Theme, apply_theme

        notice = workplace.council.documents.issue("kallelse", DAY.date(), meeting_id)
        workplace.council.documents.mark_sent(notice.document_id, DAY.date())
        self._clock.moment = AT_THE_MEETING
        workplace.council.room.start(meeting_id, time(13, 2))
        police = self._begin(workplace.council, meeting_id)
        workplace.open("meeting", meeting_id)
        room = workplace.pages["meetings"].room
        room.middle.go_to(police)
        room.quick.edit.setText("å Mats kontrollerar kamerorna vid macken 18 dec")
        self._snap("motet")
        apply_theme(self._app, Theme.DARK)
        self._snap("motet-morkt")

    def _begin(self, council, meeting_id: int) -> int:
        """Let half an hour of the meeting have passed; return the point it has come to."""
        *done, police = council.meetings.agenda(meeting_id)[:5]
        for item in done:
            council.room.set_treated(item.id, treated=True)
        council.room.write_text(done[2].id, "Protokollet från möte 3/2026 är justerat.")
        council.room.add_decision(done[2].id, "Rådet lägger protokollet till handlingarna.")
        council.room.write_text(
            police.id,
            "Mats Lindgren redovisar läget. Stölderna av drivmedel har minskat till fyra anmälningar sedan "
            "förra mötet. Två grupper av unga rör sig vid macken på helgkvällar.",
        )
        return police.id

    def _settle(self) -> None:
        """Let all be drawn, also papers that are drawn beside the window."""
        from PySide6.QtTest import QTest

        from trygghetsrad.ui.components.pdf_preview import PdfPreview
        from trygghetsrad.ui.settings.sample_panel import SamplePanel

        for _turn in range(5):
            self._app.processEvents()
        panels = self._window.findChildren(SamplePanel)
        previews = self._window.findChildren(PdfPreview)
        for _turn in range(PATIENCE):
            # A page is drawn once somebody looks at it.
            self._window.grab()
            if all(one.is_settled() for one in panels if one.isVisible()) and all(
                one.page_count() and one.is_drawn() for one in previews if one.isVisible()
            ):
                return
            QTest.qWait(100)

    def _snap(self, name: str) -> None:
        self._settle()
        file = self._out / f"{name}.png"
        picture = self._window.grab()
        picture.save(str(file))
        _shrink(file)
        self.taken.append(file)


def _load_fonts() -> None:
    from PySide6.QtGui import QFontDatabase

    for cut in ("Regular", "Semibold"):
        file = FONTS / f"OpenSans-{cut}.ttf"
        if file.exists():
            QFontDatabase.addApplicationFont(str(file))


def _shrink(file: Path) -> None:
    """Keep 128 colours: enough for a window, a quarter of the bytes."""
    from PIL import Image

    with Image.open(file) as picture:
        picture.convert("RGB").quantize(128, dither=Image.Dither.NONE).save(file, optimize=True)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    for picture in take(target):
        sys.stdout.write(f"{picture}\n")

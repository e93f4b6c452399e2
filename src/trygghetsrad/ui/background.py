"""Slow work, done beside the window and handed back to it."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable

Result = TypeVar("Result")


class BackgroundRunner(QObject):
    """Runs one job at a time on one thread; results and faults arrive on the window's thread."""

    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="trygghetsrad")
        self._arrived.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        job: Callable[[], Result],
        done: Callable[[Result], object],
        failed: Callable[[Exception], object],
    ) -> None:
        """Do the job elsewhere; then call `done` with its result, or `failed` with what went wrong.

        A job gets paths and bytes only, never a session, never a widget.
        """

        def tell(future: Future[Result]) -> None:
            fault = future.exception()
            if isinstance(fault, Exception):
                self._arrived.emit((failed, fault))
            elif fault is None:
                self._arrived.emit((done, future.result()))

        self._pool.submit(job).add_done_callback(tell)

    def finish(self) -> None:
        """Wait for the job under way; called before the council file is closed."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    @Slot(object)
    def _hand_over(self, arrival: tuple[Callable[[Any], object], Any]) -> None:
        receiver, what = arrival
        receiver(what)

"""The least a window with a table can be: what first paint is measured against."""

from __future__ import annotations

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView
from telling import painted


def show() -> None:
    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    table = QTableView()
    table.setModel(QStandardItemModel(30, 6, table))
    window.setCentralWidget(table)
    window.resize(1366, 688)
    window.show()
    app.processEvents()
    QTimer.singleShot(0, painted)
    app.exec()


if __name__ == "__main__":
    show()

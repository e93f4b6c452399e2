"""The keys of the program, as the sheet under F1 lists them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def shortcut_sections() -> list[tuple[str, list[tuple[str, str]]]]:
    """Return groups of keys and what they do."""

    def tr(text: str) -> str:
        return QCoreApplication.translate("Shortcuts", text)

    return [
        (
            tr("Överallt"),
            [
                (
                    "Ctrl+1 … 8",
                    tr("Gå till Översikt, Möten, Åtgärder och de andra i tur och ordning"),
                ),
                ("Ctrl+K", tr("Sök eller välj kommando")),
                ("Ctrl+Z", tr("Ångra det senaste")),
                ("Ctrl+Y", tr("Gör om det som ångrades")),
                ("Ctrl+N", tr("Nytt på sidan: möte, punkt, åtgärd eller person")),
                ("Ctrl+Skift+N", tr("Punkt från ett svar på ärendeförfrågan, före mötet")),
                ("Alt+Vänster", tr("Tillbaka till sidan före")),
                ("F1", tr("Den här listan")),
            ],
        ),
        (
            tr("I listor"),
            [
                ("Enter", tr("Öppna")),
                ("Delete", tr("Ta bort, går att ångra")),
                ("Esc", tr("Stäng panelen")),
                ("1 2 3 4", tr("Åtgärd: planerad, pågår, klar, avbruten")),
            ],
        ),
        (
            tr("I dokumentet"),
            [
                ("Ctrl+F", tr("Sök i dokumentet, Enter till nästa träff")),
                ("Ctrl++  Ctrl+-", tr("Förstora och förminska, Ctrl+0 fyller bredden")),
                ("Ctrl+PgDn, Ctrl+PgUp", tr("Nästa och föregående sida")),
            ],
        ),
        (
            tr("Under mötet"),
            [
                ("Enter", tr("Lägg till det som står på snabbraden")),
                ("b  å  t  j", tr("Börja raden med b för beslut, å för åtgärd, t för text, j för justerare")),
                ("Tab", tr("Fyll i namn eller standardfras")),
                ("Ctrl+Enter", tr("Nästa punkt")),
                ("Ctrl+Skift+Enter", tr("Föregående punkt")),
                ("Alt+Upp, Alt+Ned", tr("Flytta punkten")),
                ("F6", tr("Nästa del av sidan")),
            ],
        ),
    ]

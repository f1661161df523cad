"""The kinds of files that results are written into."""

from hmpush_gui.exchange.hand_forms import ExportForm
from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP

from .file_dialogs import FileKind

_TITLE = QT_TRANSLATE_NOOP("FileDialogs", "Export results")

KINDS = {
    form: FileKind(_TITLE, _TITLE, names, suffix)
    for form, names, suffix in (
        (
            ExportForm.CSV,
            QT_TRANSLATE_NOOP("FileDialogs", "CSV tables (*.csv);;All files (*)"),
            "csv",
        ),
        (
            ExportForm.JSON,
            QT_TRANSLATE_NOOP("FileDialogs", "JSON (*.json);;All files (*)"),
            "json",
        ),
        (
            ExportForm.JUNIT,
            QT_TRANSLATE_NOOP("FileDialogs", "JUnit XML (*.xml);;All files (*)"),
            "xml",
        ),
        (
            ExportForm.MARKDOWN,
            QT_TRANSLATE_NOOP("FileDialogs", "Markdown (*.md);;All files (*)"),
            "md",
        ),
        (
            ExportForm.HTML,
            QT_TRANSLATE_NOOP("FileDialogs", "HTML pages (*.html);;All files (*)"),
            "html",
        ),
    )
}

"""Says that the program broke, and what the user can do."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from .dialog_foot import dialog_foot
from .enter_key import EnterDialog
from .plain_label import plain_label
from .theme import fixed_font
from .words import grouped


class CrashDialog(EnterDialog):
    """One for all that breaks while it is open; Esc goes on.

    Signals:
        log_folder_wanted: open the folder of the log.
        close_wanted: end the program.
    """

    log_folder_wanted = Signal()
    close_wanted = Signal()

    def __init__(
        self, report: str, about_draft: str = "", parent: QWidget | None = None
    ) -> None:
        """`report` is what may be copied; `about_draft` what became of the draft.

        Without it there is no window, and nothing to go on with.
        """
        super().__init__(parent)
        self._has_window = bool(about_draft)
        self.setObjectName("crash")
        self.setWindowTitle("hmpush")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._more = 0
        self.head = plain_label(self._what_happened(), self)
        self.head.setProperty("heading", True)
        words = "\n".join(filter(None, (about_draft, self._what_to_do())))
        self.said = plain_label(words, self, name="crash.said")
        self.again = plain_label("", self, name="crash.again")
        self.again.setProperty("problem", "warning")
        self.again.hide()
        self.report = self._make_report(report)
        self.hint = plain_label(
            self.tr("The report holds no secret, no token and no text of a message."),
            self,
        )
        self.hint.setProperty("quiet", True)
        self._lay_out()
        self.resize(720, 440)

    def tell_again(self, report: str) -> None:
        """It broke once more; `report` now tells of all."""
        self._more += 1
        words = self.tr("Since then it broke again. Times: {count}.")
        self.again.setText(words.format(count=grouped(self._more)))
        self.again.show()
        if report != self.report.toPlainText():
            self.report.setPlainText(report)

    def copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())
        self.copy_button.setText(self.tr("Copied"))

    def _what_happened(self) -> str:
        if self._has_window:
            return self.tr("Something inside this program broke")
        return self.tr("This program broke and has to end")

    def _what_to_do(self) -> str:
        if not self._has_window:
            return self.tr(
                "Your draft is kept as of your last pause. Start the program again. "
                "If it breaks once more, copy the report and send it to whoever gave "
                "you this program."
            )
        return self.tr(
            "You can go on. If something looks wrong from here on, close the program "
            "and start it again. To have it mended, copy the report and send it to "
            "whoever gave you this program."
        )

    def _make_report(self, report: str) -> QPlainTextEdit:
        text = QPlainTextEdit(report, self)
        text.setObjectName("crash.report")
        text.setAccessibleName(self.tr("Report"))
        text.setReadOnly(True)
        # Tab leads on to the buttons.
        text.setTabChangesFocus(True)
        text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        text.setFont(fixed_font(self.font().pointSize()))
        text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        return text

    def _button(self, name: str, words: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName(f"crash.{name}")
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: act())
        return button

    def _lay_out(self) -> None:
        self.copy_button = self._button("copy", self.tr("&Copy the report"), self.copy)
        folder = self._button(
            "folder", self.tr("&Open the log folder"), self.log_folder_wanted.emit
        )
        close = self._button(
            "close", self.tr("Close the &program"), self._on_close_clicked
        )
        self.go_on = self._button("go_on", self.tr("&Go on"), partial(self.done, 0))
        self.go_on.setProperty("primary", True)
        self.go_on.setDefault(True)
        foot = dialog_foot([self.copy_button, folder], [close, self.go_on])
        if not self._has_window:
            close.setDefault(True)
            close.setProperty("primary", True)
            self.go_on.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        for label in (self.head, self.said, self.again):
            column.addWidget(label)
        column.addWidget(self.report, 1)
        column.addWidget(self.hint)
        column.addSpacing(4)
        column.addLayout(foot)
        (self.go_on if self._has_window else close).setFocus()

    def _on_close_clicked(self) -> None:
        self.done(0)
        self.close_wanted.emit()

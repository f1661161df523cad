"""The style sheet; its colours are filled in by `theme`."""

from string import Template

STYLE = Template("""
QMainWindow, QDialog { background: $window; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QToolTip { background: $raised; color: $text; border: 1px solid $border; padding: 4px; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: $border; }

QFrame#card, QFrame[card="true"] {
    background: $panel; border: 1px solid $border; border-radius: 8px;
}
QFrame[question="true"] { margin: 8px 12px 0 12px; }
QFrame#strip { background: $panel; border: none; border-bottom: 1px solid $border; }
QWidget[findbar="true"] {
    background: $raised; border-bottom: 1px solid $border;
}
QWidget[findbar="true"] QLineEdit { padding: 2px 6px; }
QWidget[findbar="true"] QToolButton { padding: 3px 5px; }
QFrame[offers="true"] {
    background: $panel; border: 1px solid $border; border-radius: 6px;
}
QFrame[offers="true"] QListView { background: transparent; }
QLabel[quiet="true"] { color: $muted; }
QLabel[api="true"] { color: $muted; font-size: 11px; }
QLabel[heading="true"] { font-weight: 600; }
QLabel[badge="quiet"], QLabel[badge="warning"] {
    border: 1px solid $border; border-radius: 4px; padding: 0 4px; font-size: 10px;
    color: $muted;
}
QLabel[badge="warning"] { color: $warning; border-color: $warning; }
QFrame[entry="true"] { background: transparent; border: 1px solid $border;
    border-radius: 8px; }
QLabel[problem="blocking"] { color: $bad; }
QLabel[problem="warning"] { color: $warning; }
QLabel[problem="good"] { color: $good; }
QLabel[problem="hint"] { color: $muted; }
QLabel[mark="yes"] { color: $good; }
QLabel[mark="no"], QLabel[mark="note"] { color: $muted; }
QLabel[mark="depends"], QLabel[mark="warning"] { color: $warning; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDateEdit {
    background: $panel; color: $text; border: 1px solid $border;
    border-radius: 6px; padding: 5px 8px; selection-background-color: $accent;
    selection-color: $accent_text;
}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus {
    border: 1px solid $accent;
}
QLineEdit[bad="true"], QPlainTextEdit[bad="true"], QComboBox[bad="true"] {
    border: 1px solid $bad;
}
QSpinBox { padding: 5px 8px; }
QSpinBox::up-button, QSpinBox::down-button { width: 0; border: none; }
QComboBox, QDateEdit { padding: 5px 10px; }
QPlainTextEdit, QTextEdit { padding: 4px 5px; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: 26px; }
QComboBox::down-arrow, QDateEdit::down-arrow {
    image: url($down); width: 14px; height: 14px;
}
QComboBox QAbstractItemView {
    background: $panel; color: $text; border: 1px solid $border;
    selection-background-color: $raised; selection-color: $text; padding: 4px;
}

QPushButton, QToolButton {
    background: $raised; color: $text; border: 1px solid transparent;
    border-radius: 6px; padding: 5px 12px;
}
QToolButton { padding: 5px 8px; background: transparent; }
QToolButton[tight="true"] { padding: 5px; }
QToolButton[menu="true"]::menu-indicator { image: none; }
QPushButton[menu="true"]::menu-indicator { image: none; width: 0; }
QPushButton:hover, QToolButton:hover { border: 1px solid $border; }
QPushButton:pressed, QToolButton:pressed, QToolButton:checked { background: $border; }
QPushButton:focus, QToolButton:focus { border: 1px solid $accent; outline: none; }
QPushButton:disabled, QToolButton:disabled { color: $muted; }
QPushButton[primary="true"] {
    background: $accent; color: $accent_text; font-weight: 600; padding: 6px 18px;
}
QPushButton[primary="true"]:hover { border: 1px solid $text; }
QPushButton[primary="true"]:focus { border: 2px solid $text; }
QPushButton[primary="true"]:disabled { background: $raised; color: $muted; }
QPushButton[fold="true"] {
    background: transparent; font-weight: 600; padding: 2px 4px; text-align: left;
}
QPushButton[segment="true"] { padding: 5px 9px; color: $muted; }
QPushButton[segment="true"]:checked {
    background: $panel; color: $accent; border: 1px solid $accent;
}
QPushButton[segment="true"]:focus { border: 2px solid $accent; padding: 4px 8px; }
QPushButton[chip="true"] {
    background: transparent; border: 1px solid $border; border-radius: 10px;
    padding: 3px 10px;
}
QPushButton[chip="true"]:hover { background: $raised; }
QPushButton[chip="true"]:checked { background: $raised; border-color: $accent; }
QPushButton[chip="true"]:focus { border: 2px solid $accent; padding: 2px 9px; }
QPushButton[link="true"] {
    background: transparent; color: $accent; padding: 2px 4px; text-align: left;
}
QPushButton[link="true"]:hover {
    text-decoration: underline; border-color: transparent;
}
QToolButton[link="true"] { background: transparent; border: none; padding: 2px 4px; }
QToolButton[link="true"]:hover, QToolButton[link="true"]:focus {
    text-decoration: underline; border: none;
}
QPushButton[sharing="true"] {
    background: transparent; color: $warning; border-color: $warning; padding: 3px 8px;
}
QPushButton[problem="blocking"] { color: $bad; }
QPushButton[problem="warning"] { color: $warning; }
QPushButton[problem="hint"] { color: $muted; }

QTabWidget::pane { border: none; border-top: 1px solid $border; }
QTabWidget::tab-bar { left: 6px; }
QTabBar { background: transparent; qproperty-drawBase: 0; }
QTabBar::tab {
    background: transparent; color: $muted; padding: 7px 12px; border: none;
    border-bottom: 2px solid transparent;
}
QTabBar::tab:selected { color: $text; border-bottom: 2px solid $accent; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:focus { color: $accent; }

QTableView, QListView, QTreeView {
    background: $panel; alternate-background-color: $window; color: $text;
    border: none; gridline-color: $border; outline: none;
    selection-background-color: $raised; selection-color: $text;
}
QTableView::item { padding: 0 5px; }
QTreeView::item { padding: 5px; }
QTreeView QLineEdit, QTreeView QComboBox { padding: 0 4px; border-radius: 3px; }
QListView[wall="true"] {
    background: qlineargradient(x1:0, y1:0, x2:1, y2:1, stop:0 $sky1, stop:1 $sky2);
    border-radius: 12px; padding: 6px;
}
QHeaderView::section {
    background: $panel; color: $muted; border: none;
    border-bottom: 1px solid $border; padding: 5px 8px;
}
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $border; border-radius: 4px; min-height: 24px;
    min-width: 24px; margin: 1px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; }

QMenuBar { background: $panel; color: $text; }
QMenuBar::item { padding: 4px 10px; background: transparent; }
QMenuBar::item:selected { background: $raised; border-radius: 4px; }
QMenu { background: $panel; color: $text; border: 1px solid $border; padding: 4px; }
QMenu::item { padding: 5px 22px; border-radius: 4px; }
QMenu::item:selected { background: $raised; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $border; margin: 4px 8px; }
QCheckBox, QRadioButton { spacing: 7px; }
QCheckBox::indicator, QTableView::indicator {
    width: 14px; height: 14px; border: 1px solid $muted; border-radius: 4px;
    background: $panel;
}
QCheckBox::indicator:checked, QTableView::indicator:checked {
    background: $accent; border-color: $accent; image: url($tick);
}
QCheckBox:focus { color: $accent; }
QStatusBar { background: $panel; color: $muted; border-top: 1px solid $border; }
QStatusBar::item { border: none; }
""")

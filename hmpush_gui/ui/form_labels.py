"""Puts the labels of forms where the eye looks for them."""

from collections.abc import Iterator

from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

_HINT_WIDTH = 360


def centre_labels(form: QFormLayout, height: int) -> None:
    """Put each label on a line with its field: Qt leaves Latin ones above it."""
    for label in _labels(form):
        label.setMinimumHeight(height)


def align_forms(*forms: QFormLayout) -> None:
    """Let the fields of forms that stand below each other begin at one line."""
    labels = [label for form in forms for label in _labels(form)]
    width = max(label.sizeHint().width() for label in labels)
    for label in labels:
        label.setMinimumWidth(width)


def hint_label(text: str, parent: QWidget) -> QLabel:
    """A quiet explanation below a field, whole even where a screen is low."""
    label = QLabel(text, parent)
    label.setProperty("quiet", True)
    label.setWordWrap(True)
    label.setFixedWidth(_HINT_WIDTH)
    # The style sheet may have another font.
    label.ensurePolished()
    label.setMinimumHeight(label.heightForWidth(_HINT_WIDTH))
    return label


def _labels(form: QFormLayout) -> Iterator[QLabel]:
    for row in range(form.rowCount()):
        item = form.itemAt(row, QFormLayout.ItemRole.LabelRole)
        label = item.widget() if item is not None else None
        if isinstance(label, QLabel) and label.text():
            yield label

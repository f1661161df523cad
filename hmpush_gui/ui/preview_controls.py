"""The choices above the preview: the place, its state, the device."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from .elided_combo import ElidedCombo
from .preview_choices import Choices
from .preview_names import canvas_title, surface_title, surface_word, variant_title
from .preview_scene import CANVASES, VARIANTS, Surface

_MOST_BEFORE = 999

_WIDEST = 640
"""Pixels of width that are enough for the choices."""

_VARIANT, _CANVAS = 4, 5
"""Parts of the width: the names of devices are followed by their sizes."""


class PreviewControls(QWidget):
    """A segmented choice of the place, and under it how that place is seen.

    Signals:
        changed: the Choices as they are now.
    """

    changed = Signal(Choices)

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices = choices
        self.surfaces = self._segments()
        self.variant = small_combo(self, "preview.variant", self.tr("How it is seen"))
        self.before = self._spin()
        self.canvas = small_combo(self, "preview.canvas", self.tr("Device"))
        for canvas in CANVASES:
            self.canvas.addItem(canvas_title(canvas), canvas)
        self.show_choices(choices)
        self._connect()
        self._lay_out()

    def show_choices(self, choices: Choices) -> None:
        """Show these, and say nothing."""
        self.choices = choices
        self.surfaces[choices.surface].setChecked(True)
        self.canvas.setCurrentIndex(CANVASES.index(choices.canvas))
        self.before.setValue(choices.badge)
        self._show_variants()

    def enable_places(self, on: bool) -> None:
        """Whether there are places to choose: other systems draw in their own way."""
        for button in self.surfaces.values():
            button.setEnabled(on)

    def _segments(self) -> dict[Surface, QPushButton]:
        group = QButtonGroup(self)
        segments = {}
        for surface in Surface:
            button = QPushButton(surface_word(surface), self)
            button.setObjectName(f"preview.surface.{surface}")
            button.setAccessibleName(surface_title(surface))
            button.setToolTip(surface_title(surface))
            button.setCheckable(True)
            button.setProperty("segment", True)
            group.addButton(button)
            segments[surface] = button
        return segments

    def _spin(self) -> QSpinBox:
        spin = QSpinBox(self)
        spin.setObjectName("preview.before")
        spin.setAccessibleName(self.tr("Badge before the message"))
        spin.setToolTip(self.tr("The number on the icon before the message"))
        spin.setPrefix(self.tr("Before: "))
        spin.setRange(0, _MOST_BEFORE)
        # The style sheet's padding does not reach the text of a spin box.
        spin.lineEdit().setTextMargins(8, 0, 8, 0)
        return spin

    def _connect(self) -> None:
        for surface, button in self.surfaces.items():
            button.clicked.connect(self._chooser(surface))
        self.canvas.activated.connect(
            lambda row: self._choose(replace(self.choices, canvas=CANVASES[row]))
        )
        self.variant.activated.connect(self._on_variant_activated)
        self.before.valueChanged.connect(
            lambda number: self._choose(replace(self.choices, badge=number))
        )

    def _chooser(self, surface: Surface) -> Callable[[], None]:
        def choose() -> None:
            self._choose(replace(self.choices, surface=surface))
            self._show_variants()

        return choose

    def _on_variant_activated(self, row: int) -> None:
        variant = VARIANTS[self.choices.surface][row]
        self._choose(self.choices.with_variant(variant))

    def _choose(self, choices: Choices) -> None:
        if choices != self.choices:
            self.choices = choices
            self.changed.emit(choices)

    def _show_variants(self) -> None:
        surface = self.choices.surface
        self.variant.clear()
        for variant in VARIANTS[surface]:
            self.variant.addItem(variant_title(variant), variant)
        chosen = VARIANTS[surface].index(self.choices.variant())
        self.variant.setCurrentIndex(chosen)
        self.variant.setVisible(surface is not Surface.BADGE)
        self.before.setVisible(surface is Surface.BADGE)

    def _lay_out(self) -> None:
        segments = QHBoxLayout()
        segments.setSpacing(2)
        for button in self.surfaces.values():
            segments.addWidget(button, 1)
        how = QHBoxLayout()
        how.setSpacing(6)
        how.addWidget(self.variant, _VARIANT)
        how.addWidget(self.before, _VARIANT)
        how.addWidget(self.canvas, _CANVAS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(segments)
        column.addLayout(how)
        self.setMaximumWidth(_WIDEST)


def small_combo(parent: QWidget, name: str, title: str) -> QComboBox:
    """A choice that takes the room there is, and no more."""
    combo = ElidedCombo(parent)
    combo.setObjectName(name)
    combo.setAccessibleName(title)
    combo.setToolTip(title)
    combo.setMinimumContentsLength(2)
    combo.setSizeAdjustPolicy(
        QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
    )
    return combo

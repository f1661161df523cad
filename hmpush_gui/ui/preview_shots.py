"""What the preview gives away as pictures: the phone, or a schematic."""

from collections.abc import Sequence

from PySide6.QtGui import QFont, QImage

from .phone_look import DARK_PHONE, LIGHT_PHONE, PhoneLook
from .preview_export import contact_sheet, picture
from .preview_state import PreviewState
from .veiling import lifted


def draw_one(state: PreviewState, font: QFont, scale: float) -> QImage:
    """What is in view, `scale` pixels to the virtual pixel."""
    with lifted():
        drawn = _schematic(state, [state.look], font, scale)
        return drawn or picture(state.shot(), font, scale)


def draw_all(state: PreviewState, font: QFont, scale: float) -> QImage:
    """All there is to see, in light and in dark."""
    with lifted():
        drawn = _schematic(state, [LIGHT_PHONE, DARK_PHONE], font, scale)
        return drawn or contact_sheet(state.shots(), font, scale)


def _schematic(
    state: PreviewState, looks: Sequence[PhoneLook], font: QFont, scale: float
) -> QImage | None:
    if state.kind.shows_notification:
        return None
    # Late: most messages are notifications.
    from .schematic_export import schematic_picture

    return schematic_picture(
        state.message, looks, font, scale, state.face, state.picture
    )

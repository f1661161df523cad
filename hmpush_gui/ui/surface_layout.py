"""Lays out any surface on any device."""

from collections.abc import Callable

from PySide6.QtGui import QFont

from .preview_scene import Scene, Surface
from .surface_banner import lay_out_banner
from .surface_centre import lay_out_centre
from .surface_home import lay_out_home
from .surface_items import SurfaceLayout
from .surface_lock import lay_out_lock
from .surface_watch import lay_out_watch

_BUILDERS: dict[Surface, Callable[[Scene, QFont, float], SurfaceLayout]] = {
    Surface.CENTRE: lay_out_centre,
    Surface.LOCK: lay_out_lock,
    Surface.BANNER: lay_out_banner,
    Surface.BADGE: lay_out_home,
}


def lay_out_surface(
    scene: Scene, font: QFont, height: float | None = None
) -> SurfaceLayout:
    """Lay out `scene` in virtual pixels.

    Of the screen's height about `height` is drawn, and never less than what there is
    to see; the whole of it where no height is given.
    """
    build = lay_out_watch if scene.canvas.wearable else _BUILDERS[scene.surface]
    return build(scene, font, scene.canvas.height if height is None else height)

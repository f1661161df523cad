"""Has an app look the same wherever its notifications are drawn."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hmpush_gui.pushkit.project import Environment, Project

from .veiling import named, painted

if TYPE_CHECKING:
    from .app_face import AppFace
    from .main_window import MainWindow
    from .phone_panel import PhonePanel
    from .preview_panel import PreviewPanel


class AppJoins(QObject):
    """The sandbox's phones show its app, the gallery that of the project in force."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        window.filing.app = self._in_force
        window.projects.modelReset.connect(self.tell)
        window.projects.dataChanged.connect(self.tell)
        window.panels.preview.when_made(self._join_preview)
        window.panels.phone.when_made(self._show_on_phones)

    def _join_preview(self, preview: "PreviewPanel") -> None:
        preview.faces_changed.connect(self.tell)
        self.tell()

    def tell(self) -> None:
        """Have the phones show the app as it is to be seen now."""
        self._window.panels.phone.if_made(self._show_on_phones)

    def _show_on_phones(self, phone: "PhonePanel") -> None:
        for project in self._window.projects.projects():
            if project.environment is Environment.SANDBOX:
                phone.show_app(self._face(project))

    def _in_force(self) -> "AppFace":
        return self._face(self._window.choice.project)

    def _face(self, project: Project | None) -> "AppFace":
        """As the preview knows it, where somebody has looked at one."""
        preview, name = self._window.panels.preview, named(project) if project else ""
        if project is not None and preview.is_made:
            return preview.content.state.face_of(project.key, name)
        # Late: the first frame shows no app.
        from .app_face import AppFace

        return AppFace(painted(name))

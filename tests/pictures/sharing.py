"""Screen-share mode: the window with all that it hides, and dialogs."""

from dataclasses import replace

from hmpush_gui.desk import Desk
from hmpush_gui.pushkit.project import Environment
from hmpush_gui.samples import KEY
from hmpush_gui.ui.project_dialog import ProjectDialog
from hmpush_gui.ui.setup_dialog import SetupDialog
from hmpush_gui.ui.table import point_at
from tests.marked import TOKENS, marked_project
from tests.programs import send_and_wait, small_account

from .album import Album


async def take(album: Album, desk: Desk) -> None:
    window, account = desk.window, small_account()
    sandbox = next(each for each in window.projects.projects() if each.key == KEY)
    project = replace(
        marked_project(),
        environment=Environment.TEST,
        push_host=sandbox.push_host,
        oauth_host=sandbox.oauth_host,
    )
    window.editing.save(project, [account.client, account.service])
    window.choice.choose(project.key)
    window.devices.add(TOKENS)
    window.share.switch(True)
    await album.take(window, "50-share-ready")
    await send_and_wait(desk)
    window.notices.dismiss(window.notices.texts()[0])
    point_at(window.devices_panel.table, window.devices.index(0, 0))
    window.devices_panel._on_details_wanted()
    for index in range(window.outcome.tabs.count()):
        window.outcome.tabs.setCurrentIndex(index)
        await album.take(window, f"50-share-sent-{index}")
    window.editing.edit()
    dialog = window.findChild(ProjectDialog)
    assert isinstance(dialog, ProjectDialog)
    await album.take(dialog, "51-share-project")
    dialog.reject()
    window.setup.show()
    guide = window.findChild(SetupDialog)
    assert isinstance(guide, SetupDialog)
    for row in (3, 4):
        guide.list.setCurrentIndex(guide.model.index(row))
        await album.take(guide, f"52-share-setup-{row}")
    guide.close()
    window.devices_panel.entry.field.setPlainText("\n".join(TOKENS))
    window.panes.show_side(window.projects_panel)
    await album.take(window, "53-share-projects")
    window.share.switch(False)
    await album.take(window, "53-share-off")

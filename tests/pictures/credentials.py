"""The credential doctor, and where credentials are given and kept."""

import json
import tempfile
from dataclasses import replace
from pathlib import Path

from hmpush_gui.desk import Desk
from hmpush_gui.pushkit.credential import OAuthClient
from hmpush_gui.pushkit.doctor_case import Case
from hmpush_gui.pushkit.project import Environment
from hmpush_gui.ui.doctor_dialog import DoctorDialog
from hmpush_gui.ui.secret_place import Place
from tests.programs import small_account, until

from .album import Album


async def take(album: Album, desk: Desk) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "private.json"
        path.write_text(small_account().service.to_json())
        await project(album, desk, path)
        await doctor(album, desk)
        await troubles(album, desk)


async def project(album: Album, desk: Desk, path: Path) -> None:
    desk.window.editing.place = Place(
        "Kept in: Secret Service (GNOME Keyring). Secrets lie encrypted in a file, "
        "whose key is there."
    )
    dialog = desk.window.editing._open(None)
    await album.take(dialog, "60-project-new")
    dialog.take_key_file(path)
    await until(lambda: "…" not in dialog.check.words.text())
    await album.take(dialog, "61-project-key")
    dialog.project_id.setText("123")
    dialog.place.only.setChecked(True)
    dialog.check.look()
    await until(lambda: "✕" in dialog.check.words.text())
    await album.take(dialog, "62-project-wrong-id")
    wrong = path.with_name("agconnect-services.json")
    wrong.write_text(json.dumps({"agcgw": {}}))
    dialog.take_key_file(wrong)
    await album.take(dialog, "63-project-wrong-file")
    dialog.reject()


async def doctor(album: Album, desk: Desk) -> None:
    desk.window.editing.check()
    dialog = desk.window.findChild(DoctorDialog)
    assert isinstance(dialog, DoctorDialog)
    await until(lambda: dialog.findings)
    await album.take(dialog, "64-doctor-offline")
    count = len(dialog.findings)
    dialog.ask.click()
    await until(lambda: len(dialog.findings) > count)
    await album.take(dialog, "65-doctor-online")
    dialog.copy_report()
    await album.take(dialog, "66-doctor-copied")
    dialog.close()
    desk.window.panes.show_side(desk.window.projects_panel)
    await album.take(desk.window, "67-projects")


async def troubles(album: Album, desk: Desk) -> None:
    project = desk.window.choice.project
    assert project is not None
    other = replace(
        project,
        key="other",
        name="Shop",
        environment=Environment.TEST,
        push_host="http://push.example",
    )
    half = small_account().service.private_key[:900]
    service = replace(small_account().service, private_key=half)
    given = (service, OAuthClient("900x", "with blank"))
    dialog = desk.window.doctoring.open(Case(other, given))
    await until(lambda: dialog.findings)
    await album.take(dialog, "68-doctor-troubles")
    dialog.close()

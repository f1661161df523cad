"""Offers to delete a key file whose key is kept now, and deletes it when told to."""

import asyncio
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from hmpush_gui.pushkit.project import CredentialKind, secret_name
from hmpush_gui.store.errors import StoreError
from hmpush_gui.store.file_errors import not_readable
from hmpush_gui.store.project_secrets import ProjectSecrets
from hmpush_gui.tasks import Start
from hmpush_gui.ui.main_window import MainWindow
from hmpush_gui.ui.notice_bar import Offer
from hmpush_gui.ui.theme import Tone
from hmpush_gui.ui.words import said

if TYPE_CHECKING:
    from hmpush_gui.pushkit.credential import Credential


class _File(NamedTuple):
    path: Path
    digest: bytes


class KeyImports(QObject):
    """Knows which file a key came from until it is kept."""

    def __init__(
        self,
        window: MainWindow,
        secrets: ProjectSecrets,
        start: Start,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._secrets = secrets
        self._start = start
        self._files: dict[str, _File] = {}
        window.editing.key_file_given.connect(self._on_key_file_given)

    async def kept(self, project_key: str, credential: "Credential") -> None:
        """A credential was put into the store: read it back, and offer if it holds."""
        file = self._files.pop(secret_name(project_key, credential.kind), None)
        if file is None:
            return
        if not await asyncio.to_thread(self._holds, project_key, credential):
            return
        self._window.tell(
            self.tr(
                "The key is kept now; it was read back and compared. The file {path} "
                "still holds it too, for whoever can read that file."
            ).format(path=file.path),
            Tone.WARNING,
            Offer(
                self.tr("Delete the file"),
                partial(self._on_delete_chosen, project_key, credential, file),
            ),
        )

    def _on_key_file_given(self, key: str, path: Path, digest: bytes) -> None:
        name = secret_name(key, CredentialKind.SERVICE_ACCOUNT)
        self._files[name] = _File(path, digest)

    def _on_delete_chosen(
        self, project_key: str, credential: "Credential", file: _File
    ) -> None:
        self._start(self._delete(project_key, credential, file))

    async def _delete(
        self, project_key: str, credential: "Credential", file: _File
    ) -> None:
        words, which = await asyncio.to_thread(
            self._deleted, project_key, credential, file
        )
        self._window.tell(words, which)

    # In a thread.

    def _holds(self, project_key: str, credential: "Credential") -> bool:
        """Whether the store gives back just what was put into it, also next time."""
        name = secret_name(project_key, credential.kind)
        try:
            same = self._secrets.get(name) == credential.to_json()
        except StoreError:
            return False
        return same and self._secrets.keeps(name)

    def _deleted(
        self, project_key: str, credential: "Credential", file: _File
    ) -> tuple[str, Tone]:
        if not self._holds(project_key, credential):
            words = self.tr(
                "{path} was not deleted: the key is no longer kept as it was."
            )
            return words.format(path=file.path), Tone.WARNING
        try:
            # Through a link, what it points at holds the key.
            path = file.path.resolve(strict=True)
            if sha256(path.read_bytes()).digest() != file.digest:
                words = self.tr("{path} was not deleted: it holds something else now.")
                return words.format(path=path), Tone.WARNING
            path.unlink()
        except OSError as error:
            words = self.tr("The file was not deleted. {why}")
            why = said(not_readable(file.path, error).sentence)
            return words.format(why=why), Tone.BAD
        words = self.tr(
            "{path} is deleted, without going to the Trash. Other copies, such as in "
            "backups, mails or the Trash, are still there if you made any."
        )
        return words.format(path=path), Tone.GOOD

"""One window for each data folder: a further start hands over to it."""

import hashlib
import json
import os
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

LOCK = "window.lock"
SOCKET = "window.socket"
PATIENCE = 10.0
"""Seconds for a window that is just being opened or closed."""

_HELD = QLockFile.LockError.LockFailedError
_BLANK = 3000
"""Milliseconds after which a lock without a name in it is void."""
_STEP = 500
"""Milliseconds for one attempt."""
_LARGEST = 1024 * 1024
_LONGEST_PATH = 100
"""Bytes that the address of a socket may have on every Unix."""


@dataclass(frozen=True, slots=True)
class Handed:
    """What a further start was asked for; `files` are absolute paths."""

    files: tuple[str, ...] = ()
    sandbox: bool = False
    screen_share: bool = False


class Instance:
    """The right to be the window of `folder`, which one process has at a time.

    A process that was killed has it no more. Where the folder cannot be written there
    is no such right, and who asks gets it.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock: QLockFile | None = None

    def take(self) -> bool:
        """Whether this process is the window now. Makes the folder."""
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError:
            return True
        lock = QLockFile(str(self.folder / LOCK))
        # However old: only the end of its process makes it void.
        lock.setStaleLockTime(0)
        self._lock = lock
        if lock.tryLock(0):
            return True
        if lock.error() is _HELD and not lock.getLockInfo()[0]:
            # A power cut leaves a file in which nobody is named.
            lock.setStaleLockTime(_BLANK)
            return lock.tryLock(0)
        return lock.error() is not _HELD

    def take_or_hand_over(self, handed: Handed, patience: float = PATIENCE) -> bool:
        """True where this is the window now, False where another took `handed`.

        Raises TimeoutError if the other one does not answer. Blocks.
        """
        end = time.monotonic() + patience
        while not self.take():
            if self.hand_over(handed):
                return False
            if time.monotonic() > end:
                raise TimeoutError
            time.sleep(0.1)
        return True

    def hand_over(self, handed: Handed) -> bool:
        """Whether the window that is open took it. Blocks."""
        return any(_told(name, handed) for name in addresses(self.folder))

    def close(self) -> None:
        """Let another process have it."""
        if self._lock:
            self._lock.unlock()


class Door(QObject):
    """Hears what further starts on `folder` hand over; for who has the right to it.

    Signals:
        handed: something was; a Handed.
    """

    handed = Signal(object)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._server: QLocalServer | None = None

    def open(self) -> bool:
        """Begin to listen; False where this system gives no address for that."""
        # Late: it loads Qt's network, which the first frame does without.
        from PySide6.QtNetwork import QLocalServer

        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._on_connection)
        for name in addresses(self._folder):
            # Left behind by one that was killed.
            QLocalServer.removeServer(name)
            if server.listen(name):
                self._server = server
                return True
        return False

    def close(self) -> None:
        """Hear nothing more: who starts now is the next window."""
        if self._server:
            self._server.close()

    def _on_connection(self) -> None:
        while self._server and (socket := self._server.nextPendingConnection()):
            self._hear(socket)

    def _hear(self, socket: "QLocalSocket") -> None:
        caller = _Caller(socket, self)
        caller.said.connect(self.handed)
        # Only now: what it says may be there already.
        caller.hear()


class _Caller(QObject):
    """One further start, which says one line and is answered with another."""

    said = Signal(object)

    def __init__(self, socket: "QLocalSocket", parent: QObject) -> None:
        super().__init__(parent)
        self._socket = socket
        self._text = b""
        socket.setParent(self)
        socket.readyRead.connect(self.hear)
        socket.disconnected.connect(self.deleteLater)

    def hear(self) -> None:
        """Read what is there; answer a whole line."""
        self._text += bytes(self._socket.readAll().data())
        if len(self._text) > _LARGEST:
            self._socket.abort()
        elif self._text.endswith(b"\n"):
            if handed := read_handed(self._text):
                self._socket.write(b"taken\n")
                self._socket.flush()
                self.said.emit(handed)
            self._socket.disconnectFromServer()


def addresses(folder: Path) -> list[str]:
    """Where the window of `folder` may be reached, the first choice first.

    In the folder itself nobody else can pretend to be the window; but some disks have
    no sockets, and some paths are too long for one.
    """
    real = os.path.realpath(folder)
    name = f"hmpush-{hashlib.sha256(os.fsencode(real)).hexdigest()[:24]}"
    inside = os.path.join(real, SOCKET)
    if sys.platform == "win32" or len(os.fsencode(inside)) > _LONGEST_PATH:
        return [name]
    return [inside, name]


def read_handed(text: bytes) -> Handed | None:
    """What a start said; None for what no start of ours says."""
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(content, dict):
        return None
    files, sandbox = content.get("files"), content.get("sandbox")
    # A start of an earlier version says nothing of it.
    share = content.get("screen_share", False)
    if not isinstance(files, list) or not isinstance(sandbox, bool):
        return None
    if not all(isinstance(file, str) for file in files) or not isinstance(share, bool):
        return None
    return Handed(tuple(files), sandbox, share)


def _told(name: str, handed: Handed) -> bool:
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(_STEP):
        return False
    socket.write(json.dumps(asdict(handed)).encode() + b"\n")
    socket.flush()
    while not socket.canReadLine() and socket.waitForReadyRead(_STEP * 4):
        pass
    return bytes(socket.readLine().data()) == b"taken\n"

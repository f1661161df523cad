"""Secrets of projects, of which some are kept until the program ends and no longer."""

from threading import RLock

from hmpush_gui.pushkit.words import Sentence

from .secrets import SecretStore


class ProjectSecrets:
    """Keeps what `store` keeps, but for projects that want memory only.

    A name is that of `pushkit.project.secret_name`. May be used from several threads.
    """

    def __init__(self, store: SecretStore) -> None:
        self._store = store
        self._memory: dict[str, str] = {}
        self._only: set[str] = set()
        self._lock = RLock()

    @property
    def kept(self) -> bool:
        return self._store.kept

    @property
    def place(self) -> Sentence:
        return self._store.place

    @property
    def told(self) -> tuple[Sentence, ...]:
        return self._store.told

    def keeps(self, name: str) -> bool:
        """Whether a secret of that name survives the program's end."""
        return self.kept and not self._is_volatile(name)

    def set_memory_only(self, project_key: str, on: bool) -> None:
        """From now on; what is there already goes along with `settle`. Never blocks."""
        if on:
            self._only.add(project_key)
        else:
            self._only.discard(project_key)

    def settle(self, project_key: str) -> None:
        """Move what is there of a project to where it belongs. Raises StoreError."""
        with self._lock:
            for name in self.names():
                if _project(name) != project_key:
                    continue
                secret = self._memory.get(name)
                if self._is_volatile(name):
                    self._take_out(name, secret)
                elif secret is not None:
                    self.put(name, secret)

    def get(self, name: str) -> str | None:
        """The secret of that name, or None. Raises StoreError."""
        with self._lock:
            if name in self._memory:
                return self._memory[name]
            return self._store.get(name)

    def put(self, name: str, secret: str) -> None:
        """Keep a secret. Raises StoreError, and then keeps it for this run only."""
        with self._lock:
            if self._is_volatile(name):
                self._memory[name] = secret
            else:
                self._store.put(name, secret)
                self._memory.pop(name, None)

    def drop(self, name: str) -> None:
        """Forget a secret, if there is one. Raises StoreError."""
        with self._lock:
            self._memory.pop(name, None)
            self._store.drop(name)

    def names(self) -> list[str]:
        """The names that have a secret, sorted. Raises StoreError."""
        with self._lock:
            return sorted({*self._memory, *self._store.names()})

    def _is_volatile(self, name: str) -> bool:
        return _project(name) in self._only

    def _take_out(self, name: str, newer: str | None) -> None:
        """Out of the keyring's care; what was given meanwhile is kept."""
        older = self._store.get(name)
        if older is not None:
            self._memory[name] = older if newer is None else newer
            self._store.drop(name)


def _project(name: str) -> str:
    return name.partition("/")[0]

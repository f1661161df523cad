import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from hmpush_gui.store import history_schema
from hmpush_gui.store.errors import StoreError
from hmpush_gui.store.history_schema import MEMORY, connect
from hmpush_gui.store.history_versions import MIGRATIONS

from .disk import mode


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "history.sqlite"


def pragma(connection: sqlite3.Connection, name: str) -> object:
    (value,) = connection.execute(f"PRAGMA {name}").fetchone()
    return value


def test_what_is_committed_outlives_the_process(path: Path) -> None:
    with closing(connect(path)) as connection:
        assert pragma(connection, "journal_mode") == "wal"
        assert pragma(connection, "synchronous") == 1


def test_only_the_owner_may_read_it(path: Path) -> None:
    with closing(connect(path)):
        files = sorted(path.parent.iterdir())
        assert [file.name[len(path.name) :] for file in files] == ["", "-shm", "-wal"]
        assert {mode(file) for file in files} == {"600"}
        assert mode(path.parent) == "700"


def test_one_in_memory_leaves_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    connect(Path(MEMORY)).close()
    assert list(tmp_path.iterdir()) == []


def test_opening_again_changes_nothing(path: Path) -> None:
    connect(path).close()
    with closing(connect(path)) as connection:
        assert pragma(connection, "user_version") == len(MIGRATIONS)


def test_an_older_file_becomes_one_of_today(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect(path).close()
    later = (*MIGRATIONS, ("ALTER TABLE send ADD COLUMN later TEXT",))
    monkeypatch.setattr(history_schema, "MIGRATIONS", later)
    for _ in range(2):
        with closing(connect(path)) as connection:
            connection.execute("SELECT later FROM send")
            assert pragma(connection, "user_version") == len(later)


def test_a_migration_that_fails_leaves_the_old_file(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect(path).close()
    later = (*MIGRATIONS, ("CREATE TABLE note (id)", "no statement"))
    with monkeypatch.context() as broken:
        broken.setattr(history_schema, "MIGRATIONS", later)
        with pytest.raises(sqlite3.OperationalError):
            connect(path)
    with closing(connect(path)) as connection:
        assert pragma(connection, "user_version") == len(MIGRATIONS)
        with pytest.raises(sqlite3.OperationalError, match="no such table"):
            connection.execute("SELECT * FROM note")


def test_a_file_of_a_later_version_is_left_alone(path: Path) -> None:
    with closing(connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(StoreError, match="later version"):
        connect(path)

import pytest

from hmpush_gui.pushkit.words import Sentence
from hmpush_gui.store.project_secrets import ProjectSecrets
from hmpush_gui.store.secrets import MemorySecrets

NAME = "shop/oauth"


@pytest.fixture
def store() -> MemorySecrets:
    """Stands for the keyring: what is in it would survive the program."""
    store = MemorySecrets(Sentence("test", "in the keyring"))
    store.kept = True
    return store


@pytest.fixture
def secrets(store: MemorySecrets) -> ProjectSecrets:
    return ProjectSecrets(store)


def test_it_is_the_store_but_for_what_wants_memory_only(
    store: MemorySecrets, secrets: ProjectSecrets
) -> None:
    secrets.put(NAME, "s")
    assert (store.get(NAME), secrets.get(NAME)) == ("s", "s")
    assert secrets.keeps(NAME)
    assert (secrets.place, secrets.told, secrets.kept) == (store.place, (), True)


def test_a_secret_for_memory_only_never_reaches_the_store(
    store: MemorySecrets, secrets: ProjectSecrets
) -> None:
    secrets.set_memory_only("shop", True)
    secrets.put(NAME, "s")
    secrets.put("other/oauth", "o")
    assert store.names() == ["other/oauth"]
    assert secrets.get(NAME) == "s"
    assert secrets.names() == ["other/oauth", NAME]
    assert not secrets.keeps(NAME)
    secrets.drop(NAME)
    assert secrets.get(NAME) is None


def test_what_was_kept_leaves_the_store_and_stays_for_this_run(
    store: MemorySecrets, secrets: ProjectSecrets
) -> None:
    secrets.put(NAME, "s")
    secrets.set_memory_only("shop", True)
    secrets.settle("shop")
    assert store.names() == []
    assert secrets.get(NAME) == "s"


def test_what_was_given_meanwhile_wins_over_what_was_kept(
    store: MemorySecrets, secrets: ProjectSecrets
) -> None:
    secrets.put(NAME, "old")
    secrets.set_memory_only("shop", True)
    secrets.put(NAME, "new")
    secrets.settle("shop")
    assert (store.names(), secrets.get(NAME)) == ([], "new")


def test_it_can_be_kept_again(store: MemorySecrets, secrets: ProjectSecrets) -> None:
    secrets.set_memory_only("shop", True)
    secrets.put(NAME, "s")
    secrets.set_memory_only("shop", False)
    secrets.settle("shop")
    assert (store.get(NAME), secrets.keeps(NAME)) == ("s", True)


def test_a_forgotten_secret_is_forgotten_in_both(
    store: MemorySecrets, secrets: ProjectSecrets
) -> None:
    secrets.put(NAME, "s")
    secrets.drop(NAME)
    assert (store.names(), secrets.names()) == ([], [])

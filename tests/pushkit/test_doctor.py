from hmpush_gui.pushkit.credential import Credential, OAuthClient
from hmpush_gui.pushkit.doctor import examine, examine_file
from hmpush_gui.pushkit.finding import Part, State, worst
from hmpush_gui.pushkit.project import Project

from .key_samples import NOW, account, key_file, key_of, pem, pem_of

PROJECT = Project("key", "Shop", project_id="101", client_id="202")


def test_a_good_file_is_looked_at_in_every_part() -> None:
    read = examine_file(key_file(private_key=pem_of(key_of(4096))), PROJECT, NOW)
    assert worst(read.findings) is State.FINE
    parts = list(dict.fromkeys(each.part for each in read.findings))
    assert parts == [Part.FILE, Part.KEY, Part.JWT, Part.PROJECT, Part.CLOCK]


def test_a_key_that_cannot_sign_makes_no_token() -> None:
    read = examine_file(key_file(private_key="-----BEGIN PRIVATE KEY-----"), None, NOW)
    assert worst(read.findings) is State.WRONG
    assert Part.JWT not in {each.part for each in read.findings}


def test_a_file_that_is_none_is_all_that_is_said() -> None:
    read = examine_file(b"{}", PROJECT, NOW)
    assert [each.part for each in read.findings] == [Part.FILE]


def test_credentials_at_hand_are_looked_at_alike() -> None:
    given: list[Credential] = [OAuthClient("202", "secret"), account()]
    found = examine(PROJECT, given, NOW)
    assert worst(found) is State.LOOK
    assert {each.part for each in found} == {*Part} - {Part.ONLINE}


def test_a_project_without_credentials_is_told_what_to_do() -> None:
    found = examine(PROJECT, [], NOW)
    assert found[0].state is State.LOOK
    assert "Choose a service-account key file" in str(found[0].fix)


def test_no_sentence_holds_the_key_or_the_secret() -> None:
    wrong: list[Credential] = [
        OAuthClient("s3cr3t-id", "s3cr3t!"),
        account(key_id=pem()),
    ]
    words = " ".join(
        f"{each.sentence} {each.fix}" for each in examine(PROJECT, wrong, NOW)
    )
    assert "s3cr3t!" not in words
    assert pem()[60:100] not in words

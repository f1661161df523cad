import jwt

from hmpush_gui.pushkit.finding import State, worst
from hmpush_gui.pushkit.jwt_checks import check_jwt, check_own_jwt
from hmpush_gui.pushkit.signing import AUDIENCE

from .key_samples import NOW, account, key_of

GOOD = {"iss": "9001", "aud": AUDIENCE, "iat": int(NOW), "exp": int(NOW) + 3600}


def states(claims: dict[str, object], **headers: str) -> dict[str, State]:
    token = jwt.encode(
        claims, key_of(), algorithm="PS256", headers={"kid": "key-1", **headers}
    )
    found = check_jwt(token, account(), key_of().public_key())
    return {each.name: each.state for each in found if each.state is not State.FINE}


def test_our_own_token_is_what_push_kit_wants() -> None:
    found = check_own_jwt(account(), key_of(), NOW)
    assert worst(found) is State.FINE
    assert [each.name for each in found] == ["header", "claims", "life", "signature"]
    assert "kid key-1" in str(found[0].sentence)


def test_each_part_is_judged_by_itself() -> None:
    assert states(GOOD) == {}
    assert states(GOOD, kid="other") == {"header": State.WRONG}
    assert states({**GOOD, "iss": "1"}) == {"claims": State.WRONG}
    assert states({**GOOD, "exp": int(NOW) + 86401}) == {"life": State.WRONG}


def test_a_signature_of_another_key_does_not_hold() -> None:
    found = check_own_jwt(account(), key_of(), NOW)
    token = jwt.encode(GOOD, key_of(), algorithm="PS256", headers={"kid": "key-1"})
    other = check_jwt(token, account(), key_of(4096).public_key())
    assert (found[3].state, other[3].state) == (State.FINE, State.WRONG)

from email.utils import formatdate

import pytest

from hmpush_gui.pushkit.credential import Credential, OAuthClient
from hmpush_gui.pushkit.doctor_answer import (
    is_of_credential,
    judge_answer,
)
from hmpush_gui.pushkit.finding import Finding, Part, State
from hmpush_gui.pushkit.outcome import Outcomes, Verdict
from hmpush_gui.pushkit.protocol import Answer, Exchange, Request
from hmpush_gui.pushkit.words import Sentence

from .key_samples import NOW, account

REQUEST = Request("POST", "https://push.example", {}, b"", ("nobody",))
WHY = Sentence("test", "It failed.")


def exchange(
    code: str = "",
    *,
    reason: str = "",
    status: int = 200,
    date: str | None = None,
    failure: Sentence | None = None,
    answered: bool = True,
) -> Exchange:
    headers = (("date", date),) if date is not None else ()
    answer = Answer(status, "", headers, b"") if answered else None
    outcomes = Outcomes(("nobody",), Verdict.REJECTED, code, reason)
    return Exchange(REQUEST, outcomes, answer, code, failure=failure)


def judged(
    given: Exchange, credential: Credential | None = None
) -> tuple[Finding, Finding | None]:
    found = judge_answer(credential or account(), given, NOW, NOW + 1)
    return found[0], found[1] if len(found) > 1 else None


@pytest.mark.parametrize("code", ["80000000", "80100000", "80300007"])
def test_a_refused_token_proves_the_credential(code: str) -> None:
    found, _ = judged(exchange(code))
    assert (found.part, found.state) == (Part.ONLINE, State.FINE)
    assert "took the key" in str(found.sentence)
    client, _ = judged(exchange(code), OAuthClient("1", "s"))
    assert "access token" in str(client.sentence)


@pytest.mark.parametrize("reason", ["noRight", "disableSendHuaweiMsgBecauseOfPenalty"])
def test_a_reason_that_may_be_said_of_the_project_is_shown(reason: str) -> None:
    found, _ = judged(exchange("80300007", reason=reason))
    assert found.state is State.LOOK
    assert reason in str(found.sentence)
    assert (
        judged(exchange("80300007", reason="tokenFormatError"))[0].state is State.FINE
    )


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (exchange("80200001"), "refused the credential (80200001)"),
        (exchange("80600003"), "refused the credential"),
        (exchange(status=401), "HTTP 401"),
        (exchange("80200005"), "has ended"),
        (exchange("80200003"), "has ended"),
        (exchange("80300036"), "too long"),
        (exchange(reason="1101/12304", status=400, failure=WHY), "It failed."),
        (exchange(reason="credential", failure=WHY, answered=False), "It failed."),
    ],
)
def test_a_refused_credential_is_wrong_and_has_a_fix(
    given: Exchange, words: str
) -> None:
    found, _ = judged(given)
    assert found.state is State.WRONG
    assert words in str(found.sentence)
    assert found.fix
    assert is_of_credential(given)


@pytest.mark.parametrize(
    ("given", "state"),
    [
        (exchange("80300002"), State.LOOK),
        (exchange("80300029"), State.LOOK),
        (exchange("81000001"), State.UNKNOWN),
        (exchange(status=503, failure=WHY), State.UNKNOWN),
        (exchange(reason="1203/500", status=400, failure=WHY), State.UNKNOWN),
        (exchange(reason="unreachable", failure=WHY, answered=False), State.UNKNOWN),
        (exchange(answered=False), State.UNKNOWN),
    ],
)
def test_what_says_nothing_of_the_credential_is_not_held_against_it(
    given: Exchange, state: State
) -> None:
    found, _ = judged(given)
    assert found.state is state
    assert found.fix
    assert not is_of_credential(given)


def test_the_server_tells_the_time_with_its_answer() -> None:
    _, clock = judged(exchange("80300007", date=formatdate(NOW + 500, usegmt=True)))
    assert clock is not None
    assert "8 minutes behind" in str(clock.sentence)


@pytest.mark.parametrize("date", [None, "", "soon", "Mon, 99 Foo 2026 00:00:00 GMT"])
def test_a_date_that_cannot_be_read_says_nothing(date: str | None) -> None:
    assert judged(exchange("80300007", date=date))[1] is None


def test_a_failure_is_told_in_its_own_words_and_silence_as_silence() -> None:
    assert judged(exchange(status=503, failure=WHY))[0].sentence == WHY
    assert "no answer" in str(judged(exchange(answered=False))[0].sentence)

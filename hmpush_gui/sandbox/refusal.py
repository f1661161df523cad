"""The way every check of the sandbox says no."""


class Refusal(Exception):
    """Push Kit would refuse this: business code, text, HTTP status (facts F)."""

    def __init__(self, code: str, msg: str, status: int = 400) -> None:
        super().__init__(f"{code} {msg}")
        self.code = code
        self.msg = msg
        self.status = status


def illegal(hint: str) -> Refusal:
    """The refusal of a document that is not as it should be (facts B.13)."""
    return Refusal("80100003", f"Illegal payload, {hint}")


def unauthorised(code: str = "80200001", msg: str = "Authentication Error") -> Refusal:
    """The refusal of a bearer; status 401 (facts F.1)."""
    return Refusal(code, msg, 401)

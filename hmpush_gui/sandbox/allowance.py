"""Whether a message is within the quotas; they count requests, shown or not."""

from .letter import Letter
from .quotas import DAY, Quotas, Spell
from .rights import Rights

DEVICE_QUOTA = 102
SCENE_QUOTA = 256
WIDGET_QUOTA = 262
"""Results of receipts (facts I.1, C.5)."""

_APP = 0
"""The one key of counters that are not a phone's."""


class Allowance:
    """Counts what was sent against what may be."""

    def __init__(self) -> None:
        self.quotas = Quotas()
        self._tests = Spell(DAY)
        self._hurried_tests = Spell(1)
        self._calm = Spell(DAY)
        self._other = Spell(DAY)
        self._widgets = Spell(DAY)

    def hurries(self, now: float) -> bool:
        """Whether another test message now would be too fast (facts F.2, 80300029)."""
        most = self.quotas.tests_per_second
        return not self._hurried_tests.take(_APP, now, most)

    def take_test(self, legacy: bool, tokens: int, now: float) -> int:
        """Count a test message; its receipts' result (facts C.4).

        v3 counts requests, v1 and v2 messages.
        """
        if legacy:
            fits = self._tests.take(1, now, self.quotas.legacy_tests, tokens)
        else:
            fits = self._tests.take(_APP, now, self.quotas.test_requests)
        return 0 if fits else SCENE_QUOTA

    def take(self, letter: Letter, token: str, rights: Rights, now: float) -> int:
        """Count a message to one phone; its receipt's result (facts C.1, C.5)."""
        quotas = self.quotas
        if letter.form and not letter.test:
            card = hash((token, letter.form[0]))
            fits = self._widgets.take(card, now, quotas.widget)
            return 0 if fits else WIDGET_QUOTA
        if letter.test or not letter.shows:
            return 0
        if letter.calm:
            most = quotas.news_marketing if rights.news else quotas.marketing
            fits = self._calm.take(hash(token), now, most)
            return 0 if fits else SCENE_QUOTA
        fits = self._other.take(hash(token), now, quotas.device)
        return 0 if fits else DEVICE_QUOTA

"""What the demo app and the system remember on each phone."""

from collections.abc import Callable

from .letter import Letter
from .live_views import LiveViews
from .memory import Seen
from .quotas import DAY
from .widgets import NOT_SHOWN, Widgets

NOT_BOUND = 144
"""Result of a receipt (facts I.1)."""

_HIGHEST_BADGE = 99

Check = Callable[[Letter, str, float], int]
"""Of a letter for a token at a time: the result of the receipt, 0 if it may show."""


class Apps:
    """The app on every phone.

    `profiles` are the accounts bound on a phone; where none are told, any is.
    """

    def __init__(self) -> None:
        self.profiles: dict[str, frozenset[str]] = {}
        self.live_views = LiveViews()
        self.widgets = Widgets()
        self._badges: dict[int, int] = {}
        self._messages = Seen(DAY)

    def checks(self, letter: Letter) -> list[Check]:
        """What has to be looked at before `letter` may show anywhere."""
        checks = {
            self._check_profile: letter.profile_id and self.profiles,
            self._check_twin: letter.app_message_id,
            self._check_widget: letter.form,
            self._check_live_view: letter.live,
        }
        return [check for check, wanted in checks.items() if wanted]

    def badge(self, token: str) -> int:
        """The number on the app's icon."""
        return self._badges.get(hash(token), 0)

    def set_badge(self, token: str, fixed: int | None, more: int) -> str:
        """The badge as the icon shows it from now on (facts B.5.2)."""
        number = self.badge(token) + more if fixed is None else fixed
        self._badges[hash(token)] = number
        return f"{_HIGHEST_BADGE}+" if number > _HIGHEST_BADGE else str(number)

    def _check_profile(self, letter: Letter, token: str, _now: float) -> int:
        bound = self.profiles.get(token)
        return 0 if bound is None or letter.profile_id in bound else NOT_BOUND

    def _check_twin(self, letter: Letter, token: str, now: float) -> int:
        """Facts B.5: of one appMessageId the oldest is shown, for a day."""
        key = hash((token, letter.app_message_id))
        return NOT_SHOWN if self._messages.before(key, now) else 0

    def _check_widget(self, letter: Letter, token: str, now: float) -> int:
        return self.widgets.take(token, *letter.form, now) if letter.form else 0

    def _check_live_view(self, letter: Letter, token: str, now: float) -> int:
        return self.live_views.take(token, letter.live, now) if letter.live else 0

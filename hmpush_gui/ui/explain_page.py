"""Explain: what an answer means, why it came, what to do, and where that is written."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from hmpush_gui.pushkit.answers import SUCCESS
from hmpush_gui.pushkit.doctor_answer import is_of_credential
from hmpush_gui.pushkit.pages import Page
from hmpush_gui.pushkit.protocol import Exchange, Verdict
from hmpush_gui.pushkit.record import Action
from hmpush_gui.pushkit.server_clock import wrong_clock
from hmpush_gui.pushkit.topics import (
    Topic,
    outcome_topic,
    reason_topics,
    receipt_topic,
    request_topic,
)

from .explain_tools import Doubts, ExplainTools
from .inspected import Inspected
from .inspector_page import InspectorPage
from .long_words import breakable
from .page_link import link_button
from .plain_label import plain_label
from .receipt_words import told_at
from .request_chooser import counts_line
from .verdicts import reason_of, word_of
from .words import grouped, language, said


class ExplainPage(InspectorPage):
    """The device that was chosen, the request, and every reason in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("explain", parent)
        self.doubts = Doubts(self)

    def words(self) -> str:
        """All that is said, for a test or a screen reader."""
        self.ready()
        return "\n".join(label.text() for label in self._page.findChildren(QLabel))

    def _build(self) -> None:
        self._offers = ExplainTools(self.doubts, self)
        self._tools.addWidget(self._offers)
        self._scroll = QScrollArea(self)
        self._scroll.setObjectName("explain.text")
        self._scroll.setAccessibleName(self.tr("Explain"))
        self._scroll.setWidgetResizable(True)
        self._column.addWidget(self._scroll, 1)
        self._page = QWidget()

    def _fill(self, shown: Inspected | None) -> None:
        self._page = QWidget()
        self._lines = QVBoxLayout(self._page)
        self._lines.setContentsMargins(0, 0, 8, 0)
        self._lines.setSpacing(3)
        self._words.setText(counts_line(shown.counts) if shown else "")
        exchange = shown.exchange if shown else None
        self._offers.show_for(shown)
        if shown is None or exchange is None:
            self._say(
                self.tr(
                    "What an answer means, its likely causes in order, and what to do."
                ),
                quiet=True,
            )
        else:
            self._explain(shown, exchange)
        self._lines.addStretch(1)
        self._scroll.setWidget(self._page)

    def _explain(self, shown: Inspected, exchange: Exchange) -> None:
        legacy = shown.record.message.api.legacy
        recall = shown.record.action is Action.RECALL
        told = self._explain_row(shown, recall=recall)
        topic = request_topic(exchange, language(), legacy=legacy, recall=recall)
        self._title(self.tr("The request as a whole"))
        if exchange.failure:
            self._say(said(exchange.failure))
        if is_of_credential(exchange) and (clock := wrong_clock(exchange)):
            self._say(said(clock.sentence))
            if clock.fix:
                self._say(f"→ {said(clock.fix)}")
        if topic and recall and topic.name == SUCCESS:
            self._say(f"{topic.name}  {self._recalled()}")
            self._link(topic.pages)
        elif topic:
            self._tell(topic)
        if exchange.message and exchange.code:
            words = self.tr("Push Kit’s own words: {words}")
            own = breakable(exchange.message[:600])
            self._say(words.format(words=own), quiet=True)
        for each in reason_topics(exchange, language()):
            if each.name == told:
                continue
            self._title(
                self.tr("{reason} · devices: {count}").format(
                    reason=each.name, count=grouped(each.devices)
                )
            )
            self._tell(each)

    def _recalled(self) -> str:
        """What a recall does (facts I.2)."""
        return self.tr(
            "Push Kit took the recall. What is not yet delivered is dropped, and what "
            "lies untouched on a phone disappears; what was tapped or removed stays as "
            "it is, and so does the badge."
        )

    def _explain_row(self, shown: Inspected, *, recall: bool) -> str | None:
        """The device that is chosen; the reason that was told of, if there is one."""
        if shown.row is None:
            return None
        label, outcome = shown.row
        words = self.tr("{device}: {outcome}")
        self._title(words.format(device=label, outcome=word_of(outcome.verdict)))
        topic = outcome_topic(outcome, language())
        if topic:
            self._tell(topic)
            return topic.name
        why = reason_of(outcome.verdict, outcome.code, outcome.reason)
        if recall and outcome.verdict is Verdict.ACCEPTED:
            why = self.tr("Push Kit took the recall for this device.")
        elif outcome.verdict is Verdict.ACCEPTED and shown.receipt:
            why = self.tr("Push Kit took the message for this device.")
        elif outcome.verdict is Verdict.ACCEPTED:
            why = self.tr(
                "Push Kit took the message for this device. That is no delivery yet: "
                "the phone may be offline, or may not show it."
            )
        if why:
            self._say(why)
        if shown.receipt:
            self._explain_receipt(*shown.receipt)
        return None

    def _explain_receipt(self, result: int, at: float | None) -> None:
        """What the phone did with it; the outcome stays what Push Kit said."""
        words = self.tr("What the receipt of this device says")
        self._title(words)
        if at:
            self._say(told_at(at), quiet=True)
        self._tell(receipt_topic(result, language()))

    def _tell(self, topic: Topic) -> None:
        known = topic.known
        if known is None:
            words = self.tr("{name} is not in our list.")
            self._say(words.format(name=topic.name))
        else:
            self._say(f"{topic.name}  {known.meaning}")
            if known.causes:
                self._say(self.tr("Likely causes, the likeliest first:"), quiet=True)
            for number, cause in enumerate(known.causes, 1):
                self._say(f"  {number}. {cause}")
            if known.fix:
                self._say(f"→ {known.fix}")
        self._link(topic.pages)

    def _title(self, text: str) -> None:
        label = self._say(text)
        label.setProperty("heading", True)
        label.setContentsMargins(0, 6, 0, 0)

    def _say(self, text: str, *, quiet: bool = False) -> QLabel:
        label = plain_label(text, self._page)
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        if quiet:
            label.setProperty("quiet", True)
        self._lines.addWidget(label)
        return label

    def _link(self, pages: Sequence[Page]) -> None:
        for page in pages:
            self._lines.addWidget(
                link_button(page, self._page), 0, Qt.AlignmentFlag.AlignLeft
            )

"""What a finding in a device's log means, and what to do, as text."""

from hmpush_gui.exchange.hilog import Finding, Kind
from hmpush_gui.exchange.hilog_advice import advice_on
from hmpush_gui.pushkit.explain import explain_device
from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP

from .words import language, said

_UNKNOWN = QT_TRANSLATE_NOOP(
    "Finding", "This code is not in our catalogue. Look for it in Huawei’s documents."
)


def finding_words(finding: Finding) -> str:
    """Meaning, causes in order, what to do; "" where there is nothing to say."""
    advice = advice_on(finding.kind, finding.value)
    if advice is not None:
        return said(advice)
    if finding.kind is not Kind.CODE:
        return ""
    meaning = explain_device(finding.value, language())
    if meaning is None:
        return said(_UNKNOWN)
    causes = [f"{number}. {cause}" for number, cause in enumerate(meaning.causes, 1)]
    if len(causes) == 1:
        causes = [meaning.causes[0]]
    return "\n".join(
        [f"{finding.value}: {meaning.meaning}", *causes, f"→ {meaning.fix}"]
    )

"""What a test of a connection saw, in the window's words."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication

from hmpush_gui.pushkit.connection import Trust
from hmpush_gui.pushkit.trial_report import Trial

from .words import said, titled


def headline(trial: Trial) -> str:
    """Whether it works, or why not."""
    if trial.failure:
        return said(trial.failure)
    words = QCoreApplication.translate("TrialWords", "{host}: the connection works.")
    if not trial.verified:
        words = QCoreApplication.translate(
            "TrialWords",
            "{host}: the connection works, but nobody checked who answered.",
        )
    return words.format(host=urlsplit(trial.url).netloc)


def facts(trial: Trial) -> Iterator[tuple[str, str]]:
    """What was used, each with its title; what was not reached is left out."""
    tr = QCoreApplication.translate
    yield tr("TrialWords", "Proxy"), _proxy(trial)
    if trial.peer:
        yield tr("TrialWords", "Reached"), _peer(trial)
    if trial.url.lower().startswith("https:"):
        yield tr("TrialWords", "Trusted"), _trust(trial)
    if trial.own_certificate:
        yield tr("TrialWords", "Client certificate"), trial.own_certificate
    if trial.tls:
        yield tr("TrialWords", "Encryption"), f"{trial.tls}, {trial.cipher}"
    yield from _certificate(trial)
    if trial.status:
        yield tr("TrialWords", "Answer"), _answer(trial)
    if trial.clock:
        yield tr("TrialWords", "Clock"), said(trial.clock)


def report(trials: Sequence[Trial]) -> str:
    """All of it as plain text, to be handed on to who can help."""
    blocks = []
    for trial in trials:
        mark = "✕" if trial.failure else "✓"
        lines = [trial.url, f"{mark} {headline(trial)}"]
        lines += [f"  {titled(title, text)}" for title, text in facts(trial)]
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def _proxy(trial: Trial) -> str:
    if not trial.proxy:
        return QCoreApplication.translate("TrialWords", "none")
    words = QCoreApplication.translate("TrialWords", "{proxy}, from these settings")
    if trial.proxy_of_system:
        words = QCoreApplication.translate(
            "TrialWords", "{proxy}, as this computer is set up"
        )
    return words.format(proxy=trial.proxy)


def _peer(trial: Trial) -> str:
    words = QCoreApplication.translate("TrialWords", "{peer}, the proxy")
    return words.format(peer=trial.peer) if trial.proxy else trial.peer


def _trust(trial: Trial) -> str:
    if not trial.verified:
        return QCoreApplication.translate("TrialWords", "anybody: checks are off")
    words = {
        Trust.USUAL: QCoreApplication.translate(
            "TrialWords", "the usual authorities and those of this computer"
        ),
        Trust.ADD: QCoreApplication.translate(
            "TrialWords", "the usual authorities, and {file}"
        ),
        Trust.ONLY: QCoreApplication.translate("TrialWords", "only {file}"),
    }
    return words[trial.trust].format(file=trial.ca_file)


def _certificate(trial: Trial) -> Iterator[tuple[str, str]]:
    found = trial.certificate
    if found is None:
        return
    words = QCoreApplication.translate(
        "TrialWords", "{subject}, issued by {issuer}, until {day}"
    )
    # In UTC: “for ever” is the last second of 9999, and no zone ahead has one later.
    day = f"{datetime.fromtimestamp(found.ends, UTC):%Y-%m-%d}"
    text = words.format(subject=found.subject, issuer=found.issuer, day=day)
    yield QCoreApplication.translate("TrialWords", "Certificate"), text


def _answer(trial: Trial) -> str:
    words = QCoreApplication.translate(
        "TrialWords",
        "HTTP {status} in {seconds} s (nothing was asked for, so any will do)",
    )
    return words.format(status=trial.status, seconds=f"{trial.seconds:.2f}")

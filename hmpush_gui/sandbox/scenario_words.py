"""What people call the scenarios, and what each does."""

from hmpush_gui.pushkit.words import QT_TRANSLATE_NOOP

LABELS = {
    "normal": QT_TRANSLATE_NOOP("sandbox", "Everything works"),
    "slow": QT_TRANSLATE_NOOP("sandbox", "Answers come slowly"),
    "unavailable": QT_TRANSLATE_NOOP("sandbox", "Push Kit is overloaded (HTTP 503)"),
    "retry-after": QT_TRANSLATE_NOOP(
        "sandbox", "Push Kit is overloaded and says for how long (HTTP 503)"
    ),
    "inner-error": QT_TRANSLATE_NOOP(
        "sandbox", "Push Kit fails inside (HTTP 500, 81000001)"
    ),
    "expired-once": QT_TRANSLATE_NOOP("sandbox", "The token expires, once (HTTP 401)"),
    "too-large": QT_TRANSLATE_NOOP(
        "sandbox", "A gateway finds the request too large (HTTP 413)"
    ),
    "html": QT_TRANSLATE_NOOP(
        "sandbox", "A proxy answers instead of Push Kit (HTTP 502)"
    ),
    "cut-early": QT_TRANSLATE_NOOP(
        "sandbox", "The connection breaks before the request is read"
    ),
    "cut": QT_TRANSLATE_NOOP("sandbox", "The connection breaks before the answer"),
    "half": QT_TRANSLATE_NOOP("sandbox", "The connection breaks within the answer"),
    "drip": QT_TRANSLATE_NOOP("sandbox", "The answer drips in, byte by byte"),
    "random": QT_TRANSLATE_NOOP("sandbox", "Something goes wrong now and then"),
}

DESCRIPTIONS = {
    "normal": QT_TRANSLATE_NOOP(
        "sandbox", "Requests are judged and messages reach the phones."
    ),
    "slow": QT_TRANSLATE_NOOP(
        "sandbox", "Messages reach the phones at once; the answer waits."
    ),
    "unavailable": QT_TRANSLATE_NOOP(
        "sandbox", "Flow control: nothing is delivered, and a later try may succeed."
    ),
    "retry-after": QT_TRANSLATE_NOOP(
        "sandbox", "Nothing is delivered; the header Retry-After names the seconds."
    ),
    "inner-error": QT_TRANSLATE_NOOP(
        "sandbox", "Nothing is delivered; one or two more tries are worth it."
    ),
    "expired-once": QT_TRANSLATE_NOOP(
        "sandbox", "The next request is refused, whatever its bearer; then all is well."
    ),
    "too-large": QT_TRANSLATE_NOOP(
        "sandbox", "Nothing reaches Push Kit, and trying again is no use."
    ),
    "html": QT_TRANSLATE_NOOP(
        "sandbox", "Nothing is delivered, but the page does not say so."
    ),
    "cut-early": QT_TRANSLATE_NOOP(
        "sandbox", "Nothing is delivered, but the sender cannot know that."
    ),
    "cut": QT_TRANSLATE_NOOP(
        "sandbox", "Messages reach the phones, but the sender cannot know that."
    ),
    "half": QT_TRANSLATE_NOOP(
        "sandbox", "Messages reach the phones; half of the answer arrives."
    ),
    "drip": QT_TRANSLATE_NOOP(
        "sandbox", "Messages reach the phones; the answer is whole, after a while."
    ),
    "random": QT_TRANSLATE_NOOP(
        "sandbox", "Each request draws its own fate, the same ones for the same seed."
    ),
}

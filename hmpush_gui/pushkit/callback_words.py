"""What is said of a callback’s signature: what is so, why probably, what to do."""

from .words import QT_TRANSLATE_NOOP

NO_HEADER = QT_TRANSLATE_NOOP(
    "pushkit",
    "There is no header X-HUAWEI-CALLBACK-ID. Huawei sends it only where user name and "
    "secret are configured; copy it from the log of your server.",
)
NO_FIELDS = QT_TRANSLATE_NOOP(
    "pushkit",
    "This is not the value of X-HUAWEI-CALLBACK-ID: probably another line of the log "
    "was copied. Copy the one that reads timestamp=…; nonce=…; value=….",
)
LACKS = QT_TRANSLATE_NOOP(
    "pushkit",
    "The header is not whole. It lacks {parts}. Probably the log cuts long lines or "
    "ends them at a semicolon. Copy all of timestamp=…; nonce=…; value=….",
)
DAMAGED = QT_TRANSLATE_NOOP(
    "pushkit",
    "The header is damaged: “value” should be 44 characters of Base64, and has "
    "{count}. Probably the log cut it, or wrote “+”, “/” and “=” differently. Copy it "
    "again, from where it came in.",
)
NEITHER = QT_TRANSLATE_NOOP(
    "pushkit",
    "Enter the user name and the secret of the receipt configuration in AppGallery "
    "Connect.",
)
NO_NAME = QT_TRANSLATE_NOOP(
    "pushkit",
    "The user name is missing, and it is signed too. Enter the one that stands beside "
    "this secret in the receipt configuration in AppGallery Connect.",
)
NO_SECRET = QT_TRANSLATE_NOOP(
    "pushkit",
    "The secret is missing. Enter the one that stands beside this user name in the "
    "receipt configuration in AppGallery Connect.",
)
RIGHT = QT_TRANSLATE_NOOP(
    "pushkit",
    "Who sent the header knows the secret (a new configuration: it is decoded from "
    "Base64). The body itself is not signed.",
)
RIGHT_OLD = QT_TRANSLATE_NOOP(
    "pushkit",
    "Who sent the header knows the secret (an old configuration: it is taken as it is "
    "written). The body itself is not signed.",
)
WRONG = QT_TRANSLATE_NOOP(
    "pushkit",
    "User name and secret do not fit this header together, in neither form of the "
    "secret; which of the two is wrong cannot be seen. Probably they are of another "
    "receipt configuration, or the secret was changed. Copy both again from the one "
    "that this address has; if they are right, somebody else sent it.",
)
WRONG_NO_BASE64 = QT_TRANSLATE_NOOP(
    "pushkit",
    "User name and secret do not fit this header together. The secret is not Base64, "
    "which those of new configurations are: probably it was not copied whole. Copy it "
    "again; if it is an old configuration, look at the user name, too.",
)
SWAPPED = QT_TRANSLATE_NOOP(
    "pushkit",
    "User name and secret stand in each other’s field. Swap them, and look whether "
    "your server has them the wrong way round, too.",
)
OTHER_NAME = QT_TRANSLATE_NOOP(
    "pushkit",
    "The secret is right and the user name is not: it is signed as “{name}”. Small and "
    "capital letters and spaces count. Write it so here and on your server.",
)
OTHER_SECRET = QT_TRANSLATE_NOOP(
    "pushkit",
    "The user name is right, and the secret, but for quotes or spaces that do not "
    "belong to it. Take them out here, and look whether your server has them, too.",
)
NO_TIME = QT_TRANSLATE_NOOP(
    "pushkit",
    "Its timestamp is no time in milliseconds (13 digits), so that its age is unknown. "
    "Probably the line was changed on its way: copy it again.",
)
NEW = QT_TRANSLATE_NOOP("pushkit", "The header is new.")
AHEAD = QT_TRANSLATE_NOOP(
    "pushkit",
    "The header is {minutes} min ahead of this computer’s clock: one clock is wrong. "
    "Have this computer set its clock by the network, and look at that of your server, "
    "which may refuse real receipts.",
)
MINUTES = QT_TRANSLATE_NOOP(
    "pushkit",
    "The header is {minutes} min old. From a log, that is normal; if it came in just "
    "now, a clock is wrong or it is a repetition, which a server should refuse.",
)
HOURS = QT_TRANSLATE_NOOP(
    "pushkit",
    "The header is {hours} h old. From a log, that is normal; if it came in just now, "
    "a clock is wrong or it is a repetition, which a server should refuse.",
)
DAYS = QT_TRANSLATE_NOOP(
    "pushkit",
    "The header is {days} days old. From a log, that is normal; if it came in just "
    "now, a clock is wrong or it is a repetition, which a server should refuse.",
)

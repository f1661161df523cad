"""What to do about a key file, as several findings say it."""

from .words import QT_TRANSLATE_NOOP

DOWNLOAD = QT_TRANSLATE_NOOP(
    "pushkit",
    "Choose the .json file that the Developer API Console gave you under “Service "
    "account key”, or make a new key there.",
)
AGAIN = QT_TRANSLATE_NOOP(
    "pushkit",
    "Use the file as it was downloaded. Huawei keeps no copy of a private key: if the "
    "file is lost, make a new key in the Developer API Console.",
)

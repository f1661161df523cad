"""Numbers given as arguments, refused in a sentence where they make no sense."""

import argparse
import math


def port(text: str) -> int:
    """A port to listen on; 0 is a free one."""
    if text.isascii() and text.isdecimal() and int(text) <= 65535:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text} is no port: a port is 0 to 65535")


def pace(text: str) -> float:
    """Devices a second."""
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if math.isfinite(number) and number > 0:
        return number
    raise argparse.ArgumentTypeError(
        f"{text} is no pace: it is a number of devices a second, above zero"
    )

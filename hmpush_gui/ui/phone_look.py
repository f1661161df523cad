"""The colours of the phone, which has a light and a dark mode of its own."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PhoneLook:
    """Colours of the phone, which has a light and a dark mode of its own.

    `sky` runs down the wallpaper and `glow` are its two lights; `card` is translucent;
    `on_wall` is text straight on the wallpaper, `faint` what only stands for something.
    """

    sky: tuple[str, str]
    glow: tuple[str, str]
    card: str
    edge: str
    title: str
    body: str
    time: str
    icon: str
    on_wall: str
    faint: str
    page: str
    alert: str = "#e84026"


LIGHT_PHONE = PhoneLook(
    sky=("#c4d8f4", "#f6e4dc"),
    glow=("#b0ffffff", "#8cf4c9b8"),
    card="#d8ffffff",
    edge="#40ffffff",
    title="#191b1e",
    body="#54595f",
    time="#6f757d",
    icon="#0a59f7",
    on_wall="#22303f",
    faint="#301f2d3d",
    page="#eceff3",
)
DARK_PHONE = PhoneLook(
    sky=("#16233d", "#2b1d38"),
    glow=("#70355a9c", "#66713f77"),
    card="#c4292d36",
    edge="#20ffffff",
    title="#eef0f2",
    body="#b3b9c0",
    time="#9aa2ab",
    icon="#3f7bff",
    on_wall="#e9eef5",
    faint="#38ffffff",
    page="#101317",
)

"""Chooses the face in which Chinese is drawn."""

from collections.abc import Callable

_OF_SYSTEM = {"darwin": "PingFang SC", "win32": "Microsoft YaHei UI"}
"""The face that is always there."""

# Qt darkens the stems of OpenType (CFF) outlines and blends them with a gamma of its
# own: Noto Sans CJK is drawn a third heavier, light on dark, and looks bold. TrueType
# outlines, as in the first two, are drawn as they are.
_ELSEWHERE = ("HarmonyOS Sans SC", "Noto Sans SC", "Noto Sans CJK SC")


def chinese_face(platform: str, installed: Callable[[str], bool]) -> str:
    """The family to name behind the Latin one on `platform`, as `sys.platform` says.

    The first that is `installed`, because naming one that is missing costs the weight.
    """
    if platform in _OF_SYSTEM:
        return _OF_SYSTEM[platform]
    return next((each for each in _ELSEWHERE if installed(each)), _ELSEWHERE[-1])

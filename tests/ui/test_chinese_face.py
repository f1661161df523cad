import pytest

from hmpush_gui.ui.chinese_face import chinese_face

CFF = "Noto Sans CJK SC"


@pytest.mark.parametrize(
    ("platform", "installed", "face"),
    [
        ("darwin", {CFF}, "PingFang SC"),
        ("win32", {"Noto Sans SC"}, "Microsoft YaHei UI"),
        ("linux", {CFF}, CFF),
        ("linux", {CFF, "Noto Sans SC"}, "Noto Sans SC"),
        ("linux", {CFF, "Noto Sans SC", "HarmonyOS Sans SC"}, "HarmonyOS Sans SC"),
        ("linux", set(), CFF),
    ],
)
def test_the_best_face_that_is_installed_is_taken(
    platform: str, installed: set[str], face: str
) -> None:
    assert chinese_face(platform, installed.__contains__) == face

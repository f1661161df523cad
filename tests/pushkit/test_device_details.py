import pytest

from hmpush_gui.pushkit.device_details import DeviceDetails, tags_of


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("", ()),
        (" , ;", ()),
        ("team", ("team",)),
        ("Beta  testers, team；中文、team", ("Beta testers", "team", "中文")),
    ],
)
def test_tags_are_parted_cleaned_and_once_each(
    text: str, tags: tuple[str, ...]
) -> None:
    assert tags_of(text) == tags


def test_a_copy_does_not_follow() -> None:
    details = DeviceDetails({1: "a"}, {2: ("t",)}, {3: "n"}, {4: "zh"})
    copy = details.copy()
    details.labels[1] = "b"
    assert copy.labels == {1: "a"}
    assert copy.slots() == {1, 2, 3, 4}


def test_tags_are_counted_over_some() -> None:
    details = DeviceDetails(tags={1: ("a", "b"), 2: ("a",), 3: ("c",)})
    assert details.tag_counts([0, 1, 2]) == {"a": 2, "b": 1}

import pytest

from hmpush_gui.pushkit.schemas import node_at
from hmpush_gui.pushkit.twins import TWINS, Twin


@pytest.mark.parametrize("twin", TWINS, ids=lambda twin: twin.v3[-1])
def test_both_of_a_pair_stand_in_their_schema(twin: Twin) -> None:
    assert node_at("legacy", twin.legacy)
    assert node_at("v3-0", twin.v3)


def pair(name: str) -> Twin:
    return next(twin for twin in TWINS if twin.v3[-1] == name)


@pytest.mark.parametrize(
    ("legacy", "v3"), [("86400s", 86400), ("60S", 60), ("60", 60), ("60.0s", 60)]
)
def test_a_time_is_rewritten(legacy: str, v3: int) -> None:
    assert pair("ttl").to_v3(legacy) == v3
    assert pair("ttl").to_legacy(v3) == f"{v3}s"


# What cannot be said is left to the checks, not lost.
@pytest.mark.parametrize("odd", ["1.5s", "soon", None, []])
def test_a_time_that_is_no_whole_number_stays(odd: object) -> None:
    assert pair("ttl").to_v3(odd) == odd


# Facts A.7, B.5.1.
@pytest.mark.parametrize(("legacy", "v3"), [(3, 0), (1, 1), (2, None), ("3", None)])
def test_what_a_click_does_is_rewritten(legacy: object, v3: object) -> None:
    assert pair("actionType").to_v3(legacy) == v3
    if v3 is not None:
        assert pair("actionType").to_legacy(v3) == legacy

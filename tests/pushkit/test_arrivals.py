from hmpush_gui.pushkit.arrivals import Arrivals
from hmpush_gui.pushkit.roll import Roll

TOKENS = ["a", "known", "b", "c"]
FIELDS = {
    "label": ["Phone A", "Other", "", "Phone C"],
    "tags": ["team; beta", "x", "team", ""],
    "note": ["", "", "Cracked", ""],
    "language": ["zh", "en", "", ""],
    "colour": ["red", "", "", ""],
}


def roll() -> Roll:
    made = Roll("p")
    made.add(made.compare(["known"]))
    return made


def test_what_a_file_says_comes_with_the_new_ones_and_changes_no_others() -> None:
    made = roll()
    made.add(made.compare(TOKENS).described(TOKENS, FIELDS))
    assert [(each.token, each.label) for each in made.devices()] == [
        ("known", "Device 1"),
        ("a", "Phone A"),
        ("b", "Device 3"),
        ("c", "Phone C"),
    ]
    assert [each.tags for each in made.devices()] == [
        (),
        ("team", "beta"),
        ("team",),
        (),
    ]
    assert made.tag_counts == {"team": 2, "beta": 1}
    assert (made.device(2).note, made.device(1).language) == ("Cracked", "zh")


def test_it_stays_with_its_device_when_others_have_come_meanwhile() -> None:
    made = roll()
    arrivals = made.compare(TOKENS).described(TOKENS, FIELDS)
    made.add(made.compare(["x", "a"]))
    made.add(arrivals)
    labels = {each.token: each.label for each in made.devices()}
    assert labels == {
        "known": "Device 1",
        "x": "Device 2",
        "a": "Device 3",
        "b": "Device 4",
        "c": "Phone C",
    }
    assert made.tag_counts == {"team": 1}


def test_what_earlier_ones_have_stays_theirs() -> None:
    made = roll()
    made.write(0, label="Mine", tags=("team",))
    before = made.chosen()
    made.add(made.compare(["a", "b"]).described(["a", "b"], FIELDS))
    assert [each.label for each in made.devices()] == ["Mine", "Phone A", "Other"]
    assert made.tag_counts == {"team": 2, "beta": 1, "x": 1}
    assert [each.label for each in before] == ["Mine"]


def test_columns_that_are_not_there_say_nothing() -> None:
    arrivals = Arrivals(["a"]).described(["a"], {})
    assert not arrivals.details

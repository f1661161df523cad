from hmpush_gui.pushkit.project import Environment
from hmpush_gui.ui.environments import environment_word


def test_every_environment_has_a_word_of_its_own(qapp: object) -> None:
    words = [environment_word(each) for each in Environment]
    assert words == ["SANDBOX", "TEST", "FORMAL"]

from hmpush_gui.ui.plain_tip import plain_tip


def test_text_from_outside_is_no_markup() -> None:
    assert plain_tip("<b>a</b>\nb") == "<qt>&lt;b&gt;a&lt;/b&gt;<br>b</qt>"


def test_nothing_to_say_shows_no_tooltip() -> None:
    assert plain_tip("") == ""

from pytestqt.qtbot import QtBot

from hmpush_gui.ui.elided_label import ElidedLabel


def test_it_gives_way_and_is_painted_at_any_width(qtbot: QtBot) -> None:
    label = ElidedLabel("<b>backgroundMode</b>")
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() == 0
    full = label.sizeHint()
    pictures = []
    for width in (full.width(), full.width() // 2):
        label.resize(width, full.height())
        pictures.append(label.grab().toImage())
    assert pictures[0].copy(0, 0, 9, full.height()) == pictures[1].copy(
        0, 0, 9, full.height()
    )
    assert pictures[0] != pictures[1]

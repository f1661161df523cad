from hmpush_gui.exchange.hand_forms import ExportForm
from hmpush_gui.ui.export_kinds import KINDS


def test_every_form_has_a_kind_of_file_of_its_own() -> None:
    assert KINDS.keys() == set(ExportForm)
    for kind in KINDS.values():
        assert f"(*.{kind.suffix})" in str(kind.kinds)
    assert len({kind.suffix for kind in KINDS.values()}) == len(KINDS)

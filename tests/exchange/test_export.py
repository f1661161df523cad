import pytest

from hmpush_gui.exchange.export import export_of
from hmpush_gui.exchange.hand_forms import ExportForm

from .sends import send

FIRST = {
    ExportForm.CSV: "\ufeffdevice,",
    ExportForm.JSON: "{\n",
    ExportForm.JUNIT: "<?xml ",
    ExportForm.MARKDOWN: "# Push: Hello\n",
    ExportForm.HTML: "<!DOCTYPE html>",
}


@pytest.mark.parametrize("form", ExportForm)
def test_every_form_has_a_writer(form: ExportForm) -> None:
    assert export_of(send(), form).startswith(FIRST[form])


def test_reports_are_words_and_the_others_are_values() -> None:
    reports = [form for form in ExportForm if form.is_report]
    assert reports == [ExportForm.MARKDOWN, ExportForm.HTML]

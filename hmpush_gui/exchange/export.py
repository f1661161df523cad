"""The forms in which the results of a send leave the program."""

from hmpush_gui.pushkit.record import SendHistory

from .hand_forms import ExportForm
from .report import report
from .report_blocks import Say
from .report_html import html
from .report_markdown import markdown
from .results_csv import results_csv
from .results_json import results_json
from .results_junit import results_junit


def export_of(
    send: SendHistory,
    form: ExportForm,
    *,
    tokens: bool = False,
    language: str = "en",
    say: Say = str,
) -> str:
    """The results of `send` in one of the forms; tokens are whole only if asked for."""
    if form.is_report:
        blocks = report(send, tokens=tokens, language=language, say=say)
        return (
            markdown(blocks) if form is ExportForm.MARKDOWN else html(blocks, language)
        )
    write = {
        ExportForm.CSV: results_csv,
        ExportForm.JSON: results_json,
        ExportForm.JUNIT: results_junit,
    }[form]
    return write(send, tokens=tokens, language=language)

"""The forms in which the results of a send leave the program."""

from enum import StrEnum

from hmpush_gui.pushkit.record import SendHistory

from .report import Say, report
from .report_html import html
from .report_markdown import markdown
from .results_csv import results_csv
from .results_json import results_json
from .results_junit import results_junit


class ExportForm(StrEnum):
    """What results can be exported as; the value names the form in settings."""

    CSV = "csv"
    JSON = "json"
    JUNIT = "junit"
    MARKDOWN = "markdown"
    HTML = "html"

    @property
    def is_report(self) -> bool:
        """Whether it is words for people, and has to be said in their language."""
        return self in (ExportForm.MARKDOWN, ExportForm.HTML)


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

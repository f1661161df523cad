"""The forms in which requests and results are handed out; light enough for a start."""

from enum import StrEnum


class CopyForm(StrEnum):
    """What a request can be copied as."""

    BASH = "curl-bash"
    POWERSHELL = "curl-powershell"
    CMD = "curl-cmd"
    PYTHON = "python"
    TYPESCRIPT = "typescript"
    JAVA = "java"


class ExportForm(StrEnum):
    """What results can be exported as."""

    CSV = "csv"
    JSON = "json"
    JUNIT = "junit"
    MARKDOWN = "markdown"
    HTML = "html"

    @property
    def is_report(self) -> bool:
        """Whether it is words for people, and has to be said in their language."""
        return self in (ExportForm.MARKDOWN, ExportForm.HTML)

"""Tooltips of text from outside: wrapped, and never taken for markup."""

import html


def plain_tip(text: str) -> str:
    """`text` for Qt's tooltips, which wrap only rich text; empty stays empty."""
    if not text:
        return ""
    return "<qt>" + html.escape(text).replace("\n", "<br>") + "</qt>"

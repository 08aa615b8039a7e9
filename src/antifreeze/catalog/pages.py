"""The pages of the rules: what each reports, an example, and what to write instead."""

from __future__ import annotations

from importlib import resources


def page_of(code: str) -> str:
    """A rule's page, in Markdown, without its heading."""
    text = resources.files("antifreeze.catalog").joinpath("rules").joinpath(f"{code}.md").read_text(encoding="utf-8")
    return text.partition("\n")[2].strip() + "\n"

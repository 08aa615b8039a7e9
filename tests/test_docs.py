"""The pages of the rules hold what they say: each example is found, each remedy is clean."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from antifreeze.config.options import Config
from antifreeze.model.rule import DEFAULT_OFF, RULES
from antifreeze.model.source import SourceFile
from cases import analyse

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "rules"
_EXAMPLE = re.compile(r"^## (Found|Instead)\n\n```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
NO_EXAMPLE = {"AF900"}


def codes(text: str, *more: str) -> set[str]:
    """What is found in a text under the rules that are on by default, and some more."""
    source = SourceFile("example.py", "example", text.encode())
    report = analyse((source,), Config(select=(*(code for code in RULES if code not in DEFAULT_OFF), *more)))
    assert report.errors == ()
    return {finding.code for finding in report.findings}


def test_each_rule_has_a_page_and_each_page_a_rule() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.md")) == sorted(RULES)


@pytest.mark.parametrize("code", RULES)
def test_the_heading_is_the_rule(code: str) -> None:
    rule = RULES[code]
    assert (FOLDER / f"{code}.md").read_text().startswith(f"# {code} {rule.name}: {rule.summary}\n")


@pytest.mark.parametrize("code", [code for code in RULES if code not in NO_EXAMPLE])
def test_the_examples_are_true(code: str) -> None:
    examples = dict(_EXAMPLE.findall((FOLDER / f"{code}.md").read_text()))
    assert codes(examples["Found"], code) == {code}
    assert codes(examples["Instead"], code) == set()

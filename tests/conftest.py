"""Options that the whole suite shares."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def no_environment_by_accident(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is installed where the tests run changes nothing of what they find."""
    monkeypatch.setenv("ANTIFREEZE_NO_ENVIRONMENT", "1")
    monkeypatch.delenv("VIRTUAL_ENV", raising=False)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite the golden files of the output formats")

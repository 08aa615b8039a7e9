"""Access paths that lead round and round are told from chains of calls."""

import pytest

from antifreeze.solve.paths import goes_round

CALL = "()"


@pytest.mark.parametrize(
    "path",
    [
        ("to_dict", CALL, "json", CALL, "to_dict", CALL),
        ("copy", CALL, "copy", CALL, "copy", CALL),
        ("parent", "child", "parent", "child", "parent"),
    ],
)
def test_leads_round(path: tuple[str, ...]) -> None:
    assert goes_round(path)


@pytest.mark.parametrize(
    "path",
    [
        ("parent", "child", "parent"),
        ("query", CALL, "where", CALL, "where", CALL, "all", CALL),
        ("for", "rows", "for", "name", "await", CALL, CALL),
    ],
)
def test_leads_on(path: tuple[str, ...]) -> None:
    assert not goes_round(path)

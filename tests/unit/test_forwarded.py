"""What a wrapper hands on, where values have lost their items because they nest too deeply."""

from __future__ import annotations

from typing import Any, cast

from antifreeze.link.forwarded import one_of
from antifreeze.link.resolver import Resolver
from antifreeze.model.value import ANYTHING, External, Instance

NOBODY = cast(Resolver, None)  # nothing is asked of it
CODE = External("vendor.Client")


def pack(kind: str, args: tuple[Any, ...], *facts: tuple[str, Any]) -> Instance:
    return Instance(External(f"builtins.{kind}"), args, (), facts)


def test_a_keyword_argument() -> None:
    whole = pack("dict", ((), (CODE,)), ("**", "client,wait"))
    assert one_of(NOBODY, whole, "**client") == (CODE,)
    assert one_of(NOBODY, whole, "**other") == ()
    assert one_of(NOBODY, pack("dict", (), ("**", "client")), "**client") == (ANYTHING,)
    assert one_of(NOBODY, pack("dict", (), ("**", "client")), "**other") == ()


def test_a_positional_argument() -> None:
    whole = pack("tuple", ((CODE,),), ("*", 1))
    assert one_of(NOBODY, whole, "*0") == (CODE,)
    assert one_of(NOBODY, whole, "*1") == ()
    assert one_of(NOBODY, pack("tuple", (), ("*", 1)), "*0") == (ANYTHING,)
    assert one_of(NOBODY, pack("tuple", (), ("*", 0)), "*0") == ()

"""Run by another Python, which may lack antifreeze: imports a library and tells what holds of claims about it.

Reads one JSON object from standard input, `{"distribution": ..., "claims": [...]}`, and writes `{"version": ...,
"verdicts": [[state, reason], ...]}`; with `{"roots": [...]}` it tells which of the packages are installed.
"""

from __future__ import annotations

import asyncio
import functools
import importlib
import importlib.metadata
import importlib.util
import inspect
import json
import os
import re
import sys
import threading
import types
import typing
from collections.abc import Callable, Iterator
from typing import Any

VERIFIED, FAILED, UNCHECKED = "verified", "failed", "unchecked"
Verdict = tuple[str, str]


class MissingError(Exception):
    """A name that is not there, and whether that is proven."""

    def __init__(self, reason: str, proven: bool = True) -> None:
        super().__init__(reason)
        self.proven = proven


def find(name: str) -> tuple[Any, Any]:
    """What a dotted name stands for, and what it is a member of; raises `MissingError`."""
    parts = name.split(".")
    try:
        root = _module(parts[0])
    except ModuleNotFoundError as error:
        known = parts[0] in sys.stdlib_module_names
        raise MissingError("not part of this Python" if known else f"needs {error.name}", proven=False) from error
    return _walk(root, None, parts, 1)


def _walk(here: Any, owner: Any, parts: list[str], index: int) -> tuple[Any, Any]:
    if index == len(parts):
        return here, owner
    missing = None
    for candidate in _members(here, parts, index):
        try:
            return _walk(candidate(), here, parts, index + 1)
        except MissingError as error:  # noqa: PERF203 (each candidate may fail)
            missing = missing or error
    raise missing or MissingError(f"{'.'.join(parts[:index])} has no {parts[index]}")


def _members(here: Any, parts: list[str], index: int) -> Iterator[Callable[[], Any]]:
    name = parts[index]
    if isinstance(here, (property, functools.cached_property, types.FunctionType, types.BuiltinFunctionType)):
        here = _type_of(here)
    if isinstance(here, types.SimpleNamespace):
        raise MissingError("an attribute of instances, of no known type", proven=False)
    found = True
    try:
        value = getattr(here, name)
    except AttributeError:
        found = False
    except Exception as error:  # a library may do anything when it is asked
        raise MissingError(f"{'.'.join(parts[:index])} cannot tell of {name}: {type(error).__name__}", False) from error
    if found:
        yield lambda: value
    if isinstance(here, types.ModuleType):
        yield functools.partial(_imported, ".".join(parts[: index + 1]), name)
    elif not found and isinstance(here, type):
        yield functools.partial(_declared, here, name)


def _imported(prefix: str, name: str) -> Any:
    try:
        return _module(prefix)
    except ModuleNotFoundError as error:
        if error.name is not None and not prefix.startswith(error.name):
            raise MissingError(f"{prefix} needs {error.name}", proven=False) from error
        raise MissingError(f"{prefix.rpartition('.')[0]} has no {name}") from error


def _declared(cls: type, name: str) -> Any:
    """A member that only instances have: annotated, assigned in a method, or made up when it is asked for."""
    for base in cls.__mro__[:-1]:
        if name in getattr(base, "__annotations__", {}) or name in getattr(base, "__slots__", ()):
            return types.SimpleNamespace()
        try:
            source = inspect.getsource(base)
        except (OSError, TypeError):
            continue
        if re.search(rf"\bself\.{re.escape(name)}\b[^=\n]*=[^=]", source):
            return types.SimpleNamespace()
    if any("__getattr__" in vars(base) for base in cls.__mro__[:-1]):
        raise MissingError(f"{cls.__name__} makes its attributes when they are asked for", proven=False)
    raise MissingError(f"{cls.__module__}.{cls.__qualname__} has no {name}")


_KNOWN = {
    asyncio.get_running_loop: asyncio.AbstractEventLoop,
    threading.Lock: type(threading.Lock()),
    threading.RLock: type(threading.RLock()),
}
"""What functions return that do not declare it."""


def _type_of(member: Any) -> Any:
    """The class that a property or function declares to return."""
    if member in _KNOWN:
        return _KNOWN[member]
    function = getattr(member, "fget", None) or getattr(member, "func", None) or member
    try:
        hint = typing.get_type_hints(function).get("return")
    except Exception as error:  # annotations are any code
        raise MissingError("returns what cannot be read", proven=False) from error
    hint = typing.get_origin(hint) or hint
    if not isinstance(hint, type):
        raise MissingError("returns something of no declared type", proven=False)
    return hint


@functools.cache
def _module(name: str) -> types.ModuleType:
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError:
        raise
    except BaseException as error:  # importing runs any code, which may even exit
        raise MissingError(f"importing {name} raises {type(error).__name__}: {error}"[:160], proven=False) from error


def check(claim: dict[str, Any]) -> Verdict:
    """Whether a claim holds."""
    name, star, _ = claim["name"].partition("*")
    if star:  # of a pattern, what it is a pattern of
        name = name.rpartition(".")[0]
        claim = claim | {"kind": "member", "parameters": (), "keywords": ()}
    try:
        value, owner = find(name)
        return _judge(claim, value, owner)
    except MissingError as error:
        return (FAILED if error.proven and claim["kind"] != "alias" else UNCHECKED), str(error)
    except Exception as error:  # noqa: BLE001 (an object of a library may do anything when it is looked at)
        return UNCHECKED, f"looking at it raises {type(error).__name__}: {error}"[:160]


def _judge(claim: dict[str, Any], value: Any, owner: Any) -> Verdict:
    kind = claim["kind"]
    if kind == "class" and not isinstance(_KNOWN.get(value) if inspect.isbuiltin(value) else value, type):
        return (UNCHECKED, "made by a function") if callable(value) else (FAILED, "is no class")
    if kind == "base":
        derived, _ = find(claim["target"])
        if not (isinstance(derived, type) and isinstance(value, type) and issubclass(derived, value)):
            return FAILED, f"{claim['target']} does not derive from it"
    if kind == "alias":
        return _same(value, find(claim["target"])[0])
    if kind in ("call", "sync") and not callable(value) and not hasattr(value, "__wrapped__"):
        if isinstance(value, (property, functools.cached_property)):
            return VERIFIED, "blocks when it is read"
        if isinstance(value, types.SimpleNamespace):
            return VERIFIED, "assigned to instances"
        return FAILED, f"is no callable but a {type(value).__name__}"
    if kind == "sync" and (inspect.iscoroutinefunction(value) or inspect.isasyncgenfunction(value)):
        return FAILED, "is a coroutine function"
    return _signature(claim, value, owner) if claim["parameters"] or claim["keywords"] else (VERIFIED, "")


def _same(alias: Any, target: Any) -> Verdict:
    plain = [getattr(inspect.unwrap(part) if callable(part) else part, "__func__", part) for part in (alias, target)]
    if plain[0] is plain[1] or plain[0] == plain[1]:
        return VERIFIED, ""
    derived = all(isinstance(part, type) for part in plain) and (
        issubclass(plain[0], plain[1]) or issubclass(plain[1], plain[0])
    )
    return (VERIFIED, "a class that derives from the other") if derived else (UNCHECKED, "another object of that name")


def _signature(claim: dict[str, Any], value: Any, owner: Any) -> Verdict:
    try:
        parameters = list(inspect.signature(value).parameters.values())
    except (ValueError, TypeError):
        return UNCHECKED, "its signature cannot be read"
    static = inspect.getattr_static(owner, value_name(claim), None) if isinstance(owner, type) else None
    if isinstance(static, _WITH_SELF) or isinstance(value, types.MethodDescriptorType):
        parameters = parameters[1:]
    # What can be given by place alone is called differently from one version to the next.
    by_place = [
        "" if part.kind is part.POSITIONAL_ONLY else part.name
        for part in parameters
        if part.kind in (part.POSITIONAL_ONLY, part.POSITIONAL_OR_KEYWORD)
    ]
    names = {part.name for part in parameters}
    kinds = {part.kind for part in parameters}
    for index, name in enumerate(claim["parameters"]):
        is_open = inspect.Parameter.VAR_POSITIONAL in kinds and index >= len(by_place)
        if not is_open and not {name, ""}.intersection(by_place[index : index + 1]):
            return FAILED, f"argument {index} is not {name} but {', '.join(by_place[index : index + 1]) or 'nothing'}"
    for name in claim["keywords"]:
        if name not in names and inspect.Parameter.VAR_KEYWORD not in kinds:
            return FAILED, f"has no argument {name}"
    return VERIFIED, ""


_WITH_SELF = (types.FunctionType, types.MethodDescriptorType, types.WrapperDescriptorType)


def value_name(claim: dict[str, Any]) -> str:
    """The last component of a claim's name."""
    return str(claim["name"]).rpartition(".")[2]


def _version(distribution: str) -> str:
    if distribution == "stdlib":
        return ".".join(str(part) for part in sys.version_info[:3])
    try:
        return importlib.metadata.version(distribution)
    except importlib.metadata.PackageNotFoundError:
        return ""


def _installed(root: str) -> bool:
    try:
        return importlib.util.find_spec(root) is not None
    except (ImportError, ValueError, AttributeError):
        return False


def _prepare() -> None:
    """Django's models can be imported only once it is told of settings and applications."""
    if not _installed("django"):
        return
    names = ("auth", "contenttypes", "sessions", "sites", "messages")
    try:
        _module("django.conf").settings.configure(INSTALLED_APPS=[f"django.contrib.{name}" for name in names])
        _module("django").setup()
    except Exception as error:  # noqa: BLE001 (then its entries stay unchecked, and say so themselves)
        sys.stderr.write(f"django cannot be set up: {error}\n")


def main() -> None:
    """Answer one request; what the libraries print goes to standard error."""
    answer = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    request = json.load(sys.stdin)
    if "roots" in request:
        told: object = [root for root in request["roots"] if _installed(root)]
    else:
        _prepare()
        told = {
            "version": _version(request["distribution"]),
            "verdicts": [check(claim) for claim in request["claims"]],
        }
    json.dump(told, answer)
    answer.flush()
    os._exit(0)  # whatever threads the libraries have started


if __name__ == "__main__":
    sys.path.pop(0)  # the folder of this file, whose other modules are called like libraries: git
    main()

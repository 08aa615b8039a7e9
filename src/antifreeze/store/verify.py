"""Catalog entries against the libraries that are installed: each is imported by a process of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from antifreeze.catalog.claims import Claim
from antifreeze.errors import UsageError

_PROBE = Path(__file__).with_name("probe.py")
_LONGEST = 300
"""Seconds that importing one library may take."""


class Verdict(msgspec.Struct, frozen=True):
    """What became of a claim: `verified`, `failed`, `kept` (its entry says why) or `unchecked`."""

    claim: Claim
    state: str
    reason: str = ""


class Verification(msgspec.Struct, frozen=True):
    """The verdicts on one library; no version where it is not installed."""

    library: str
    version: str
    verdicts: tuple[Verdict, ...]

    def count(self, state: str) -> int:
        """How many claims have that state."""
        return sum(verdict.state == state for verdict in self.verdicts)


def verify(claims: dict[str, list[Claim]], python: str = sys.executable) -> Iterator[Verification]:
    """Check claims, by library (the distribution's name), in the environment of a Python."""
    roots = {root for listed in claims.values() for root in _roots(listed)}
    installed = set(_asked(python, {"roots": sorted(roots)}))
    for library, listed in claims.items():
        if library != "stdlib" and not installed.intersection(_roots(listed)):
            skipped = tuple(Verdict(claim, "unchecked", "not installed") for claim in listed)
            yield Verification(library, "", skipped)
            continue
        yield _verified(library, listed, python)


def _roots(claims: Iterable[Claim]) -> set[str]:
    """The packages that a library's claims speak of; remedies may speak of others."""
    return {claim.name.partition(".")[0] for claim in claims if claim.kind not in ("remedy", "base")}


def _verified(library: str, claims: list[Claim], python: str) -> Verification:
    request = {"distribution": library, "claims": [msgspec.to_builtins(claim) for claim in claims]}
    try:
        answer = _asked(python, request)
    except UsageError as error:
        return Verification(library, "?", tuple(Verdict(claim, "unchecked", error.what) for claim in claims))
    if not answer["version"]:  # the package belongs to another distribution
        return Verification(library, "", tuple(Verdict(claim, "unchecked", "not installed") for claim in claims))
    verdicts = (
        _judged(claim, state, reason) for claim, (state, reason) in zip(claims, answer["verdicts"], strict=True)
    )
    return Verification(library, answer["version"], tuple(verdicts))


def _judged(claim: Claim, state: str, reason: str) -> Verdict:
    if claim.unverified and state != "verified":
        return Verdict(claim, "kept", claim.unverified)
    return Verdict(claim, state, reason)


def _asked(python: str, request: object) -> Any:
    """The answer of the probe, run by that Python; raises `UsageError`."""
    named = shutil.which(python) or python
    try:
        with tempfile.TemporaryDirectory() as folder:  # some libraries write files where they are imported
            result = subprocess.run(  # noqa: S603 (the interpreter that the user named)
                [os.path.abspath(named), str(_PROBE)],
                input=json.dumps(request),
                capture_output=True,
                text=True,
                timeout=_LONGEST,
                check=False,
                cwd=folder,
            )
        return json.loads(result.stdout)
    except OSError as error:
        raise UsageError(f"cannot run {python}: {error.strerror}") from error
    except subprocess.TimeoutExpired as error:
        raise UsageError(f"importing took longer than {_LONGEST} s") from error
    except json.JSONDecodeError as error:
        raise UsageError(f"importing ended the process with status {result.returncode}") from error

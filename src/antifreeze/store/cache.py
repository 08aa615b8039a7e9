"""What earlier runs worked out, in one folder: summaries by content, and whole reports by the state of the files.

Everything in it is data, with a check sum; a cache that is missing, damaged or cannot be written costs time and
nothing else. Two runs at once are safe: files are only ever added whole, under names of their own, and removed.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from antifreeze import __version__
from antifreeze.config.options import Config
from antifreeze.model.finding import Report
from antifreeze.store.files import replace_file

if TYPE_CHECKING:
    from antifreeze.model.source import SourceFile
    from antifreeze.model.summary import ModuleSummary

FOLDER = ".antifreeze_cache"
MAX_SEGMENTS = 8
"""Beyond so many files of summaries, those in use are written to one and the others go."""
MAX_REPORTS = 8
_FRESH = 100_000_000
"""Nanoseconds within which a file may change again without its time stamp telling."""
_COARSE = 2_000_000_000
"""The same, where time stamps seem to be whole seconds."""

_SETTLED = 0.12
"""Seconds after which the cache's own folder no longer makes the one around it look changed."""

Stamp = tuple[int, int, int, int]
"""Of a file: inode, size, and the times of its last change in nanoseconds (content, attributes)."""


class _Kept(msgspec.Struct, array_like=True):
    """A report, and the state of everything that it depends on: the stamp by path, None for what was not there."""

    stamps: dict[bytes, Stamp | None]
    report: Report


class Cache:
    """One folder of cached results."""

    def __init__(self, folder: Path) -> None:
        self.keeps = True
        self._folder = folder
        self._identity = _identity()
        self._summaries: dict[bytes, bytes] | None = None
        self._segments: list[Path] = []
        self._used: set[bytes] = set()
        self._new: dict[bytes, bytes] = {}

    def prepare(self) -> None:
        """Make the folder, with a file that keeps it out of version control; before the state of the tree is taken."""
        ignore = self._folder / ".gitignore"
        if not ignore.exists():
            with contextlib.suppress(OSError):
                self._folder.mkdir(parents=True, exist_ok=True)
                ignore.write_text("*\n", encoding="utf-8")
                time.sleep(_SETTLED)

    def report(self, key: bytes) -> Report | None:
        """The report of an earlier run under that key, if nothing has changed since."""
        body = _read(self._report_file(key))
        if body is None:
            return None
        try:
            kept = msgspec.msgpack.decode(body, type=_Kept)
        except msgspec.MsgspecError:
            return None
        if any(stamp_of(os.fsdecode(path)) != stamp for path, stamp in kept.stamps.items()):
            return None
        with contextlib.suppress(OSError):
            os.utime(self._report_file(key))
        return kept.report

    def keep_report(self, key: bytes, report: Report, stamps: dict[str, Stamp | None], began: int) -> None:
        """Keep a report, unless something changed after reading `began` (in nanoseconds) or just before it.

        What changed just before may have changed again with the same time stamp.
        """
        if not any(stamp is not None and _may_change_unseen(stamp, began) for stamp in stamps.values()):
            kept = _Kept({os.fsencode(path): stamp for path, stamp in stamps.items()}, report)
            self._write(self._report_file(key), msgspec.msgpack.encode(kept))
            _drop_oldest(self._folder.glob("report-*.bin"), MAX_REPORTS)

    def _report_file(self, key: bytes) -> Path:
        return self._folder / f"report-{_digest(self._identity, key).hex()}.bin"

    def summary(self, source: SourceFile) -> ModuleSummary | None:
        """The summary of a source, if some run has made it."""
        key = self._key(source)
        data = self._loaded().get(key)
        if data is None:
            return None
        from antifreeze.lower.batch import decoded

        try:
            summary = decoded(data)
        except msgspec.MsgspecError:
            return None
        self._used.add(key)
        return summary

    def keep_summary(self, source: SourceFile, data: bytes) -> None:
        """Remember an encoded summary, to be written by `close`."""
        self._new[self._key(source)] = data

    def close(self) -> None:
        """Write what is new; write everything anew where there are many pieces."""
        if not self._new:
            return
        keep = self._new
        if len(self._segments) >= MAX_SEGMENTS:
            keep = {**{key: data for key, data in self._loaded().items() if key in self._used}, **self._new}
        if self._write(self._segment(os.urandom(8).hex()), msgspec.msgpack.encode(list(keep.items()))):
            if keep is not self._new:
                _remove(self._segments)
            self._drop_foreign()

    def _key(self, source: SourceFile) -> bytes:
        name = f"{source.path}\0{source.module}\0{source.is_package}\0{source.is_stub}".encode()
        return _digest(name, source.content)

    def _segment(self, token: str) -> Path:
        return self._folder / f"summaries-{self._identity.hex()}-{token}.bin"

    def _loaded(self) -> dict[bytes, bytes]:
        if self._summaries is None:
            self._summaries = {}
            self._segments = sorted(self._folder.glob(self._segment("*").name))
            for path in self._segments:
                body = _read(path)
                if body is not None:
                    with contextlib.suppress(msgspec.MsgspecError):
                        self._summaries.update(msgspec.msgpack.decode(body, type=list[tuple[bytes, bytes]]))
        return self._summaries

    def _drop_foreign(self) -> None:
        """Remove the summaries of other versions of antifreeze or Python, the newest other one excepted."""
        own = self._segment("").name.removesuffix(".bin")
        _drop_oldest((path for path in self._folder.glob("summaries-*.bin") if not path.name.startswith(own)), 1)

    def _write(self, path: Path, body: bytes) -> bool:
        """Write a file whole; False where that fails."""
        try:
            replace_file(path, _digest(body) + body)
        except OSError:
            return False
        return True


def key_of(paths: tuple[str, ...], config: Config) -> bytes:
    """What a report depends on beside the files: the question."""
    places = [os.fsencode(path) for path in (os.getcwd(), *paths)]  # a name need not be text
    return _digest(msgspec.msgpack.encode([places, config], enc_hook=str))


def stamps_of(paths: Iterable[str]) -> dict[str, Stamp | None]:
    """The state of files and folders."""
    return {path: stamp_of(path) for path in paths}


def stamp_of(path: str) -> Stamp | None:
    """The state of one file or folder, or None where there is none."""
    try:
        state = os.stat(path)
    except (OSError, ValueError):
        return None
    return state.st_ino, state.st_size, state.st_mtime_ns, state.st_ctime_ns


def _may_change_unseen(stamp: Stamp, began: int) -> bool:
    newest = max(stamp[2:])
    return began - newest < (_FRESH if newest % 1_000_000_000 else _COARSE)


def _digest(*parts: bytes) -> bytes:
    found = hashlib.blake2b(digest_size=16)
    for part in parts:
        found.update(len(part).to_bytes(8, "little"))
        found.update(part)
    return found.digest()


def _identity() -> bytes:
    """What results depend on beside their input: antifreeze with its data, Python, and the stubs."""
    parts = [__version__, sys.version]
    folder = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    for top, _, names in os.walk(folder):
        parts.extend(f"{name} {stamp_of(os.path.join(top, name))}" for name in names if name.endswith((".py", ".toml")))
    places = (os.path.join(place, "typeshed_client", "__init__.py") for place in sys.path)
    parts.extend(str(stamp) for stamp in map(stamp_of, places) if stamp is not None)
    return _digest("\n".join(sorted(parts)).encode())


def _read(path: Path) -> bytes | None:
    """A file's body, if its check sum is right."""
    try:
        content = path.read_bytes()
    except OSError:
        return None
    body = content[16:]
    return body if _digest(body) == content[:16] else None


def _drop_oldest(paths: Iterable[Path], kept: int) -> None:
    def age(path: Path) -> int:
        stamp = stamp_of(str(path))
        return stamp[2] if stamp is not None else 0

    _remove(sorted(paths, key=age, reverse=True)[kept:])


def _remove(paths: Iterable[Path]) -> None:
    for path in paths:
        with contextlib.suppress(OSError):
            path.unlink()

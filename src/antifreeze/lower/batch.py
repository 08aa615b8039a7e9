"""Lowering of many files at once, to bytes that can cross a process border or lie in a cache."""

from __future__ import annotations

import gc
from collections.abc import Sequence

import msgspec

from antifreeze.lower import lower
from antifreeze.model.source import SourceError, SourceFile
from antifreeze.model.summary import ModuleSummary

Lowered = bytes | SourceError
"""An encoded `ModuleSummary`, or why there is none."""

_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(ModuleSummary)


def lower_batch(sources: Sequence[SourceFile]) -> list[Lowered]:
    """Lower every source, in order; cyclic garbage is not collected meanwhile, for there is none worth the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        results = [lower(source) for source in sources]
        return [result if isinstance(result, SourceError) else encoded(result) for result in results]
    finally:
        if enabled:
            gc.enable()


def encoded(summary: ModuleSummary) -> bytes:
    """The summary as MessagePack."""
    return _ENCODER.encode(summary)


def decoded(data: bytes) -> ModuleSummary:
    """The summary; raises `msgspec.DecodeError` for bytes that are none."""
    return _DECODER.decode(data)

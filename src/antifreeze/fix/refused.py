"""The answer that a finding is not to be mended by a machine."""

from __future__ import annotations


class Refused(Exception):  # noqa: N818 (no error: an answer)
    """The finding is not to be mended by a machine, with the reason."""

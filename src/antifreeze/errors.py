"""The errors that reach a user: each says what is wrong, where, and how to mend it, in one line."""

from __future__ import annotations


class AntifreezeError(Exception):
    """Root of every error that antifreeze raises on purpose."""

    def __init__(self, what: str, *, where: str = "", hint: str = "") -> None:
        super().__init__(what, where, hint)
        self.what = what
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        text = f"{self.where}: {self.what}" if self.where else self.what
        return f"{text}; {self.hint}" if self.hint else text


class UsageError(AntifreezeError):
    """The command line asks for something that cannot be done."""


class ConfigError(AntifreezeError):
    """A configuration file or table is not valid."""


class CatalogError(AntifreezeError):
    """A catalog file, packaged or the user's own, breaks the schema."""

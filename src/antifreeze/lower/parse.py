"""From bytes to a syntax tree: encodings by PEP 263, and errors that say what is wrong."""

from __future__ import annotations

import ast
import io
import tokenize
import warnings

from antifreeze.model.source import SourceError, SourceFile


def decode(content: bytes) -> str:
    """The text of a file that `parse` accepted, with the line ends that Python's tokenizer sees."""
    encoding, _ = tokenize.detect_encoding(io.BytesIO(content).readline)
    return content.decode(encoding, "replace").replace("\r\n", "\n").replace("\r", "\n").replace("\f", " ")


def parse(source: SourceFile) -> ast.Module | SourceError:
    """Parse a file, or say at which line and why that fails."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(source.content)
    except SyntaxError as error:
        message = error.msg or "invalid syntax"
        return SourceError(source.path, error.lineno or 0, f"{message} (not Python {_version()} syntax)")
    except ValueError as error:
        return SourceError(source.path, 0, str(error))
    except (RecursionError, MemoryError):
        return SourceError(source.path, 0, "nested too deeply for Python's parser")


def _version() -> str:
    import sys

    return f"{sys.version_info.major}.{sys.version_info.minor}"

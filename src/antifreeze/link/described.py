"""Calls that describe a field of a class (`field(default_factory=Client)`, `attr.ib(type=Client)`): what it holds."""

from __future__ import annotations

from antifreeze.link.resolver import NO_ARGUMENTS, Arguments, Resolver
from antifreeze.model.value import ValueSet, says_something


def _field(r: Resolver, arguments: Arguments) -> ValueSet:
    """Of dataclasses."""
    factory = arguments.named("default_factory")
    return r.call(factory, NO_ARGUMENTS) if factory else arguments.named("default")


def _model_field(r: Resolver, arguments: Arguments) -> ValueSet:
    """Of pydantic, where a default alone says no more than that there is one."""
    return r.call(arguments.named("default_factory"), NO_ARGUMENTS)


def _attrs_field(r: Resolver, arguments: Arguments) -> ValueSet:
    """Of attrs: what its factory makes, what its type says, else its default."""
    made = r.call(arguments.named("factory"), NO_ARGUMENTS)
    made = made if says_something(made) else r.instances(arguments.named("type"))
    return made if says_something(made) else arguments.at(0, "default")


def _attrs_factory(r: Resolver, arguments: Arguments) -> ValueSet:
    """A default of attrs that is made anew for each object."""
    return r.call(arguments.at(0, "factory"), NO_ARGUMENTS)


FIELDS = {
    "dataclasses.field": _field,
    **dict.fromkeys(("pydantic.Field", "pydantic.fields.Field"), _model_field),
    **dict.fromkeys(("pydantic.PrivateAttr", "pydantic.fields.PrivateAttr"), _model_field),
    **dict.fromkeys(
        ("attr.ib", "attr.attrib", "attr._make.attrib", "attr.field", "attrs.field", "attr._next_gen.field"),
        _attrs_field,
    ),
    **dict.fromkeys(("attr.Factory", "attrs.Factory", "attr._make.Factory"), _attrs_factory),
}
"""What a call of each gives, by the name of the definition."""

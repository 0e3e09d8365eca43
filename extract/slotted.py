"""Frozen dataclasses of which one issue makes ten thousands, made in C.

In:  a class that `@dataclass(frozen=True, slots=True)` made
Out: the same class as a msgspec.Struct: it is made in a quarter of the time that a dataclass takes, which sets field by field

    @slotted
    @dataclass(frozen=True, slots=True)
    class Party: …

Methods, defaults, equality, hash and text of an instance are those of the dataclass, `dataclasses.fields` and `replace` know
it, and nothing can be changed once it is made. `changed` is a quicker `replace`. A field that `made_of` describes is no
argument: it is made once of another one; such a class stays a dataclass, whose `__init__` fills each slot by the slot's own
descriptor, where dataclasses call `object.__setattr__`, which takes twice as long.
"""

from collections.abc import Callable
from dataclasses import MISSING, Field, fields
from enum import Enum
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

import msgspec

__all__ = ["changed", "direct", "kept", "made_of", "slotted"]

T = TypeVar("T")
E = TypeVar("E", bound=type[Enum])

if TYPE_CHECKING:  # who checks types knows the fields that it may be given
    from dataclasses import replace as changed
else:
    changed = msgspec.structs.replace

# what belongs to the dataclass alone: a Struct has its own
OF_DATACLASS = frozenset(
    [
        "__dict__",
        "__weakref__",
        "__slots__",
        "__init__",
        "__setattr__",
        "__delattr__",
        "__getstate__",
        "__setstate__",
        "__match_args__",
        "__annotations__",
    ]
)


def made_of(name: str, how: Callable[[Any], Any]) -> dict[str, Any]:
    """The metadata of a field that is made of the field `name`: is_row: bool = field(init=False, metadata=made_of("cells", bool))."""
    return {"of": (name, how)}


def slotted(cls: type[T]) -> type[T]:
    """The class as a Struct; one with a field that is made of another one with an `__init__` that fills its slots directly."""
    of_class = fields(cls)  # type: ignore[arg-type]
    if not all(one.init for one in of_class):
        return _filling(cls, of_class)
    left_out = OF_DATACLASS | {one.name for one in of_class}
    namespace = {name: value for name, value in vars(cls).items() if name not in left_out}
    given = [(one.name, one.type, _default(one)) for one in of_class]
    return msgspec.defstruct(cls.__name__, given, namespace=namespace, module=cls.__module__, frozen=True)  # type: ignore[return-value]


def direct(cls: E) -> E:
    """The enumeration with its members as plain attributes, as Python 3.12 keeps them: 3.11 looks each up by a function."""
    for member in cls:
        type.__setattr__(cls, member.name, member)
    return cls


def _default(one: "Field[Any]") -> Any:
    if one.default_factory is not MISSING:
        return msgspec.field(default_factory=one.default_factory)
    return msgspec.NODEFAULT if one.default is MISSING else one.default


def _filling(cls: type[T], of_class: "tuple[Field[Any], ...]") -> type[T]:
    """The class with an `__init__` that fills its slots directly."""
    given, filled = [], []
    scope: dict[str, Any] = {"MISSING": MISSING}
    for one in of_class:
        name = one.name
        scope[f"set_{name}"] = cls.__dict__[name].__set__
        value = name
        if not one.init:  # what is made of another field
            source, scope[f"made_{name}"] = one.metadata["of"]
            filled.append(f"    set_{name}(self, made_{name}({source}))")
            continue
        if one.default_factory is not MISSING:
            scope[f"make_{name}"] = one.default_factory
            given.append(f"{name}=MISSING")
            value = f"make_{name}() if {name} is MISSING else {name}"
        elif one.default is not MISSING:
            scope[f"default_{name}"] = one.default
            given.append(f"{name}=default_{name}")
        else:
            given.append(name)
        filled.append(f"    set_{name}(self, {value})")
    exec("\n".join([f"def __init__(self, {', '.join(given)}):", *filled]), scope)
    made = scope["__init__"]
    made.__annotations__ = cls.__init__.__annotations__
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    made.__module__ = cls.__module__
    cls.__init__ = made  # type: ignore[method-assign]
    return cls


class kept(Generic[T]):  # noqa: N801  # a decorator is written small
    """What a method makes of its instance when it is first asked for, kept as the instance's own attribute.

    As functools.cached_property, without the lock that Python 3.11 still takes for it: of a document it is asked thousands of times.
    """

    def __init__(self, make: Callable[[Any], T]) -> None:
        self.make = make
        self.name = make.__name__
        self.__doc__ = make.__doc__

    @overload
    def __get__(self, instance: None, owner: type) -> "kept[T]": ...
    @overload
    def __get__(self, instance: object, owner: type) -> T: ...
    def __get__(self, instance: object, owner: type) -> "T | kept[T]":
        if instance is None:
            return self
        value: T = self.make(instance)
        instance.__dict__[self.name] = value
        return value

"""A quicker `__init__` and a quicker `replace` for frozen dataclasses of which one issue makes ten thousands.

In:  a class that `@dataclass(frozen=True, slots=True)` made
Out: the same class; its `__init__` fills each slot by the slot's own descriptor, where dataclasses call `object.__setattr__`,
     which looks every field up by its name and takes twice as long

    @slotted
    @dataclass(frozen=True, slots=True)
    class Party: …

`changed` is `dataclasses.replace` for such a class: it asks for no field by its name.

A field that `made_of` describes is no argument: it is made once of another one. Arguments, defaults, equality, and that nothing can be changed once it is made stay as they were.
"""

from collections.abc import Callable
from dataclasses import MISSING, fields
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

__all__ = ["changed", "kept", "made_of", "slotted"]

T = TypeVar("T")

if TYPE_CHECKING:  # who checks types knows the fields that it may be given
    from dataclasses import replace as changed
else:

    def changed(record: T, /, **values: Any) -> T:
        """The record of a slotted class with other values in some of its fields."""
        return record.__replace__(**values)


def made_of(name: str, how: Callable[[Any], Any]) -> dict[str, Any]:
    """The metadata of a field that is made of the field `name`: is_row: bool = field(init=False, metadata=made_of("cells", bool))."""
    return {"of": (name, how)}


def slotted(cls: type[T]) -> type[T]:
    """The class with an `__init__` that fills its slots directly, and a `__replace__` that asks `self` for each."""
    given, filled = [], []
    scope: dict[str, Any] = {"MISSING": MISSING, "cls": cls}
    names = [one.name for one in fields(cls) if one.init]  # type: ignore[arg-type]
    for one in fields(cls):  # type: ignore[arg-type]
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
    others = ", ".join(f"self.{name} if {name} is MISSING else {name}" for name in names)
    kept_or_given = ", ".join(f"{name}=MISSING" for name in names)
    replacing = [f"def __replace__(self, *, {kept_or_given}):", f"    return cls({others})"]
    exec("\n".join([f"def __init__(self, {', '.join(given)}):", *filled, *replacing]), scope)
    made = scope["__init__"]
    made.__annotations__ = cls.__init__.__annotations__
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    made.__module__ = cls.__module__
    cls.__init__ = made  # type: ignore[method-assign]
    cls.__replace__ = scope["__replace__"]  # type: ignore[attr-defined]
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
        vars(instance)[self.name] = value
        return value

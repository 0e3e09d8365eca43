"""A property that is worked out when it is first asked for, and kept in its instance.

As functools.cached_property, but without the lock that Python 3.11 still takes for it: of a document it is asked thousands of times.
"""

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")


class kept(Generic[T]):  # noqa: N801  # a decorator is written small
    """What a method makes of its instance, made once: the instance's own attribute of that name from then on."""

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

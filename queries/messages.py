"""What an answer says beside its rows, and why a question is refused, in Chinese and English.

The templates stand in queries/wording.toml under [messages]; a Message names one and holds its values.
"""

from dataclasses import dataclass

from extract.errors import QueryError
from extract.wording.reasons import as_written
from extract.wording.texts import filled, in_language, texts_of


@dataclass(frozen=True, slots=True)
class Message:
    """A template's name and the values that fill it."""

    code: str
    values: tuple[tuple[str, str], ...] = ()

    def text(self, language: str) -> str:
        """The message in zh or en."""
        return filled(
            in_language(texts_of("queries", "wording.toml", "messages")[self.code], language), dict(self.values)
        )

    def __str__(self) -> str:
        return self.text("en")


class RefusedError(QueryError):
    """A question cannot be asked as it stands; `message` says why in both languages, str() in English."""

    def __init__(self, message: Message) -> None:
        super().__init__(as_written(message.text("en")))
        self.message = message

    def text(self, language: str) -> str:
        """The line in zh or en."""
        return self.message.text(language)

    def __reduce__(self) -> tuple[type["RefusedError"], tuple[Message]]:  # type: ignore[override]
        return type(self), (self.message,)


def note(code: str, **values: object) -> Message:
    """A message of that code."""
    return Message(code, tuple((name, str(value)) for name, value in values.items()))


def refused(code: str, **values: object) -> RefusedError:
    """The error of that code, to be raised."""
    return RefusedError(note(code, **values))

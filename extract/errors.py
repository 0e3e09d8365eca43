"""What can go wrong, as the user meets it: one root, four children, each one line that says what and what to do.

    raise ReadError("encrypted", name="办法.pdf")   →   办法.pdf: 已加密；请另存为不带密码的文件

The line comes from extract/wording/errors.toml, in the reader's language.
"""

from extract.wording.reasons import Reason, reason


class GazetteError(Exception):
    """Any failure that a user can act on: a code and its values. `str(error)` is the line in English; the CLI exits with 1."""

    def __init__(self, code: str | Reason, /, **values: object) -> None:
        self.reason = code if isinstance(code, Reason) else reason(code, **values)
        super().__init__(self.reason.text("en"))

    def text(self, language: str) -> str:
        """The line in zh or en."""
        return self.reason.text(language)

    def __reduce__(self) -> tuple[type["GazetteError"], tuple[Reason]]:
        return type(self), (self.reason,)


def how_ended(code: int | None) -> Reason:
    """How a process ended, by its exit code: a signal, as on Linux and macOS where memory runs out, or a code of its own."""
    return reason("by_signal", number=-code) if code is not None and code < 0 else reason("exit_code", code=code)


class ReadError(GazetteError):
    """An input file or folder cannot be read as gazette text or as facts."""


class LexiconError(GazetteError):
    """Rule data of ours is malformed."""


class StoreError(GazetteError):
    """The graph or the workspace cannot be opened, read or written."""


class QueryError(GazetteError):
    """A question does not exist, or a parameter does not fit it."""

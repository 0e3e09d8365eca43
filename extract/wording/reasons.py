"""Why something is in doubt, held to be one, or went wrong: a code with its values; the sentence comes from a TOML file.

    reason("count_differs", stated=25, found=24).text("zh") → 通知称25人，找到24人

A reason is stored as its code and values, never as a sentence, so that every face can say it in the reader's language.
"""

import errno
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from extract.wording.foreign import meaning_of
from extract.wording.texts import filled, in_language, texts_of

SYSTEM = {  # the usual faults of a system, by their names there
    "ENOENT": "system_not_there",
    "EACCES": "system_not_allowed",
    "EPERM": "system_not_permitted",
    "EEXIST": "system_exists",
    "EISDIR": "system_is_folder",
    "ENOTDIR": "system_no_folder",
    "ENOTEMPTY": "system_not_empty",
    "ENOSPC": "system_full",
    "EROFS": "system_read_only",
    "ENAMETOOLONG": "system_name_too_long",
    "EADDRINUSE": "system_port_taken",
    "ECONNREFUSED": "system_refused",
}
OF_SYSTEM = re.compile(r"\(os error (\d{1,4})\)")  # Permission denied (os error 13), as libraries in Rust pass it on
AS_WRITTEN = "as_written"  # the reason of a doubt of Zhize 0.1, or of a person: a sentence that is no code


@dataclass(frozen=True, slots=True, order=True)
class Reason:
    """A code of extract/wording/reasons.toml and the values that fill its sentence."""

    code: str
    values: tuple[tuple[str, "str | Reason"], ...] = ()

    def text(self, language: str) -> str:
        """The sentence in zh or en; a code of a newer version is said as it is, with its values."""
        values = {name: value if isinstance(value, str) else value.text(language) for name, value in self.values}
        texts = _texts().get(self.code)
        if texts is None:
            return f"{self.code}: {', '.join(f'{name}={value}' for name, value in values.items())}".rstrip(": ")
        return filled(in_language(texts, language), values)

    @property
    def was(self) -> str | None:
        """The sentence that Zhize 0.1 stored: of a doubt of its own the sentence itself, else that of the code, where it was always the same."""
        if self.code == AS_WRITTEN:
            sentence = dict(self.values).get("text")
            return sentence if isinstance(sentence, str) else None
        return texts_of("extract.wording", "reasons.toml").get(self.code, {}).get("was")

    def to_json(self) -> dict[str, Any]:
        """The reason as an object: {"code": …, "values": {…}}."""
        values = {name: value if isinstance(value, str) else value.to_json() for name, value in self.values}
        return {"code": self.code, "values": values}

    @classmethod
    def from_json(cls, row: Mapping[str, Any]) -> "Reason":
        """The reason of such an object; raises ValueError for one of another shape."""
        code, values = row.get("code"), row.get("values", {})
        if not isinstance(code, str) or not isinstance(values, dict):
            raise ValueError('a reason is not as it should be: {"code": "…", "values": {…}}')
        return reason(code, **{n: cls.from_json(v) if isinstance(v, dict) else v for n, v in values.items()})

    def stored(self) -> str:
        """The reason as one string, for a property of a graph."""
        return json.dumps(self.to_json(), ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def read(cls, stored: str) -> "Reason":
        """The reason of such a string; a plain sentence is a reason as written."""
        if not stored.startswith('{"code":'):
            return as_written(stored)
        try:
            return cls.from_json(json.loads(stored))
        except (TypeError, ValueError):
            return as_written(stored)


def reason(code: str, /, **values: object) -> Reason:
    """The reason of that code; a value may be a reason itself, or an error, which has one."""
    filled_in = {name: _value(value) for name, value in values.items()}
    return Reason(code, tuple((name, filled_in[name]) for name in sorted(filled_in)))


def _value(value: object) -> str | Reason:
    own = getattr(value, "reason", value)
    if isinstance(own, Reason):
        return own
    if isinstance(value, OSError):
        return _of_system(value)
    return reason_of(str(value)) if isinstance(value, Exception) and str(value) else str(value)


def _of_system(error: OSError) -> str | Reason:
    """What the system says went wrong, without the path; in both languages where it is one of the usual faults."""
    code = SYSTEM.get(errno.errorcode.get(error.errno or 0, ""))
    return reason(code) if code else error.strerror or reason_of(str(error))


def reason_of(sentence: str) -> Reason:
    """What another program says went wrong, in our words where it is one of the usual faults; else quoted."""
    if (of_system := OF_SYSTEM.search(sentence)) and (code := SYSTEM.get(errno.errorcode.get(int(of_system[1]), ""))):
        return reason(code)
    meaning = meaning_of(sentence)
    fault = (
        reason("foreign_words", text=meaning.quoted) if meaning.quoted else reason(meaning.code, **dict(meaning.values))
    )
    if meaning.line is None:
        return fault
    return reason("foreign_spot", fault=fault, line=meaning.line, column=meaning.column)


@cache
def _texts() -> Mapping[str, Mapping[str, str]]:
    """What is said of doubts and decisions, what of errors, and what other programs mean, by code."""
    files = ("errors.toml", "foreign.toml", "reasons.toml")
    return {code: texts for name in files for code, texts in texts_of("extract.wording", name).items()}


def as_written(sentence: str) -> Reason:
    """A reason that is a sentence, in whatever language it was written."""
    return reason(AS_WRITTEN, text=sentence)

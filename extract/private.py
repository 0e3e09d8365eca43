"""Private mobile numbers are covered, character for character, so that every offset still holds.

In:  text of a gazette. Out: the same text, digits of mobile numbers replaced: 责任人张三，13971234567 → 责任人张三，***********

Office lines (027-89350000) stay.
"""

import re
from typing import overload

MOBILE = re.compile(r"(?<!\d)(?:\+?86[ -]?)?1[3-9]\d(?:[ \u3000-]?\d{4}){2}(?!\d)", re.ASCII)
DIGIT = re.compile(r"\d", re.ASCII)


@overload
def masked(text: str) -> str: ...
@overload
def masked(text: None) -> None: ...
def masked(text: str | None) -> str | None:
    """The text with the digits of private mobile numbers replaced by asterisks; as long as before."""
    if text is None:
        return None
    return MOBILE.sub(lambda match: DIGIT.sub("*", match[0]), text)

"""Heads of places whose place was read too far: 丁某出任云溪市|市长石某, 经历了|省长.

In:  the offices of a title, and where it ends. Out: the same, or those of the bare head where no place stands before it
"""

import re

from extract.lexicon import any_of
from extract.names.bodies import JURISDICTION
from extract.names.offices.office import Office
from extract.names.offices.titles import offices

NO_PLACE = re.compile(
    rf"{any_of('decisions', 'no_body', 'moves', 'quits')}|{any_of('persons', 'spoken')}|了"
)  # 丁某出任云溪市|市长　石磊
CENTRE = "中共中央"


def of_place(text: str, held: tuple[Office, ...], position: int) -> tuple[Office, ...]:
    """A 省长 whose place would be no place's name (经历了省长) is the 省长 of the place at hand."""
    if len(held) == 1 and held[0].body_start is None and held[0].body.endswith("人民政府"):
        place = held[0].body.removesuffix("人民政府")
        if (len(place) > 1 and not (JURISDICTION.match(place) or place.endswith(("镇", "乡")))) or NO_PLACE.search(
            place
        ):
            return tuple(offices(text, held[0].post_start, position))
    if len(held) == 1 and held[0].body_start is None and held[0].body.endswith(CENTRE) and held[0].body != CENTRE:
        return tuple(offices(text, held[0].post_start, position))
    return held

"""Whether a name is one of its own: of a project, not of a kind of works (柴泊湖公园, not 老旧小区改造项目).

In:  a name, whether it stands in a closed list, whether its clause builds, and the names found before
Out: yes or no; a short form of a name that was found before is a name too
"""

import re
from dataclasses import dataclass, field

from extract.clean import in_order
from extract.formats.projects.words import (
    ABSTRACT,
    BARE_PREFIX,
    BRACKET,
    COUNTED,
    DESCRIBED,
    FACILITIES,
    LINKS,
    NOT_PROJECT,
    NUMBERED_ROAD,
    PHASE,
    PLAIN,
    QUOTED,
    QUOTED_SITE,
    ROAD_NUMBER,
    TITLES,
    WORKS,
    left_over,
)
from extract.names.marks import HAN

OPENS_NAME = re.compile(rf"[{HAN}A-Z0-9“]")
MARK = re.compile("[,。;:《]")
MOST_KNOWN = 100


@dataclass(frozen=True, slots=True)
class Known:
    """Names found before, by their last two characters; a short form of one of them is a name too."""

    by_end: dict[str, set[str]] = field(default_factory=dict)

    def add(self, name: str) -> None:
        """Remembers a name; of one ending only so many that looking them up stays cheap."""
        names = self.by_end.setdefault(name[-2:], set())
        if len(names) < MOST_KNOWN:
            names.add(name)

    def has_part(self, name: str) -> bool:
        """Whether `name` begins or ends a remembered name: 锂鑫 of 锂鑫自动化."""
        return any(whole.startswith(name) or whole.endswith(name) for names in self.by_end.values() for whole in names)

    def has_longer(self, name: str) -> bool:
        """Whether a remembered name is the long form of `name`: 武汉国家航天产业基地 of 航天基地."""
        return any(_short_of(name, whole) for whole in self.by_end.get(name[-2:], ()))


def is_project(name: str, *, closed: bool, builds: bool, known: Known) -> bool:
    """Whether a name is that of a project; `closed`: it stands in a list closed by 等项目, `builds`: its clause builds."""
    if not 3 <= len(name) <= 40 or NOT_PROJECT.search(name) or LINKS.search(name) or COUNTED.match(name):
        return False
    if DESCRIBED.search(QUOTED.sub("“”", name)):
        return False
    if not OPENS_NAME.match(name) or MARK.search(name):
        return False
    if name.count("“") != name.count("”"):
        return False
    base = BRACKET.sub("", name)
    works, facility = base.endswith(WORKS), base.endswith(FACILITIES)
    if quoted := QUOTED_SITE.match(name):
        return left_over(quoted[1]) >= 2
    if name.startswith("“") and not works and not facility:
        is_bundle = re.fullmatch(rf"“[{HAN}\d]*[路桥园馆城镇站厂]”", name)
        return builds and bool(is_bundle) and name[1:-1] not in PLAIN
    if base.endswith("”"):
        return bool(re.search(r"(?:园|基地|中心|城|工程|项目)”$", base)) and is_own(name, known)
    if closed and not works and not facility and (ABSTRACT.search(base) or len(base) > 20):
        return False
    if builds and ROAD_NUMBER.fullmatch(base):
        return True
    if base.endswith(")") or not (works or closed or (facility and builds)):
        return False
    return is_own(name, known) or (closed and base.endswith(("医院", "保健院")))


def is_own(name: str, known: Known) -> bool:
    """Whether a name is one of its own and no kind: 柴泊湖公园, 区档案馆, G230桂花大道, “家门口”就业工程."""
    if ROAD_NUMBER.search(name) or "“" in name or PHASE.match(name) or NUMBERED_ROAD.match(name):
        return True
    if BARE_PREFIX.match(name) and name.endswith(FACILITIES):
        return True
    if known.has_longer(name):
        return True
    return not TITLES.match(name) and left_over(name) >= 2


def _short_of(name: str, whole: str) -> bool:
    """航天基地 of 武汉国家航天产业基地: the same end, and its characters in their order."""
    if len(name) < 4 or len(name) >= len(whole) or name[-2:] != whole[-2:]:
        return False
    return in_order(name, whole)

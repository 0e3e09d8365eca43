"""Leading groups, task forces, headquarters, joint conferences: who heads one, who deputises, who belongs, who hosts it.

In:  a notice that sets up or changes a group, or a passage of a plan that does.
Out: one fact for each seat, one `holds` for each printed title, `hosts`; a Doubt for what cannot be told.

    组　长：刘润长　区人民政府区长      → 刘润长 leads the group (组长) and holds 区人民政府/区长
    副组长：李先勇　区委常委、…         → 李先勇 assists (副组长)
    领导小组下设办公室,在区教育局办公   → 区教育局 hosts

A group's name is that of the list's heading, else of its first full mention; how its lines are read stands in reading/.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.document import Notice
from extract.facts import CountRecord, Doubt, Fact
from extract.formats.groups.reading.headings import known_by_title
from extract.formats.groups.reading.lines import text_read
from extract.formats.groups.reading.listing import flushed
from extract.formats.groups.reading.rows import row_read
from extract.formats.groups.reading.state import Setting, State, first_state, setting_of
from extract.formats.scope import YEAR_ALONE, is_chronicle, speaks_of_groups, year_of
from extract.lexicon import any_of
from extract.names.dates import number
from extract.names.marks import DIGITS
from extract.names.persons.members import lines_of

SUB_GROUPS = re.compile(
    rf"(?:{any_of('groups', 'sets_below')}|设)(?P<count>\d{{1,2}}|[{DIGITS}十两]{{1,3}})个(?:{any_of('groups', 'counted')})*(?:{any_of('groups', 'small')}|组)"
)


def groups(notice: Notice) -> Iterator[Fact | Doubt | CountRecord]:
    """What a notice states of groups."""
    if not speaks_of_groups(notice):
        return
    setting = setting_of(notice)
    state = _blocks_read(setting, first_state(setting))
    flushed(setting, state.listing)
    yield from setting.told
    yield from _counts(notice, state)


def _blocks_read(setting: Setting, state: State) -> State:
    """After all blocks in order; the lines of a title that takes several are no text."""
    blocks, title = setting.notice.blocks, setting.title
    chronicle = is_chronicle(setting.notice)
    setting = replace(setting, year=year_of(setting.notice) if chronicle else None)
    for index, block in enumerate(blocks):
        if chronicle and (year := YEAR_ALONE.match(block.text.text)):
            setting = replace(setting, year=int(year["y"]))
        if title.lines > 1 and title.first <= index <= title.last:
            continue
        if block.is_row:
            state = row_read(setting, known_by_title(setting, state).for_list(), block)
            continue
        if state.columns is not None:
            state = state._replace(columns=None)
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        for text in lines_of(block):
            state = text_read(setting, state, text, following, blocks[index - 1] if index else None)
    return state


def _counts(notice: Notice, state: State) -> Iterator[CountRecord]:
    """下设九个专项工作组: how many sub-groups are stated, and how many headings were found."""
    for block in notice.blocks if len(state.parts) > 1 else ():
        match = SUB_GROUPS.search(block.text.text)
        stated = number(match["count"].replace("两", "二")) if match else None
        if match and stated:
            start, end = block.text.span(match.start(), match.end())
            parts = len(state.parts) - (state.first is not None and state.first.name in state.parts)
            yield CountRecord(notice.document.name, start, end, "sub-groups of a group", stated, parts)
            return

"""Several persons and as many posts, each the one of its own place: 石磊、尹青分别当选为县政协主席、副主席.

In:  one part of a clause   Out: the state after it, its facts in the ledger; a doubt where names and posts are not of one number
"""

import re

from extract.facts import Relation
from extract.formats.appointments.clauses import POST_ENDS, names_in
from extract.formats.appointments.reading.decisions import added
from extract.formats.appointments.reading.posts import posts_of
from extract.formats.appointments.reading.state import Setting, Spans, State
from extract.formats.appointments.verbs import MODE_OF_VERB
from extract.lexicon import any_of
from extract.names.marks import HAN
from extract.names.offices.office import Office
from extract.names.offices.posts import post_at_end
from extract.names.offices.titles import offices

WORD = "分别"
HELD, QUITS = "担任的", "辞去"
EACH = re.compile(
    rf"""
    (?P<names>[{HAN}·、]{{5,60}}?)(?:[两二三四五\d]位)?(?:同志)?分别           # 石磊、尹青两位同志分别
    (?P<verb>{HELD}|{QUITS}|{any_of("decisions", "serves")}|任(?![命职免期])|为(?=[^,;。]{{4}}))     # 当选为, 任
    """,
    re.VERBOSE,
)
JOINT = re.compile("以?[、和及与]")


def each_of(setting: Setting, state: State, start: int, end: int) -> State | None:
    """After A、B分别任甲、乙: A takes the first post, B the second; after 免去A、B分别担任的甲、乙职务 each leaves the own one."""
    if setting.text.find(WORD, start, end) < 0:
        return None
    match = EACH.match(setting.text, start, end)
    names = names_in(setting.text, *match.span("names")) if match else ()
    if match is None or len(names) < 2:
        return None
    leaves = match["verb"].startswith("不再") or match["verb"] == QUITS
    held = match["verb"] == HELD
    if held and state.relation is not Relation.DISMISSED:
        return None
    ends = POST_ENDS.search(setting.text, match.end(), end) if leaves or held else None
    posts = _posts(setting, state, match.end(), ends.start() if ends else end)
    posts = posts * len(names) if len(posts) == 1 and not held else posts  # 石磊、尹青分别任县水利局副局长
    if len(posts) == len(names):
        relation = Relation.DISMISSED if leaves or held else Relation.APPOINTED
        mode = QUITS if match["verb"] == QUITS else MODE_OF_VERB.get(match["verb"])
        return _paired(setting, state, names, posts, relation, mode)
    setting.ledger.doubt(start, end, "unread", "change_unread")
    return state._replace(names=())


def _paired(
    setting: Setting, state: State, names: Spans, posts: list[Office], relation: Relation, mode: str | None
) -> State:
    for name, post in zip(names, posts, strict=True):
        title = (post.post_start if post.body_start is None else post.body_start, post.post_end)
        state = added(setting, state._replace(names=(name,)), [post], relation, mode, title)
    return state._replace(names=names)


def _posts(setting: Setting, state: State, start: int, end: int) -> list[Office]:
    """The posts of a list that 、 and 和 divide; [] if one of its parts is none, or several."""
    posts: list[Office] = []
    left = start
    joints = [joint.span() for joint in JOINT.finditer(setting.text, start, end)]
    for right, after in [*(span for span in joints if post_at_end(setting.text, start, span[0])), (end, end)]:
        held = offices(setting.text, left, right, posts[-1]) if posts else posts_of(setting, state, left, right)
        if len(held) != 1 or held[0].post_end != right:
            return []
        posts += held
        left = after
    return posts

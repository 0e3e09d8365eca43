"""A decision that a meeting passes by its title: 会议通过了《…关于丁某为县人民检察院代理检察长的决定》.

In:  one clause of a personnel text
Out: who takes which post; nothing where the title is only that of a proposal that was explained, reported on or handed in
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from extract.formats.appointments.clauses import Statement, names_in, statement_of
from extract.lexicon import any_of
from extract.names.marks import DIGITS, HAN, LEVELS
from extract.names.offices.office import Office
from extract.names.offices.titles import offices

PASSED = re.compile(
    r"通过|宣布(?=[^。;]{2,60}决定)|宣读(?!了?[^。;]{2,80}草案)(?=[^。;]{2,60}决定)"
)  # 宣布市委关于丁某同志任县委书记的决定
DECIDED = re.compile(
    rf"""关于(?:提请|决定)?(?:{any_of("appointments", "gives")})?                               # 关于提请
    (?P<names>[{HAN}·、]{{2,20}}?)(?:同志)?
    (?P<verb>担任|代理|任(?![命职免期])|为)                              # 丁某担任
    (?P<title>[{HAN}、]{{4,40}}?)(?:职务)?的?(?:{any_of("appointments", "bill")})(?!草案|\(草案)""",
    re.VERBOSE,
)
RESIGNED = re.compile(
    rf"""(?:关于(?:[接同批][受意准])?|了?接受)
    (?P<names>[{HAN}·、]{{2,40}}?)(?:[{DIGITS}十两\d]+[位名])?(?:同志)?(?:{any_of("appointments", "asks")})?   # 关于尹青、石磊两位同志
    (?P<verb>辞去)(?P<title>[{HAN}、]{{4,40}}?)(?:职务)?(?:的(?:{any_of("appointments", "granted")})(?!草案|\(草案)|以及)""",
    re.VERBOSE,
)
# 通过了对尹青、石磊两位审判委员会委员和12位人民陪审员的任命
APPROVED = re.compile(
    rf"""对(?P<names>[{HAN}·、]{{2,40}}?)(?:[{DIGITS}十两\d]+[位名])(?:同志)?    # 对尹青、石磊两位
    (?P<title>[{HAN}]{{4,30}}?(?:员|长|{any_of("shared", "head")}))(?:[和及][^,。;]{{2,30}})?的(?P<verb>任命)""",
    re.VERBOSE,
)
# 通过《…关于县人民检察院副检察长|丁某|代理检察长|的决定》
ACTING = re.compile(
    rf"""关于(?P<title>[{HAN}]{{2,30}}?副(?P<head>{any_of("appointments", "head_who_acts")}|[{LEVELS}]长))
    (?P<name>[{HAN}·]{{2,6}}?)(?:同志)?代理(?P<post>(?P=head))(?:职务)?的(?:{any_of("appointments", "bill")})(?!草案|\(草案)""",
    re.VERBOSE,
)
# 作关于提请丁某任职的说明, 审议…的议案: a proposal, and no decision
PROPOSAL = re.compile(rf"(?:{any_of('decisions', 'proposal_ends')})(?:的说明)?[》)]*$")

DRAFT = re.compile(r"\(草案\)[》)]*$")

# 县委建议,|免去石某的…职务: proposed; 根据县委建议,… tells why the meeting decided, 提出三点建议: is of something else
LED_BY_PROPOSAL = re.compile(rf"[{HAN}\d]{{0,30}}(?<![的点条项])(?:{any_of('appointments', 'proposes_change')}|提请)")
OF_A_DECISION = re.compile(f"{any_of('appointments', 'rests_on')}|经|应|同意(?!并)")
# 县委拟|任命石某…, 县长提请|任命…
PENDING = re.compile(
    rf"[{HAN}\d]{{0,20}}?(?<!的)(?:拟|提请|{any_of('appointments', 'proposes_change')})(?:{any_of('appointments', 'gives_or_takes')})(?!人员)"
)
IS_DECIDED = re.compile(rf"(?:{any_of('decisions', 'is_decided')})")


def passed(text: str, start: int, end: int) -> Iterator[Statement]:
    """The statements of the decisions that text[start:end] says were passed."""
    passed_on = PASSED.search(text, start, end)
    if passed_on is None:
        return
    patterns = (DECIDED, RESIGNED, APPROVED)
    for match in chain.from_iterable(pattern.finditer(text, passed_on.end(), end) for pattern in patterns):
        names = names_in(text, *match.span("names"))
        if names:
            leaving = match["verb"] == "辞去"
            yield statement_of(text, names, match["verb"], match.start("title"), match.end("title"), leaving)


def acting(text: str, start: int, end: int) -> Iterator[tuple[tuple[int, int], Office]]:
    """Who is to act as the head of the body whose deputy the title of a passed decision names, and as what."""
    passed_on = PASSED.search(text, start, end) if text.find("代理", start, end) >= 0 else None
    for match in ACTING.finditer(text, passed_on.end(), end) if passed_on else ():
        held = offices(text, *match.span("title"))
        names = names_in(text, *match.span("name"))
        if held and names:
            left, right = match.span("post")
            yield names[0], replace(held[0], post=match["post"], post_start=left, post_end=right)


def is_proposal(text: str, start: int, end: int, ordered: bool) -> bool:
    """Whether a part ends in the name of what is only proposed; one with an order of its own only if a draft is read out."""
    if ordered:
        return DRAFT.search(text, start, end) is not None and PASSED.search(text, start, end) is None
    return PROPOSAL.search(text, start, end) is not None


def leads_to_proposal(text: str, start: int, end: int, stop: int) -> bool:
    """Whether the part text[start:end] says that what follows it, up to `stop`, is only proposed: 县委建议,免去….

    Nothing decided may stand behind: 市长提请,会议决定任命….
    """
    if LED_BY_PROPOSAL.fullmatch(text, start, end) is None or OF_A_DECISION.search(text, start, end):
        return False
    return IS_DECIDED.search(text, end, stop) is None


def is_pending(text: str, start: int, end: int) -> bool:
    """Whether an order is only to be given, by somebody whom the words before it name: 县委拟任命…, 县长提请免去…."""
    pending = PENDING.match(text, start, end)
    return pending is not None and OF_A_DECISION.search(text, start, pending.end()) is None

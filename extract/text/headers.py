"""The head and the foot of a notice: 文号, title, issuers, date of the signature.

In:  武汉市新洲区人民政府办公室文件 / 新政办〔2022〕8号 / 区人民政府办公室关于印发新洲区2022年 / 绿化工作方案的通知
Out: Header(number="新政办〔2022〕8号", title="区人民政府办公室关于…的通知", issuers=(武汉市新洲区人民政府办公室,), dated="2022-04-22")
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.document import Document
from extract.facts import Party
from extract.names.dates import DATE, iso_date
from extract.names.marks import HAN
from extract.names.units import breaks
from extract.text.labels import Label, Stated, between_bars, between_gaps, is_navigation, stated, words_of
from extract.text.lines import ISSUE_NAME, Line, is_date
from extract.text.paragraphs import BODY_LINE, ENUMERATED
from extract.text.signatures import bodies_of, is_body, party_of, signature

NUMBER = re.compile(
    rf"""
    (?P<code>[{HAN}]{{2,16}})                       # 新政发, 国办发, 武事中事后监管联办
    [\[(<〈「{{„‹](?P<year>(?:19|20)\d\d)年?[\])>〉」}}‟›]         # 〔2019〕, also [2019], (2019), 【2019】
    第?(?P<serial>\d{{1,5}})号
    """,
    re.VERBOSE,
)
NUMBER_LINE = re.compile(
    rf"^\(?(?:[{HAN}]{{4,30}}?文件)?(?P<number>{NUMBER.pattern})\)?(?:签发人:[{HAN}·]{{2,12}})?$",
    re.VERBOSE,
)
NUMBER_TITLE = re.compile(
    rf"^\(?(?P<number>{NUMBER.pattern})\)?:?《?(?=[{HAN}〈“]{{2}})(?!签发)(?:.{{0,120}})$", re.VERBOSE
)
NUMBER_OPENS = re.compile(
    rf"^\(?(?P<number>{NUMBER.pattern})\)?各[^。;:]{{2,160}}:.", re.VERBOSE
)  # 安政办发[2021]45号各区、县…:为…
HAS_HAN = re.compile(f"[{HAN}]")
YEARS_ALONE = re.compile(r"\d{4}(?:[-—–~]{1,2}\d{2,4})?")
COLUMN_NAME = re.compile(
    rf"^(?:[{HAN}]{{2,8}}[丨|｜]|[{HAN}]{{0,4}}(?:预案|文件|公告|政策|规划)[—-]{{1,2}})"
)  # 政务服务丨…
STANDING = re.compile(r"^[【\[](?:现行有效|有效|已废止|已失效|已修改|全文有效)[】\]]")  # 【现行有效】…办法
REPEALED = re.compile(r"[(（](?:已)?(?:废止|失效|全文废止|修订)[)）]$")
YEARS = re.compile(
    r"^\((?:(?:19|20)\d\d[-—–~至年]{1,2}(?:19|20)\d\d年?|试行|暂行)\)$"
)  # a title's (2016-2020年) on a line of its own
LONGEST_SCRAP = 12
MOST_BETWEEN = 8  # lines of a page between a title and the same title again
LEAST_AGAIN = 6  # characters of a line that repeats a part of the title
LONGEST_AGAIN = 4  # lines within which the 文号 follows
LONGEST_NUMBER_LINE = 70
ORDER_LINE = re.compile(rf"^(?P<number>[{HAN}]{{2,24}}令\(?第?\d{{1,4}}号\)?)$")  # 渝府令第121号
ORDER_NUMBER = re.compile(r"^(?:(?P<year>(?:19|20)\d\d)年)?\(?第(?P<serial>[\d一二三四五六七八九十百零〇]{1,6})号\)?$")
GARBLED_NUMBER = re.compile(
    rf"^[{HAN}]{{2,10}}[^{HAN},。;:、]{{0,2}}[\dOolIZS]{{4}}[^{HAN},。;:、]{{0,2}}第?[\dOolIZS]{{1,4}}[号亏兮]?$"
)
MASTHEAD = re.compile(
    rf"^(?P<body>[{HAN}()、]{{2,48}}?(?:人民政府|政府|国务院|委员会|办公室|办公厅|[委局厅部院署室会处]|党组|小组|指挥部))(?P<kind>文件|令|公告|通告)$"
)
TITLE_KIND = (
    "通知|通告|公告|公示|通报|决定|决议|命令|令|批复|复函|函|意见|建议|办法|规定|规则|细则|条例|方案|预案|规划|计划|纲要|"
    "报告|要点|措施|名单|任命|免职|任免|目录|清单|制度|政策|章程|公报|布告|说明|指引|标准|制度"
)
TITLE_END = re.compile(rf"(?:{TITLE_KIND})(?:[(（][^()]{{1,20}}[)）])*$")
NOTICE_END = re.compile(
    r"(?:通知|通告|公告|公示|通报|决定|决议|命令|批复|复函|函|意见|任命|免职|任免|名单)(?:\([^()]{1,20}\))*$"
)
ADDRESSEE = re.compile(r"^[^。;:]{2,160}:$")
ADOPTED = re.compile(
    r"^\(?(?P<date>(?:19|20)\d\d年\d{1,2}月\d{1,2}日|[一二][〇○零一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日).{0,60}?(?:通过|会议|公布|批准|发布)\)?$"
)
SENT = re.compile(
    rf"^(?P<body>[{HAN}()、]{{2,60}}?)(?:于)?(?P<date>(?:19|20)\d\d年\d{{1,2}}月\d{{1,2}}日)(?:联合|共同)?(?:发出|印发|下发|制发|发布|作出)(?:了)?(?:通知|通报|公告|通告|文件|决定|意见)"
)
TITLE_CUE = re.compile("关于|决定|任命|任免|免职|免去|接受|批准|公告|印发|转发")
TITLE_WORD = re.compile(rf"关于|转发|印发|{TITLE_END.pattern}")
# a document of a government, named by it: 青山县人民政府工作规则
OF_GOVERNMENT = re.compile(
    rf"(?P<body>[{HAN}]{{2,24}}(?:人民政府(?:办公[室厅])?|管理委员会|管委会|办事处))(?=[{HAN}\d])"
)
OF_ORGAN = re.compile(r"职能配置|机构编制|内设机构")  # written by another
LONGEST_PAGE = 40  # lines in which labels of a page may stand above its text
LONGEST_HEAD = 16  # lines: what a web page says of the document, joint mastheads, 文号, 签发人, a title of four lines

Known = dict[str, tuple[Line, int, int]]  # label → the line and span of what a page prints beside it


@dataclass(frozen=True, slots=True)
class Header:
    """What the head and the foot of a notice say; `garbled` is a line that looks like a 文号 which nobody can read."""

    number: str | None = None
    title: str | None = None
    issuers: tuple[Party, ...] = ()
    dated: str | None = None
    garbled: Line | None = None
    lines: tuple[Line, ...] = ()  # of the title


def number_in(text: str) -> tuple[int, int] | None:
    """The span of the 文号 of a cleaned line that is a 文号 and little else: (渝府发〔2021〕3号), 青山县人民政府文件青政发〔2021〕3号签发人:…."""
    if "号" not in text or len(text) >= LONGEST_NUMBER_LINE:
        return None
    match = NUMBER_LINE.match(text) or ORDER_LINE.match(text)
    return match.span("number") if match else None


def header_of(document: Document, lines: Sequence[Line]) -> Header:
    """The header of a notice that begins with the first of `lines`."""
    number: str | None = None
    ordered: Line | None = None
    garbled: Line | None = None
    mast: list[Party] = []
    title: list[Line] = []
    earlier: list[Line] = []  # the title that a page prints above the document's own head
    adopted: str | None = None
    closed = is_headed = False  # the title is whole; a masthead says 文件
    lines, known = _without_labels(lines)
    for index, line in enumerate(lines[:LONGEST_HEAD]):
        text = line.text
        if (
            line.row
            and (bodies := bodies_of(document, line, len(text)))
            and all(is_body(party.name) for party in bodies)
        ):
            mast.extend(bodies)
            continue
        if number is None and (opening := NUMBER_OPENS.match(text)):
            number = _printed(document, line, *opening.span("number"))
            break
        if number is None and (span := _number_before_title(text)) and ADDRESSEE.match(text[span[1] :]):
            number = _printed(document, line, *span)
            break
        if line.row or (ADDRESSEE.match(text) and not text.startswith("关于")) or SENT.match(text):
            break
        if ISSUE_NAME.match(text) or text == "文件":
            continue
        if closed and _said_again(title, line, lines[index + 1 : LONGEST_HEAD]):
            earlier, title, closed = title, [], False
            if BODY_LINE.match(text) and not TITLE_WORD.search(text):
                mast.extend(bodies_of(document, line, len(text)))
                continue
        if number is None and (span := _number_before_title(text)):
            number = _printed(document, line, *span)
            rest = line.clean.part(span[1], len(text))
            title, closed = [Line(line.clean.offsets[span[1]], line.end, rest, False)], True
        elif number is None and (span := number_in(text)):
            number = _printed(document, line, *span)
            if match := MASTHEAD.match(text[: span[0]].rstrip("(")):
                mast.extend(bodies_of(document, line, match.end("body")))
                is_headed = True
        elif number is None and ordered and ORDER_NUMBER.match(text):
            number = document.printed(ordered.start, line.end)
        elif not title and (match := MASTHEAD.match(text)):
            mast.extend(bodies_of(document, line, match.end("body")))
            is_headed = True
            ordered = line if match["kind"] != "文件" else None
        elif not title and number is None and BODY_LINE.match(text) and not TITLE_WORD.search(text):
            mast.extend(bodies_of(document, line, len(text)))
        elif not title and number is None and GARBLED_NUMBER.match(text) and not is_date(text):
            garbled = line
        elif adopted is None and (match := ADOPTED.match(text)):
            adopted = iso_date(match["date"])
            closed = bool(title)
        elif not HAS_HAN.search(text) and not is_date(text) and not (title and YEARS_ALONE.fullmatch(text)):
            continue  # 11330700MB10327095/2024-00144
        elif closed and len(text) <= LONGEST_SCRAP and _comes_again(title, lines[index + 1 : index + MOST_BETWEEN]):
            continue
        elif closed or _is_text(text) or ENUMERATED.match(text) or is_date(text):
            if not is_date(text) or title:
                break
        else:
            title.append(line)
            closed = bool(TITLE_END.search(text) or YEARS.match(text)) and not _title_goes_on(title, lines)
    if not title:
        title, closed = earlier, True
    elif not closed:
        title = title[: 2 if "关于" in title[0].text else 1]
    named = _title_text("".join(document.printed(part.start, part.end) for part in title)) or None
    signers, dated = signature(document, lines)
    sent_by, sent = _sent(document, lines)
    titled = _from_title(document, title[0]) if title else ()
    if titled and not is_headed and not any(party.name.endswith(titled[0].name) for party in mast):
        mast = []  # the name of a site above a title that names its own body
    issuers = tuple(signers) if len(signers) > 1 else _distinct(mast) or tuple(signers) or sent_by
    issuers = issuers or _stated_issuers(document, known, Label.ISSUER) or titled
    if not issuers and title:
        issuers = _of_rules(document, title)
    if known:
        number = number or _known(document, known, Label.NUMBER, NUMBER)
        named = named or _known(document, known, Label.TITLE, TITLE_END)
        dated = dated or iso_date(_known(document, known, Label.DATED, DATE) or "")
        if number and not issuers:
            issuers = _stated_issuers(document, known, Label.PUBLISHER)
    return Header(number, named, issuers, adopted or dated or sent, garbled, tuple(title))


def _without_labels(lines: Sequence[Line]) -> tuple[list[Line], Known]:
    """The lines without those that say something of the document beside a label, and what these say.

    A label may stand above what it says: 发布日期: / 2024年03月18日. What stands above the line that leads around a site
    (首页 > 政务公开) is the site's own name, unless it is a title.
    """
    kept: list[Line] = []
    known: Known = {}
    waiting: str | None = None
    head = [_labels(line) for line in lines[:LONGEST_PAGE]]
    while head and head[-1] is None:
        head.pop()
    for index, line in enumerate(lines):
        labels = head[index] if index < len(head) else None
        if labels == {} and waiting in words_of(Label.DATED) and DATE.match(line.text):
            known[waiting], waiting = (line, 0, len(line.text)), None  # 发文日期: / 2024年03月18日 16:40
        elif labels is not None:
            if not labels and is_navigation(line.text, len(breaks(line.clean))):
                kept = [other for other in kept if TITLE_END.search(other.text)]
            known |= {
                word: (line, *span) for word, span in labels.items() if known.get(word, (line, 0, 0))[1:] == (0, 0)
            }
            waiting = next((word for word, (start, end) in labels.items() if start == end), None)
        elif waiting and (is_date(line.text) or (number_in(line.text) and waiting in words_of(Label.NUMBER))):
            known[waiting], waiting = (line, 0, len(line.text)), None
        elif waiting and head[index + 1 : index + 2] not in ([], [None]) and not TITLE_END.search(line.text):
            known[waiting], waiting = (line, 0, len(line.text)), None  # 发文机构: / 县政府办 / 发文字号: / …
        else:
            waiting = None
            kept.append(line)
    return kept, known


def _comes_again(title: Sequence[Line], after: Sequence[Line]) -> bool:
    """Whether the title that a page prints above stands again below what lies between: 166人看过 / 学校."""
    whole = "".join(part.text for part in title)
    return any(len(line.text) >= LEAST_AGAIN and line.text in whole for line in after)


def _labels(line: Line) -> Stated | None:
    labels = between_bars(line.text) if "|" in line.text else None
    labels = stated(line.text) if labels is None else labels
    if labels is None and line.has_gap:
        gaps = breaks(line.clean)
        labels = {} if is_navigation(line.text, len(gaps)) else between_gaps(line.text, gaps)
    return labels


def _said_again(title: Sequence[Line], line: Line, after: Sequence[Line]) -> bool:
    """Whether a line says again what the page above has said, so that the document's own head begins: its body or title.

    政务服务丨安山县人民政府关于…的意见 / 发布日期:… / 安山县人民政府 / 关于…的意见 / 安政发〔2021〕3号
    """
    whole, near = "".join(part.text for part in title), after[:LONGEST_AGAIN]
    if len(line.text) < LEAST_AGAIN or line.text == whole:
        return line.text == whole
    if BODY_LINE.match(line.text) and any(other.text == whole for other in near):
        return True
    return line.text in whole and any(number_in(other.text) for other in near)


def _number_before_title(text: str) -> tuple[int, int] | None:
    """The span of a 文号 that a page prints before the title: 安政办发〔2019〕5号 安山县人民政府办公室关于…的通知."""
    match = NUMBER_TITLE.match(text) if "号" in text[:40] else None
    return match.span("number") if match else None


def _title_text(title: str) -> str:
    """A title without the name of the column that a page prints before it, its marks and the remark that it is no more in force."""
    title = COLUMN_NAME.sub("", title)
    title = STANDING.sub("", title)
    if title.startswith("《") and title.endswith("》") and title.count("《") == title.count("》") == 1:
        title = title[1:-1]
    return REPEALED.sub("", title)


def _stated_issuers(document: Document, known: Known, kind: Label) -> tuple[Party, ...]:
    """The bodies that stand beside 发文单位: or the like."""
    for label in words_of(kind):
        if label in known:
            line, start, end = known[label]
            bodies = bodies_of(document, line, end, start)
            if bodies and all(is_body(party.name) and not party.name.endswith("网站") for party in bodies):
                return tuple(bodies)
    return ()


def _distinct(parties: Sequence[Party]) -> tuple[Party, ...]:
    return tuple({party.name: party for party in reversed(parties)}.values())[::-1]


def _known(document: Document, known: Known, kind: Label, of: re.Pattern[str]) -> str | None:
    """What a web page says beside a label (发文字号:国办发〔2018〕65号), if it is of that form."""
    for label in words_of(kind):
        if label in known:
            line, start, end = known[label]
            if of.search(line.text[start:end]):
                return _printed(document, line, start, end)
    return None


def _printed(document: Document, line: Line, start: int, end: int) -> str:
    left, right = line.clean.span(start, end)
    return document.printed(left, right)


def _title_goes_on(title: Sequence[Line], lines: Sequence[Line]) -> bool:
    """…建设试点工作方案 / 的通知: the next line is the rest of a title."""
    at = next(i for i, line in enumerate(lines) if line is title[-1])
    if at + 1 >= len(lines):
        return False
    after = lines[at + 1].text
    if YEARS.match(after):
        return True
    return len(after) <= 30 and bool(re.match(r"^的(?:通知|通告|公告|通报|决定|批复|函|意见|决议)", after))


def _is_text(text: str) -> bool:
    return len(text) > 120 or text[-1] in "。;:" or (len(text) > 50 and ("," in text or "。" in text))


def _sent(document: Document, lines: Sequence[Line]) -> tuple[tuple[Party, ...], str | None]:
    """区人民政府办公室2022年4月7日发出通知 → that body and that date."""
    for line in lines[:6]:
        if match := SENT.match(line.text):
            parties = []
            for body in re.finditer(r"[^、]+", match["body"]):
                parties.append(party_of(document, line, body.start(), body.end()))
            return tuple(parties), iso_date(match["date"])
    return (), None


def _from_title(document: Document, line: Line) -> tuple[Party, ...]:
    """The body that a title begins with: 区人民政府办公室关于…, 青山县人民代表大会常务委员会决定任免名单."""
    for cue in TITLE_CUE.finditer(line.text):
        before = line.text[: cue.start()]
        if BODY_LINE.match(before):
            return tuple(bodies_of(document, line, len(before)))
    return ()


def _of_rules(document: Document, title: Sequence[Line]) -> tuple[Party, ...]:
    """The government whose rules of work or plan a title names: 青山县人民政府工作规则, 青山镇人民政府突发事件应急预案."""
    text = title[0].text
    start = marks.end() if (marks := STANDING.match(text)) else 0
    match = OF_GOVERNMENT.match(text, start)
    if match and TITLE_END.search(text) and not OF_ORGAN.search(text):
        return tuple(bodies_of(document, title[0], match.end("body"), start))
    return ()

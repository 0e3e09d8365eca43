"""The marks by which the lines of a head are told: a 文号, a masthead, the end of a title, the addressees.

In:  a cleaned line. Out: patterns, and the span of the 文号 of a line that is one: (青政发〔2021〕3号).
"""

import re

from extract.lexicon import any_of
from extract.names.marks import BULLETS, DIGITS, DOC_NUMBER, HAN, LEVELS, NUMERAL, YEAR

NUMBER = re.compile(DOC_NUMBER)
DAY_IN_FULL = rf"{YEAR}年\d{{1,2}}月\d{{1,2}}日"
EXCERPT = rf"\((?:{any_of('layout', 'excerpt')})\)"  # (节录)
EXCERPT_LINE = re.compile(EXCERPT)
SECOND_NUMBER = rf"[{HAN}]{{2,16}}[\[(〔]{YEAR}[\])〕]\d{{1,5}}号"  # 安财社〔2021〕18号　|安民发〔2021〕22号
NUMBER_LINE = re.compile(
    rf"^[{BULLETS}]?\(?(?:[{HAN}]{{4,30}}?文件)?(?P<number>{NUMBER.pattern})\)?(?:{EXCERPT})?(?:{SECOND_NUMBER}|签发人:[{HAN}·]{{2,12}}|{YEAR}年\d{{1,2}}月\d{{1,2}}日(?:[{HAN}]{{2,6}}[省市区])?)?$",
    re.VERBOSE,
)
# 〔1993〕安计农字第12号: the year first, as ministries numbered in the nineties
YEAR_FIRST = rf"[(\[〔](?:19[5-9]|20[01])\d年?[)\]〕][{HAN}]{{2,12}}字?第?\d{{1,4}}号"
# (临政发〔2008〕6号 2008年3月10日) · (1985年6月3日安政〔1985〕38号)
NUMBER_AND_DAY = (
    re.compile(rf"^\(?(?P<number>{NUMBER.pattern}),?(?P<date>{DAY_IN_FULL})\)?$", re.VERBOSE),
    re.compile(rf"^\(?(?P<date>{DAY_IN_FULL})(?:印?发)?,?(?P<number>{NUMBER.pattern})\)?$", re.VERBOSE),
    re.compile(rf"^\(?(?P<number>{YEAR_FIRST}),?(?P<date>{DAY_IN_FULL})\)?$"),
)
NUMBER_TITLE = re.compile(
    rf"^\(?(?P<number>{NUMBER.pattern})\)?:?《?(?=[{HAN}〈“]{{2}})(?!签发|{SECOND_NUMBER}$)(?:.{{0,120}})$", re.VERBOSE
)
NUMBER_OPENS = re.compile(
    rf"^\(?(?P<number>{NUMBER.pattern})\)?各[^。;:]{{2,160}}:.", re.VERBOSE
)  # 安政办发[2021]45号各区、县…:为…
# (1985年6月3日安政〔1985〕38号)根据…: a bracket with the day and the number that a page runs into the text
DAY_OPENS = re.compile(
    rf"\((?P<date>{DAY_IN_FULL}),?(?P<number>(?:{NUMBER.pattern}))\)(?=[{HAN}《]{{2}}[^()]{{10}})", re.VERBOSE
)
YEARS_ALONE = re.compile(r"\d{4}(?:[-—–~]{1,2}\d{2,4})?")
COLUMN_NAME = re.compile(
    rf"""^(?:
      [{HAN}]{{2,8}}[丨|｜]                                            # 政务服务丨…
    | “[{HAN}]{{2,12}}”(?=[{HAN}]{{4}})                                # “党政混合信息公开”中共…
    | [{HAN}]{{0,4}}(?:{any_of("layout", "column")})[—-]{{1,2}} )           # 应急预案—…
    """,
    re.VERBOSE,
)
STANDING = re.compile(rf"^[【\[](?:{any_of('layout', 'standing')})[】\]]")  # 【现行有效】…办法
REPEALED = re.compile(rf"[(（](?:已)?(?:{any_of('layout', 'repealed')})[)）]$")
YEARS = (
    re.compile(  # a title's (2016-2020年) on a line of its own, also with what closes the title: (2021—2023年)的通知
        rf"""
    ^\((?:(?:19|20)\d\d[-—–~至年]{{1,2}}(?:19|20)\d\d年?|{any_of("layout", "as_of")})\)
    (?:的(?:{any_of("layout", "title_tail")}))?$
    """,
        re.VERBOSE,
    )
)
LONGEST_NUMBER_LINE = 70
ORDER_LINE = re.compile(rf"^(?P<number>[{HAN}]{{2,24}}令\(?第?\d{{1,4}}号\)?)$")  # 渝府令第121号
# (64)专林字第12号 · 安革发(75)22号: as offices numbered their letters before the year had four digits
OLD_NUMBER = re.compile(
    rf"""
    \(?(?P<number>
        [(\[〔](?:19)?[5-9]\d年?[)\]〕][{HAN}]{{1,12}}字?第?\d{{1,4}}号   # (64)专林字第12号
      | [{HAN}]{{2,12}}[(\[〔][5-9]\d年?[)\]〕](?:字)?第?\d{{1,4}}号    # 安革发(75)22号
    )\)?$""",
    re.VERBOSE,
)
ORDER_OF = re.compile(
    rf"(?P<body>[{HAN}]{{2,24}}(?:{any_of('layout', 'orders_by')}|[局厅部署]))令"
)  # 安山县人民政府令第3号
# 2021年第3号 · (第2号) · 〔十七届〕第9号 · (十七届第9号) · 〔2023〕9号
ORDER_NUMBER = re.compile(
    rf"""
    ^(?:(?P<year>(?:19|20)\d\d)年)?\(?  # 2021年
    (?:第|[\d{NUMERAL}]{{1,4}}届第|[\[〔](?:[\d{NUMERAL}]{{1,4}}届|(?:19|20)\d\d)[\]〕]第?)  # 〔十七届〕第
    (?P<serial>[\d{NUMERAL}]{{1,6}})号\)?$""",
    re.VERBOSE,
)
ANNOUNCED = re.compile(
    rf"[{HAN}]{{3,40}}(?:会|会议|政府|办公[室厅])(?:公告|令)"
)  # 安山县第十七届人民代表大会第四次会议公告
GARBLED_NUMBER = re.compile(
    rf"""
    ^[{HAN}]{{2,10}}[^{HAN},。;:、]{{0,2}}[\dOolIZS]{{4}}  # 某某某222…
    [^{HAN},。;:、]{{0,2}}第?[\dOolIZS]{{1,4}}[号亏兮]?$  # 某第2号
    """,
    re.VERBOSE,
)
MASTHEAD = re.compile(
    rf"""
    ^
    (?P<body>[{HAN}()、]{{2,48}}?(?:{any_of("layout", "masthead")}|[委局厅部院署室会处]))  # 某某人民政府
    (?P<kind>文件|令|公告|通告)$  # 文件
    """,
    re.VERBOSE,
)
TITLE_KIND = any_of("documents", "notice", "rules", "persons", "other")
TITLE_END = re.compile(rf"(?:{TITLE_KIND})(?:[(（][^()]{{1,20}}[)）])*$")
NOTICE_END = re.compile(rf"(?:{any_of('documents', 'notice', 'persons')})(?:\([^()]{{1,20}}\))*$")
ADDRESSEE = re.compile(r"^[^。;:]{2,160}:$")
ADOPTED = re.compile(
    rf"""
    ^\(?  # (
    (?P<date>
        (?:19|20)\d\d年\d{{1,2}}月(?:\d{{1,2}}日)?  # 2022年2月2日, 2022年2月
      | [一二][〇○零{DIGITS}]{{3}}年[{DIGITS}十]{{1,2}}月(?:[{DIGITS}十]{{1,3}}日)?  # 一〇〇〇年一月一日
    )
    .{{0,60}}?(?:{any_of("layout", "adopted")})\)?$  # …通过)
    """,
    re.VERBOSE,
)
# (1961年5月) alone below a title: the day, or no more than the month, of what the title names
DATED_BELOW = re.compile(
    rf"""
    \((?P<date>(?:(?:19|20)\d\d|[一二][〇○零{DIGITS}]{{3}})年           # 1961年, 二〇〇三年
      [{DIGITS}十\d]{{1,2}}月(?:[{DIGITS}十\d]{{1,3}}日)?)\)$          # 5月, 五月三日
    """,
    re.VERBOSE,
)
SENT = re.compile(
    rf"""
    ^(?P<body>[{HAN}()、]{{2,60}}?)(?:于)?  # 某某于
    (?P<date>(?:19|20)\d\d年\d{{1,2}}月\d{{1,2}}日)(?:联合|共同)?  # 2022年2月2日联合
    (?:{any_of("layout", "sent_how")})(?:了)?(?:{any_of("layout", "sent")})  # 发出了通知
    """,
    re.VERBOSE,
)
# 2023年3月24日县政府办公室发布了…分工: an explanation of a document says of which day it is
MADE_KNOWN = re.compile(rf"(?P<date>{DAY_IN_FULL}),?[{HAN}]{{4,30}}?(?:制定)?(?:{any_of('layout', 'made_known')})了")
ADOPTED_TITLE = re.compile(r"《[^《》]{4,60}》(?:已经|已由|业经|经)")  # 《…办法》已经县政府常务会议通过
PAGE_NAME = re.compile(
    rf"[{HAN}]{{2,8}}(?:{any_of('layout', 'page_name')})$|(?:行政)?(?:{any_of('layout', 'kind_of_file')})文件$|(?:通知|公示)公告$"
)  # 信息详情 above a title
OTHER_NAME = re.compile(rf"\((?P<body>[{HAN}]{{4,30}})\)$")  # (青山县食品安全委员会) below its other name
TITLE_NUMBER = re.compile(  # 省财政厅关于…的通知(海财教〔2011〕224号)
    rf"""
    (?P<title>[^。;:]{{6,120}}?(?:(?:{TITLE_KIND}|{any_of("layout", "numbered_title")})(?=\()|的(?:{any_of("layout", "number_kind")}|函)))  # …的通知
    \(?(?P<number>{NUMBER.pattern})\)?$                                                        # 国办函〔2021〕12号
    """,
    re.VERBOSE,
)
TITLE_CUE = re.compile(any_of("layout", "title_cue"))
TITLE_WORD = re.compile(rf"关于|{any_of('layout', 'hands_on')}|{TITLE_END.pattern}")
# a document of a government, named by it: 青山县人民政府工作规则
OF_GOVERNMENT = re.compile(
    rf"(?!关于)(?P<body>[{HAN}]{{2,24}}(?:人民政府(?:办公[室厅])?|{any_of('shared', 'zone_committee')}|办事处))(?=[{HAN}\d])"
)
SHORT_GOVERNMENT = re.compile(rf"[{LEVELS}乡镇]政府(?:办|办公[室厅])?")  # 市政府关于…
OF_ORGAN = re.compile(rf"{any_of('layout', 'of_organ')}")  # written by another


def number_in(text: str) -> tuple[int, int] | None:
    """The span of the 文号 of a cleaned line that is a 文号 and little else: (渝府发〔2021〕3号), 青山县人民政府文件青政发〔2021〕3号签发人:…."""
    if "号" not in text or len(text) >= LONGEST_NUMBER_LINE:
        return None
    match = NUMBER_LINE.match(text) or ORDER_LINE.match(text) or OLD_NUMBER.match(text)
    return match.span("number") if match else None


def number_below(title: str, text: str) -> tuple[int, int] | None:
    """The span of a 文号 that stands with its day in one bracket below a title: …的通知 / (临政发〔2008〕6号 2008年3月10日)."""
    if "号" not in text or TITLE_END.search(title) is None:
        return None
    match = beside_day(text)
    return match.span("number") if match else None


def beside_day(text: str) -> re.Match[str] | None:
    """A line that is a 文号 and its day: 安政〔1985〕38号 1985年6月3日."""
    if "日" not in text or len(text) >= LONGEST_NUMBER_LINE:
        return None
    return next((match for pattern in NUMBER_AND_DAY if (match := pattern.match(text))), None)

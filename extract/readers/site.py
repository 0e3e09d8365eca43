"""The wording of a web site around a document: where one is, menus, counters, the foot with address and licence.

In:  a line, white space left out   Out: whether it is the site's; the patterns serve pages, pasted texts and printed pages alike
"""

import re

from extract.lexicon import any_of

SITE = re.compile(
    rf"""
    ^(?:您|你)?的?(?:{any_of("sites", "here")})?(?:{any_of("sites", "where_at")})?的?(?:{any_of("sites", "way")})|^首页\s*(?:[>＞»›→/|·\-]|&gt;)   # where one is
    | ^\W{{0,3}}(?:上一?[篇条页]|下一?[篇条页]|前一[篇条]|后一[篇条])\W{{0,3}}(?:[:：]|$|没有)
    | 版权所有|Copyright|©|ICP(?:备|证|\d)|{any_of("sites", "registered")}|技术支持[:：]|建议使用|最佳(?:{any_of("sites", "best_seen")})|设为(?:{any_of("sites", "home")})
    | (?:{any_of("sites", "counted")})(?:{any_of("sites", "counted_so")})|位(?:来)?访(?:问)?[者客]|{any_of("sites", "visits")}
    | ^(?=\W{{0,12}}\w)(?:\W|_){{0,3}}(?:{any_of("sites", "button")}|大|中|小|RSS|到|至|\W|_){{1,12}}$
    | ^\W{{0,3}}(?:打印本[页文]|(?:\w{{0,6}}\W{{0,3}})关闭(?:{any_of("sites", "closed")})|返回(?:顶部|首页|上[一级页])|加入收藏|我要(?:{any_of("sites", "ask_reader")})|{any_of("sites", "foot_word")}|分享(?:到|至|本页)?[:：]?|RSS)
    | ^\W{{0,3}}(?:{any_of("sites", "made_by")}|发布(?:人|者))\s*[：:]
    | ^\W{{0,3}}(?:【|\[)?(?:浏览)?(?:{any_of("sites", "letters")})[:：\s]|{any_of("sites", "colour")}|(?:{any_of("sites", "letters")})(?:大小)?[:：].{{0,20}}$
    | {any_of("sites", "comments")}|转[摘载](?:{any_of("sites", "reprints")})|网友(?:{any_of("sites", "opinion")})
    | ^(?:第\[?\d{{1,3}}\]?页\s{{0,4}}){{1,30}}$
    """,
    re.VERBOSE | re.IGNORECASE,
)
CRUMB = re.compile(
    rf"""
      ^(?:您|你)?的?(?:{any_of("sites", "here")})?(?:{any_of("sites", "where_at")})?的?(?:{any_of("sites", "way")})[：:]|^首页(?:[>＞»›→/|·\-]|$)  # 您的当前所在的位置：
    | [>＞»›].{{1,30}}[>＞»›]  # >…>
    """,
    re.VERBOSE,
)
FOOT = re.compile(
    rf"""
      版权所有|Copyright|ICP(?:备|证|\d)|{any_of("sites", "registered")}|位(?:来)?访(?:问)?[者客]|{any_of("sites", "map")}  # 版权所有
    | AllRightsReserved|建议使用.{{0,30}}(?:{any_of("sites", "screen")})|最佳(?:{any_of("sites", "best_seen")})  # AllRightsReserved
    | ^(?:网站)?主办(?:单位)?[：:].{{0,60}}(?:{any_of("sites", "helped_by")})|^地址[：:].{{0,80}}(?:{any_of("sites", "reached")})|技术支持[：:]  # 网站主办单位：…承办
    """,
    re.VERBOSE | re.IGNORECASE,
)
MOST_LINES = 14  # at the head and at the foot of a print that may be those of a site
LONGEST = 160
LONGEST_ENTRY = 20  # characters of a line of a long menu


def of_print(lines: list[str]) -> tuple[int, int]:
    """How many lines at the head and at the foot of a printed page are the site's; the head ends with where one is."""
    flat = ["".join(line.split()) for line in lines]
    menu = next((i for i, line in enumerate(flat) if i >= MOST_LINES and len(line) > LONGEST_ENTRY), len(flat))
    head = next((i + 1 for i, line in enumerate(flat[: menu + 1]) if len(line) < LONGEST and CRUMB.search(line)), 0)
    feet = [
        i for i, line in enumerate(flat) if i >= len(flat) - MOST_LINES and len(line) < LONGEST and FOOT.search(line)
    ]
    foot = len(flat) - feet[0] if feet and any("。" not in line for line in flat[feet[0] :]) else 0
    return head, foot

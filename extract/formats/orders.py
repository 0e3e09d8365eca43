"""The words that order a change of a named person: in a sentence, or above a list of persons.

In:  任命方小舟同志为县水利局局长 · 县政府决定任命: above 方小舟为县水利局局长;
Out: whether a text orders a change; whether a line orders what the lines below it list, and whether a line goes on with it
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.document import Block
from extract.lexicon import any_of, table
from extract.lexicon.signs import sign_of
from extract.names.marks import DIGITS, HAN, LEVELS

# what goes on from the words that order a change of a named person (orders.toml): 任命|方小舟同志为
AFTER = {
    "names_and_verb": (
        rf"[,:]?[{HAN}·]{{2,12}}?(?:\([^()]{{1,12}}\))?(?:同志)?"
        rf"(?:、[{HAN}·]{{2,12}}?(?:\([^()]{{1,12}}\))?(?:同志)?){{0,20}}(?:任|为|的|担任|兼任|同志)"
    ),
    "a_post_of_a_term": rf"[{HAN}·]{{2,4}}第[{DIGITS}十百\d]{{1,3}}届[^,;。]{{4,60}}职务",
    "names_of_those_elected": rf"[{HAN}·、]{{2,40}}?(?:\([^()]{{1,12}}\)|等?\d{{1,3}}(?:[名位]同志|人))?为",
    "names_of_those_approved": rf"[{HAN}·、]{{2,40}}?[{DIGITS}十两\d]+[位名](?:同志)?[^,。;]{{4,60}}?的任命",
    "a_name_before": rf"(?<=[{HAN}·][{HAN}·]当选)",
    "a_decision_read_out": rf"[^。;]{{0,10}}决定[,:。][{HAN}、]{{2,30}}?(?:同志)?(?:担任|任(?![命职免期]))",
    "a_decision_on_a_post": rf"(?:[,:]|(?<=[委会组部府局]决定)|(?<=研究决定))[{HAN}·]{{2,4}}?任(?![命职免期务])[^,;。]{{3,30}}(?:{any_of('shared', 'head')}|[长席员])",
    "a_decision_on_one_who_serves": (  # 省委决定,|石磊(某学院院长)任中共某学院委员会书记
        rf"[,:][{HAN}·]{{2,12}}?\([^()]{{3,40}}?[长记任席员师理授]\)(?:同志)?[担兼]?任(?![命职免期务])[^,;。]{{3,40}}"
    ),
    "who_heads_what_is_founded": (  # 县审计局成立|,石磊任局长; 农场设立|消防中队,石磊任队长
        rf"(?:,?[^,。;]{{2,24}})?,[{HAN}·]{{2,4}}(?<![主责信委专历担兼])任(?![命职免期务])副?[{HAN}]{{0,3}}[长任记席](?=[,。;、(]|$)"
    ),
    "a_decision_announced": rf"了?[^。;]{{0,20}}?关于[{HAN}·]{{2,8}}?同志(?:任|担任)[^。;]{{4,40}}决定",
    "engages": (rf"(?<![招解受被续返应拟曾]聘)(?![任请用])[{HAN}·]{{2,10}}?为[^,;。]{{4,40}}[长任记席员师事理]"),
    "who_is_engaged": (
        rf"(?<=[{HAN}]{{2}}.聘为)(?<![年月日后曾先并已同].聘为)"
        rf"[^,;。]{{2,40}}(?:[院校所馆部处]长|{any_of('shared', 'head')}|经理)"
    ),
    "who_is_appointed": (rf"(?<=[{HAN}]{{2}}被任命为)(?<![年月日后曾先并已同]被任命为)[^,;。]{{2,40}}[长员席任记委]"),
    "leaves_a_post": rf"(?<=[{HAN}][{HAN}]不再)(?:{any_of('appointments', 'holds')})[^,;。]{{2,40}}职务",
    "a_decision_told": rf"(?:了)?[{HAN}]{{0,8}}决定:[{HAN}·]{{2,12}}(?:同志)?(?:担任|任(?![命职免期]))",
    "as_whom": rf"(?:了)?[{HAN}、]{{2,60}}为[^,;。]{{4,40}}(?:长|{any_of('shared', 'head')}|经理|员|席)",
    "who_becomes_what": rf"[,:][{HAN}·]{{2,12}}(?:同志)?(?:担任|任(?![命职免期]))[^,;。]{{4,40}}(?:长|{any_of('shared', 'head')}|主席)",
    "from_post_to_post": r"(?<=[长任记员席局委办院镇乡处厅校]..)[^,;。]{3,40}[长任记员席]",
    "who_was_takes_a_post": (
        rf"(?!平市|阳县|州区)[^,;。]{{1,16}}?[长任记员席理][{HAN}]{{2,4}}?则?[调改出提]?任(?![命职免期])"
        r"[^,;。]{2,30}[长任记员席]"
    ),
    "a_holder_takes_a_post": rf"(?:(?<=[长任记员席理][{HAN}][{HAN}]..)|(?<=[长任记员席理][{HAN}][{HAN}][{HAN}]..))[^,;。]{{3,40}}[长任记员席]",
    "a_person_takes_a_post": rf"(?:(?<=[{HAN}][{HAN}]..)|(?<=[{HAN}][{HAN}],已..))(?<![年月日后曾先并同又再由拟初能若]..)[^,;。的]{{3,40}}[长任记员席委]",
    "takes_over": r"[^,;。]{2,30},[出转调升接就担]?任(?![命职免期务])[^,;。]{2,40}[长任记员席]",
    "is_promoted": r"(?<![年月日后曾先并已同]被提拔为)[^,;。的]{3,40}[长员席任记委]",
    "who_takes_it_up": rf"[{HAN}·]{{2,4}}(?:接替[^,;。、]{{2,24}}?)?出任(?![命职免期])[^,;。]{{2,40}}(?:[长任记席事裁]|经理)",
    "takes_over_from": (
        rf"(?:了)?(?!其)[{HAN}·]{{2,24}}?(?:[担出继兼]任|任(?![命职免期务]))[^,;。]{{1,40}}[长任记席事裁员理]"
    ),
    "who_has_left": rf"(?<=[{HAN}][{HAN}]..)(?![后前时以之])(?:[^,;。]{{3,30}}[长任记席]|(?=[,。;]|$))",
    "passes_to": rf"(?:(?<=[长记员席]由)|(?<=主任由)|(?<=[长记员席任][原现]由)|(?<=改由)|(?<=[记长席理裁],由))(?<![办室]主任由)(?![各有相])[{HAN}·]{{2,16}}?(?<!负责)(?:同志)?[兼接继出]任(?=[,。;]|$)",
    "a_resignation": rf"了?[{HAN}·、]{{2,40}}?(?:等?\d{{1,3}}[名位])?(?:同志)?(?:{any_of('appointments', 'asks')})?辞去",
    "acts_as": rf"[{HAN}·]{{2,6}}?(?:同志)?代理[^,;。]{{2,24}}[长任席]",
    "a_bill_on_an_appointment": (
        rf"[^。;]{{0,80}}?关于(?:提请|决定)?(?:任命)?[{HAN}·]{{2,10}}?"
        rf"(?:同志)?(?:为|任|担任|代理)[^。;《]{{4,40}}的(?:{any_of('appointments', 'bill')})"
    ),
    "a_bill_on_one_who_acts": (
        rf"[^。;]{{0,80}}?关于[{HAN}]{{2,30}}?副(?:{any_of('appointments', 'head_who_acts')}|[{LEVELS}]长)[{HAN}·]{{2,6}}?(?:同志)?代理"
    ),
    "heads_a_firm": rf"[{HAN}·]{{2,6}}?同志(?:任|{any_of('appointments', 'holds')})(?:常务)?副?(?:{any_of('appointments', 'firm_head')}|{any_of('shared', 'head')})",
    "a_bill_on_a_resignation": rf"[^。;]{{0,80}}?关于[{HAN}·、]{{2,40}}?(?:同志)?辞去[^。;《]{{4,40}}",
    "takes_a_post": rf"[{HAN}·]{{2,8}}?(?:同志)?的?[^,;。]{{4,40}}[长任记席员]职务",
    "sends": rf"[{HAN}·]{{2,12}}?(?:同志)?(?:到|赴|往)[^,;。]{{2,24}}任",
    "serves_as": (
        rf"(?:因[^,;。]{{2,16}})?(?:任|挂任|挂职任|{any_of('appointments', 'holds')}|代理|不再(?:{any_of('appointments', 'holds')}|任))"
        rf"[^,;。]{{2,40}}(?:长|{any_of('shared', 'head')}|员|师|席|委员)"
    ),
}


@dataclass(frozen=True, slots=True)
class Order:
    """Words that order a change of a named person, and the name of what goes on from them."""

    openings: tuple[str, ...]
    after: str
    example: str
    counterexample: str


ORDERS = table("orders", "order", Order)
STRONG = re.compile(
    "\n|".join(f"{word}{AFTER[order.after]}  # {order.example}" for order in ORDERS for word in order.openings),
    re.VERBOSE,
)
MAY_ORDER = sign_of(STRONG)
# 县政府决定任命: above 石磊为县财政局局长; · 决定免去: above 石磊县财政局局长职务;
ORDERS_BELOW = re.compile(rf"(?<!提请)(?:{any_of('decisions', 'orders')})[^,;。:的]{{0,6}}:$")
LISTED_POST = re.compile(
    rf"""
    [{HAN}·、()]{{2,40}}?[任为][^,;。]{{3,60}}[长任记席员师理](?:\([^()]*\))?[;。,]?$  # 石磊为县财政局局长(兼);
    | [{HAN}·、()]{{6,60}}职[务级](?:\([^()]*\))?[;。,]?$                           # 石磊县财政局局长职务(退休);
    """,
    re.VERBOSE,
)
LISTED = re.compile(rf"^[{HAN}·]{{2,12}}(?:\([^()]{{1,12}}\))?(?:同志)?(?:任|为|的|、)")  # 郑某为县审计局局长;


def may_order(block: Block) -> bool:
    """Whether a block can order a change of a named person, at a cheap look."""
    return bool(block.text.signs & MAY_ORDER)


def orders_below(blocks: Sequence[Block], index: int) -> bool:
    """Whether a line orders what the lines below it list: 县政府决定任命: / 石磊为县财政局局长;."""
    if blocks[index].text.text[-1:] != ":" or not ORDERS_BELOW.search(blocks[index].text.text):
        return False
    return index + 1 < len(blocks) and LISTED_POST.match(blocks[index + 1].text.text) is not None


def is_listed(text: str) -> bool:
    """Whether a line goes on with a list of changes: 石磊为县审计局局长; 石磊县审计局局长职务."""
    return LISTED.search(text) is not None or LISTED_POST.match(text) is not None


def is_strong(text: str) -> bool:
    """Whether a text orders a change of a named person."""
    return STRONG.search(text) is not None

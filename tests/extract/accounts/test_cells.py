"""Cues in the cells of a row: marks between cells shift nothing, and a name fills the cell before its title."""

from extract.pipeline import extract_document
from extract.readers.text import document_of

HEAD = "杨桥镇安全网格表\n|网格名称|网格长|职务|网格员|\n|---|---|---|---|\n|第一网格|向远|副镇长|柳成荫|\n"


def unread(text: str) -> list[str]:
    return [doubt.evidence.quote for doubt in extract_document(document_of(text)).doubts if "unread" in doubt.code]


def test_a_title_in_the_cell_after_a_name_is_not_lost_in_silence() -> None:
    assert unread(f"{HEAD}|第二网格|苗青|人大副主席|石磊|\n") == ["人大副主席"]


def test_what_a_doubt_quotes_of_a_row_begins_and_ends_with_a_cell() -> None:
    text = "近况\n| 次序 | 姓名 | 所闻 |\n|---|---|---|\n| 甲 | 石磊 | 石磊（副书记）在杨桥镇前的任职经历 |\n| 乙 | 苗青 | 无 |\n"
    assert unread(text) == ["石磊（副书记）在杨桥镇前的任职经历"]

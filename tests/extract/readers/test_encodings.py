"""Encodings are told by the bytes; what is no Chinese is refused by name or doubted, never read as nonsense in silence."""

import pytest

from extract.errors import ReadError
from extract.readers.documents import document_of
from extract.readers.encodings import decoded

SIMPLIFIED = (
    "临江市人民政府关于任命赵立新等同志职务的通知\n各县人民政府，市政府各部门：\n任命赵立新同志为市教育局局长。\n"
)
TRADITIONAL = "臨江縣政府公告\n任命趙立新為縣府教育處處長，自即日起生效。\n各單位應依規定辦理，並於本年六月前完成。\n"
JAPANESE = "人事異動のお知らせ\n次のとおり発令しましたのでお知らせします。\n"
KOREAN = "인사발령 통지\n다음과 같이 인사발령을 통지합니다.\n각 부서의 장은 이를 시행하여 주시기 바랍니다.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_simplified_chinese_is_read_in_each_encoding(encoding: str) -> None:
    assert decoded(SIMPLIFIED.encode(encoding), "a").text == SIMPLIFIED


@pytest.mark.parametrize("encoding", ["utf-8", "big5", "gb18030", "utf-16"])
def test_traditional_chinese_is_read_in_each_encoding(encoding: str) -> None:
    assert decoded(TRADITIONAL.encode(encoding), "a").text == TRADITIONAL


@pytest.mark.parametrize(
    ("text", "encoding", "says"), [(JAPANESE, "shift_jis", "Japanese"), (KOREAN, "euc_kr", "Korean")]
)
def test_other_languages_are_refused_by_name(text: str, encoding: str, says: str) -> None:
    with pytest.raises(ReadError, match=says):
        decoded(text.encode(encoding), "a")


@pytest.mark.parametrize("lines", [1, 2, 3])
def test_a_few_lines_are_enough(lines: int) -> None:
    for text, encoding in ((SIMPLIFIED, "gb18030"), (TRADITIONAL, "big5")):
        part = "".join(text.splitlines(keepends=True)[:lines])
        assert decoded(part.encode(encoding), "a").text == part


def test_a_page_may_lose_a_few_stray_bytes_and_says_so() -> None:
    data = (SIMPLIFIED * 40).encode() + b"\xff\xfe" + SIMPLIFIED.encode()
    found = decoded(data, "a", tolerant=True)
    assert found.lost == 2
    with pytest.raises(ReadError, match="broken"):
        decoded(data, "a")


def test_a_text_without_common_words_is_doubted() -> None:
    strange = "嚙蝛褊鑪鵎鴞鼱齾龘靐" * 40
    assert [remark.rule for remark in document_of(strange).remarks] == ["readers.strange"]
    assert not document_of(SIMPLIFIED * 5).remarks
    assert not document_of(TRADITIONAL * 5).remarks

"""Place and issue of a document, each with what says it; what nothing says stays unknown."""

import pytest

from extract.evidence.origin import origin_of
from extract.readers.documents import document_of
from extract.readers.paths.manifest import Entry
from extract.text.segment import notices

NOTICE = "安政办发〔2021〕3号\n安山县人民政府办公室关于印发春灌方案的通知\n各乡镇人民政府：\n现将方案印发给你们。\n安山县人民政府办公室\n2021年3月2日\n"
BARE = "关于印发春灌方案的通知\n各单位：\n现将方案印发给你们，请按照执行。\n"
COVER = "临江市人民政府公报\n2021年第3期(总第15期)\n主办：临江市人民政府\n" + NOTICE


@pytest.mark.parametrize(
    ("text", "name", "entry", "place", "issue", "because"),
    [
        (NOTICE, "a.txt", None, "安山县人民政府", None, {"jurisdiction": "head"}),
        (COVER, "a.txt", None, "临江市人民政府", "2021年第3期(总第15期)", {"jurisdiction": "cover", "issue": "cover"}),
        (NOTICE, "a.txt", Entry("a.txt", "420117", issue="2020年第1期"), "420117", "2020年第1期", {"jurisdiction": "given", "issue": "given"}),
        (BARE, "安山县2021年任免.txt", None, "安山县人民政府", None, {"jurisdiction": "file name"}),
        (BARE, "安山县人民政府公报/2021年第4期.pdf", None, "安山县人民政府", "2021年第4期", {"jurisdiction": "file name", "issue": "file name"}),
        (BARE, "2019年第12期.docx", None, None, "2019年第12期", {"issue": "file name"}),
        (BARE, "临江经济开发区2021.txt", None, None, None, {}),
        (BARE, "中小城市2021.txt", None, None, None, {}),
        (BARE, "notice.txt", None, None, None, {}),
    ],
)  # fmt: skip
def test_origin(
    text: str, name: str, entry: Entry | None, place: str | None, issue: str | None, because: dict[str, str]
) -> None:
    document = document_of(text, name, entry=entry)
    origin = origin_of(document, notices(document))
    assert (origin.jurisdiction, origin.issue, dict(origin.because)) == (place, issue, because)

"""Bodies that a sentence says belong to another; sets and the organ itself are none."""

import pytest

from extract.facts import Fact
from extract.formats.establishment import establishment
from extract.readers.text import document_of
from extract.text.segment import notices


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "第六条 县公路事业发展中心为县交通运输局所属公益一类事业单位。\n",
            [("县公路事业发展中心", "县交通运输局", "所属公益一类事业单位")],
        ),
        ("县博物馆隶属于县文化和旅游局，为正股级单位。\n", [("县博物馆", "县文化和旅游局", "隶属于")]),
        (
            "四、柳湖风景名胜区管理处、青山经济开发区管委会隶属县政府。\n",
            [("柳湖风景名胜区管理处", "县政府", "隶属"), ("青山经济开发区管委会", "县政府", "隶属")],
        ),
        ("城东派出所是县公安局的派出机构，负责治安。\n", [("城东派出所", "县公安局", "派出机构")]),
        (
            "第五条 根据地理条件，设立县市场监督管理局城东分局、城西分局等2个分局，为县市场监督管理局派出机构。\n",
            [
                ("县市场监督管理局城东分局", "县市场监督管理局", "派出机构"),
                ("城西分局", "县市场监督管理局", "派出机构"),
            ],
        ),
        (
            "三、同意设立县林场服务中心，为县林业局所属公益一类事业单位。\n",
            [("县林场服务中心", "县林业局", "所属公益一类事业单位")],
        ),
        ("各单位是县政府所属单位。\n本局为县政府直属机构。\n", []),
        ("该项目为县水利局所属项目。\n", []),
    ],
)
def test_what_belongs_to_whom(text: str, rows: list[tuple[str, str, str | None]]) -> None:
    (notice,) = notices(document_of(text, "page.txt"))
    found = [(f.subject.name, f.object.name, f.role) for f in establishment(notice) if isinstance(f, Fact) and f.object]
    assert found == rows

"""A given name of planes 2 or 3 keeps its bearer: in a group, in a division of work, in an appointment."""

import pytest

from extract.facts import Fact
from extract.pipeline import extract_document
from extract.readers.text import document_of

GROUP = """安山县人民政府办公室关于成立防汛工作领导小组的通知
安政办发〔2022〕11号
各乡镇人民政府：
决定成立安山县防汛工作领导小组，组成人员如下：
组  长：{name}  县委常委、副县长
成  员：赵立春  县财政局局长
安山县人民政府办公室
2022年4月2日
"""
DIVISION = """安山县人民政府关于县政府领导工作分工的通知
安政发〔2022〕9号
各乡镇人民政府：
副县长 {name}：负责水利工作。分管县水利局。
安山县人民政府
2022年3月1日
"""
APPOINTMENT = """安山县人民政府关于{name}等同志任免职的通知
安政任〔2022〕3号
各乡镇人民政府：
任命{name}为县水利局局长。
安山县人民政府
2022年3月1日
"""


@pytest.mark.parametrize("name", ["王\U0002c029", "李\U00030edd明", "陈㛃", "周\U0002c029民"])
@pytest.mark.parametrize(
    ("text", "relation", "role"),
    [(GROUP, "leads", "组长"), (DIVISION, "leads", "分管"), (APPOINTMENT, "appointed", "局长")],
)
def test_a_rare_given_name_keeps_its_bearer(name: str, text: str, relation: str, role: str) -> None:
    facts: list[Fact] = extract_document(document_of(text.format(name=name))).facts
    assert (relation, name, role) in {(f.relation.value, f.subject.name, f.role) for f in facts}

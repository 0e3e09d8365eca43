"""Small gazette texts, for tests that go the whole way from files to the graph."""

from pathlib import Path

APPOINTMENTS = """云湖县人民政府公报

云湖县人民政府关于张明远等同志任免职的通知
云政任〔2022〕{number}号

各乡镇人民政府，县政府各部门：
经{date}县人民政府常务会议研究决定：
张明远同志任县财政局局长，试用期一年；
免去李文清同志的县财政局局长职务；
{more}

云湖县人民政府
{date}
"""
TASKS = """云湖县人民政府公报

云湖县人民政府办公室关于印发云湖县2022年重点工作责任清单的通知
云政办〔2022〕{number}号

各乡镇人民政府，县政府各部门：
一、加快推进养老服务体系建设，新增养老床位200张。（牵头单位：县民政局；责任单位：县财政局、县卫生健康局）
二、建成云湖大桥工程。（牵头单位：县交通运输局；责任单位：各乡镇人民政府）

云湖县人民政府办公室
2022年3月1日
"""
MANIFEST = """[[gazette]]
file = "1.txt"
jurisdiction = "420117"
name = "云湖县人民政府公报"
issue = "2022年第1期"
published = "2022-03-31"

[[gazette]]
file = "2.txt"
jurisdiction = "420117"
issue = "2022年第2期"

[[gazette]]
file = "3.txt"
jurisdiction = "420105"
"""


def write_gazettes(folder: Path) -> Path:
    """Three issues of two jurisdictions, with a manifest."""
    folder.mkdir(parents=True, exist_ok=True)
    texts = {
        "1.txt": APPOINTMENTS.format(number=1, date="2022年3月5日", more="王建国同志任县教育局副局长。"),
        "2.txt": APPOINTMENTS.format(number=2, date="2022年8月1日", more="免去王建国同志的县教育局副局长职务。")
        + TASKS.format(number=3),
        "3.txt": APPOINTMENTS.format(number=9, date="2022年5月9日", more="赵立新同志任县水利局局长。"),
        "manifest.toml": MANIFEST,
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder

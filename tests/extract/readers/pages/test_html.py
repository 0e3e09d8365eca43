"""Of a web page the document is read, complete, and nothing of the site around it."""

from contextlib import suppress

import pytest

from extract.errors import ReadError
from extract.readers.opening import reading_of_bytes
from extract.readers.pages.html import read_markup

BODY = "".join(
    f"<p>　　第{n}条　各乡镇人民政府应当按照职责做好第{n}项防汛工作，及时报告情况，落实物资储备。</p>"
    for n in "一二三四五六"
)
MENU = (
    "<ul>" + "".join(f"<li><a href='/{n}'>{n}</a></li>" for n in ("首页", "政务公开", "办事服务", "互动交流")) + "</ul>"
)
RELATED = "<div>相关文章</div><ul><li><a href=1>临江市人民政府关于印发绿化方案的通知</a></li><li><a href=2>安山县人民政府办公室关于放假的通知</a></li><li><a href=3>关于召开会议的通知</a></li></ul>"
FOOT = "<div>版权所有：临江市人民政府办公室　某ICP备00000000号</div><div>您是第12345位访问者</div>"


def page(body: str, title: str = "关于做好防汛工作的通知-临江市人民政府门户网站") -> str:
    return (
        f"<html><head><title>{title}</title><style>p{{color:red}}</style></head><body>{MENU}"
        f"<div>您的位置：首页 &gt; 政务公开 &gt; 文件</div>{body}{RELATED}{FOOT}<script>var a=1;</script></body></html>"
    )


def lines(markup: str) -> list[str]:
    return read_markup(markup, "a.html").text.splitlines()


def test_the_document_is_kept_and_the_site_is_not() -> None:
    found = lines(
        page(
            f"<div class=a><h1>关于做好防汛工作的通知</h1><div>来源：本站 浏览次数：5 字号：大 中 小</div><div>{BODY}</div></div>"
        )
    )
    assert found[0] == "关于做好防汛工作的通知"
    assert len(found) == 7
    assert found[-1].startswith("　　第六条")


def test_the_title_comes_from_the_head_where_the_text_has_none() -> None:
    assert lines(page(f"<div>{BODY}</div>"))[0] == "关于做好防汛工作的通知"


def test_the_head_table_stays_as_rows() -> None:
    table = "<table><tr><td>索 引 号：</td><td>000-2021-3</td><td>发布机构：</td><td>临江市人民政府</td></tr><tr><td>文号：</td><td>临政发〔2021〕3号</td><td>成文日期：</td><td>2021年5月6日</td></tr></table>"
    found = lines(page(f"{table}<div>{BODY}</div>"))
    assert "文号：\t临政发〔2021〕3号\t成文日期：\t2021年5月6日" in found


def test_layout_tables_are_paragraphs_and_data_tables_rows() -> None:
    data = (
        "<table><tr><th>序号</th><th>任务</th><th>牵头单位</th></tr>"
        "<tr><td>1</td><td>修缮堤防</td><td rowspan=2>市水务局</td></tr><tr><td>2</td><td>清淤<br>疏浚</td></tr>"
        "<tr><td colspan=3>二、保障</td></tr><tr><td>3</td><td colspan=2>储备物资</td></tr></table>"
    )
    found = lines(page(f"<table><tr><td>{BODY}{data}</td></tr></table>"))
    assert found[-5:] == [
        "序号\t任务\t牵头单位",
        "1\t修缮堤防\t市水务局",
        "2\t清淤 疏浚\t市水务局",
        "二、保障\t\t",
        "3\t储备物资\t",
    ]


def test_what_is_hidden_is_not_read_and_broken_spans_stay_whole() -> None:
    body = f"<div>{BODY}<p style='display: none'>第七条 秘密。</p><p>落款：<span>临</span><span>江</span><b>市</b></p></div>"
    found = lines(page(body))
    assert not any("秘密" in line for line in found)
    assert "落款：临江市" in found


def test_page_numbers_of_a_print_and_private_use_blanks_go() -> None:
    found = lines(page(f"<div><p>－ 1 －</p>{BODY}<p>附件\ue003一</p><p>－ 2 －</p></div>"))
    assert not any("－" in line for line in found)
    assert "附件 一" in found


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_the_bytes_decide_the_encoding_not_what_the_page_declares(encoding: str) -> None:
    markup = page(f"<div>{BODY}</div>").replace("<head>", "<head><meta charset='iso-8859-1'>")
    reading = reading_of_bytes(markup.encode(encoding), "a.doc")
    assert reading.media == "html"
    assert "第六条" in reading.text


def test_each_line_knows_its_element() -> None:
    reading = read_markup(page(f"<div>{BODY}</div>"), "a.html")
    at = reading.text.index("第二条")
    [region] = [r for r in reading.regions if r.start <= at < r.end]
    assert region.element is not None
    assert region.element.endswith("p[2]")


@pytest.mark.parametrize("markup", ["<html></html>", "<html><script>1</script></html>", "<html><body> </body></html>"])
def test_a_page_without_text_is_refused(markup: str) -> None:
    with pytest.raises(ReadError, match="no text"):
        read_markup(markup, "a.html")


@pytest.mark.parametrize("tag", ["div", "table", "span", "b", "ul"])
def test_deep_nesting_ends(tag: str) -> None:
    markup = f"<html><body>{f'<{tag}>' * 20_000}第一条，本办法自发布之日起施行，请各单位认真执行。</body></html>"
    with suppress(ReadError):  # what it says is that the page holds no text
        assert "第一条" in read_markup(markup, "a.html").text


def test_markdown_loses_its_marks_and_keeps_its_tables() -> None:
    text = (
        "Subject: x\nMIME-Version: 1.0\n\n-   [首页](/)\n-   [要闻](/1)\n-   [服务](/2)\n\n# 关于做好防汛工作的**通知**\n\n"
        "**第一条** 各单位应当按照[《防汛条例》](http://x)做好工作，落实\n责任。\n\n| 序号 | 单位 |\n|---|---|\n| 1 | 市水务局 |\n| 2 | 市教育局 |\n"
    )
    found = reading_of_bytes(text.encode(), "a.md").text.splitlines()
    assert found == [
        "关于做好防汛工作的通知",
        "第一条 各单位应当按照《防汛条例》做好工作，落实责任。",
        "序号\t单位",
        "1\t市水务局",
        "2\t市教育局",
    ]


def test_a_page_saved_as_one_file_is_read() -> None:
    head = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
    data = (head + page(f"<div>{BODY}</div>") + "\n--b--\n").encode()
    assert "第六条" in reading_of_bytes(data, "a.mht").text


@pytest.mark.parametrize(
    "around",
    [
        "<div><a name=OLE_LINK2><p>关于做好防汛工作的通知</p>{}</a></div>",  # a mark that a word processor never closed
        "<div style='visibility: hidden'><p>关于做好防汛工作的通知</p>{}</div>",  # a script shows it
    ],
)
def test_text_within_marks_and_behind_scripts_is_text(around: str) -> None:
    found = lines(page(around.format(BODY)))
    assert found[0] == "关于做好防汛工作的通知"
    assert found[1].strip().startswith("第一条")
    assert len(found) == 7


def test_what_stays_hidden_is_no_text() -> None:
    hidden = (
        "<div style='visibility: hidden'>请登录后查看</div><div style='display:none'>"
        + BODY.replace("防汛", "绿化")
        + "</div>"
    )
    hidden += '<div title="header"><p>公报页眉</p></div>'  # of a printed page
    found = lines(
        page(f"<div><h1>关于做好防汛工作的通知</h1>{hidden}{BODY}</div><div title='footer'><p>公报页脚</p></div>")
    )
    assert not any(word in line for line in found for word in ("绿化", "登录", "页眉", "页脚"))


SHORT = ("任命：", "赵立新为市水务局局长；", "周琴为市民政局副局长。")
NAMED = "经市政府第3次常务会议研究，决定任命和免去下列同志职务，现通知如下，请遵照执行。"


def test_short_lines_around_the_only_paragraph_belong_to_the_document() -> None:
    inside = "".join(f"<div>{line}</div>" for line in ("各县区人民政府：", NAMED, *SHORT))
    rows = lines(page(f"<div class=text>{inside}</div>"))
    assert rows[-len(SHORT) - 2 :] == ["各县区人民政府：", NAMED, *SHORT]


def test_text_as_it_was_typed_keeps_its_lines() -> None:
    typed = "\n".join((NAMED, *SHORT[:2], "")) + f"<b>{SHORT[2]}\n2021年3月5日</b>\n"
    assert lines(f"<html><body><pre>{typed}</pre></body></html>") == [NAMED, *SHORT, "2021年3月5日"]


def test_marks_that_were_escaped_twice_are_what_they_stand_for() -> None:
    assert (
        lines(page(f"<p>{NAMED}&amp;nbsp;&amp;ldquo;清河行动&amp;rdquo;&amp;#12288;</p>"))[-1]
        == f"{NAMED} “清河行动”\u3000"
    )


def test_the_foot_of_a_table_comes_last_and_an_open_row_span_ends_with_its_part() -> None:
    body = "<tr><td rowspan=0>清淤<td>市水务局<tr><td>市财政局"
    foot = "<tfoot><tr><td>备注<td>由市督查室督办</tfoot>"
    rows = lines(page(f"<p>{NAMED}</p><table><thead><tr><th>任务<th>单位</thead>{foot}<tbody>{body}</tbody></table>"))
    assert rows[-4:] == ["任务\t单位", "清淤\t市水务局", "清淤\t市财政局", "备注\t由市督查室督办"]


def test_a_table_in_a_cell_leaves_the_rows_around_it_rows() -> None:
    inner = "<table><tr><td>甲<td>乙<tr><td>丙<td>丁</table>"
    made = "".join(f"<tr><td>{n}<td>修缮河道并储备物资<td>市水务局" for n in range(1, 4))
    rows = lines(
        page(f"<p>{NAMED}</p><table><tr><td>序号<td>任务<td>单位{made}<tr><td>4<td>{inner}<td>市财政局</table>")
    )
    assert rows[-2:] == ["3\t修缮河道并储备物资\t市水务局", "4\t甲 乙 丙 丁\t市财政局"]


def test_a_tracked_deletion_is_no_text_and_struck_out_text_of_a_comparison_is() -> None:
    struck = '<del datetime="2021-03-01">不读</del><s>原文</s>'
    assert lines(page(f"<p>{NAMED}{struck}</p>"))[-1] == f"{NAMED}原文"


@pytest.mark.parametrize("cell", ["<td>", "<td>甲</td><td>乙</td><td>"])
def test_tables_deep_in_one_another_lay_out_a_page_and_take_no_time_apart(cell: str) -> None:
    """The work is bounded by the page, not by the ways through its tables: twice the depth would be a thousand times the time."""
    found = lines("<html><body>" + f"<table><tr>{cell}" * 40 + BODY + "</td></tr></table>" * 40 + "</body></html>")
    assert sum("防汛工作" in line for line in found) >= 6


def test_what_stands_too_deep_to_be_read_is_told() -> None:
    markup = "<html><body>" + BODY + "<div>" * 300 + "<p>任命石一清为安山县财政局局长。</p>" + "</div>" * 300
    reading = read_markup(markup, "a.html")
    assert "石一清" not in reading.text
    assert [remark.code for remark in reading.remarks] == ["nested_text_lost"]
    assert not read_markup(markup.replace("<div>" * 300, "<div>" * 100), "a.html").remarks


def test_a_page_that_stands_in_a_frame_is_read_where_it_is_shown() -> None:
    inner = BODY.replace('"', "&quot;")
    assert lines(f'<h1>防汛通知</h1><iframe srcdoc="{inner}"></iframe><p>安山县人民政府</p>')[-2:] == [
        lines(BODY)[-1],
        "安山县人民政府",
    ]


def test_a_page_of_frames_says_what_is_to_be_read() -> None:
    with pytest.raises(ReadError) as refused:
        read_markup("<frameset cols='20%,80%'><frame src=menu.html><frame src=main.html></frameset>", "a.html")
    assert refused.value.reason.code == "page_of_frames"
    assert "menu.html, main.html" in str(refused.value)


STYLE = "<meta name=generator content=pdf2htmlEX><style>.x1{left:70.5px;}.x2{left:190px;}.x3{left:214px;}.y1{bottom:500px;}.y2{bottom:501.9px;}.y3{bottom:476px;}</style>"


@pytest.mark.parametrize(
    ("placed", "wanted"),
    [
        ((("x1 y1", "防汛物资完成率为"), ("x2 y2", "95%"), ("x3 y1", "；河道清理")), ["防汛物资完成率为95%；河道清理"]),
        ((("x1 y1", "防汛物资完成率为"), ("x1 y3", "百分之九十五。")), ["防汛物资完成率为", "百分之九十五。"]),
        ((("x2 y1", "右栏"), ("x1 y1", "左栏")), ["右栏", "左栏"]),
    ],
)
def test_stretches_that_a_program_placed_on_one_line_are_one(
    placed: tuple[tuple[str, str], ...], wanted: list[str]
) -> None:
    stretches = "".join(f'<div class="t m0 {place} h1">{text}</div>' for place, text in placed)
    assert lines(f"<html><head>{STYLE}</head><body><div class=pc>{stretches}</div></body></html>") == wanted

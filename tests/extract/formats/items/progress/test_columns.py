"""Progress reports: period and status of each item."""

import pytest

from extract.facts import CountRecord, Fact
from extract.formats.items.progress.columns import progress
from extract.formats.items.progress.status import status_of
from extract.lexicon import WordsEntry, table
from extract.readers.text import document_of
from extract.text.segment import notices


@pytest.mark.parametrize(
    ("item", "text", "status"),
    [
        # seen
        ("实现畜禽养殖废弃物资源化利用率85%以上。", "畜禽养殖废弃物资源化利用率89%。", "done"),
        ("新建街镇实体平台示范点3个。", "新建仓埠街、三店街实体平台示范点3个。", "done"),
        ("地区生产总值增长7.8%以上。", "因疫情影响,预计GDP为负增长。", "in progress"),
        ("社会消费品零售总额增长8%左右。", "预计一季度完成社会消费品零售总额增长8%", "in progress"),
        ("全面推进智慧城管建设。", "该项目计划已被取消。", "cancelled"),
        ("实现服务业增加值占GDP比重突破35%。", "数据统计中。", "unknown"),
        ("发展大健康产业。", "由于受疫情影响,旅游建设类基本停滞,没有实质性进展。", "not started"),
        ("打造革命传统教育基地。", "争取将此项工作列入“十四”五规划。", "not started"),
        ("推进国有企业改革。", "受疫情影响,国企改革工作进展缓慢。", "in progress"),
        ("创建示范村23个,新建美丽乡村12个。", "完成了23个示范村、12个美丽乡村《实施方案》。", "in progress"),
        ("新增人工造林2000亩,新建城市绿地60公顷。", "完成新增人工造林6089亩;已新建城市绿地30公顷。", "in progress"),
        ("全面完成居民医保参保登记征收,打击骗保行为。", "按文件要求,3月底已完成3.2万名城乡居民参保登记。", "done"),
        # our own
        ("出台支持民营经济十条措施。", "《清河市支持民营经济十条措施》已于5月印发实施。", "done"),
        ("全面完成村级组织换届。", "全县312个村全部完成换届。", "done"),
        ("全面完成村级组织换届。", "全县312个村已完成换届摸底。", "in progress"),
        ("举办县运动会。", "受疫情影响,经县政府同意取消。", "cancelled"),
        ("新建污水处理厂2座。", "因选址调整,项目暂缓实施。", "not started"),
        ("发放稳岗补贴2000万元。", "暂未统计。", "unknown"),
        ("全面完成居民医保参保登记征收。", "正在开展3.2万名城乡居民参保登记。", "in progress"),
        ("建成县客运中心。", "已完成县文化馆搬迁。", "in progress"),
        ("新建村卫生室12所。", "", "unknown"),
        ("新建村卫生室12所。", "已新建村卫生室12所,全部投入使用。", "done"),
        ("新建村卫生室12所。", "计划新建村卫生室12所。", "not started"),
        ("新建村卫生室12所。", "正在新建村卫生室12所。", "in progress"),
        ("建成县文化馆。", "县文化馆:已建成。", "done"),
        ("建成县文化馆。", "县文化馆:已完成主体结构施工。", "in progress"),
        ("建成县文化馆。", "县文化馆已开工建设。", "in progress"),
        ("建成县文化馆。", "项目已开工建设。", "in progress"),
        ("开工建设县文化馆。", "项目已开工。", "done"),
        ("建成县文化馆。", "该项目已竣工,进入决算审计。", "done"),
        ("建成县文化馆。", "项目已完成立项。", "in progress"),
        ("建成县文化馆。", "已完成。下一步加强管理。", "done"),
        ("建成县文化馆。", "未达序时进度,因征地问题尚未开工。", "not started"),
        ("建成县文化馆。", "未达序时进度,正在办理前期手续。", "in progress"),
        ("出台人才引进办法。", "人才引进办法已出台。", "done"),
        ("加强基层治理,深化网格管理。", "已召开推进会3次,完成网格划分。", "in progress"),
        ("清理证明事项。", "取消证明事项20项。", "in progress"),
        ("举办县运动会。", "该活动已终止。", "cancelled"),
        ("发放补贴1.5万人次。", "已发放补贴15300人次。", "done"),
        ("改造管网50公里。", "已全部完成。", "done"),
        ("改造管网50公里。", "已完成45公里,占年度任务的90%。", "in progress"),
        ("造林2000亩。", "完成年度任务的104.5%。", "done"),
        ("深化网格管理。", "已完成。", "in progress"),
        ("改造管网50公里。", "因用地未批,尚未启动。", "not started"),
        ("改造管网50公里。", "受天气影响暂未实施。", "not started"),
        ("启动连接线建设。", "尚未启动,需进一步争取资金。", "not started"),
        ("新建敬老院2家。", "50%(柳泉镇未开工)", "in progress"),
        ("新建敬老院2家。", "0%(均未开工)", "not started"),
        ("新建公交站20个。", "经县政府同意,该项目取消实施。", "cancelled"),
        ("新建公园10个。", "已建成10个,全部开放。", "done"),
        ("新建公园10个、厕所10个。", "已建成10个。", "in progress"),
        ("公开项目信息50条。", "已公开信息63条。", "done"),
        ("开展春季义务植树30万株。", "完成义务植树31.2万株。", "done"),
        ("改造老旧小区126个。", "126个老旧小区已全部开工,完工98个。", "in progress"),
        ("编制基层公开标准目录。", "目录已编制完成并印发。", "done"),
        ("建成县人民医院传染病区。", "传染病区已建成并投入使用。", "done"),
    ],
)
def test_the_words_of_the_progress_decide_its_status(item: str, text: str, status: str) -> None:
    assert status_of(item, text) == status


def test_a_years_growth_is_reached_only_by_a_report_of_the_year() -> None:
    assert status_of("投资增长10%。", "投资增长12%。") == "in progress"
    assert status_of("投资增长10%。", "投资增长12%。", whole_year=True) == "done"


REPORT = (
    "古城县人民政府文件\n\n古政发〔2021〕4号\n\n{title}\n\n重点任务共2项责任事项。\n\n2021年10月8日\n\n"
    "序号\t重点任务\t{header}\t牵头单位\t责任单位\n1\t新建公厕3座。\t已新建公厕3座。\t县城管局 县住建局\t县财政局\n"
)


@pytest.mark.parametrize(
    ("title", "header", "period"),
    [
        ("关于2021年重点任务完成情况的通报", "一季度完成情况", "2021-01/2021-03"),
        ("关于2021年上半年重点任务完成情况的通报", "完成情况", "2021-01/2021-06"),
        ("关于2021年1—9月重点任务进展情况的通报", "进展情况", "2021-01/2021-09"),
        ("关于2020年度重点任务完成情况的通报", "完成情况", "2020-01/2020-12"),
        ("关于2021年前三季度任务完成情况的通报", "完成情况", "2021-01/2021-09"),
        ("关于重点任务完成情况的通报", "截至2021年8月进展情况", "2021-01/2021-08"),
        ("2021年度重点任务进度表（截至10月31日）", "当前进度", "2021-01/2021-10"),
    ],
)
def test_header_and_title_tell_the_period(title: str, header: str, period: str) -> None:
    results = list(progress(notices(document_of(REPORT.format(title=title, header=header), "t.txt"))[0]))
    reported = [r for r in results if isinstance(r, Fact)]
    assert [f.subject.name for f in reported] == ["县城管局", "县住建局"]
    assert {f.qualifiers.period for f in reported} == {period}
    assert {f.qualifiers.status for f in reported} == {"done"}


def test_a_claimed_total_stands_beside_what_was_found() -> None:
    text = REPORT.format(title="关于2021年上半年任务完成情况的通报", header="完成情况")
    counts = [r for r in progress(notices(document_of(text, "t.txt"))[0]) if isinstance(r, CountRecord)]
    assert [(c.what, c.stated, c.found) for c in counts] == [("责任事项", 2, 1)]


def test_a_line_of_progress_belongs_to_the_item_before_it() -> None:
    text = (
        "古城县人民政府文件\n\n古政发〔2021〕4号\n\n关于2021年上半年重点任务完成情况的通报\n\n"
        "1.新建公厕3座。（责任单位：县城管局）\n\n完成情况：已新建公厕3座。\n\n2.改造管网9公里。（责任单位：县住建局）\n\n2021年7月8日\n"
    )
    (fact,) = [r for r in progress(notices(document_of(text, "t.txt"))[0]) if isinstance(r, Fact)]
    assert (fact.subject.name, fact.object.name, fact.qualifiers.status) == ("县城管局", "新建公厕3座。", "done")
    assert fact.evidence.quote == text[fact.evidence.start : fact.evidence.end]
    assert "县城管局" in fact.evidence.quote
    assert "已新建公厕3座。" in fact.evidence.quote


@pytest.mark.parametrize(
    ("section", "status"),
    [
        ("cancelled", "cancelled"),
        ("subject", "cancelled"),
        ("unknown", "unknown"),
        ("not_started", "not started"),
        ("intention", "not started"),
        ("cause", "not started"),
        ("under_way", "in progress"),
    ],
)
def test_each_entry_decides_its_example_and_not_its_counterexample(section: str, status: str) -> None:
    for entry in table("progress", section, WordsEntry):
        assert status_of("新建示范点3个。", entry.example) == status
        assert status_of("新建示范点3个。", entry.counterexample) != status


def test_of_several_quarters_the_last_that_says_something_counts() -> None:
    text = "2023年实事完成情况公示\n序号\t实事\t责任单位\t一季度\t二季度\t三季度\n1\t新建公园10个\t县园林局\t选址\t已建成10个\t\n"
    facts = [f for f in progress(notices(document_of(text, "passage.txt"))[0]) if isinstance(f, Fact)]
    assert [(f.qualifiers.period, f.qualifiers.status) for f in facts] == [("2023-04/2023-06", "done")]


def test_quarters_of_a_plan_report_nothing() -> None:
    text = "2023年工作安排\n序号\t任务\t责任单位\t一季度\t二季度\n1\t新建公园10个\t县园林局\t选址\t开工\n"
    assert not list(progress(notices(document_of(text, "passage.txt"))[0]))


def test_the_target_beside_a_bare_name_says_when_it_is_done() -> None:
    text = "2022年进展情况\n序号\t项目名称\t年度目标\t牵头单位\t进展情况\n1\t助餐点\t建设助餐点30个\t县民政局\t30个助餐点全部建成。\n2\t停车位\t新增停车位90个\t县城管局\t\n"
    facts = [f for f in progress(notices(document_of(text, "passage.txt"))[0]) if isinstance(f, Fact)]
    assert [(f.subject.name, f.qualifiers.status) for f in facts] == [("县民政局", "done"), ("县城管局", "unknown")]

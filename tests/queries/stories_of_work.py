"""Stories of who answers for what: units inside a body, a body that leads and assists, who helps whom, who rose within a body."""

from tests.queries.stories import ADDRESSED, Story, division, group, items, signed


def sections(*rows: str) -> str:
    """A list of duties in sections, each led by one body."""
    title = "云岭县优化营商环境责任清单"
    head = f"云岭县人民政府办公室关于印发{title}的通知\n\n云政办〔2021〕5号\n\n{ADDRESSED}"
    return (
        head
        + f"现将《{title}》印发给你们。{signed('2021-05-07', '云岭县人民政府办公室')}\n{title}\n\n"
        + "\n".join(rows)
    )


def section(heading: str, lead: str, goal: str, *rows: str) -> str:
    """One section: heading, who leads it, its goal, and its measures with the units that answer for them."""
    head = f"牵头部门\t{lead}\t\n工作目标\t{goal}\t\n工作举措\t责任单位\t时间进度安排"
    lines = [f"{number}、{row}" for number, row in enumerate(rows, 1)]
    return "\n".join([heading, "", head, *lines, ""])


TWO_SECTIONS = sections(
    section(
        "一、纳税便利",
        "县税务局",
        "全年办税时间压缩到八十小时以内。",
        "推行发票网上申领，减少企业跑办次数。\t征收管理科、信息中心、办公室\t6月底前",
        "编印办税地图，公布各办税点的服务事项。\t征缴管理科、信息中心\t9月底前",
    ),
    section(
        "二、劳动用工",
        "县人力资源和社会保障局",
        "全年劳动纠纷调解率达到百分之九十五。",
        "公布欠薪单位名单，畅通投诉渠道。\t监察大队、信息中心\t6月底前",
        "指导企业依法确定工时制度。\t劳动关系科、办公室\t全年",
    ),
)
LEADS_AND_ASSISTS = items(
    "2022-01-30", "重点工作", "整治城区河道三条。\t范建国\t县水利局、县财政局\t县财政局、县公安局"
)
HELPS_THE_HEAD = division(
    "2018-04-12",
    "唐志远代县长:领导县人民政府全面工作,分管县审计局。",
    "沈国梁常务副县长:负责县人民政府常务工作,分管县财政局,协助县长抓审计工作。",
)
HELPS_A_HEAD_UNNAMED = division(
    "2018-04-12",
    "沈国梁常务副县长:负责县人民政府常务工作,分管县财政局,协助县长抓审计工作。",
    "傅雅琴副县长:负责教育、卫生工作,分管县教育局、县卫生健康局。",
)
ROSE = (
    "云岭县人民政府关于陆文远等同志职务任免的通知\n云政任〔{year}〕5号\n各乡镇人民政府，县直各部门：\n经研究决定：\n"
    "{name}同志任云岭县林业局{post}。\n云岭县人民政府\n{year}年3月9日\n"
)
SEEN_AS_HEAD = group("2021-04-12", "森林防火", "组长:葛建平 县人民政府常务副县长", "成员:陆文远 县林业局局长")
PLACES_AT_SCHOOL = items(
    "2022-02-18",
    "教育工作",
    "新建幼儿园2所、新增学位300个；新建小学3所、新增学位900个。\t傅雅琴\t县教育局\t县财政局",
    "建成白石小学，新增学位900个。\t傅雅琴\t县教育局\t县财政局",
    "培训教师120名。\t傅雅琴\t县教育局\t县财政局",
    "全年培训教师150名。\t傅雅琴\t县教育局\t县财政局",
)
TWO_REPORTS = items(
    "2022-02-18",
    "政务服务",
    "推进网上办理。网上收到开办企业申请90件，通过70件，不予通过12件，自主撤回8件。\t傅雅琴\t县行政审批局\t县财政局",
    "公开办事结果。网上收到开办企业申请95件，审核通过71件，驳回14件，自主撤回9件。\t傅雅琴\t县行政审批局\t县财政局",
)
SPELT_TWO_WAYS = items(
    "2022-02-18",
    "重点项目",
    "加快白石蔬菜物流应急保供基地建设。\t傅雅琴\t县商务局\t县财政局",
    "推进蔬菜物流保供基地建设，完善仓储设施。\t傅雅琴\t县农业农村局\t县财政局",
)

STORIES_OF_WORK = [
    Story(
        "what stands between figures of one name is laid side by side under its two names",
        (TWO_REPORTS,),
        "figure_pairs",
        {"agrees": "不符"},
        ("subject", "other_subject", "quantity", "other_quantity", "agrees"),
        {
            ("不予通过", "驳回", "12", "14", "differs, other name"),
            ("自主撤回", None, "8", "9", "differs"),
        },
        others=True,
    ),
    Story(
        "a project under a likely other spelling is offered and said to be so",
        (SPELT_TWO_WAYS,),
        "project_items",
        {"words": "白石蔬菜物流应急保供基地"},
        ("spelling", "leads_there"),
        {(None, ("县商务局",)), ("likely", ("县农业农村局",))},
    ),
    Story(
        "what one item counts twice under one name is compared with nothing",
        (PLACES_AT_SCHOOL,),
        "figure_pairs",
        {},
        ("quantity", "other_quantity", "agrees"),
        {("300", "900", "not comparable"), ("900", "900", "agrees"), ("120", "150", "differs")},
    ),
    Story(
        "a unit inside a body is that of the body which leads its section",
        (TWO_SECTIONS,),
        "tally",
        {"words": "减少企业跑办次数"},
        ("body",),
        {("县税务局征收管理科",), ("县税务局信息中心",), ("县税务局办公室",)},
    ),
    Story(
        "the unit of the same name in the next section is another one",
        (TWO_SECTIONS,),
        "tally",
        {"words": "欠薪单位"},
        ("body",),
        {("县人力资源和社会保障局信息中心",), ("县人力资源和社会保障局监察大队",)},
    ),
    Story(
        "a unit inside a body is among the body's parts",
        (TWO_SECTIONS,),
        "state",
        {"body": "县税务局", "on": "2021-05-07"},
        ("relation", "other"),
        {("has_part", "县税务局信息中心"), ("has_part", "县税务局办公室")},
        others=True,
    ),
    Story(
        "units of one body whose names differ by a character are a proposal",
        (TWO_SECTIONS,),
        "possible_same",
        {},
        ("finding",),
        {("县税务局征缴管理科 / 县税务局征收管理科",)},
        others=True,
    ),
    Story(
        "an item that a body both leads and assists is one row",
        (LEADS_AND_ASSISTS,),
        "pair",
        {"body": "县水利局", "other": "县财政局"},
        ("what", "relation", "other_relation"),
        {("整治城区河道三条。", "leads", "leads")},
    ),
    Story(
        "who helps the head of the county helps the person who holds the post",
        (HELPS_THE_HEAD,),
        "portfolio",
        {"official": "沈国梁", "relation": "assists"},
        ("relation", "what", "what_kind"),
        {("assists", "唐志远", "official")},
    ),
    Story(
        "a deputy seen as head of the same body later is told so",
        (ROSE.format(year=2018, name="陆文远", post="副局长"), SEEN_AS_HEAD),
        "who_holds",
        {"body": "云岭县林业局", "on": "2021-05-01"},
        ("official", "post", "certain", "sighted"),
        {("陆文远", "局长", False, "seen_before"), ("陆文远", "副局长", False, "seen_as_head")},
    ),
    Story(
        "who helps a head whom nothing names helps the government",
        (HELPS_A_HEAD_UNNAMED,),
        "portfolio",
        {"official": "沈国梁", "relation": "assists"},
        ("relation", "what", "topic"),
        {("assists", "云岭县人民政府", "审计")},
    ),
    Story(
        "a deputy appointed head of the same body was deputy until that day",
        (ROSE.format(year=2018, name="陆文远", post="副局长"), ROSE.format(year=2020, name="陆文远", post="局长")),
        "career",
        {"official": "陆文远"},
        ("post", "status", "end_basis", "until"),
        {("副局长", "ended", "promotion", "2020-03-09"), ("局长", "ongoing", None, None)},
    ),
]

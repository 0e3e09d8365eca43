"""What a site prints above a document: its own name, menu, labels and who put the page up are no head of the document."""

import pytest

from extract.readers import document_of
from extract.text.segment import notices

Head = tuple[str | None, str | None, tuple[str, ...], str | None]
NOTICE = "各乡镇人民政府：\n现将方案印发给你们，请认真执行。\n"


def heads(text: str) -> list[Head]:
    found = notices(document_of(text))
    return [(n.number, n.title, tuple(issuer.name for issuer in n.issuers), n.dated) for n in found]


PAGES: dict[str, tuple[str, list[Head]]] = {
    # the page leaves out the issuers of the title, which stand before it below
    "title without its issuers": (
        "关于做好积分入学工作的通知-临江信息网\n当前位置：\n首页>政策法规\n关于做好积分入学工作的通知\n发布时间：2015-07-28\n"
        "临江市教育局 临江市民政局关于做好积分入学工作的通知\n" + NOTICE + "临江市教育局 临江市民政局\n2015年4月17日\n",
        [(None, "临江市教育局临江市民政局关于做好积分入学工作的通知", ("临江市教育局", "临江市民政局"), "2015-04-17")],
    ),
    # many labels above values, a way through the site over two lines, a label whose letters stand apart
    "values below labels": (
        "临江市人民政府门户网信息公开平台\n当前位置： 首页 >\n部门文件 > 规范性文件\n浏览字体：【\n大　中　小　】\n打印页面  关闭页面\n"
        "信息索取号：\n0203-02-2015\n类目名称：\n发布机构：\n临江市教育局\n发布时间：    2015-07-24\n文      号：      临府办〔2012〕49号\n"
        "公开方式：\n主动公开\n关于做好入学工作的意见\n" + NOTICE + "临江市人民政府办公室\n2012年8月21日\n",
        [("临府办〔2012〕49号", "关于做好入学工作的意见", ("临江市人民政府办公室",), "2012-08-21")],
    ),
    # a way through a site and a label of the page that is no label of a document: the title stands below
    "odd lines of a page": (
        "临江规范性文件 > 正文阅览\n转第\n保留信息\n页面宽度(px):\n\n页面宽度范围为200至2000\n\n安山县人民政府关于印发防汛方案的通知\n\n"
        + NOTICE
        + "安山县人民政府\n2019年11月29日\n",
        [(None, "安山县人民政府关于印发防汛方案的通知", ("安山县人民政府",), "2019-11-29")],
    ),
    # a name that its column of signatures wrapped
    "a signer over two lines": (
        "关于印发防汛方案的通知\n"
        + NOTICE
        + "临江市东山区水利局   中共临江市东山区委\n机构编制委员会办公室\n2015年11月15日\n",
        [
            (
                None,
                "关于印发防汛方案的通知",
                ("临江市东山区水利局", "中共临江市东山区委机构编制委员会办公室"),
                "2015-11-15",
            )
        ],
    ),
    # a key of the site above the title; who put the page up and when, above the text; the signature decides
    "key and publisher": (
        "11330700MB0001/2024-001\n关于印发《临江高新区防汛预案》的通知\n临江市应急管理局高新分局\n2024-03-01\n主动公开\n朗读\n"
        + NOTICE
        + "临江高新区管理委员会办公室\n2024年2月29日\n",
        [(None, "关于印发《临江高新区防汛预案》的通知", ("临江高新区管理委员会办公室",), "2024-02-29")],
    ),
    # a publisher alone stands as signature
    "publisher alone": (
        "关于印发防汛方案的通知\n临江市应急管理局\n2024-03-01\n" + NOTICE,
        [(None, "关于印发防汛方案的通知", ("临江市应急管理局",), "2024-03-01")],
    ),
    # several labels a line, one of them unknown, the title among them
    "unknown label": (
        "索引号: 0031/201901 组配分类: 规范性文件\n生成日期: 2019-01-23 文号:\n清理时间: 2020-01-23 名称: 安山县人民政府关于印发防汛方案的通知\n"
        "安山县人民政府关于印发防汛方案的通知\n" + NOTICE + "安山县人民政府\n2019年1月17日\n",
        [(None, "安山县人民政府关于印发防汛方案的通知", ("安山县人民政府",), "2019-01-17")],
    ),
    # each label above what it says; the government whose rules these are
    "labels above values": (
        "返回顶部\n安山县人民政府工作规则\n • 索引号:\n   6107/2024-0010\n • 来源:\n • 发文机构:\n   县政府网站\n • 发文字号:\n   安政发〔2024〕7号\n"
        " • 发文日期:\n   2024年04月06日 16:40\n • 内容概述:\n安山县人民政府工作规则\n第一章 总则\n一、根据《中华人民共和国宪法》，制定本规则。\n",
        [("安政发〔2024〕7号", "安山县人民政府工作规则", ("安山县人民政府",), "2024-04-06")],
    ),
    # the name of the site above the line that leads around it
    "site above crumbs": (
        "安山县人民政府\n首页 >> 公开信息内容\n安山县人民政府办公室关于印发防汛方案的通知\n"
        + NOTICE
        + "安山县人民政府办公室\n（此件公开发布）\n",
        [(None, "安山县人民政府办公室关于印发防汛方案的通知", ("安山县人民政府办公室",), None)],
    ),
    "column above crumbs": (
        "政府文件 - 安政办发\n您所在的位置：首页->信息公开->政府文件\n安山县人民政府办公室关于印发防汛方案的通知\n安政办发〔2017〕58号\n"
        "  安山县人民政府办公室关于印发防汛方案的通知\n" + NOTICE + "安山县人民政府办公室\n20171116\n",
        [("安政办发〔2017〕58号", "安山县人民政府办公室关于印发防汛方案的通知", ("安山县人民政府办公室",), None)],
    ),
    "menu": (
        "今天是 2018年08月17日 星期五\n首页 今日安山 本地新闻 政务公开 领导分工\n应急预案—安山县防汛总体预案\n日期：2009-10-30 01:49 浏览次数：949\n打印\n1.总则\n为做好防汛工作，制定本预案。\n",
        [(None, "安山县防汛总体预案", (), None)],
    ),
    # numbered labels in brackets, a remark on its standing before the title
    "numbered labels": (
        "当前位置: 首页 > 政策文件\n 1. [索引号]11S000/ZK-2018\n 5. [发文机关] 安山县青石镇人民政府\n 6. [发文字号] 青镇字〔2018〕36号\n"
        " 7. [标题] 安山县青石镇人民政府防汛预案\n 8. [成文日期] 2018-06-29\n 9. [失效日期]\n【现行有效】安山县青石镇人民政府防汛预案\n • 发布时间：2018-06-29 14:25\n青镇字〔2018〕36号\n一、总则\n为做好防汛工作，制定本预案。\n",
        [("青镇字〔2018〕36号", "安山县青石镇人民政府防汛预案", ("安山县青石镇人民政府",), "2018-06-29")],
    ),
    "bars": (
        "索引号 | 0010/2020-4 | ||\n组配分类 | 部门文件 | 发布机构 | 青石镇 |\n文号 | 青镇政〔2020〕72号 |\n各村： 为做好防汛工作，制定《青石镇防汛预案（修订）》，现印发给你们。 附件：青石镇防汛预案 安山县青石镇人民政府 2020年10月22日 青石镇防汛预案 1.总则 1.1目的依据 为提高能力，根据《安山县防汛预案》，制定本预案。 1.2适用范围 本预案适用于全镇。\n",
        [("青镇政〔2020〕72号", None, ("安山县青石镇人民政府",), "2020-10-22")],
    ),
    # the title at once, then body and title on lines of their own; menus as a list
    "said twice, divided": (
        "- 设为首页\n- 加入收藏\n- 长者版\n名 称: 区人民政府办公室 关于印发防汛责任分解的通知\n文 号: 文件分类: 综合政务 所属机构:\n"
        "区人民政府办公室 关于印发防汛责任分解的通知\n区人民政府办公室\n关于印发防汛责任分解的\n通 知\n各街道、区政府各部门：\n方案已经同意，现印发给你们。\n2020年6月28日\n",
        [(None, "区人民政府办公室关于印发防汛责任分解的通知", ("区人民政府办公室",), "2020-06-28")],
    ),
    # a title over three lines whose second ends as a document does
    "report inside a title": (
        "安山市人民政府办公室\n关于分解落实2019年市政府工作报告\n主要目标任务的通知\n各县（市、区）人民政府：\n现将任务分解如下。\n",
        [(None, "关于分解落实2019年市政府工作报告主要目标任务的通知", ("安山市人民政府办公室",), None)],
    ),
    # a body of any kind in the title, or above 文件, and no signature
    "university in the title": (
        "安山大学关于方建国等职务任免的通知\n安大人〔2024〕2号\n各单位：\n任命方建国为文学院院长。\n",
        [("安大人〔2024〕2号", "安山大学关于方建国等职务任免的通知", ("安山大学",), None)],
    ),
    "hospital in the title": (
        "安山县中心医院关于印发值班办法的通知\n安医〔2024〕2号\n各科室：\n现将办法印发。\n",
        [("安医〔2024〕2号", "安山县中心医院关于印发值班办法的通知", ("安山县中心医院",), None)],
    ),
    "masthead of a company": (
        "安山水务有限公司文件\n安水〔2024〕2号\n关于印发值班办法的通知\n各科室：\n现将办法印发。\n",
        [("安水〔2024〕2号", "关于印发值班办法的通知", ("安山水务有限公司",), None)],
    ),
    # a database of law: labels, the title again, the body below it
    "body below the title": (
        "安山市失业保险规定\n作者：法律资料网 时间：2024-07-04 11:03:11 浏览：8900\n下载地址： 点击此处下载\n安山市失业保险规定\n安山市人民政府\n第一章 总则\n第一条 为了保障生活，制定本规定。\n",
        [(None, "安山市失业保险规定", ("安山市人民政府",), None)],
    ),
    "two bodies hand on": (
        "您的位置: 首页 » 法律资料网\n安山市财政局、安山市水利局转发财政部《关于防汛经费的通知》\n下载地址： 点击此处下载\n安山市财政局、安山市水利局转发财政部《关于防汛经费的通知》\n"
        "安山市财政局 市水利局\n各区、县财政局：\n现将《关于防汛经费的通知》转发给你们。\n",
        [(None, "安山市财政局、安山市水利局转发财政部《关于防汛经费的通知》", ("安山市财政局", "市水利局"), None)],
    ),
    "bodies of the title, divided by spaces": (
        "安山市发展和改革委员会 中共安山市委社会工作部 安山市水利局 关于印发防汛方案的通知\n" + NOTICE,
        [
            (
                None,
                "安山市发展和改革委员会中共安山市委社会工作部安山市水利局关于印发防汛方案的通知",
                ("安山市发展和改革委员会", "中共安山市委社会工作部", "安山市水利局"),
                None,
            )
        ],
    ),
    # a number beside other labels; the title's body counts before the signature
    "number among labels": (
        "索引号 0144/2018-006 主题分类 城乡建设\n发布单位 安山市政府办 发文日期 2018-09-25\n文号 安政发〔2018〕53号 时效 有效\n市政府关于印发防汛方案（2018-2020年）的通知\n"
        + NOTICE
        + "安山市人民政府\n2018年5月14日\n",
        [("安政发〔2018〕53号", "市政府关于印发防汛方案（2018-2020年）的通知", ("市政府",), "2018-05-14")],
    ),
    "welcome": (
        "欢迎来到安山市水利局!\n繁体 | 无障碍浏览\n安山市河长制办公室关于印发防汛方案的通知\n发布日期:2018-07-09 浏览次数:\n安山市河长制办公室\n关于印发防汛方案的通知\n防汛方案\n一、总则\n",
        [(None, "安山市河长制办公室关于印发防汛方案的通知", ("安山市河长制办公室",), None)],
    ),
    # the contents of a plan that the notice prints are not those of an issue; the title ends on a third line
    "contents inside": (
        "安山县人民政府办公室\n关于做好人大代表建议\n和政协提案办理工作的通知\n安政办发〔2024〕9号\n"
        + NOTICE
        + "安山县人民政府办公室\n2024年6月1日\n目　录\n1　总则\n1.1　目的\n2　职责\n1　总则\n1.1　目的\n为做好办理工作，制定本方案。\n",
        [
            (
                "安政办发〔2024〕9号",
                "关于做好人大代表建议和政协提案办理工作的通知",
                ("安山县人民政府办公室",),
                "2024-06-01",
            )
        ],
    ),
    # a plan with a cover of its own
    "cover of a plan": (
        "安山县“十四五”民政规划\n安山县民政局\n2020年11月\n目 录\n前 言\n第一章 现状背景\n一、发展现状\n第二章 总体要求\n前 言\n"
        "“十四五”时期是开启新征程的重要时期。\n第一章 现状背景\n一、发展现状\n根据《安山市民政规划》，制定本规划。\n",
        [(None, "安山县“十四五”民政规划", ("安山县民政局",), "2020-11")],
    ),
    # labels with spaces inside; the name of a section
    "spaced labels": (
        "规范性文件\n关于印发《高岭区补助方案》的通知\n索 引 号 0106/2023-00071 发布机构 高岭区财政局 公开日 2023-07-04\n"
        "文  号 高区财农〔2023〕45号 主题分类 生态保护 失效日期\n高岭区各单位：\n为做好补助工作，现印发给你们。\n",
        [("高区财农〔2023〕45号", "关于印发《高岭区补助方案》的通知", ("高岭区财政局",), None)],
    ),
    # several that sign side by side, under their full names
    "bodies of the title sign": (
        "区委办公室 区政府办公室 关于印发防汛方案的通知\n各街道：\n方案已经同意，现印发给你们。\n中共高岭区委办公室\n高岭区人民政府办公室\n2023年11月3日\n",
        [
            (
                None,
                "区委办公室区政府办公室关于印发防汛方案的通知",
                ("中共高岭区委办公室", "高岭区人民政府办公室"),
                "2023-11-03",
            )
        ],
    ),
    # a page leaves out the place that the document names
    "fuller title below": (
        "贯彻落实街道工作意见的任务分解方案\n栏目：策划方案发布：2019-04-17\n中共高岭区委办公室\n高岭区人民政府办公室\n2019 年 4 月 16 日\n高岭区贯彻落实街道\n"
        "工作意见的任务分解方案\n为贯彻落实会议精神，制定本方案。\n",
        [
            (
                None,
                "高岭区贯彻落实街道工作意见的任务分解方案",
                ("中共高岭区委办公室", "高岭区人民政府办公室"),
                "2019-04-16",
            )
        ],
    ),
    # the kind of document under which a site files it
    "filed under a kind": (
        "【规范性文件】高岭市人民政府办公厅关于印发供水方案的通知\n各区县人民政府:\n方案已经同意,现印发给你们。\n",
        [(None, "高岭市人民政府办公厅关于印发供水方案的通知", ("高岭市人民政府办公厅",), None)],
    ),
    # the title stands beside a label, and the label of the body names none
    "titled beside a label": (
        "索引号: 0106/2023-00072\n发布机构: 高岭区政府(办公室)\n标 题: 高岭区人民政府办公室关于印发供水任务分解表的通知\n"
        "各街道办事处:\n现将任务分解表印发给你们。\n",
        [(None, "高岭区人民政府办公室关于印发供水任务分解表的通知", ("高岭区人民政府办公室",), None)],
    ),
    # 三定 of an organ are written by another
    "organ": (
        "安山县人民政府办公室职能配置、内设机构和人员编制规定\n第一条 为规范县政府办职能，制定本规定。\n",
        [(None, "安山县人民政府办公室职能配置、内设机构和人员编制规定", (), None)],
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_the_head_is_that_of_the_document(name: str) -> None:
    text, expected = PAGES[name]
    assert heads(text) == expected

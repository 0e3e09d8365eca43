"""The app's own words, Chinese first, and how text of documents is kept from being read as mark-up."""

import re
from collections.abc import Mapping

from extract.wording import filled

MARKDOWN = re.compile(r"([!-/:-@\[-`{-~])")

TEXTS: Mapping[str, tuple[str, str]] = {
    "answers": ("谁负责", "Who answers"),
    "people": ("人事", "Personnel"),
    "overlaps": ("交叉", "Overlaps"),
    "more": ("更多", "More"),
    "source": ("来源", "Source"),
    "answers_lead": (
        "某项工作、某个单位、某位领导：谁牵头，谁配合，依据哪份文件。",
        "For a field of work, a body or an official: who leads, who assists, and which document says so.",
    ),
    "people_lead": (
        "谁来，谁走，谁接任；某一天谁在任。",
        "Who came, who went, who succeeded whom, and who was in office on a day.",
    ),
    "overlaps_lead": (
        "哪些单位的任务交叉，哪些任务多头牵头或无人牵头。",
        "Where the work of bodies overlaps, collides, or leaves a gap.",
    ),
    "more_lead": ("领导小组、文件、登记信息与待定事项。", "Groups, documents, registers, and what is still in doubt."),
    "question": ("问题", "Question"),
    "ask": ("查询", "Ask"),
    "any": ("不限", "any"),
    "all": ("全部", "all"),
    "choose": ("输入或选择", "type or choose"),
    "today": ("今天", "today"),
    "language": ("语言", "Language"),
    "start": ("填写上面的条件，然后按“查询”。", "Fill in the fields above, then press Ask."),
    "start_words": ("例如：", "For example:"),
    "can_ask": ("可以问这些问题：", "What can be asked:"),
    "around_cut": (
        "有 {count} 个展开的节点关系过多，各只取前 {rows} 条。",
        "{count} of the expanded nodes have too many ties; only the first {rows} of each are taken.",
    ),
    "timeline": (
        "任期：深色为文件可证的在任时段，浅色为起止不详的部分，竖线为仅见的一天。",
        "Tenures: dark where documents prove them, pale where a bound is not known, a tick for a single sighting.",
    ),
    "timeline_cut": ("任期图显示前 {shown} 段，共 {count} 段。", "The first {shown} of {count} tenures are drawn."),
    "rows": ("共 {count} 行", "Rows: {count}"),
    "shown": ("图中显示 {shown} / {all} 个节点", "{shown} of {all} nodes shown"),
    "picture": ("关系图", "Picture"),
    "picture_of": (
        "{title}的关系图，{nodes} 个节点，{edges} 条连线；下方表格有同样的内容",
        "Network picture: {title}, {nodes} nodes, {edges} edges; the table below says the same",
    ),
    "table": ("表格", "Table"),
    "zoom_in": ("放大", "Zoom in"),
    "zoom_out": ("缩小", "Zoom out"),
    "fit": ("显示全部", "Show all"),
    "centre": ("以谁为中心", "Centre on"),
    "centre_none": ("不设中心", "no centre"),
    "most_nodes": ("最多节点", "Nodes at most"),
    "hint": (
        "点节点展开它的关系，点连线看原文；也可以在表格中选一行。",
        "Click a node to expand it, an edge to read the quotation; or select a row of the table.",
    ),
    "hint_alone": ("点连线看原文。", "Click an edge to read its quotation."),
    "html": ("下载图", "Download picture"),
    "nothing_drawn": ("这个问题的答案没有关系图，请看表格。", "This answer has no picture; see the table."),
    "quotation": ("原文", "Quotation"),
    "open_source": ("在原文中查看", "Read it in its source"),
    "collapse": ("收起", "Collapse"),
    "expand": ("展开", "Expand"),
    "ask_of": ("继续查询", "Ask on"),
    "items_behind": ("查看两者共同的任务", "See the items that they share"),
    "csv": ("下载 CSV", "Download CSV"),
    "link": ("链接", "Link"),
    "link_help": ("此链接重现当前视图。", "This link reproduces the view."),
    "cypher": ("查询语句", "Cypher"),
    "cypher_help": ("可粘贴到 Neo4j Browser 运行。", "Paste it into Neo4j Browser."),
    "rests_on": ("依据", "Rests on"),
    "rests_on_help": (
        "答案只依据下列已载入的文件；“空缺”“未见”均就这些文件而言。",
        "The answer rests on these documents alone; “vacant” and “none found” are said of them.",
    ),
    "cannot_open": ("无法打开图数据", "The graph cannot be opened"),
    "cannot_open_help": (
        "请先用 zhize build 建图，或用 --workspace、--store 指明位置。",
        "Build the graph with zhize build first, or say where it is with --workspace or --store.",
    ),
    "cannot_ask": ("无法查询", "This cannot be asked"),
    "unknown_question": ("没有这个问题，已显示默认问题。", "There is no such question here; the first one is shown."),
    "namesakes": (
        "同名的不止一个，已一并列出；可在上面的栏目中选定其一。",
        "Several bear this name and all are shown; choose one of them in the field above.",
    ),
    "no_fact": (
        "从任一页面选中一行或一条连线，再点“在原文中查看”。",
        "Select a row or an edge on any page, then press “Read it in its source”.",
    ),
    "fact_gone": (
        "图中没有这条记载，可能已重建；请从查询结果重新进入。",
        "The graph holds no such statement; it may have been rebuilt. Start again from an answer.",
    ),
    "no_passage": (
        "图中没有存入这一段的全文，仅显示引文。",
        "The passage around it is not in the graph; the quotation is shown alone.",
    ),
    "masked": ("私人手机号码已隐去。", "Private mobile numbers are masked."),
    "document": ("文件", "Document"),
    "fact": ("记载", "Statement"),
    "back": ("返回", "Back"),
    "nothing_found": ("没有找到“{words}”。", "Nothing found for “{words}”."),
    "found_counts": (
        "显示 {shown} / {all} 项；另有 {passages} 处原文含有这些词。",
        "{shown} of {all} shown; {passages} passages hold the words too.",
    ),
    "original": ("原始网页", "Original page"),
}


def text(key: str, language: str, **values: object) -> str:
    """One of the app's own texts in zh or en."""
    return filled(TEXTS[key][1 if language == "en" else 0], values)


def literal_markdown(document_text: str) -> str:
    """Text of a document for a place that reads Markdown: shown as it is, `**x**`, `<img>` and `:red[x]` too."""
    return MARKDOWN.sub(r"\\\1", " ".join(document_text.split()))

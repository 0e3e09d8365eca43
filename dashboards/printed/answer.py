"""An answer on the terminal: what all rows share above the table, the table as wide as fits, each quotation once below it.

In:  a Table and a language. Out: lines of text; what was cut to fit is said, --full prints it whole.
"""

from collections.abc import Iterable, Mapping, Sequence

from dashboards.cells import column_cells, heading, literal, shown_columns
from dashboards.printed.grid import GAP, Column, folded, lines_of, say, terminal_width, width
from extract.wording.texts import filled
from queries.run import Citation, Issue, Table

CELL_LENGTH = 60
WHOLE_LENGTH = 1000  # of a cell where there are few rows
FEW_ROWS = 3
WHO = 400  # who answers is not cut short
LONGEST = {  # cells that are the answer itself
    **dict.fromkeys(("leads_there", "assisting", "officials", "aggregates", "unnamed", "other_leads", "cells"), WHO),
    "as_printed": 240,
    "reported": 240,
}
QUOTE_LENGTH = 60
NARROWEST = 18  # what a column of running text needs at least
MOST_ISSUES = 12
SHARED_LENGTH = 40
RUNNING_TEXT = {
    *("what", "example", "examples", "why", "policy", "citing", "cited", "finding", "project", "topic", "aggregates"),
    *(
        "officials",
        "names",
        "people_named",
        "groups_named",
        "bodies_named",
        "members_named",
        "citing_numbers",
        "document_numbers",
        "hosts",
        "other",
        "who",
        "reported_indicator",
        "indicator",
        "subject",
    ),
    *(
        "standing",
        "body",
        "group",
        "titles",
        "posts_now",
        "as_printed",
        "cells",
        "table_title",
        "annex",
        "reported",
        "section",
        "assisting",
        "leads_there",
        "lines",
    ),
}
WHOLE = {"dated", "place", "due", "since", "until", "official", "document_number"}  # columns whose cells are not broken
SHORT = 10  # a column of no more than a date is not broken either
HEAD = 10  # what a heading needs; a longer one is broken
LEFT_OUT = (
    # columns that go first where the terminal is narrow: what other columns say too; never days and places, nor what a question was asked for
    *("times", "last_confirmed", "capacity", "certain", "valid_from", "valid_to", "what_kind", "both_lead", "lines"),
)
BETWEEN = 3  # columns of the point between two parts
ONCE = ("times", "1")  # printed once: not worth a word
PLACES_IN = {"number", "section", "annex"}  # where a row stands in its document: never said without a heading
WORDS: Mapping[str, tuple[str, str]] = {
    "rests": ("依据 {count} 期：{issues}", "Rests on {count} issues: {issues}"),
    "cut": (
        "有 {count} 格未印全（以 … 结尾）：加 --full 印全文",
        "{count} cells are cut (they end in …): --full prints them whole",
    ),
    "left_out": (
        "未显示的列：{columns}（终端较窄；--full、--json、--csv 有全部）",
        "Columns not shown: {columns} (narrow terminal; all of them with --full, --json, --csv)",
    ),
}


def show(table: Table, language: str, *, full: bool) -> None:
    """Prints the answer; with `full`, whole cells and quotations."""
    say(table.query.title(language), "bold")
    if table.rows:
        _print_rows(table, language, full)
        if cited := citation_lines(table, language, full=full):
            say("\n".join(cited))
    for note in table.notes:
        say(literal(note.text(language)), "yellow")
    say(
        literal(_worded("rests", language, count=len(table.rests_on), issues=issues_text(table.rests_on, language))),
        "dim",
    )


def _print_rows(table: Table, language: str, full: bool) -> None:
    columns = [name for name in shown_columns(table) if name != "times" or any(row[name] > 1 for row in table.rows)]
    texts = {name: column_cells(name, table.rows, language) for name in columns}
    shared = [name for name in columns if len(table.rows) > 1 and _is_shared(texts[name])]
    if shared:
        stated = [f"{heading(name, language)}: {texts[name][0]}" for name in shared]
        say(literal(" · ".join(stated)), "dim")
    columns = [name for name in columns if name not in shared] or columns[:1]
    most, left_out, cut = terminal_width(), [], 0
    if not full:
        least = WHOLE_LENGTH if len(table.rows) <= FEW_ROWS else CELL_LENGTH
        for name in columns:
            whole = texts[name]
            longest = max(least, LONGEST.get(name, 0))
            texts[name] = [text if len(text) <= longest else f"{text[: longest - 1]}…" for text in whole]
            cut += sum(len(text) > longest for text in whole)
        left_out = _left_out(columns, texts, language, most - 4)
    kept = [name for name in columns if name not in left_out]
    if sum(_needs(kept, texts, language).values()) > most - 4:
        say("\n".join(_entries(columns, texts, language, most)))
        left_out = []
    else:
        _print_grid(table, kept, texts, language)
    if left_out:
        listed = ("、" if language == "zh" else ", ").join(heading(name, language) for name in left_out)
        say(_worded("left_out", language, columns=listed), "dim")
    if cut:
        say(_worded("cut", language, count=cut), "dim")


def _print_grid(table: Table, kept: Sequence[str], texts: Mapping[str, Sequence[str]], language: str) -> None:
    """The rows under their headings, side by side."""
    drawn = [Column("#", [str(number) for number in range(1, len(table.rows) + 1)], right=True, whole=True)]
    for name in kept:
        number = all(isinstance(row[name], int) and not isinstance(row[name], bool) for row in table.rows)
        again = [_again(texts[name], index) for index in range(len(table.rows))]
        whole = name in WHOLE or max(map(width, texts[name])) <= SHORT
        drawn.append(Column(heading(name, language), again, right=number, whole=whole))
    head, body = lines_of(drawn, terminal_width())
    say(head, "bold")
    say("\n".join(body))


def _entries(columns: Sequence[str], texts: Mapping[str, Sequence[str]], language: str, most: int) -> list[str]:
    """Each row as an entry of its own, where the columns do not fit side by side: the first cell, then the others with their headings.

    12  新增停车位 · 分管领导：石岭、孟川 · 牵头单位：区规划局
        时限：12月
    """
    count = len(texts[columns[0]])
    digits = len(str(count))
    indent = " " * (digits + 2)
    colon = "：" if language == "zh" else ": "
    heads = {name: f"{heading(name, language)}{colon}" for name in columns}
    shown = [
        [_again(texts[name], index) for index in range(count)] if name in PLACES_IN else texts[name] for name in columns
    ]
    made: list[str] = []
    for number, row in enumerate(zip(*shown, strict=True), 1):
        cells = [(name, text) for name, text in zip(columns, row, strict=True) if text and (name, text) != ONCE]
        first = cells[0][0] if cells else ""
        parts = [("" if name == first and name not in PLACES_IN else heads[name], text) for name, text in cells]
        lines = _beside(parts, most - len(indent))
        made += [f"{number:>{digits}}  {lines[0]}", *(indent + line for line in lines[1:])]
    return made


def _beside(parts: Iterable[tuple[str, str]], most: int) -> list[str]:
    """Parts, each a heading and a text, one after another with a point between, in lines of that width.

    A part is broken only if it is longer than a line.
    """
    lines, taken = [""], 0
    for head, text in parts:
        part, takes = head + text, width(head) + width(text)
        if lines[-1] and taken + BETWEEN + takes <= most:
            lines[-1] += f" · {part}"
            taken += BETWEEN + takes
            continue
        broken = [part] if takes <= most else folded(part, most)
        lines = [*lines, *broken] if lines[-1] else broken
        taken = width(lines[-1])
    return lines


def _is_shared(texts: Sequence[str]) -> bool:
    return len(set(texts)) == 1 and 0 < len(texts[0]) <= SHARED_LENGTH


def _again(texts: Sequence[str], place: int) -> str:
    """A long text that stands in the row above is not printed again."""
    if place and texts[place] == texts[place - 1] and width(texts[place]) > NARROWEST:
        return "〃"
    return texts[place]


def _needs(columns: Sequence[str], texts: Mapping[str, Sequence[str]], language: str) -> dict[str, int]:
    """The width that each column needs to be read, its gap included."""
    return {
        name: GAP
        + max(
            min(width(heading(name, language)), HEAD),
            _widest(texts[name], NARROWEST if name in RUNNING_TEXT else CELL_LENGTH),
        )
        for name in columns
    }


def _widest(texts: Iterable[str], most: int) -> int:
    """The width of the widest text, at most so many columns."""
    widest = 0
    for text in texts:
        if widest >= most:
            return most
        if 2 * len(text) > widest:  # a character takes no more than two
            widest = max(widest, width(text))
    return min(widest, most)


def _left_out(columns: Sequence[str], texts: Mapping[str, Sequence[str]], language: str, most: int) -> list[str]:
    """The columns that must go so that the rest can be read in that width."""
    need = _needs(columns, texts, language)
    gone: list[str] = []
    for name in LEFT_OUT:
        if sum(need[each] for each in columns if each not in gone) <= most:
            break
        if name in columns:
            gone.append(name)
    return [name for name in columns if name in gone]


def citation_lines(table: Table, language: str, *, full: bool) -> list[str]:
    """Each line of a source once, after the numbers of all the rows that rest on it: [1][2] gazette, page, line “quotation”.

    Without `full` only the quotation of the first of these rows.
    """
    rows: dict[tuple[str, str], list[int]] = {}
    quotes: dict[tuple[str, str], str] = {}
    about = _about(table)
    for number, (row, citation) in enumerate(zip(table.rows, table.citations, strict=True), 1):
        if citation is not None:
            whole = quoted(citation, (), full=True) if full else ""
            source = (citation.text(language), whole)
            rows.setdefault(source, []).append(number)
            if source not in quotes:
                quotes[source] = whole or quoted(citation, _names(about, row), full=False)
    return [f"{_numbers(numbers)} {literal(source[0])}{literal(quotes[source])}" for source, numbers in rows.items()]


def _numbers(found: Sequence[int]) -> str:
    """[1][2][3], or [1]-[9] for more than three in a row."""
    parts: list[list[int]] = []
    for number in found:
        if parts and parts[-1][-1] == number - 1:
            parts[-1].append(number)
        else:
            parts.append([number])
    return "".join(
        f"[{part[0]}]-[{part[-1]}]" if len(part) > 3 else "".join(f"[{number}]" for number in part) for part in parts
    )


def _about(table: Table) -> Sequence[str]:
    """The columns with the names that a row is about, first what holds or answers; where nothing is drawn, all in their order."""
    return [end for drawn in table.query.drawn for end in (drawn.source, drawn.target)] or shown_columns(table)


def _names(columns: Sequence[str], row: Mapping[str, object]) -> list[str]:
    """The short texts of those columns."""
    return [
        str(row[end]) for end in columns if isinstance(row.get(end), str) and 1 < len(str(row[end])) <= QUOTE_LENGTH
    ]


def quoted(citation: Citation, names: Iterable[str], *, full: bool) -> str:
    """The quotation in its marks, cut around the first of the names that it holds."""
    quote = " ".join((citation.quote or "").split())
    if not quote:
        return ""
    if full or len(quote) <= QUOTE_LENGTH:
        return f" “{quote}”"
    forms = (form for name in names for form in (name, " ".join(name)) if form in quote)  # 丁力 stands as 丁 力
    first = next(map(quote.index, forms), 0)
    start = max(0, min(first - QUOTE_LENGTH // 3, len(quote) - QUOTE_LENGTH))
    stop = min(len(quote), start + QUOTE_LENGTH)
    return f" “{'…' if start else ''}{quote[start:stop]}{'…' if stop < len(quote) else ''}”"


def issues_text(issues: Sequence[Issue], language: str) -> str:
    """The issues by gazette, without their running numbers; many as a span of dates."""
    by_gazette: dict[str, list[str]] = {}
    for issue in issues:
        name = (issue.issue or issue.published or "").partition("(")[0].partition("（")[0]
        by_gazette.setdefault(issue.gazette or issue.file or "", []).append(name)
    if len(issues) > MOST_ISSUES:
        dates = sorted(issue.published for issue in issues if issue.published)
        listed = [f"{name} ({len(parts)})" for name, parts in list(by_gazette.items())[:MOST_ISSUES]]
        more = "…" if len(by_gazette) > MOST_ISSUES else ""
        return "; ".join(listed) + more + (f"; {dates[0]} – {dates[-1]}" if dates else "")
    return "; ".join(f"{name} {'、'.join(part for part in parts if part)}" for name, parts in by_gazette.items())


def _worded(key: str, language: str, **values: object) -> str:
    return filled(WORDS[key][1 if language == "en" else 0], values)

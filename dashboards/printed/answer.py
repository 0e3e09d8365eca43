"""An answer on the terminal: what all rows share above the table, the table as wide as fits, each quotation once below it.

In:  a Table and a language. Out: lines of text; what was cut to fit is said, --full prints it whole.
"""

from collections.abc import Iterable, Mapping, Sequence

from dashboards.cells import cell, heading, literal, shown_columns
from dashboards.printed.grid import Column, lines_of, say, terminal_width, width
from extract.wording.texts import filled
from queries.run import Citation, Issue, Table

CELL_LENGTH = 60
QUOTE_LENGTH = 60
NARROWEST = 18  # what a column of running text needs at least
MOST_ISSUES = 12
SHARED_LENGTH = 40
RUNNING_TEXT = {
    *("what", "example", "examples", "why", "policy", "citing", "cited", "finding", "project", "topic", "aggregates"),
    *("body", "group", "titles", "posts_now", "as_printed", "reported", "section", "assisting", "leads_there", "lines"),
}
WHOLE = {"dated", "place", "due", "since", "until", "official"}  # columns whose cells are not broken
LEFT_OUT = (
    # columns that are left out first where the terminal is narrow; never days and places
    "times",
    "last_confirmed",
    "capacity",
    "status",
    "valid_from",
    "valid_to",
    "certain",
    "sighted",
    "what_kind",
    "role",
    "state",
    "mode",
    "both_lead",
    "deadline",
)
WORDS: Mapping[str, tuple[str, str]] = {
    "rests": ("依据 {count} 期：{issues}", "Rests on {count} issues: {issues}"),
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
        for line in citation_lines(table, language, full=full):
            say(line)
    for note in table.notes:
        say(literal(note.text(language)), "yellow")
    say(
        literal(_worded("rests", language, count=len(table.rests_on), issues=issues_text(table.rests_on, language))),
        "dim",
    )


def _print_rows(table: Table, language: str, full: bool) -> None:
    columns = [name for name in shown_columns(table) if name != "times" or any(row[name] > 1 for row in table.rows)]
    texts = {name: [cell(name, row[name], language) for row in table.rows] for name in columns}
    shared = [name for name in columns if len(table.rows) > 1 and _is_shared(texts[name])]
    if shared:
        said = [f"{heading(name, language)}: {texts[name][0]}" for name in shared]
        say(literal(" · ".join(said)), "dim")
    columns = [name for name in columns if name not in shared] or columns[:1]
    most, left_out = terminal_width(), []
    if not full:
        for name in columns:
            texts[name] = [_short(text) for text in texts[name]]
        left_out = _left_out(columns, texts, language, most - 4)
    columns = [name for name in columns if name not in left_out]
    drawn = [Column("#", [str(number) for number in range(1, len(table.rows) + 1)], right=True, whole=True)]
    for name in columns:
        number = all(isinstance(row[name], int) and not isinstance(row[name], bool) for row in table.rows)
        again = [_again(texts[name], index) for index in range(len(table.rows))]
        drawn.append(Column(heading(name, language), again, right=number, whole=name in WHOLE))
    head, body = lines_of(drawn, most)
    say(head, "bold")
    say("\n".join(body))
    if left_out:
        listed = ("、" if language == "zh" else ", ").join(heading(name, language) for name in left_out)
        say(_worded("left_out", language, columns=listed), "dim")


def _is_shared(texts: Sequence[str]) -> bool:
    return len(set(texts)) == 1 and 0 < len(texts[0]) <= SHARED_LENGTH


def _again(texts: Sequence[str], place: int) -> str:
    """A long text that stands in the row above is not printed again."""
    if place and texts[place] == texts[place - 1] and width(texts[place]) > NARROWEST:
        return "〃"
    return texts[place]


def _left_out(columns: Sequence[str], texts: Mapping[str, Sequence[str]], language: str, most: int) -> list[str]:
    """The columns that must go so that the rest can be read in that width."""
    need = {
        name: 2
        + max(
            width(heading(name, language)),
            min(max(map(width, texts[name])), NARROWEST if name in RUNNING_TEXT else CELL_LENGTH),
        )
        for name in columns
    }
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
    for number, (row, citation) in enumerate(zip(table.rows, table.citations, strict=True), 1):
        if citation is not None:
            quote = quoted(citation, _names(table, row), full=full)
            place = (citation.text(language), quote if full else "")
            rows.setdefault(place, []).append(number)
            quotes.setdefault(place, quote)
    return [f"{_numbers(found)} {literal(place[0])}{literal(quotes[place])}" for place, found in rows.items()]


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


def _names(table: Table, row: Mapping[str, object]) -> list[str]:
    """The names that a row is about, first what holds or answers; where nothing is drawn, its short texts in their order."""
    ends = [end for drawn in table.query.drawn for end in (drawn.source, drawn.target)]
    columns = ends or shown_columns(table)
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
    said = (form for name in names for form in (name, " ".join(name)) if form in quote)  # 丁力 stands as 丁 力
    place = next(map(quote.index, said), 0)
    start = max(0, min(place - QUOTE_LENGTH // 3, len(quote) - QUOTE_LENGTH))
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
        said = [f"{name} ({len(found)})" for name, found in list(by_gazette.items())[:MOST_ISSUES]]
        more = "…" if len(by_gazette) > MOST_ISSUES else ""
        return "; ".join(said) + more + (f"; {dates[0]} – {dates[-1]}" if dates else "")
    return "; ".join(f"{name} {'、'.join(part for part in found if part)}" for name, found in by_gazette.items())


def _short(text: str) -> str:
    """A cell that leaves room for others."""
    return text if len(text) <= CELL_LENGTH else f"{text[: CELL_LENGTH - 1]}…"


def _worded(key: str, language: str, **values: object) -> str:
    return filled(WORDS[key][1 if language == "en" else 0], values)

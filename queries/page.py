"""The page of all questions, docs/questions.md: what each answers, what it takes, an example; written from the library.

In:  the library. Out: Markdown; `python -m queries.page` prints it.
"""

from collections.abc import Iterator

from queries.library import Query, Section, library, wording

HEAD = """# Questions

Every question is asked with `zhize ask NAME key=value …`; `zhize ask NAME --help` says the same as this page. Written by
`python -m queries.page`.

- A **body**, **group**, **official**, **document** or **jurisdiction** is typed by any of its names or a part of one (`区发改局`,
  `新洲区发改局`, `武汉市新洲区发改局`). Several may stand with commas between them; `*` is all;
  `jurisdiction==武汉市` is the city without its districts.
- A **document** is a number (`新政办〔2023〕5号`), words of a title, or an issue (`2023年第1期`); where no title has the words, the
  document whose text says them most often is taken, and the answer says so.
- A **day** is `2022-05-11`; `from`, `to` and a **period** also take a month or a year (`2022-05`, `2022-04/2022-06`).
- **Words** must all stand in the text; `lines` finds them in any line of the documents.
"""
TITLES = {
    Section.WORK: "Who answers for what",
    Section.PEOPLE: "People and posts",
    Section.FIGURES: "Figures, targets and totals",
    Section.OVERLAPS: "Overlaps and gaps",
    Section.GROUPS: "Groups",
    Section.POLICIES: "Documents cited and issued",
    Section.SOURCES: "Sources and doubts",
}


def page() -> str:
    """The whole page."""
    return HEAD + "".join(part for section in Section for part in _section(section))


def _section(section: Section) -> Iterator[str]:
    questions = [question for question in library().values() if question.listed and question.section is section]
    if questions:
        yield f"\n## {TITLES[section]}\n"
        for question in questions:
            yield _question(question)


def _question(question: Query) -> str:
    columns = [wording()[0][column] for column in question.columns]
    lines = [f"\n### `{question.name}`\n", f"{question.en}. {question.zh}。\n"]
    for parameter in question.parameters:
        default = "needed" if parameter.default is None else f"default `{parameter.default}`"
        lines.append(f"- `{parameter.name}` ({parameter.type.value}, {default}): {parameter.en}; {parameter.zh}")
    if question.parameters:
        lines.append("")
    lines.append(f"Gives: {', '.join(column.en for column in columns if not column.hidden)}.\n")
    lines.append(f"    zhize ask {question.name} {question.example}".rstrip() + "\n")
    return "\n".join(lines)


if __name__ == "__main__":
    print(page(), end="")

"""Words that patterns are made of: each entry is recognised in its example and not in its counterexample."""

import re
from collections.abc import Callable
from importlib.resources import files

import pytest

from extract.accounts.asides import DOCUMENT_ENDS
from extract.accounts.people import BEFORE, names_in
from extract.accounts.units import SET, is_unit
from extract.clean import clean
from extract.formats.appointments import clauses as grammar
from extract.formats.appointments.notice import CHANGES
from extract.formats.dating import SENT
from extract.formats.divisions.duties.fields import CLOSING, HOW_HELD
from extract.formats.divisions.duties.verbs import FIRST_VERB
from extract.formats.divisions.house import OPENING as HOUSE_OPENING
from extract.formats.establishment.belonging import SERIES
from extract.formats.establishment.pages import IS_ORGAN
from extract.formats.establishment.prose import BEFORE as BEFORE_PARTS
from extract.formats.groups.names import SUFFIX
from extract.formats.groups.prose import CONSISTS
from extract.formats.groups.reading.led import FORMED_OF
from extract.formats.items.figures import FIGURE, NO_FIGURE, TAIL, THRESHOLD, VERBS, WORDS
from extract.formats.items.progress.status import ALL_DONE
from extract.formats.orders import AFTER as AFTER_ORDER
from extract.formats.policies.mentions import CITE, OTHER, REPEAL_AFTER
from extract.formats.policies.notice import REPRINTED
from extract.formats.projects.words import (
    ABSTRACT,
    AFTER_WORKS,
    CLOSED,
    COUNTED,
    COUNTED_TAIL,
    DESCRIBED,
    INNER,
    LEAD_IN,
    NEGATED,
    NOT_PROJECT,
    OF_OTHERS,
    SHARED,
)
from extract.formats.registers.notice import LINE
from extract.formats.registers.prose import ADDRESS as REGISTERED_ADDRESS
from extract.formats.titles.notice import CHANGES_BEFORE, TOLD
from extract.lexicon import WordsEntry, table, words_of
from extract.lexicon.loading import tables
from extract.names.labels import LABEL
from extract.names.persons.holders import HEAD
from extract.names.statement import AFTER_LIST, VERB
from extract.names.units import NOT_NAME
from extract.readers.pages.main_part import DOCUMENT_TITLE
from extract.recogniser.grammar import BEHIND, NO_BODY, NO_HOLDER, PROPOSED, TAKES
from extract.recogniser.places import NAME_BEHIND, NO_NAME, ORDERED
from extract.text.head.marks import NOTICE_END, TITLE_END
from tests.extract.lexicon.read_by import READ_BY, reader


def bound_of(text: str) -> tuple[str | None, str | None]:
    match = FIGURE.search(text)
    return (match["before"], match["after"]) if match else (None, None)


def bound_is(section: str) -> Callable[[str], bool]:
    return lambda text: any(bound in words_of("duties", section) for bound in bound_of(text))


def labels(group: str) -> Callable[[str], bool]:
    return lambda text: (match := LABEL.match(text)) is not None and match[group] is not None


def works_go_on(text: str) -> bool:
    return any(word in text for section in ("soon", "undertaken") for word in words_of("projects", section))


def group_ends(pattern: re.Pattern[str], group: str, end: str) -> Callable[[str], bool]:
    return lambda text: (match := pattern.search(text)) is not None and match[group].endswith(end)


def begins_so(pattern: re.Pattern[str], group: str, beginning: str) -> Callable[[str], bool]:
    return lambda text: (match := pattern.search(text)) is not None and match[group].startswith(beginning)


RECOGNISES: dict[tuple[str, str], Callable[[str], bool]] = {
    ("appointments", "firm_head"): lambda text: re.match(AFTER_ORDER["heads_a_firm"], text) is not None,
    ("registers", "how_reached"): group_ends(REGISTERED_ADDRESS, "address", "号"),
    ("groups", "sent_to_sit"): group_ends(FORMED_OF, "rest", "局"),
    ("projects", "counted_works"): group_ends(COUNTED_TAIL, "counted", "水厂"),
    ("establishment", "renamed_as"): begins_so(IS_ORGAN, "owner", "安山"),
    ("establishment", "now_has"): group_ends(BEFORE_PARTS, "owner", "局"),
    **{key: reader(by) for key, by in READ_BY.items()},
    ("divisions", "opening"): lambda text: (
        (match := HOUSE_OPENING.match(text)) is not None and match.end() > len("关于")
    ),
    ("answers", "official_noun"): labels("official"),
    ("decisions", "held_before"): lambda text: (
        (match := grammar.NO_NAME_LEFT.match(text)) is not None and match[0] == text
    ),
    ("divisions", "how_held"): lambda text: text in HOW_HELD,
    ("divisions", "work"): lambda text: CLOSING.sub("", text) == "水利",
    ("organs", "sets"): lambda text: (match := SERIES.search(text)) is not None and match["parts"].startswith("城东"),
    ("answers", "deadline"): labels("deadline"),
    ("answers", "bare_label"): labels("bare"),
    ("registers", "line_of"): lambda text: (match := LINE.match(text)) is not None and match["address"] == "北街9号",
    ("decisions", "ends"): lambda text: (match := grammar.NO_NAME_LEFT.match(text)) is not None and match[0] == text,
    ("groups", "list_ends"): lambda text: SUFFIX.sub("", text) == "",
    ("divisions", "range"): lambda text: CLOSING.sub("", text) == "水利",
    ("groups", "consists"): lambda text: (match := CONSISTS.search(text)) is not None and match["who"].endswith("局"),
    ("projects", "renewed"): lambda text: (match := SHARED.search(text)) is not None and match[0] == text,
    ("policies", "ended_how"): lambda text: (match := REPEAL_AFTER.match(text)) is not None and match["role"] != "废止",
    ("projects", "adverb"): lambda text: LEAD_IN.match(text) is not None,
    ("projects", "verb"): lambda text: LEAD_IN.match(text) is not None,
    ("projects", "within"): lambda text: INNER.search(text) is not None,
    ("projects", "undertaken"): works_go_on,
    ("projects", "soon"): works_go_on,
    ("projects", "described"): lambda text: DESCRIBED.search(text) is not None,
    ("projects", "abstract"): lambda text: ABSTRACT.search(text) is not None,
    ("projects", "rank"): lambda text: any(word in text for word in words_of("projects", "rank")),
    ("duties", "at_least"): bound_is("at_least"),
    ("duties", "at_most"): bound_is("at_most"),
    ("duties", "about"): bound_is("about"),
    ("duties", "bound_after"): lambda text: bound_of(text)[1] is not None,
    ("accounts", "before_titled"): lambda text: bool(names_in(clean(text, 0, len(text)), 0, len(text))),
    ("accounts", "before_person"): lambda text: text.endswith(BEFORE),
    ("accounts", "document_end"): lambda text: text.endswith(DOCUMENT_ENDS),
    ("units", "organ"): is_unit,
    ("units", "no_name"): lambda text: NOT_NAME.search(text) is not None,
    ("units", "set"): lambda text: SET.search(text) is not None,
    ("seen", "tells"): lambda text: BEHIND.match(text, text.index("阚孟") + 2) is not None,
    ("seen", "reports"): lambda text: BEHIND.match(text, text.index("阚孟") + 2) is not None,
    ("seen", "visits"): lambda text: NAME_BEHIND.match(text, text.index("长") + 1) is not None,
    ("seen", "proposes"): lambda text: PROPOSED.search(text) is not None,
    ("projects", "no_works"): lambda text: CLOSED.search(text) is None,
    ("projects", "named_so"): lambda text: INNER.search(text[2:]) is None,
    ("projects", "firm_so"): lambda text: INNER.search(text) is None,
    ("projects", "everywhere"): lambda text: COUNTED.match(text) is not None,
    ("projects", "after_works"): lambda text: AFTER_WORKS.match(text) is not None,
    ("projects", "not_project"): lambda text: NOT_PROJECT.search(text) is not None,
    ("projects", "of_others"): lambda text: OF_OTHERS.search(text[:2]) is not None,
    ("projects", "forbidden"): lambda text: NEGATED.match(text) is not None,
    ("projects", "built_new"): lambda text: NEGATED.match(text) is not None,
    ("projects", "renewal"): lambda text: SHARED.search(text) is not None,
    ("projects", "whole_renewal"): lambda text: SHARED.search(text) is not None,
    ("figures", "per"): lambda text: any("/" in figure["unit"] for figure in FIGURE.finditer(text)),
    ("figures", "leading"): lambda text: VERBS.match(text) is not None,
    ("figures", "trailing"): lambda text: TAIL.search(text) is not None,
    ("figures", "circle"): lambda text: NO_FIGURE.match(text) is not None,
    ("figures", "rewarded"): lambda text: THRESHOLD.match(text) is not None,
    ("seen", "gives"): lambda text: TAKES.search(text, 0, 2) is not None,
    ("seen", "orders"): lambda text: ORDERED.search(text) is not None,
    ("seen", "left"): lambda text: NO_HOLDER.search(text, 0, text.index("县")) is not None,
    ("seen", "no_body"): lambda text: NO_BODY.search(text) is not None,
    ("seen", "body_ends"): lambda text: NO_NAME.search(text) is not None,
    ("decisions", "opening"): lambda text: grammar.ORDER.match(text) is not None,
    ("decisions", "no_longer"): lambda text: grammar.LEAVING.search(text) is not None,
    ("decisions", "new_post"): lambda text: grammar.TAKES.match(text) is not None,
    ("decisions", "changed_to"): lambda text: grammar.MOVED.match(text) is not None,
    ("decisions", "because"): lambda text: grammar.BECAUSE.match(text) is not None,
    ("decisions", "ranked"): lambda text: grammar.PROMOTED.match(text) is not None,
    ("decisions", "announced"): lambda text: SENT.search(text) is not None,
    ("decisions", "no_opening"): lambda text: grammar.NO_OPENING.match(text) is not None,
    ("decisions", "changes"): lambda text: re.search(CHANGES, text) is not None,
    ("decisions", "not_of_change"): lambda text: grammar.SETTLED.search(text) is not None,
    ("divisions", "not_liaised"): lambda text: FIRST_VERB.search(text) is None,
    ("documents", "notice"): lambda text: NOTICE_END.search(text) is not None,
    ("documents", "persons"): lambda text: NOTICE_END.search(text) is not None,
    ("documents", "rules"): lambda text: TITLE_END.search(text) is not None,
    ("documents", "other"): lambda text: TITLE_END.search(text) is not None,
    ("documents", "code"): lambda text: REPRINTED.search(text) is not None,
    ("documents", "guide"): lambda text: DOCUMENT_TITLE.search(text) is not None,
    ("policies", "obeyed"): lambda text: CITE.search(text) is not None,
    ("policies", "made"): lambda text: OTHER.search(text) is not None,
    ("policies", "made_known"): lambda text: OTHER.search(text) is not None,
    ("policies", "filled_in"): lambda text: OTHER.search(text) is not None,
    ("answers", "unit_role"): labels("unit"),
    ("answers", "second_role"): labels("unit"),
    ("answers", "unit_noun"): labels("unit"),
    ("answers", "official_role"): labels("official"),
    ("answers", "verb"): lambda text: VERB.search(text) is not None,
    ("answers", "further_verb"): lambda text: VERB.search(text) is not None,
    ("answers", "after_list"): lambda text: AFTER_LIST.match(text) is not None,
    ("persons", "told"): lambda text: TOLD.search(text) is not None,
    ("persons", "changed"): lambda text: CHANGES_BEFORE.search(text) is not None,
    ("persons", "head_acts"): lambda text: HEAD.search(text) is not None,
    ("progress", "done"): lambda text: ALL_DONE.fullmatch(text) is not None,
    ("progress", "done_how"): lambda text: ALL_DONE.fullmatch(text) is not None,
    ("progress", "done_what"): lambda text: ALL_DONE.fullmatch(text) is not None,
}
# lists whose tables are all of words in patterns
LISTS = [
    "accounts",
    "answers",
    "appointments",
    "decisions",
    "documents",
    "establishment",
    "figures",
    "items",
    "layout",
    "organs",
    "pages",
    "persons",
    "policies",
    "portfolios",
    "projects",
    "registers",
    "scope",
    "shared",
    "seen",
    "sites",
    "tables",
    "units",
]
ENTRIES = [(key, entry) for key in RECOGNISES for entry in table(*key, WordsEntry)]


@pytest.mark.parametrize(("key", "entry"), ENTRIES, ids=[f"{k[1]} {e.words[0]}" for k, e in ENTRIES])
def test_an_entry_is_recognised_in_its_example_and_not_in_its_counterexample(
    key: tuple[str, str], entry: WordsEntry
) -> None:
    assert RECOGNISES[key](entry.example), entry.example
    assert not RECOGNISES[key](entry.counterexample), entry.counterexample


@pytest.mark.parametrize("name", LISTS)
def test_every_table_is_tested(name: str) -> None:
    assert set(tables("extract.lexicon", f"{name}.toml")) == {section for list_, section in RECOGNISES if list_ == name}


def test_every_word_list_is_in_the_package() -> None:
    there = {path.name for path in files("extract.lexicon").iterdir() if path.name.endswith(".toml")}
    assert {f"{name}.toml" for name, _ in RECOGNISES} <= there


def test_bounds_of_figures_mean_one_thing_each() -> None:
    words = [word for section in ("at_least", "at_most", "about") for word in words_of("duties", section)]
    assert len(words) == len(set(words)) == len(WORDS)
    assert set(words_of("duties", "bound_after")) <= set(words)


def test_of_two_alternatives_the_longer_stands_first() -> None:
    words = words_of("duties", "bound_after")
    assert words.index("及以上") < words.index("以上")

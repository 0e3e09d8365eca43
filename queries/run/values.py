"""What is typed for a question's parameters as the values that its statement takes.

In:  a store, a Parameter, a text. Out: the values by the statement's names; notes say how a name was read.

    body=区发改局 → ["420901/区发展和改革局"]      status=取消，未启动 → ["cancelled", "not started"]      on=2022-04/2022-06 → two days
"""

import re
from collections.abc import Collection, Container, Sequence
from datetime import date
from typing import Any

from graph.projection.schema import EDGES
from graph.stores.store import NAME_LIMIT, Store
from queries.library import CHOSEN, Parameter, ParameterType, statement_of, wording
from queries.messages import Message, RefusedError, note, refused
from queries.run.choices import Choice, Chosen, choices_in, choose, documents_named
from queries.run.dates import first_day, last_day, the_day, the_period
from queries.run.former import is_key, present_key
from queries.run.printed.passages import saying
from queries.run.surroundings import surroundings

ALL = "*"
SAYING = 8  # documents whose text says what no title has
TOLD_BY = {
    ParameterType.BODY: "place",
    ParameterType.GROUP: "place",
    ParameterType.OFFICIAL: "which",
}  # namesakes are told apart by where they lie, or by a post
CLOSED_TEXTS = ("status", "kind", "relation", "agrees", "state", "said", "within")
RELATIONS = frozenset(kind.lower() for kind in EDGES) | {"first"}
YES_OR_NO = {ALL: "", "yes": "yes", "是": "yes", "true": "yes", "no": "", "否": "", "不": "", "false": ""}
ALONE = "="  # before a jurisdiction: without those that lie in it
CHOICES = {
    # parameter: what may be typed → what the statement takes
    "by": {
        **{word: word for word in ("month", "body", "official", "mode", "annex", "section")},
        "月": "month",
        "按月": "month",
        "单位": "body",
        "按单位": "body",
        "人": "official",
        "按人": "official",
        "人员": "official",
        "方式": "mode",
        "按方式": "mode",
        "附件": "annex",
        "按附件": "annex",
        "章节": "section",
        "按章节": "section",
    },
    "sole": YES_OR_NO,
    "heads": YES_OR_NO,
    "between": YES_OR_NO,
}
GROUP = "Group"
LABELS = {
    ParameterType.BODY: "Organization",
    ParameterType.GROUP: GROUP,
    ParameterType.OFFICIAL: "Official",
    ParameterType.POLICY: "Policy",
    ParameterType.DOCUMENT: "Notice",
}
NOTICE_KEY = re.compile(r"[0-9a-f]{64}:\d+")
SEPARATED = re.compile(r"[,，、;；]")  # between several values of one parameter


def choices(store: Store, kind: ParameterType) -> list[Choice]:
    """All that a parameter of this type can name."""
    if kind is ParameterType.JURISDICTION:
        return list(surroundings(store).places)
    return list(choices_in(store.read(statement_of("choices", kind.value), {}, limit=NAME_LIMIT)))


def value(
    store: Store,
    parameter: Parameter,
    text: str,
    notes: list[Message],
    namesakes: dict[str, tuple[str, str]],
    inside: Container[str] = (),
) -> dict[str, Any]:
    """The statement's parameters for one typed text; adds to `notes` how it was read, and to `namesakes` the column and
    the text that tell each of several of one name apart. Of bodies of one name those `inside` the places asked for are meant.
    """
    name = parameter.name
    held = parameter.type in LABELS and _is_held(store, LABELS[parameter.type], text)
    if not held and (parameter.type in CHOSEN or parameter.type is ParameterType.KEY) and is_key(text):
        text = present_key(store, text) or text
    if parameter.type is ParameterType.JURISDICTION:
        return {name: _jurisdictions(store, parameter, text, notes)}
    if parameter.type in CHOSEN and text == ALL and parameter.default == ALL:
        return {name: []}  # no limit: the statement takes an empty list so
    if held or (parameter.type in LABELS and _is_held(store, LABELS[parameter.type], text)):
        return {name: [text]}  # by its key: the names of all others need not be read
    if parameter.type is ParameterType.DOCUMENT:
        return {name: _documents(store, parameter, text, notes)}
    if parameter.type in CHOSEN:
        known = choices(store, parameter.type)
        if text == ALL:
            return {name: sorted(choice.key for choice in known)}
        chosen = _chosen(text, known, name, inside)
        notes.extend(chosen.notes)
        if len(chosen.keys) > 1 and parameter.type in TOLD_BY:
            told_by = TOLD_BY[parameter.type]
            namesakes |= {c.key: (told_by, c.place or c.key) for c in known if c.key in chosen.keys}
        return {name: list(chosen.keys)}
    if parameter.type is ParameterType.PERIOD:
        first, last = the_period(text, name)
        return {f"{name}_from": first, f"{name}_to": last}
    return {name: _scalar(parameter, text)}


def places_in(store: Store, codes: Collection[str]) -> frozenset[str]:
    """The names of the jurisdictions asked for; none where all are."""
    if "" in codes:
        return frozenset()
    return frozenset(choice.name for choice in choices(store, ParameterType.JURISDICTION) if choice.key in codes)


def _is_held(store: Store, label: str, text: str) -> bool:
    """Whether a text is the key of a thing of a label."""
    if not (is_key(text) or NOTICE_KEY.fullmatch(text)):
        return False
    general, only = ("Organization", "WHERE n:Group ") if label == GROUP else (label, "")
    cypher = f"MATCH (n:{general} {{key: $key}}) {only}RETURN n.key AS key LIMIT $limit"
    return bool(store.read(cypher, {"key": text, "limit": 1}).rows)


def _chosen(text: str, known: Sequence[Choice], name: str, inside: Container[str] = ()) -> Chosen:
    """What the text names; several names with commas between them each for itself, unless the whole is a name."""
    try:
        return choose(text, known, name, inside)
    except RefusedError:
        parts = several(text)
        if len(parts) < 2:
            raise
    each_named = [choose(part, known, name, inside) for part in parts]
    return Chosen(
        tuple(dict.fromkeys(key for chosen in each_named for key in chosen.keys)),
        tuple(dict.fromkeys(each for chosen in each_named for each in chosen.names)),
        tuple(notes for chosen in each_named for notes in chosen.notes),
    )


def _documents(store: Store, parameter: Parameter, text: str, notes: list[Message]) -> list[str]:
    """The notices that a text names; where no number and no title has it, the one whose text says it most often."""
    known = choices(store, parameter.type)
    if text == ALL:
        return sorted(choice.key for choice in known)
    try:
        return documents_named(text, known, parameter.name, notes)
    except RefusedError:
        parts = several(text)
        if len(parts) > 1:
            return [key for part in parts for key in _documents(store, parameter, part, notes)]
        notices = saying(store.texts, text, SAYING) if store.texts.there else []
        heads = {
            row["key"]: row
            for row in store.read(statement_of("sources", "notices"), {"notices": [key for key, _ in notices]}).dicts()
        }
        named = [(key, heads[key]["number"] or heads[key]["heading"], count) for key, count in notices if key in heads]
        if not named:
            raise
    listed = ", ".join(f"{name} ({count})" for _, name, count in named)
    notes.append(note("document_saying", typed=text, taken=named[0][1], listed=listed))
    return [named[0][0]]


def several(text: str) -> list[str]:
    """The values of a text with commas between them: 取消，未启动 → 取消, 未启动."""
    return [part.strip() for part in SEPARATED.split(text) if part.strip()]


def _scalar(parameter: Parameter, text: str) -> date | int | str | list[str]:
    name = parameter.name
    match parameter.type:
        case ParameterType.DATE:
            return the_day(text, name)
        case ParameterType.FROM:
            return first_day(text, name)
        case ParameterType.TO:
            return last_day(text, name)
        case ParameterType.INTEGER:
            if not (text.isascii() and text.isdigit()) or len(text) > 9:
                raise refused("not_whole", parameter=name, text=text)
            return int(text)
        case ParameterType.WORDS:
            return [] if text == ALL else words_of(text)
        case ParameterType.VALUES:
            return [] if text == ALL else [closed_value(part) for part in several(text)]
        case ParameterType.KEY:
            return [] if text == ALL else [text]
        case _:
            if name in CHOICES:
                return _choice(parameter, text)
            return "" if text == ALL else _closed(name, text) if name in CLOSED_TEXTS else text


def words_of(text: str) -> list[str]:
    """The words as names are searched: 人民政府 is 政府, so that 民政 is not found in it."""
    return SEPARATED.sub(" ", text.lower().replace("人民政府", "政府")).split()


def _choice(parameter: Parameter, text: str) -> str:
    """One of the few values that a parameter takes, in either language; RefusedError that lists them for any other."""
    taken = CHOICES[parameter.name]
    if parameter.name == "by":  # what a count may be by is said by its own help
        taken = {word: value for word, value in taken.items() if value in parameter.en or value == parameter.default}
    if text.lower() not in taken:
        listed = ", ".join(dict.fromkeys(value or "no" for value in taken.values()))
        raise refused("no_choice", parameter=parameter.name, text=text, listed=listed)
    return taken[text.lower()]


def _closed(name: str, text: str) -> str:
    """The closed value of a parameter; of a relation only one that is a relation, else the word of the source: 主持, 分管."""
    value = closed_value(text)
    return text if name == "relation" and value not in RELATIONS else value


def closed_value(text: str) -> str:
    """The closed value that a word stands for in either language: 未启动 → not started; the text itself where none does."""
    for stored, word in wording()[1].items():
        if text.lower() in (word.zh, word.en, *word.zh.split("/"), *word.en.split("/")):
            return stored
    return text


def _jurisdictions(store: Store, parameter: Parameter, text: str, notes: list[Message]) -> list[str]:
    """The codes that lie in the named jurisdiction, or it alone for `=武汉市`; all of them, and things without one, for `*`."""
    known = choices(store, ParameterType.JURISDICTION)
    if text == ALL:
        return ["", *(choice.key for choice in known)]
    alone = text.startswith(ALONE)
    chosen = _chosen(text.removeprefix(ALONE), known, parameter.name)
    notes.extend(chosen.notes)
    if alone:
        return list(chosen.keys)
    wanted = set(chosen.keys)
    return [choice.key for choice in known if choice.key in wanted or wanted & set(choice.above)]

"""The question and its fields: what is typed goes to the address line, which alone decides what is shown."""

import hashlib
from collections.abc import Callable, Mapping, Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboards.texts import text
from dashboards.views.frame.address import Address
from dashboards.views.frame.face import Face
from queries.library import CHOSEN, Parameter, ParameterType, library
from queries.run.choices import Choice

FIELDS = 3  # in a row of the usual width
MOST_FIELDS = 5  # in a row at most, so that a field has room for its words
UNBOUNDED = {"*", "0001", "9999"}


def form(face: Face, address: Address, offered: Sequence[str], *, unfolded: bool = False) -> None:
    """Draws the question and its fields, folded beside an answer; a change of either writes a new address."""
    language = face.language
    mark = _mark(address, language)
    titles = {name: library()[name].title(language) for name in offered}

    def question_changed() -> None:
        go(Address(st.session_state[f"question.{mark}"]), language)

    def asked() -> None:
        values = {}
        for parameter in address.query.parameters:
            typed = str(st.session_state.get(f"{parameter.name}.{mark}") or "").strip()
            if typed:
                values[parameter.name] = _as_value(face, parameter, typed)
        go(Address(address.question, values, nodes=address.nodes), language)

    place = (
        st.expander(text("conditions", language), icon=":material/tune:")
        if address.complete and address.values and not unfolded
        else st.container(border=True, key="ask")
    )
    with place:
        st.selectbox(
            text("question", language),
            list(offered),
            index=list(offered).index(address.question),
            placeholder=text("choose", language),
            format_func=lambda name: titles[name],
            key=f"question.{mark}",
            on_change=question_changed,
        )
        if address.query.parameters:
            _fields(face, address, mark, asked)


def _fields(face: Face, address: Address, mark: str, asked: Callable[[], None]) -> None:
    """The fields of a question, and the button that asks it."""
    with st.form(f"form.{mark}", border=False):
        shown = _shown(address)
        *places, last = _places(len(shown))
        for spot, parameter in zip(places, shown, strict=True):
            with spot:
                _field(face, address, parameter, f"{parameter.name}.{mark}")
        with last:
            st.form_submit_button(text("ask", face.language), type="primary", on_click=asked, width="stretch")


def _shown(address: Address) -> list[Parameter]:
    """The parameters that have a field: keys are given by links, and have one only where they are."""
    return [
        one
        for one in address.query.parameters
        if one.type is not ParameterType.KEY or address.values.get(one.name, "*") != "*"
    ]


def _places(count: int) -> list[DeltaGenerator]:
    """Places for so many fields, in rows of one grid, and for the button that follows them."""
    wide = min(count, MOST_FIELDS)
    rest = [3.0 * (FIELDS - count)] if count < FIELDS else []
    grid = [*([3.0] * wide), 1.2, *rest]
    places: list[DeltaGenerator] = []
    for first in range(0, count, MOST_FIELDS):
        fields = min(MOST_FIELDS, count - first)
        columns = st.columns(grid, vertical_alignment="bottom")
        places += columns[: fields + 1] if first + fields == count else columns[:fields]
    return places


def go(address: Address, language: str) -> None:
    """Writes the address line; the page is drawn from it on this very run."""
    st.query_params.from_dict(address.parameters(language))


def mark_of(face: Face, address: Address) -> str:
    """The same for all views of one answer, so that its positions are kept while it grows."""
    state = repr((face.version, address.question, sorted(address.values.items())))
    return hashlib.sha256(state.encode()).hexdigest()[:12]


def _mark(address: Address, language: str) -> str:
    """Names the fields anew when the address changes, so that they show what it says."""
    state = repr((address.question, sorted(address.values.items()), language))
    return hashlib.sha256(state.encode()).hexdigest()[:10]


def _field(face: Face, address: Address, parameter: Parameter, key: str) -> None:
    language = face.language
    label = parameter.en if language == "en" else parameter.zh
    given = address.values.get(parameter.name)
    if parameter.type in CHOSEN:
        _choice_field(face, parameter, label, given, key)
        return
    empty = parameter.default
    hint = text("any", language) if empty in UNBOUNDED else text("today", language) if empty == "today" else empty or ""
    if parameter.type in (ParameterType.DATE, ParameterType.FROM, ParameterType.TO) and empty != "today":
        hint = "2022-05-11" if empty is None else hint
    st.text_input(label, value=given or "", placeholder=hint, key=key)


def _choice_field(face: Face, parameter: Parameter, label: str, given: str | None, key: str) -> None:
    """A list to choose from that also takes what is typed; text of documents stays literal in it."""
    language = face.language
    choices = face.choices(parameter.type)
    counts = _names(choices)
    options = sorted({_label(choice, counts) for choice in choices})
    given = None if given in UNBOUNDED else given
    shown = given
    if given is not None:
        by_key = [_label(choice, counts) for choice in choices if choice.key == given]
        shown = by_key[0] if by_key else given
        if shown not in options:
            options.insert(0, shown)
    st.selectbox(
        label,
        options,
        index=options.index(shown) if shown is not None else None,
        placeholder=text("all" if parameter.default is not None else "choose", language),
        key=key,
        accept_new_options=True,
    )


def _label(choice: Choice, counts: Mapping[str, int]) -> str:
    """The name; with its place where another bears it too."""
    return choice.label if counts[choice.name] > 1 else choice.name


def _names(found: Sequence[Choice]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for choice in found:
        counts[choice.name] = counts.get(choice.name, 0) + 1
    return counts


def _as_value(face: Face, parameter: Parameter, typed: str) -> str:
    """What is typed, or the key behind a chosen label."""
    if parameter.type not in CHOSEN:
        return typed
    choices = face.choices(parameter.type)
    counts = _names(choices)
    keys = [choice.key for choice in choices if typed == choice.label and counts[choice.name] > 1]
    return keys[0] if len(keys) == 1 else typed

"""What a typed name stands for: the choices of a parameter, and which of them the text means.

In:  a typed name (区发改局, 区发展和改革局, 新洲区发改局, 发展和改革) and the choices of its type.
Out: the keys of what it names; several keys only where several bodies or persons bear that very name.

The first level that finds anything decides: the key itself; the name or one of the other names, with or without the place
or level before it (财政局 for 区财政局); the name after its jurisdiction; a short form (an ordered part of the name with
the same ending); a part of the name. At the last two levels the names found must be one name, else the candidates are
listed for the user to choose; where nothing is found, the nearest names are suggested.
"""

import difflib
import unicodedata
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from graph.stores.store import Rows
from queries.messages import Message, note, refused

SHOWN_CANDIDATES = 24
SUGGESTED = 5
LIKENESS = 0.5
LEVEL_CHARACTERS = "省市区县州旗盟"
RANKS = "副代"  # characters that no short form leaves out
ENDINGS = (("委员会办公室", "委办"), ("领导小组办公室", "领导小组办"), ("办公室", "办"), ("委员会", "委"))


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that a parameter can name; `place` tells namesakes apart."""

    key: str
    name: str
    names: tuple[str, ...]
    kind: str
    place: str
    above: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The name with what tells it apart, for lists."""
        return f"{self.name}({self.place})" if self.place else self.name


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a typed name was read as; `notes` say what the reader must know of it."""

    keys: tuple[str, ...]
    names: tuple[str, ...]
    notes: tuple[Message, ...] = ()


def choices_in(rows: Rows) -> Iterator[Choice]:
    """The choices that a statement of queries/cypher/inner/choices has found."""
    for row in rows.dicts():
        names = tuple(name for name in row.get("names") or () if isinstance(name, str))
        above = tuple(row.get("above") or ())
        yield Choice(row["key"], row["name"] or row["key"], names, row["kind"] or "", row["place"] or "", above)


def folded(text: str) -> str:
    """The text as it is compared: full-width forms and brackets folded, no spaces, lower case."""
    plain = (
        unicodedata.normalize("NFKC", text).replace("〔", "[").replace("〕", "]").replace("【", "[").replace("】", "]")
    )
    return "".join(plain.split()).lower()


def choose(typed: str, choices: Sequence[Choice], parameter: str, inside: Container[str] = ()) -> Chosen:
    """What `typed` names among the choices; of several, those that lie `inside` the places that were asked for, where any does.

    Raises RefusedError that lists the candidates or says that there is none.
    """
    by_key = [choice for choice in choices if choice.key == typed]
    if by_key:
        return Chosen((by_key[0].key,), (by_key[0].name,))
    wanted = folded(typed)
    if not wanted:
        raise refused("empty_name", parameter=parameter)
    if named := _named(wanted, choices):
        return _same_name(typed, _lying(_with_namesakes(wanted, named, choices), inside), parameter)
    if named := _placed(wanted, choices):
        return _same_name(typed, _lying(named, inside), parameter)
    for level in (_shortened, _containing):
        if named := level(wanted, choices):
            return _one_name(typed, _lying(named, inside), parameter)
    near = _nearest(wanted, choices)
    if near:
        raise refused("unknown_name_near", parameter=parameter, typed=typed, near=", ".join(near))
    raise refused("unknown_name", parameter=parameter, typed=typed)


def documents_named(text: str, known: Sequence[Choice], parameter: str, notes: list[Message]) -> list[str]:
    """The notices that a text names: by number, title or a part of it; all notices of an issue or a file by its name."""
    wanted = folded(text)
    of_issue = [choice for choice in known if wanted and wanted in folded(choice.place)]
    if of_issue and not any(wanted in folded(name) for choice in known for name in (choice.name, *choice.names)):
        return [choice.key for choice in of_issue]
    numbered = [choice for choice in known if any(wanted == folded(name) for name in choice.names)]
    if numbered:
        return [choice.key for choice in numbered]
    holding = [choice for choice in known if wanted and wanted in folded(choice.name)]
    if holding:
        if len(holding) > 1:
            listed = ", ".join(choice.label for choice in holding[:SHOWN_CANDIDATES])
            notes.append(note("several_documents", typed=text, count=len(holding), listed=listed))
        return [choice.key for choice in holding]
    chosen = choose(text, known, parameter)
    notes.extend(chosen.notes)
    return list(chosen.keys)


def candidates(typed: str, choices: Sequence[Choice]) -> list[Choice]:
    """The choices whose names contain the typed text or shorten to it, nearest first; for a box that suggests."""
    wanted = folded(typed)
    likely = {
        choice.key: choice for step in (_named, _placed, _shortened, _containing) for choice in step(wanted, choices)
    }
    return list(likely.values())


def _all_names(choice: Choice) -> list[str]:
    return [folded(name) for name in (choice.name, *choice.names)]


def _said(choice: Choice) -> set[str]:
    """Its names, and the same without the place or level before them."""
    name_of = {name_of for name in _all_names(choice) for name_of in _bare(name, choice.place)}
    return name_of | {name[1:] for name in name_of if name[:1] in LEVEL_CHARACTERS and len(name) >= 3}


def _bare(name: str, place: str) -> set[str]:
    """武汉市汉阳区民政局 is 区民政局 too."""
    names = {name}
    for before in _short_places(place):
        higher, _, rest = name.partition(before)
        if len(rest) >= 3 and (not higher or higher[-1] in LEVEL_CHARACTERS):
            names.add(before[-1] + rest if before[-1] in LEVEL_CHARACTERS else rest)
    return names


def _with_namesakes(wanted: str, found: list[Choice], choices: Sequence[Choice]) -> list[Choice]:
    """The found, and bodies of the same name in other places, unless the place is typed: 区卫健局 is one of every district."""
    if any(wanted.startswith(place) for choice in found for place in _short_places(choice.place)):
        return found
    names = set.union(*(_bare(folded(choice.name), choice.place) for choice in found))
    return [choice for choice in choices if choice in found or names & _bare(folded(choice.name), choice.place)]


def _lying(found: list[Choice], inside: Container[str]) -> list[Choice]:
    """Those found that lie in the places asked for; all of them where none does."""
    return [choice for choice in found if choice.place in inside] or found


def _named(wanted: str, choices: Sequence[Choice]) -> list[Choice]:
    return [choice for choice in choices if wanted in _said(choice)]


def _placed(wanted: str, choices: Sequence[Choice]) -> list[Choice]:
    """Names typed after their jurisdiction: 新洲区发改局 and 武汉市新洲区发改局 are 区发改局 of 新洲区; a name goes before a short form."""
    exact, short = [], []
    for choice in choices:
        names = _all_names(choice)
        for rest, level in _behind_place(wanted, choice.place):
            if rest in names or level + rest in names:
                exact.append(choice)
                break
            if any(is_short_form(level + rest, name) for name in names):
                short.append(choice)
                break
    return exact or short


def _behind_place(wanted: str, place: str) -> Iterator[tuple[str, str]]:
    """What is typed after the place, with or without what the place lies in, and the character of the place's level."""
    for known in _short_places(place):
        above, separator, rest = wanted.partition(known)
        if separator and rest and (not above or above[-1] in LEVEL_CHARACTERS):
            yield rest, known[-1] if known[-1] in LEVEL_CHARACTERS else ""


def _likeness(wanted: str, name: str) -> float:
    """How like two names are; cheap bounds come first, so that a long text costs no more than a short one."""
    matcher = difflib.SequenceMatcher(None, wanted, name, autojunk=False)
    if min(matcher.real_quick_ratio(), matcher.quick_ratio()) < LIKENESS:
        return 0.0
    return matcher.ratio()


def _nearest(wanted: str, choices: Sequence[Choice]) -> list[str]:
    """The names most like what was typed, for a suggestion."""
    alike = []
    for choice in choices:
        near = max(_likeness(wanted, name) for name in _all_names(choice))
        if near >= LIKENESS:
            alike.append((-near, len(choice.name), choice.label))
    return list(dict.fromkeys(label for _, _, label in sorted(alike)))[:SUGGESTED]


def _short_places(place: str) -> list[str]:
    """武汉市新洲区 → 武汉市新洲区, 新洲区."""
    whole = folded(place)
    places = [whole] if whole else []
    for index, character in enumerate(whole[:-1]):
        if character in LEVEL_CHARACTERS and len(whole) - index > 2:
            places.append(whole[index + 1 :])
    return places


def _shortened(wanted: str, choices: Sequence[Choice]) -> list[Choice]:
    return [choice for choice in choices if any(is_short_form(wanted, name) for name in _said(choice))]


def is_short_form(short: str, name: str) -> bool:
    """Whether the characters of `short` stand in `name` in this order, first and last alike: 区发改局, 区发展和改革局.

    An office and a committee end in 办 and 委 when they are short: 区国动办 is 区国防动员办公室.
    """
    short, name = _abbreviated(short), _abbreviated(name)
    if len(short) < 3 or (len(short) == 3 and len(name) > 6) or len(short) >= len(name):
        return False  # three characters of a long name are too few: 汉阳区 is not 汉阳经济开发区
    if short[0] != name[0] or short[-1] != name[-1]:
        return False
    if any((rank in name) != (rank in short) for rank in RANKS):
        return False  # 发改局局长 is not 发展和改革局副局长
    rest = iter(name)
    return all(character in rest for character in short)


def _abbreviated(name: str) -> str:
    for whole, short in ENDINGS:
        if name.endswith(whole):
            return name.removesuffix(whole) + short
    return name


def _containing(wanted: str, choices: Sequence[Choice]) -> list[Choice]:
    return [choice for choice in choices if any(wanted in name for name in _all_names(choice))]


def _same_name(typed: str, found: Sequence[Choice], parameter: str) -> Chosen:
    keys = tuple(choice.key for choice in found)
    names = tuple(choice.name for choice in found)
    if len(found) == 1:
        return Chosen(keys, names)
    labels = [choice.label for choice in found]
    if len(set(labels)) < len(labels):  # neither name nor place tells them apart
        labels = [f"{choice.label} {parameter}={choice.key}" for choice in found]
    listed = ", ".join(labels[:SHOWN_CANDIDATES])
    return Chosen(keys, names, (note("namesakes", typed=typed, count=len(found), listed=listed),))


def _one_name(typed: str, found: Sequence[Choice], parameter: str) -> Chosen:
    if set.intersection(*(_said(choice) for choice in found)):
        chosen = _same_name(typed, found, parameter)
        return Chosen(chosen.keys, chosen.names, (note("read_as", typed=typed, name=found[0].name), *chosen.notes))
    near = sorted(found, key=lambda choice: (len(choice.name), choice.name, choice.key))
    raise refused(
        "several",
        parameter=parameter,
        typed=typed,
        listed=", ".join(choice.label for choice in near[:SHOWN_CANDIDATES]),
        more=f" … ({len(found)})" if len(found) > SHOWN_CANDIDATES else "",
    )

"""The change feed as files: JSON lines (which can be applied), a table, Atom for a reader of news.

In:  a Feed, the two Snapshots that it lies between. Out: files; words to watch for leave out what does not speak of them.

    added    APPOINTED 周琴 → 主任（涨渡湖街道办事处）  document_new xinzhou-2022-2.txt   “周琴同志为涨渡湖街道办事处主任”
"""

import csv
import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from xml.sax.saxutils import escape

from extract.output.plain import neutral
from graph.export.aside import aside, clean
from graph.export.differing import Change, Feed, feed_of
from graph.export.snapshot import Row, Snapshot, line_of, name_of, rows_in

STRUCTURE = {"IN", "OF", "WITHIN", "UNDER", "HAS", "ABOUT"}  # follows from what it joins, says nothing by itself
TOLD = {"Finding", "Document"}  # nodes that are news; the others come with the relationships that name them
COLUMNS = ("change", "kind", "what", "role", "date", "causes", "file", "line", "quote", "before", "after")
KEYS = {"tenure", "beside"}  # of what a relationship states, the keys of other things
MOST_TEXT = 2_000
LONGEST = 100  # characters of a name on a terminal
Say = Callable[[str], str]  # how a change, a kind or a cause is worded, such as document_new


@dataclass(frozen=True, slots=True)
class Told:
    """One change as a person reads it."""

    change: Change
    kind: str
    what: str

    def causes(self, say: Say = str) -> str:
        """Each cause with its document or decision; a question mark where it is not certain."""
        return "; ".join(
            " ".join(
                [
                    say(cause["cause"]),
                    *([cause["doc"]] if "doc" in cause else []),
                    *([say(cause["is"])] if "is" in cause else []),
                ]
            )
            + ("" if cause["certain"] else "?")
            for cause in self.change.causes
        )

    def speaks_of(self, words: Sequence[str]) -> bool:
        """Whether one of the words stands in what the change says, was or quotes."""
        text = f"{self.what} {line_of(self.change.row['of'])}"
        return not words or any(word in text for word in words)


def told(feed: Feed, old: Snapshot, new: Snapshot, words: Sequence[str] = (), *, structure: bool = False) -> list[Told]:
    """The changes as a person reads them; `structure`: also those that say nothing by themselves.

    A body that has another key, as when the document that named it first is forgotten, takes its relationships along: each is gone from
    the one key and come to the other, and states what it stated. That is no news either.
    """
    names = _Names(old, new)
    some = [Told(change, change.row.get("edge") or change.row["node"], names.of(change.row)) for change in feed.changes]
    moved = set() if structure else _only_moved(some)
    return [
        one
        for index, one in enumerate(some)
        if (structure or (_is_news(one.change.row) and index not in moved)) and one.speaks_of(words)
    ]


def _only_moved(some: Sequence[Told]) -> set[int]:
    """The changes of relationships that went and came again between things of the same names, and state the same."""
    gone: dict[str, list[int]] = defaultdict(list)
    moved: set[int] = set()
    came = []
    for index, one in enumerate(some):
        if "edge" in one.change.row and one.change.change == "removed":
            gone[_stated(one)].append(index)
        elif "edge" in one.change.row and one.change.change == "added":
            came.append(index)
    for index in came:
        if left := gone.get(_stated(some[index])):
            moved |= {index, left.pop()}
    return moved


def _stated(one: Told) -> str:
    """What a relationship states, without the keys of what it joins."""
    of = {name: value for name, value in one.change.row["of"].items() if name not in KEYS}
    return line_of({"kind": one.kind, "what": one.what, "of": of})


def write_jsonl(feed: Feed, path: Path) -> int:
    """The whole feed, as `zhize changes-between OLD --apply FEED` takes it."""
    with aside(path) as stream:
        stream.writelines(feed.lines())
    return len(feed.changes)


def read_feed(path: Path) -> Feed:
    """The feed of a file; raises ReadError for what is none."""
    return feed_of(rows_in(path))


def write_table(some: Sequence[Told], path: Path) -> int:
    """A table of the changes, for spreadsheets: nothing in a cell is a formula."""
    with aside(path, encoding="utf-8-sig") as stream:
        writer = csv.writer(stream, lineterminator="\r\n")
        writer.writerow(COLUMNS)
        for one in some:
            of, change = one.change.row["of"], one.change
            day = of.get("date_text") or of.get("dated_text") or of.get("published") or ""
            cells = [change.change, one.kind, one.what, of.get("role", ""), day, one.causes()]
            cells += [of.get("file", ""), str(of.get("line", "")), of.get("quote", "")]
            cells += [line_of(row["of"]).strip() if row else "" for row in (change.before, change.after)]
            writer.writerow([neutral(clean(cell)) for cell in cells])
    return len(some)


def write_atom(some: Sequence[Told], path: Path, when: datetime, words: Sequence[str] = (), say: Say = str) -> int:
    """An Atom feed (RFC 4287), the entries in the order of the changes; every text escaped."""
    stamp = when.isoformat(timespec="seconds")
    about = "、".join(words)
    with aside(path) as stream:
        stream.write('<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n')
        stream.write(f"<title>{_xml(f'Zhize: {about}' if about else 'Zhize')}</title>\n")
        stream.write(f"<id>urn:x-zhize:feed:{_digest(about)}</id>\n<updated>{stamp}</updated>\n")
        stream.write("<author><name>Zhize</name></author>\n")
        stream.writelines(_entry(one, stamp, say) for one in some)
        stream.write("</feed>\n")
    return len(some)


def _entry(one: Told, stamp: str, say: Say) -> str:
    of = one.change.row["of"]
    source = " ".join(str(of[name]) for name in ("file", "line") if name in of)
    summary = "\n".join(part for part in (of.get("quote", ""), source, one.causes(say)) if part)[:MOST_TEXT]
    identity = _digest(line_of({"change": one.change.change, "before": one.change.before, "after": one.change.after}))
    return (
        f"<entry><title>{_xml(f'{say(one.change.change)}: {say(one.kind)} {one.what}')}</title><id>urn:x-zhize:change:{identity}</id>"
        f'<updated>{stamp}</updated><category term="{one.change.change}"/><summary>{_xml(summary)}</summary></entry>\n'
    )


class _Names:
    """The names of nodes, now or before."""

    def __init__(self, old: Snapshot, new: Snapshot) -> None:
        self.rows = {**old.rows, **new.rows}

    def of(self, row: Row) -> str:
        """An element as one line."""
        if "node" in row:
            return self._name(row)
        start, end = (self._name(self._node(row[side])) for side in ("start", "end"))
        return f"{start} → {end}"

    def _node(self, end: Sequence[str]) -> Row:
        return self.rows.get(name_of({"node": end[0], "key": end[1]}), {"of": {"name": end[1]}})

    def _name(self, row: Row) -> str:
        of = row["of"]
        name = " ".join(clean(of.get("name", row.get("key", ""))).split())
        return f"{name}（{clean(of['body'])}）" if "body" in of else name


def _is_news(row: Row) -> bool:
    return row["edge"] not in STRUCTURE if "edge" in row else row["node"] in TOLD


def _xml(text: str) -> str:
    return escape(clean(text))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:20]


def summary(some: Sequence[Told], say: Say = str) -> Iterator[str]:
    """The changes as lines for a terminal; a long name is cut."""
    signs = {"added": "+", "removed": "−", "changed": "~"}
    for one in some:
        what = clean(one.what)
        shown = what if len(what) <= LONGEST else f"{what[: LONGEST - 1]}…"
        yield f"{signs[one.change.change]} {say(one.kind)} {shown}  [{clean(one.causes(say))}]"

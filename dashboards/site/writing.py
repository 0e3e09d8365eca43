"""Writes the static site: a page for each thing and each notice, lists, the first page, the search and its index.

In:  a face on the graph, a folder, the site's address and title. Out: files; what was there before is put in their place only when all are written.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape
from importlib.resources import files
from pathlib import Path

from dashboards.cells import literal
from dashboards.parts.blocks import PAGE_OF, Block, plain
from dashboards.parts.page import PAGE_STYLES, style_sheet
from dashboards.site.addresses import Addresses, file_name
from dashboards.site.html import Writer, mark, shown
from dashboards.site.index import Index, Unit, stretches, write_index
from dashboards.texts import text
from dashboards.views.frame.face import Face
from dashboards.views.start import coverage, newest
from dashboards.views.things import body, official, post, task, thing
from extract.errors import StoreError
from extract.private import masked
from graph.keeping.durable import whole_folder
from queries.search.finding import Hit
from queries.search.index import Thing, things
from queries.search.lines import about

MARKER = ".zhize-site"
LISTED = 300  # entries of a page of a list
TITLE = 60  # characters of a title in a list of results
KINDS = ("official", "department", "street", "group", "post", "topic", "project", "policy", "place", "task", "document")
DRAWN: dict[str, Callable[[Face, str], list[Block]]] = {
    "official": official.blocks,
    "body": body.blocks,
    "post": post.blocks,
    "task": lambda face, key: task.blocks(face, key, ""),
    "thing": thing.blocks,
}
POLICY = "default-src 'none'; script-src 'self' file:; connect-src 'self'; style-src 'self' file: 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'self'"


@dataclass(frozen=True, slots=True)
class Site:
    """What the site is called, where it will lie, and what is said of when it was made."""

    title: str
    base: str | None = None
    made: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """How much was written."""

    pages: int
    units: int


def write_site(
    face: Face, folder: Path, site: Site, told: Callable[[int, int], None] = lambda done, whole: None
) -> Written:
    """Writes the site; StoreError where the folder holds anything but an earlier site, or cannot be written."""
    if folder.exists() and (not folder.is_dir() or (any(folder.iterdir()) and not (folder / MARKER).is_file())):
        raise StoreError("other_files", folder=folder)
    try:
        with whole_folder(folder) as aside:
            written = Making(face, aside, site, told).write()
            (aside / MARKER).write_text("zhize site\n", encoding="utf-8")
    except OSError as error:
        raise StoreError("cannot_write_place", path=folder, fault=error) from error
    return written


class Making:
    """One site being written."""

    def __init__(self, face: Face, folder: Path, site: Site, told: Callable[[int, int], None]) -> None:
        self.face, self.folder, self.site, self.told = face, folder, site, told
        self.language = face.language
        chosen = [one for one in things(face.store) if one.kind in KINDS]
        self.things = sorted(chosen, key=lambda one: (KINDS.index(one.kind), -one.weight, one.name, one.key))
        self.notices: dict[str, dict[str, object]] = {}
        for one in self.things:
            if one.kind == "document":
                self.notices[one.key] = face.rows("notice", 1, key=one.key)[0]
        pages = frozenset((PAGE_OF[one.kind], one.key) for one in self.things)
        self.addresses = Addresses(pages, *self._ways())
        self.root = Writer(self.addresses.file)
        self.below = Writer(lambda to: f"../{there}" if (there := self.addresses.file(to)) else None)

    def _ways(self) -> tuple[dict[str, str], dict[str, str]]:
        """What leads to pages: the notice of each fact, the task of each item."""
        rows = self.face.store.read(
            "MATCH (i:Item)-[:OF]->(t:Task) RETURN i.key AS item, t.key AS task ORDER BY item, task LIMIT $limit", {"limit": 5_000_000}, limit=5_000_000
        )  # fmt: skip
        return dict(self.face.notices_of_facts()), {str(item): str(task) for item, task in rows.rows}

    def write(self) -> Written:
        """Writes everything."""
        for kind in ("assets", "list", "search", *sorted(set(PAGE_OF.values()))):
            (self.folder / kind).mkdir(parents=True, exist_ok=True)
        own = files("dashboards") / "assets" / "site"
        style = style_sheet(PAGE_STYLES) + (own / "site.css").read_text("utf-8")
        (self.folder / "assets" / "site.css").write_text(style, encoding="utf-8")
        (self.folder / "assets" / "search.js").write_text((own / "search.js").read_text("utf-8"), encoding="utf-8")
        index = write_index(self._units(), self.folder / "search")
        self._first(self._lists())
        self._search(index)
        if self.site.base:
            self._map([file_name(PAGE_OF[one.kind], one.key) for one in self.things])
        return Written(len(self.things), index.units)

    def _units(self) -> Iterator[Unit]:
        """Writes each page; gives what it is found by: things first, then the texts of notices stretch by stretch."""
        texts: list[Unit] = []
        whole = len(self.things)
        # the notices of a document one after the other: its facts are asked for once
        in_turn = sorted(self.things, key=lambda one: (one.kind == "document", *_turn(one)))
        for number, one in enumerate(in_turn):
            self.told(number, whole)
            path = file_name(PAGE_OF[one.kind], one.key)
            note = self._note(one)
            if one.kind == "document":
                texts += self._notice(one, path, note)
            else:
                blocks = DRAWN[PAGE_OF[one.kind]](self.face, one.key)
                self._page(path, plain(one.name), self.below.blocks(blocks), below=True)
            names = " | ".join(dict.fromkeys([one.name, *one.names]))
            for part in stretches(_said(names)):
                yield Unit(path, one.kind, _said(one.name)[:TITLE], note, part)
        yield from texts

    def _note(self, one: Thing) -> str:
        hit = Hit(one.kind, one.key, one.name, one.name, one.place, one.note, "exact")
        return _said(" · ".join(part for part in (one.place, about(hit, self.language)) if part))[:120]

    def _notice(self, one: Thing, path: str, note: str) -> list[Unit]:
        """The page of a notice as printed; what it is found by."""
        reading = self.face.reading(one.key)
        passages = reading.passages if reading else ()
        row = self.notices[one.key]
        label = " · ".join(plain(part) for part in (row["gazette"] or row["file"], row["issue"], row["number"]) if part)
        page = text("page_number", self.language, page=row["page"]) if row["page"] else ""
        url = str(row["url"] or "")
        first = f' · <a rel="noopener noreferrer" href="{escape(url)}">{shown(text("original", self.language))}</a>' if url.startswith(("http://", "https://")) else ""  # fmt: skip
        head = f'<p class="crumb">{shown(" · ".join(part for part in (label, page) if part))}{first}</p><div class="head"><h1>{shown(one.name)}</h1></div>'
        self._page(path, plain(one.name), f'{head}<section class="card flush reading">{self.below.passages(passages, self.language)}</section>', below=True)  # fmt: skip
        title = _said(one.name)[:TITLE]
        return [
            Unit(f"{path}#p{number}", "passage", title, _said(label)[:120], part)
            for number, passage in enumerate(passages)
            for part in stretches(_said(passage.text))
            if part.strip()
        ]

    def _lists(self) -> list[tuple[str, int, str]]:
        """The lists of things of one kind, a few hundred a page; the kind, the number and the first page of each."""
        of: dict[str, list[Thing]] = defaultdict(list)
        for one in self.things:
            of[one.kind].append(one)
        made = []
        for kind, all_of in of.items():
            pages = range(0, len(all_of), LISTED)
            word = text(f"kind_{kind}", self.language)
            for number, begin in enumerate(pages, start=1):
                rows = "".join(
                    f'<li><span class="named">{mark(kind)}<a href="../{file_name(PAGE_OF[kind], one.key)}">{shown(one.name)}</a></span> <span class="dim">{shown(self._note(one))}</span></li>'
                    for one in all_of[begin : begin + LISTED]
                )  # fmt: skip
                turn = " ".join(
                    f'<a class="chip" href="{kind}-{other}.html"{" aria-current=page" if other == number else ""}>{other}</a>' for other in range(1, len(pages) + 1)
                ) if len(pages) > 1 else ""  # fmt: skip
                turning = f'<nav class="chips" aria-label="{shown(word)}">{turn}</nav>' if turn else ""
                inside = f'<div class="head"><h1>{shown(word)} <span class="dim">{len(all_of)}</span></h1></div>{turning}<section class="card"><ul class="list">{rows}</ul></section>{turning}'
                self._page(f"list/{kind}-{number}.html", word, inside, below=True)
            made.append((word, len(all_of), f"list/{kind}-1.html"))
        return made

    def _first(self, lists: Sequence[tuple[str, int, str]]) -> None:
        """The first page: what this is, the search, the newest changes, the lists."""
        face = replace(self.face, read_only=True)
        line, *strips = coverage(face, decide=False)
        ways = "".join(
            f'<li><a href="{to}">{shown(word)}</a> <span class="dim">{count}</span></li>' for word, count, to in lists
        )
        rows = [block for block in newest(face) if block["is"] == "table"]
        changes = (
            f"<section class='card'><h2>{shown(text('newest', self.language))}</h2>{self.root.blocks(rows)}</section>"
            if rows
            else ""
        )
        inside = (
            f'<div class="answer big"><h1 class="said">{shown(self.site.title)}</h1><p class="sub">{shown(text("start_lead", self.language))}</p></div>'
            f'{self._form("", "search big")}<div class="columns"><div class="stack">{changes}</div><div class="stack"><section class="card">{self.root.blocks([line, *strips])}</section>'
            f'<section class="card"><h2>{shown(text("site_lists", self.language))}</h2><ul class="list">{ways}</ul></section></div></div>'
        )  # fmt: skip
        self._page("index.html", self.site.title, inside, below=False)

    def _search(self, index: Index) -> None:
        words: dict[str, str | int] = {
            name: text(f"site_{name}", self.language)
            for name in ("short", "none", "found", "more", "failed", "searching")
        }
        words |= {f"kind_{kind}": text(f"kind_{kind}", self.language) for kind in (*KINDS, "passage")}
        words["files"] = index.files
        inside = (
            f'<div class="head"><h1>{shown(text("site_search", self.language))}</h1></div>{self._form("", "search big")}'
            f'<p class="small" role="status" id="status"><noscript>{shown(text("site_noscript", self.language))}</noscript></p><ul class="list card results" id="results" hidden></ul>'
            f'<button class="button" id="more" type="button" hidden>{shown(text("site_more", self.language))}</button>'
            f'<script type="application/json" id="words">{json.dumps(words, ensure_ascii=False).replace("<", chr(92) + "u003c")}</script><script src="assets/search.js" defer></script>'
        )  # fmt: skip
        self._page("search.html", text("site_search", self.language), inside, below=False)

    def _form(self, up: str, style: str) -> str:
        label = escape(text("search_placeholder", self.language))
        return f'<form class="{style}" action="{up}search.html" role="search"><input type="search" name="q" minlength="2" maxlength="100" placeholder="{label}" aria-label="{label}"><button class="button primary">{shown(text("site_search", self.language))}</button></form>'  # fmt: skip

    def _page(self, path: str, title: str, inside: str, *, below: bool) -> None:
        up = "../" if below else ""
        base = self.site.base
        canonical = f'<link rel="canonical" href="{escape(f"{base}/{path}")}">' if base else ""
        skip = shown(text("site_skip", self.language))
        named = title if title == self.site.title else f"{title} · {self.site.title}"
        form = "" if path in ("index.html", "search.html") else self._form(up, "search")
        made = f"{shown(text('site_made', self.language, day=self.site.made))} " if self.site.made else ""
        cited = f"<br>{shown(text('site_address', self.language))} {shown(f'{base}/{path}')}" if base else ""
        document = (
            f'<!doctype html>\n<html lang="{"en" if self.language == "en" else "zh-CN"}" class="zhize">\n<head>\n<meta charset="utf-8">\n'
            f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
            f'<title>{shown(named)}</title>\n{canonical}<link rel="icon" href="data:,"><link rel="stylesheet" href="{up}assets/site.css">\n</head>\n<body class="page">\n<a class="skip" href="#main">{skip}</a>\n'
            f'<header class="site-head"><a class="logo" href="{up}index.html"><span class="seal" aria-hidden="true">职责</span><b>{shown(self.site.title)}</b></a>{form}</header>\n'
            f'<main id="main">\n{inside}\n</main>\n<footer class="small">{made}{shown(text("rests_on_help", self.language))}{cited}</footer>\n</body>\n</html>\n'
        )  # fmt: skip
        (self.folder / path).write_text(document, encoding="utf-8", errors="replace")

    def _map(self, paths: Sequence[str]) -> None:
        rows = "\n".join(
            f"<url><loc>{escape(f'{self.site.base}/{path}')}</loc></url>" for path in ("index.html", *paths)
        )
        document = f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}\n</urlset>\n'
        (self.folder / "sitemap.xml").write_text(document, encoding="utf-8")


def _turn(one: Thing) -> tuple[int, str]:
    """The order of a thing among those of its kind: as they are, but notices by their documents."""
    return (-one.weight, one.key.partition(":")[0]) if one.kind == "document" else (0, "")


def _said(words: str) -> str:
    """Text of a document as the index holds it."""
    return masked(literal(words))

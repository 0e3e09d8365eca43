"""The graph over plain HTTP on 127.0.0.1, read-only: questions, search, things, and reconciliation; JSON in UTF-8.

    GET /questions                       all questions, with their parameters and columns
    GET /ask/who_holds?body=区发改局&on=2022-06-01&limit=50
    GET /find?words=养老&kind=task&limit=20
    GET /thing/official/KEY              a thing's page: what the questions about its kind answer
    GET, POST /reconcile                 the Reconciliation Service API 0.2: manifest, queries; /reconcile/suggest/…, /reconcile/preview

Requests under another Host are refused, and those of pages of another Origin, but for OpenRefine's own and those that the user names.
"""

import json
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from dashboards.served import reconciliation
from dashboards.served.answers import Answers, Json
from dashboards.served.tables import message_as_json
from dashboards.serving import REFUSED, refusal
from extract.errors import GazetteError
from queries.run import DEFAULT_LIMIT

OPENREFINE = ("http://127.0.0.1:3333", "http://localhost:3333")
MOST_BYTES = 1_000_000  # of a request
SECONDS = 30  # that a request may take to arrive
SAFE = {
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors http://127.0.0.1:* http://localhost:*",
    "Referrer-Policy": "no-referrer",
}
Given = dict[str, list[str]]


class Server(ThreadingHTTPServer):
    """The server, with what it answers from and whom it answers."""

    daemon_threads = True

    def __init__(self, answers: Answers, port: int, hosts: frozenset[str], origins: frozenset[str]) -> None:
        self.answers, self.hosts, self.origins = answers, hosts, origins
        super().__init__(("127.0.0.1", port), Handler)


class Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    server: Server
    server_version, sys_version = "zhize", ""
    timeout = SECONDS

    def do_GET(self) -> None:
        """Answers a GET request."""
        self._answer(None)

    def do_HEAD(self) -> None:
        """Answers without the body."""
        self._answer(None)

    def do_OPTIONS(self) -> None:
        """Answers a browser that asks whether a page may ask (CORS)."""
        if self._is_ours():
            self._send(HTTPStatus.NO_CONTENT, b"", "text/plain")

    def do_POST(self) -> None:
        """Answers a batch of reconciliation queries; nothing else takes a body."""
        length = self.headers.get("Content-Length", "")
        if not length.isascii() or not length.isdigit() or int(length) > MOST_BYTES:
            self.close_connection = True
            self._send_json({"error": f"a request has at most {MOST_BYTES} bytes"}, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
            return
        body = self.rfile.read(int(length)).decode("utf-8", "replace")
        if urlsplit(self.path).path != "/reconcile":
            self._send_json({"error": "only /reconcile takes POST"}, HTTPStatus.METHOD_NOT_ALLOWED)
            return
        self._answer(parse_qs(body, keep_blank_values=True))

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Says nothing: what is asked is nobody else's business."""

    def _answer(self, form: Given | None) -> None:
        if not self._is_ours():
            return
        try:
            url = urlsplit(self.path)
            given = parse_qs(url.query, keep_blank_values=True) if form is None else form
            self._route([unquote(part) for part in url.path.split("/")[1:]], given)
        except GazetteError as error:
            message = getattr(error, "message", None)
            told = message_as_json(message) if message is not None else {"en": str(error)}
            self._send_json({"refused": told}, HTTPStatus.BAD_REQUEST)
        except ValueError as error:
            self._send_json({"error": str(error)}, HTTPStatus.BAD_REQUEST)

    def _route(self, parts: list[str], given: Given) -> None:
        answers = self.server.answers
        match parts:
            case [""]:
                self._send_json({"zhize": ["/questions", "/ask/NAME", "/find?words=", "/thing/KIND/KEY", "/reconcile"]})
            case ["questions"]:
                self._send_json({"questions": answers.questions()})
            case ["ask", name]:
                typed = {key: values[-1] for key, values in given.items() if key != "limit"}
                self._send_json(answers.ask(name, typed, _number(given, "limit", DEFAULT_LIMIT)))
            case ["find"]:
                limits = _number(given, "limit", 20), _number(given, "passages", 5)
                self._send_json(answers.find(_one(given, "words"), given.get("kind", []), *limits))
            case ["thing", kind, key]:
                self._send_json(answers.thing(kind, key))
            case ["view"]:
                kind, _, key = _one(given, "id").partition(":")
                self._send_json(answers.thing(kind, key))
            case ["reconcile", *rest]:
                self._reconcile(rest, given)
            case _:
                self._send_json({"error": "nothing is served there"}, HTTPStatus.NOT_FOUND)

    def _reconcile(self, parts: list[str], given: Given) -> None:
        answers = self.server.answers
        match parts:
            case []:
                batch = _one(given, "queries")
                reply = (
                    reconciliation.results(answers, json.loads(batch))
                    if batch
                    else reconciliation.manifest(self._base())
                )
                self._send_json(reply)
            case ["suggest", ("entity" | "type" | "property") as what]:
                self._send_json(
                    reconciliation.suggested(answers, what, _one(given, "prefix"), _number(given, "cursor", 0))
                )
            case ["preview"]:
                page = reconciliation.preview(answers, _one(given, "id"))
                if page is None:
                    self._send_json({"error": "nothing bears that id"}, HTTPStatus.NOT_FOUND)
                else:
                    self._send(HTTPStatus.OK, page.encode(), "text/html; charset=utf-8")
            case _:
                self._send_json({"error": "nothing is served there"}, HTTPStatus.NOT_FOUND)

    def _is_ours(self) -> bool:
        """Whether the request is meant for this machine and comes from no foreign page; else it is refused."""
        headers = [(name.encode("latin-1"), value.encode("latin-1", "replace")) for name, value in self.headers.items()]
        if self.headers.get("Origin") in self.server.origins:
            headers = [(name, value) for name, value in headers if name.lower() != b"origin"]
        if refusal(headers, self.server.hosts) is None:
            return True
        self.close_connection = True
        self._send(HTTPStatus.FORBIDDEN, REFUSED, "text/plain", allowed=False)
        return False

    def _base(self) -> str:
        return f"http://{self.headers['Host']}"

    def _send_json(self, what: Json, status: HTTPStatus = HTTPStatus.OK) -> None:
        text = json.dumps(what, ensure_ascii=False)
        self._send(status, text.encode("utf-8", "replace"), "application/json; charset=utf-8")

    def _send(self, status: HTTPStatus, body: bytes, kind: str, *, allowed: bool = True) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in SAFE.items():
            self.send_header(name, value)
        origin = self.headers.get("Origin")
        if allowed and origin:
            self.send_header("Access-Control-Allow-Origin", origin)
            self.send_header("Access-Control-Allow-Methods", "GET, POST, OPTIONS")
            self.send_header("Access-Control-Allow-Headers", "Content-Type")
            self.send_header("Vary", "Origin")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


def _one(given: Given, name: str) -> str:
    return given.get(name, [""])[-1]


def _number(given: Given, name: str, default: int) -> int:
    text = _one(given, name) or str(default)
    if not text.isascii() or not text.isdigit() or len(text) > 9:
        raise ValueError(f"{name} is not a whole number")
    return int(text)

"""zhize review: what waits for a person to decide, and the decisions.

In:  a workspace   Out: proposals by score, or one line more in its judgements.jsonl

    zhize review                                  pairs that may be one, likeliest first, with the ids that a decision names
    zhize review same 1f0c…:412-415:official 9a3b…:77-80:official --why "同一任命通知"
"""

import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import click

from dashboards.deciding import decide
from dashboards.settings import workspace_of
from dashboards.texts.language import language_of
from dashboards.texts.telling import said, tell
from extract.errors import QueryError
from extract.private import masked
from graph.identity.clusters import Cluster, Proposal, Resolution
from graph.identity.resolve import resolve
from graph.keeping.judgements import CORRECTABLE, Decision
from graph.projection.findings import doubt_id
from graph.time.spans import is_day
from graph.workspace import Workspace

SHOWN = 20
Command = TypeVar("Command", bound=Callable[..., Any])
KEYS = {"s": Decision.SAME, "n": Decision.NOT_SAME}


def _reasoned(command: Command) -> Command:
    """A command that keeps a decision, with who decides and why."""
    why = click.option("--why", default="", help="The reason, for whoever reads it later.")
    return why(click.option("--who", default=None, help="Who decides; default: the user's name.")(command))


@click.group(
    invoke_without_command=True,
    epilog='Example: zhize review same 1f0c…:412-415:official 9a3b…:77-80:official --why "one notice names both posts"',
)
@click.option("--workspace", type=click.Path(path_type=Path), help="The workspace folder; else ./zhize-data.")
@click.option("--merges", is_flag=True, help="List the merges that were made, the weakest first, instead of proposals.")
@click.option("--ask", is_flag=True, help="Ask about each proposal: s same, n not the same, Enter skips, q ends.")
@click.option("--limit", default=SHOWN, show_default=True, help="How many to list.")
@click.option("--json", "as_json", is_flag=True, help="JSON lines instead of text.")
@click.pass_context
def review(ctx: click.Context, workspace: Path | None, merges: bool, ask: bool, limit: int, as_json: bool) -> None:
    """List what may be one and wait for decisions; take decisions about pairs, facts and doubts.

    Decisions are added to judgements.jsonl of the workspace and win over scores from the next zhize build on; a later one
    about the same pair or fact replaces an earlier one, and undo takes it back.
    """
    held = workspace_of(workspace)
    ctx.obj = held
    if ctx.invoked_subcommand:
        return
    corpus = held.corpus()
    if not corpus.facts:
        raise QueryError("nothing_to_review", folder=held.folder)
    stated = [(corpus.documents.fact_id(fact), fact) for fact in corpus.facts]
    judgements = held.judgements()
    standing = [fact for _, fact, _ in judgements.apply(stated)]
    resolution = resolve(standing, corpus.context, judgements, corpus.passages)
    if merges:
        _list_merges(resolution, limit, as_json)
    elif ask:
        _ask(held, resolution, limit)
    else:
        _list_proposals(resolution, limit, as_json)


@review.command(epilog='Example: zhize review same 1f0c…:412-415:official 9a3b…:77-80:official --why "…"')
@click.argument("mentions", nargs=2)
@_reasoned
@click.pass_obj
def same(place: Workspace, mentions: tuple[str, str], why: str, who: str | None) -> None:
    """Two mentions are one official, one body, one document."""
    _add(place, Decision.SAME, mentions, why, who)


@review.command(
    "not-same", epilog='Example: zhize review not-same 1f0c…:412-415:official 9a3b…:77-80:official --why "…"'
)
@click.argument("mentions", nargs=2)
@_reasoned
@click.pass_obj
def not_same(place: Workspace, mentions: tuple[str, str], why: str, who: str | None) -> None:
    """Two mentions are not one."""
    _add(place, Decision.NOT_SAME, mentions, why, who)


@review.command(epilog="Example: zhize review right 0123456789abcdef")
@click.argument("fact")
@_reasoned
@click.pass_obj
def right(place: Workspace, fact: str, why: str, who: str | None) -> None:
    """A fact is right."""
    _add(place, Decision.RIGHT, (fact,), why, who)


@review.command(epilog='Example: zhize review wrong 0123456789abcdef --why "the line names another body"')
@click.argument("fact")
@_reasoned
@click.pass_obj
def wrong(place: Workspace, fact: str, why: str, who: str | None) -> None:
    """A fact is wrong: it leaves the graph with the next build."""
    _add(place, Decision.WRONG, (fact,), why, who)


@review.command(epilog="Example: zhize review correct 0123456789abcdef role=局长 subject=张三")
@click.argument("fact")
@click.argument("changes", nargs=-1, required=True)
@_reasoned
@click.pass_obj
def correct(place: Workspace, fact: str, changes: tuple[str, ...], why: str, who: str | None) -> None:
    """A fact is right once corrected: subject=NAME, object=NAME, role=WORD, date=ISO."""
    value: dict[str, Any] = {}
    for change in changes:
        field, sign, text = change.partition("=")
        if not sign or field not in CORRECTABLE - {"qualifiers"}:
            raise QueryError("corrects_nothing", change=repr(change))
        if field in {"subject", "object"} and not text.strip():
            raise QueryError("fact_needs_field", field=field, again=field, fact=fact)
        if field == "date" and text and not is_day(text):
            raise QueryError("no_date_given", text=repr(text))
        value[field] = text.strip() or None
    _add(place, Decision.CORRECTED, (fact,), why, who, value)


@review.command(epilog="Example: zhize review doubts")
@click.pass_obj
def doubts(place: Workspace) -> None:
    """List the doubts that nobody has settled, with the ids that settle takes."""
    corpus, judgements = place.corpus(), place.judgements()
    waiting = [
        (own, doubt) for doubt in corpus.doubts if judgements.of_fact(own := doubt_id(doubt, corpus.documents)) is None
    ]
    for own, doubt in waiting:
        click.echo(f"{own}  {doubt.evidence.doc}:{doubt.evidence.line}  {masked(doubt.reason.text(language_of()))}")
    tell("doubts", aside=True, count=len(waiting), all=len(corpus.doubts))


@review.command(epilog='Example: zhize review settle 0123456789abcdef --why "…"')
@click.argument("doubt")
@_reasoned
@click.pass_obj
def settle(place: Workspace, doubt: str, why: str, who: str | None) -> None:
    """A doubt is settled."""
    _add(place, Decision.SETTLED, (doubt,), why, who)


@review.command(epilog="Example: zhize review undo 1f0c…:412-415:official 9a3b…:77-80:official")
@click.argument("about", nargs=-1, required=True)
@_reasoned
@click.pass_obj
def undo(place: Workspace, about: tuple[str, ...], why: str, who: str | None) -> None:
    """Take back what was decided about a pair of mentions, a fact or a doubt."""
    corpus = place.corpus()
    now_called = corpus.documents.former_mentions(corpus.facts)  # a decision may be older than the ids of now
    about = tuple(sorted(now_called.get(one, one) for one in about))
    if about not in place.judgements().renamed(now_called).holding():
        raise QueryError("nothing_decided", about=" ".join(about))
    _add(place, Decision.UNDO, about, why, who)


@review.command(epilog="Example: zhize review history")
@click.pass_obj
def history(place: Workspace) -> None:
    """All decisions, the oldest first, as JSON lines."""
    for judgement in place.judgements().history:
        click.echo(json.dumps(judgement.to_json(), ensure_ascii=False))


def _add(
    place: Workspace,
    decision: Decision,
    about: tuple[str, ...],
    why: str,
    who: str | None,
    value: Mapping[str, Any] | None = None,
) -> None:
    judgement = decide(place, decision, about, why, who, value)
    about_all = said("about_joint").join(judgement.about)
    tell("decided", aside=True, decision=said(decision.value), about=about_all)


def _list_proposals(resolution: Resolution, limit: int, as_json: bool) -> None:
    for proposal in resolution.proposals[:limit]:
        if as_json:
            click.echo(json.dumps(_proposal_json(proposal, resolution), ensure_ascii=False))
        else:
            click.echo(_proposal_text(proposal, resolution))
    count = len(resolution.proposals)
    tell("pairs", aside=True, count=min(limit, count), all=count)


def _list_merges(resolution: Resolution, limit: int, as_json: bool) -> None:
    made = sorted((c for c in resolution.clusters if c.why), key=lambda c: (c.score, c.kind.value, c.key))
    for cluster in made[:limit]:
        if as_json:
            click.echo(json.dumps(cluster.to_json(), ensure_ascii=False))
        else:
            click.echo(f"{cluster.score:.2f}  {cluster.kind.value}  {' = '.join(use.name for use in cluster.names)}")
            for why in cluster.why:
                click.echo(f"      {why.text(language_of())}")
            click.echo(f"      {cluster.members[0]}")
    tell("merges", aside=True, count=min(limit, len(made)), all=len(made))


def _ask(place: Workspace, resolution: Resolution, limit: int) -> None:
    if not sys.stdin.isatty():
        raise QueryError("ask_needs_terminal")
    for proposal in resolution.proposals[:limit]:
        click.echo(_proposal_text(proposal, resolution))
        answer = click.prompt("same (s), not the same (n), skip (Enter), end (q)", default="", show_default=False)
        if answer == "q":
            return
        if answer in KEYS:
            _add(place, KEYS[answer], proposal.about, click.prompt("why", default="", show_default=False), None)


def _proposal_text(proposal: Proposal, resolution: Resolution) -> str:
    left, right = resolution.by_key[proposal.left], resolution.by_key[proposal.right]
    return (
        f"{proposal.score:.2f}  {proposal.kind.value}  {_names(left)}  |  {_names(right)}\n"
        f"      {proposal.why.text(language_of())}\n      {proposal.about[0]} {proposal.about[1]}"
    )


def _proposal_json(proposal: Proposal, resolution: Resolution) -> dict[str, Any]:
    left, right = resolution.by_key[proposal.left], resolution.by_key[proposal.right]
    return {
        "kind": proposal.kind.value,
        "score": proposal.score,
        "why": proposal.why.to_json(),
        "about": list(proposal.about),
        "left": [use.name for use in left.names],
        "right": [use.name for use in right.names],
    }


def _names(cluster: Cluster) -> str:
    return "、".join(use.name for use in cluster.names[:4])

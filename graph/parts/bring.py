"""Brings a store up to date with a workspace, part by part: only what changed is read, resolved, projected, compared and applied.

In:  a workspace and an open store. Out: what was applied, and the numbers of the graph.

    1. the parts whose documents, judgements or rules changed are made, each by itself, in several processes
    2. what several of them speak of is put together by the index
    3. each part that the store does not hold is compared with what it holds, and applied in one transaction with what it speaks of
    4. what is left to say of things that several speak of, and what is gone, is applied in one more

A build that is stopped goes on where it was: parts that are made lie in the workspace, those that are applied bear their digest in the store.
"""

import hashlib
from collections.abc import Iterable, Mapping

from extract.errors import GazetteError
from extract.workers import Workers, workers_of
from graph.keeping.judgements import Judgement
from graph.parts.applying import Applied, Applying, Watch, unwatched
from graph.parts.index import Index, KnownPart, open_index
from graph.parts.making import make, making_of, stored_or_made_saying
from graph.parts.packed import path_of
from graph.parts.planning import Plan, is_current, judged_by, plans_of
from graph.parts.summary import Summary, summary_of
from graph.stores.store import Store
from graph.workspace import Workspace

BYTES = 1_500_000  # of stored facts of which a part is made in a second
PATIENCE = 7 * 24 * 3600.0  # seconds for a part: as long as it takes


def up_to_date(
    workspace: Workspace, store: Store, workers: Workers | int | None = 1, watch: Watch = unwatched
) -> tuple[Applied, Summary]:
    """Makes what must be made and applies what the store lacks; nothing where nothing changed."""
    with open_index(workspace.folder) as index:
        plans = made(workspace, index, workers, watch)
        if not isinstance(workers, int | None):
            workers.end()  # a store has one writer
        applied = Applying(workspace, store, index, plans).done(watch)
        store.checkpoint()
        return applied, summary_of(index)


def made(
    workspace: Workspace, index: Index, workers: Workers | int | None = 1, watch: Watch = unwatched
) -> dict[str, Plan]:
    """Makes the parts that are not as their plans say; the plans of all."""
    workspace.check_sources()
    plans = plans_of(workspace, index)
    holding = sorted(workspace.judgements().holding().items())
    decided = hashlib.sha256(repr(holding).encode("utf-8", "surrogatepass")).hexdigest()
    known = index.parts()
    judged = _judged_anew(index, known, holding) if decided != index.told("judgements") else {}
    waiting = [plan for scope, plan in plans.items() if not is_current(plan, known.get(scope), judged.get(scope))]
    waiting += [
        plan for scope, plan in plans.items() if plan not in waiting and not path_of(workspace.folder, scope).exists()
    ]
    _note_moved(index, known, plans)
    _make(
        workspace, index, sorted(waiting, key=lambda plan: (-len(plan.documents), plan.scope)), workers, holding, watch
    )
    with index.writing():
        for scope in known.keys() - plans.keys():
            index.drop(scope)
        index.note("judgements", decided)
        index.settle()
    return plans


def _note_moved(index: Index, known: Mapping[str, KnownPart], plans: Mapping[str, Plan]) -> None:
    """Notes the parts of which a document is now another's: a store lets them go of it before the other takes it."""
    now = {sha256: plan.scope for plan in plans.values() for sha256 in plan.documents}
    moved = {
        scope for scope, part in known.items() if any(now.get(sha256, scope) != scope for sha256 in part.documents)
    }
    if moved:
        index.note("moved", " ".join(sorted(moved.union(index.told("moved").split()))))


def _judged_anew(
    index: Index, known: Mapping[str, KnownPart], holding: Iterable[tuple[tuple[str, ...], Judgement]]
) -> dict[str, str]:
    """Part → what stands for the judgements about it, as they are now."""
    some = list(holding)
    return {scope: judged_by(some, known[scope].documents, ids) for scope, ids in index.ids()}


def _make(
    workspace: Workspace,
    index: Index,
    waiting: list[Plan],
    workers: Workers | int | None,
    holding: list[tuple[tuple[str, ...], Judgement]],
    watch: Watch,
) -> None:
    if not waiting:
        return
    by_scope = {plan.scope: plan for plan in waiting}
    tasks = [making_of(workspace, plan) for plan in waiting]
    with watch("resolve and project", len(tasks)) as step:
        work = sum(workspace.size_of(sha256) for plan in waiting for sha256 in plan.documents) / BYTES
        for scope in workers_of(workers, work).each(make, tasks, PATIENCE):
            if isinstance(scope, GazetteError):
                raise scope
            plan = by_scope[scope]
            part = stored_or_made_saying(workspace, plan)
            with index.writing():
                index.put(part, plan.stamp, judged_by(holding, plan.documents, part.ids), plan.documents)
            step()

"""人事: who came, who went, who holds what on a day, who succeeded whom."""

from dashboards.views.face import Face
from dashboards.views.questions import render as render_questions

OFFERED = (
    "changes",
    "who_holds",
    "career",
    "record",
    "succession",
    "vacancies",
    "state",
    "body_changes",
    "all_moves",
    "moves",
    "concurrent_posts",
    "term_ends",
    "dismissed_without_new_post",
    "possible_same",
)


def render(face: Face) -> None:
    """Draws the page."""
    render_questions(face, "people", OFFERED)

"""谁负责: who answers for a topic, a task, a body or a project."""

from dashboards.views.face import Face
from dashboards.views.questions import render as render_questions

OFFERED = ("who_answers", "oversees", "portfolio", "items", "projects", "deadlines", "progress", "register")


def render(face: Face) -> None:
    """Draws the page."""
    render_questions(face, "answers", OFFERED)

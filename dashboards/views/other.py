"""更多: groups, documents, registers, findings, and the issues loaded."""

from dashboards.views.face import Face
from dashboards.views.questions import render as render_questions

OFFERED = ("documents", "groups_of", "body_groups", "members", "policies", "policy_chain", "findings")


def render(face: Face) -> None:
    """Draws the page."""
    render_questions(face, "more", OFFERED)

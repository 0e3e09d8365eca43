"""交叉: where the work of bodies overlaps, collides, or leaves a gap."""

from dashboards.views.face import Face
from dashboards.views.questions import render as render_questions

OFFERED = ("overlaps", "shared", "pair", "contested", "gaps")


def render(face: Face) -> None:
    """Draws the page."""
    render_questions(face, "overlaps", OFFERED)

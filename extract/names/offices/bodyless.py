"""Titles whose body is not told: 党委书记 beside a name, in the list of a house that says elsewhere whose list it is.

In:  a title as printed. Out: whether it is one of a body that it does not name
"""

from extract.names.offices.titles import offices

SOME_BODY = "某某公司"  # stands for the body that a bare title does not name


def is_title_of_some_body(title: str) -> bool:
    """Whether a text is a title of a body that it does not name: 党委书记, 副校长、党委委员."""
    held = offices(SOME_BODY + title, 0, len(SOME_BODY) + len(title))
    whole = bool(held) and held[-1].post_end == len(SOME_BODY) + len(title)
    return whole and all(office.body.startswith(SOME_BODY) for office in held)

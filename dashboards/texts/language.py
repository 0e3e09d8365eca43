"""The language of what is shown: zh unless somebody chose en. Alone in its file, so that help, which needs no more, is quick.

ZHIZE_LANGUAGE=zh              zh or en
"""

import os

LANGUAGES = ("zh", "en")


def language_of(language: str | None = None) -> str:
    """The language: the option if given, else the environment's, else Chinese."""
    chosen = language or os.environ.get("ZHIZE_LANGUAGE")
    return chosen if chosen in LANGUAGES else LANGUAGES[0]

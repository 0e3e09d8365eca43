"""Whether a text states rules in articles: 条例, 办法, 选举法.

In:  a notice   Out: whether three of its first paragraphs open with the number of an article, 第五条
"""

import re
from functools import lru_cache

from extract.document import Notice
from extract.names.marks import DIGITS

ARTICLE = re.compile(rf"第[{DIGITS}十百零\d]{{1,5}}条")
HEAD = 60  # paragraphs that are looked at
LEAST = 3


@lru_cache(maxsize=4)
def in_articles(notice: Notice) -> bool:
    """Whether a notice is written in articles."""
    texts = [block.text.text for block in notice.blocks[:HEAD]]
    return sum(text.startswith("第") and ARTICLE.match(text) is not None for text in texts) >= LEAST

"""The line about a hit that tells it apart: who holds a post, who leads an item, in which issue a document stands.

street  涨渡湖街道办事处   →  主任 周琴，最近见于 2022-06-13
post    …主任              →  胡艳萍、周琴
task    …                  →  牵头 区水务和湖泊局
topic   教育               →  负责 张再强
"""

from queries.messages import note
from queries.search.finding import Hit


def about(hit: Hit, language: str) -> str:
    """The line in zh or en; empty where the documents say nothing more."""
    given = hit.note
    joined = "、" if language == "zh" else ", "
    if given.get("holder"):
        return note("hit_head", post=given["post"], holder=given["holder"], last=given["last"] or "?").text(language)
    if given.get("post"):
        post = f"{given['body']}{given['post']}"
        return note("hit_post", post=post, last=given["last"] or "?").text(language)
    if given.get("holders"):
        more = " …" if given["count"] > len(given["holders"]) else ""
        return joined.join(given["holders"]) + more
    if given.get("leads"):
        return note("hit_leads", leads=joined.join(given["leads"])).text(language)
    if given.get("leaders"):
        return note("hit_leaders", leaders=joined.join(given["leaders"])).text(language)
    return " ".join(str(part) for part in (given.get("source"), given.get("dated")) if part)

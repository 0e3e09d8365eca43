"""Bytes → text: the encodings that Chinese documents come in, decided by the bytes alone; what a page declares is often wrong.

In:  bytes of a text, of a page   Out: Decoded(text, encoding, lost) or a ReadError that says why not

Order: a byte order mark · zero bytes in the places of UTF-16 · strict UTF-8 · else the encoding whose reading looks most like
its language: the share of the commonest characters of simplified Chinese (GB18030), traditional Chinese (Big5), Japanese
(Shift-JIS) and Korean (EUC-KR). The last two are recognised only to be refused by name.
"""

import codecs
import re
from dataclasses import dataclass

from extract.errors import ReadError

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
COMMON = {
    "gb18030": "的一是在不了有和人这中大为上个国我以要时来用们到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经政府区县市月日任命免职长局委办关通知第二三四五六七八九十理部公事务管单位街道镇乡村及等由与其或各应当规条请",
    "big5": "的一是在不了有和人這中大為上個國我以要時來用們到作地於出就分對成會可主發年動同工也能下過子說產種面而方後多定行學法所民得經政府區縣市月日任命免職長局委辦關通知第二三四五六七八九十理部公事務管單位街道鎮鄉村及等由與其或各應當規條請",
    "shift_jis": "のにはをたがでとしれさるもなかっいりこまくあそすよきだつられおけうめインスルトアラーリクシドフコレタプサマテメ",
    "euc_kr": "의이다에는을를가고하한로지사과은기도인서자정대시나리어있해수부일라스장전그제보여만원상주구성공중관동안",
}
LANGUAGES = {"shift_jis": "Japanese (Shift-JIS)", "euc_kr": "Korean (EUC-KR)"}
SAMPLE = 60_000  # bytes that are read to tell one encoding from another
LEAST_UTF8 = 12  # bytes beyond ASCII that read as UTF-8 before a fault: no GB18030 text does that
CLEARLY = 1.5  # how much better another encoding must look than GB18030
LEAST_COMMON = 0.06  # share of common characters below which a guess is none
MOST_LOST = 0.002  # share of characters that a page may lose to stray bytes
UTF16_LEAST = 0.1  # the same share that a reading as UTF-16 needs


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, how it was encoded, and how many characters of it are only U+FFFD because their bytes are broken."""

    text: str
    encoding: str
    lost: int = 0


def decoded(data: bytes, name: str, tolerant: bool = False) -> Decoded:
    """The text of bytes, without a byte order mark; raises ReadError for what is none.

    `tolerant` takes a page that has stray bytes in some places (scripts, counters), which become U+FFFD.
    """
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, name, tolerant)
    if wide := _wide(data):
        return _strict(data, wide, name, tolerant)
    if b"\x00" in data and not tolerant:
        raise ReadError("zero_bytes", name=name)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        first = error
    if sum(byte > 0x7F for byte in data[: min(first.start, 2000)]) >= LEAST_UTF8:
        if tolerant:
            return _strict(data, "utf-8", name, tolerant)
        raise ReadError("broken_utf8", name=name, byte=first.start) from first
    encoding = _likeliest(data[:SAMPLE])
    if encoding in LANGUAGES:
        raise ReadError("other_language", name=name, language=LANGUAGES[encoding])
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        if tolerant:
            return _strict(data, encoding, name, tolerant)
        shown = "Big5" if encoding == "big5" else "GB18030"
        raise ReadError("neither_encoding", name=name, byte=first.start, other=shown, other_byte=error.start) from error


def _strict(data: bytes, encoding: str, name: str, tolerant: bool) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        if tolerant:
            text = data.decode(encoding, "replace")
            lost = text.count("\ufffd")
            if lost <= max(3, MOST_LOST * len(text)):
                return Decoded(text, encoding, lost)
        raise ReadError("broken_encoding", name=name, encoding=encoding.upper(), byte=error.start) from error


def _wide(data: bytes) -> str | None:
    """UTF-16 without a byte order mark: zero bytes on one side of the pairs only, and the reading is Chinese."""
    if len(data) % 2 or b"\x00" not in data[:SAMPLE]:
        return None
    head = data[: SAMPLE & ~1]
    high, low = head[0::2].count(0), head[1::2].count(0)
    for encoding, zeros, others in (("utf-16-be", high, low), ("utf-16-le", low, high)):
        if zeros > others and _share(head, encoding, COMMON["gb18030"] + COMMON["big5"]) >= UTF16_LEAST:
            return encoding
    return None


def _likeliest(sample: bytes) -> str:
    best, share = "gb18030", _share(sample, "gb18030", COMMON["gb18030"])
    for encoding in ("big5", "shift_jis", "euc_kr"):
        there = _share(sample, encoding, COMMON[encoding])
        if there >= LEAST_COMMON and there > share * CLEARLY:
            best, share = encoding, there / CLEARLY
    return best


def _share(sample: bytes, encoding: str, common: str) -> float:
    """The share of common characters among all beyond ASCII in a reading of a sample; 0.0 where it cannot be read."""
    text = sample.decode(encoding, "replace")
    beyond = re.sub(r"[\x00-\x7f\u3000-\u303f\uff00-\uff65]+", "", text)
    if not beyond or beyond.count("\ufffd") > max(2, 0.02 * len(beyond)):
        return 0.0
    return sum(map(beyond.count, set(common))) / len(beyond)

"""Which pattern reads the words of a table, and how: each entry's example is recognised so, its counterexample is not."""

import importlib
import re
from collections.abc import Callable

# module, name of the pattern, search or match; `not`: where the words stand, the pattern does not match
READ_BY = {
    ("decisions", "former_post"): "extract.formats.appointments.clauses WAS match",
    ("decisions", "goes_over"): "extract.formats.appointments.clauses WAS_BEFORE search",
    ("decisions", "orders"): "extract.formats.appointments.clauses ORDER match",
    ("decisions", "remark"): "extract.formats.appointments.clauses REMARK match",
    ("decisions", "serves"): "extract.formats.appointments.clauses SERVES search",
    ("decisions", "settled"): "extract.formats.appointments.clauses ASIDE match",
    ("groups", "changed"): "extract.formats.groups.names HEADED_BY search",
    ("groups", "inner_field"): "extract.formats.groups.names GENERIC match",
    ("groups", "name_ends"): "extract.formats.groups.names SET_UP search",
    ("groups", "no_name"): "extract.formats.groups.names NOT_A_NAME search",
    ("groups", "seats_told"): "extract.formats.groups.names ITS_NAME search",
    ("groups", "set_up"): "extract.formats.groups.names SET_UP search",
    ("groups", "title_cue"): "extract.formats.groups.names TITLE_CUE search",
    ("layout", "body_line"): "extract.text.paragraphs BODY_LINE match",
    ("layout", "duty_opens"): "extract.text.paragraphs DUTY_OPENS match",
    ("layout", "group"): "extract.text.paragraphs OF_GROUP match",
    ("layout", "group_in_run"): "extract.text.flattened GLUED_BEGINS search",
    ("layout", "heading_end"): "extract.text.paragraphs HEADING_END search",
    ("layout", "heading_word"): "extract.text.paragraphs HEADING_WORD match",
    ("layout", "kind_in_run"): "extract.text.flattened TITLED search",
    ("layout", "masthead"): "extract.text.head.marks MASTHEAD match",
    ("layout", "post_line"): "extract.text.paragraphs POST_ALONE match",
    ("layout", "role"): "extract.text.paragraphs DUTY_LABEL match",
    ("layout", "seat_in_run"): "extract.text.flattened GLUED_BEGINS search",
    ("layout", "section"): "extract.text.segment SECTION_NAME match",
    ("layout", "section_mark"): "extract.text.segment SECTION_MARK match",
    ("layout", "sent"): "extract.text.head.marks SENT match",
    ("layout", "sent_how"): "extract.text.head.marks SENT match",
    ("layout", "title_cue"): "extract.text.head.marks TITLE_CUE search",
    ("organs", "contact"): "extract.formats.establishment.pages DUTY_LINE match",
    ("organs", "contact_kind"): "extract.formats.establishment.pages DUTY_LINE match",
    ("organs", "does"): "extract.formats.establishment.pages NAME_LINE match",
    ("organs", "duty_line"): "extract.formats.establishment.pages DUTY_LINE match",
    ("organs", "elected_body"): "extract.formats.establishment.leaders COMMITTEE match",
    ("organs", "filler"): "extract.formats.establishment.leaders FILLER search",
    ("organs", "group_above"): "extract.formats.establishment.heads OF_GROUP search",
    ("organs", "has_parts"): "extract.formats.establishment.prose CUE search",
    ("organs", "list_heading"): "extract.formats.establishment.pages LISTS search",
    ("organs", "list_title"): "extract.formats.establishment.pages SORT_HEADING match",
    ("organs", "no_owner"): "extract.formats.establishment.pages PAGE_OWNER not match",
    ("organs", "no_part"): "extract.formats.establishment.pages NO_PART match",
    ("organs", "page_kind"): "extract.formats.establishment.pages PAGE_OWNER match",
    ("organs", "part_end"): "extract.formats.establishment.pages NAME_LINE match",
    ("organs", "told_of_sort"): "extract.formats.establishment.pages SORT_HEADING match",
    ("organs", "whose_leaders"): "extract.formats.establishment.leaders HEADING match",
    ("policies", "carried_how"): "extract.formats.policies.mentions AFTER match",
    ("policies", "form"): "extract.formats.policies.mentions FORM search",
    ("policies", "further"): "extract.formats.policies.mentions FURTHER search",
    ("policies", "leads_up"): "extract.formats.policies.mentions LEADING match",
    ("policies", "revoked"): "extract.formats.policies.mentions REVOKE_AFTER match",
    ("policies", "turned"): "extract.formats.policies.mentions TURNED search",
    ("scope", "change"): "extract.formats.scope CUE search",
    ("scope", "change_in_title"): "extract.formats.scope TITLE_SAYS search",
    ("scope", "decides"): "extract.formats.scope LEADS_IN search",
    ("scope", "division"): "extract.formats.scope DIVISION search",
    ("scope", "division_in_title"): "extract.formats.scope TITLE_OF_DIVISION search",
    ("scope", "duty"): "extract.formats.scope DUTY_WORD search",
    ("scope", "group_or_seat"): "extract.formats.scope OF_GROUP search",
    ("scope", "other_list"): "extract.formats.scope OTHER_LIST match",
    ("scope", "purpose"): "extract.formats.scope PURPOSE search",
    ("scope", "seat"): "extract.formats.scope SEAT_OR_GROUP search",
    ("scope", "told"): "extract.formats.scope TELLS search",
    ("sites", "button"): "extract.readers.site SITE search",
    ("sites", "closes"): "extract.readers.pages.main_part TAIL search",
    ("sites", "counted"): "extract.readers.site SITE search",
    ("sites", "head_label"): "extract.readers.pages.main_part HEAD_LABEL search",
    ("sites", "here"): "extract.readers.site SITE search",
    ("sites", "made_by"): "extract.readers.site SITE search",
    ("sites", "put_up"): "extract.readers.pages.main_part DATE_LINE match",
    ("sites", "related"): "extract.readers.pages.main_part AFTER match",
    ("units", "along"): "extract.names.units EVERY match",
    ("units", "closes"): "extract.names.units CLOSING search",
    ("units", "explains"): "extract.names.units EXPLAINS match",
    ("units", "generic"): "extract.names.units GENERIC match",
    ("units", "is_done"): "extract.names.units NOT_NAME search",
    ("units", "organ_of_set"): "extract.names.units GENERIC match",
    ("units", "sort"): "extract.names.units EVERY match",
    ("units", "tail"): "extract.names.units TAIL search",
}


def reader(by: str) -> Callable[[str], bool]:
    """Whether a text is read as `READ_BY` says."""
    module, name, how = by.split(" ", 2)
    pattern: re.Pattern[str] = getattr(importlib.import_module(module), name)
    wanted = not how.startswith("not ")
    reads = (
        pattern.search if how.endswith("search") else pattern.fullmatch if how.endswith("fullmatch") else pattern.match
    )
    return lambda text: (reads(text) is not None) is wanted

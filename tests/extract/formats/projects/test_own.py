"""Which names are names of a project, and which say a kind of works only."""

import pytest

from extract.formats.projects.own import Known, is_own, is_project


@pytest.mark.parametrize(
    ("name", "own"),
    [
        ("柳泉湖公园", True),
        ("区档案馆", True),
        ("区级公园", False),  # a level, no body
        ("G230桂花大道", True),
        ("“家门口”就业工程", True),
        ("老旧小区改造项目", False),
        ("污水处理厂", False),
        ("城市道路", False),
    ],
)
def test_a_name_is_its_own_or_a_kind(name: str, own: bool) -> None:
    assert is_own(name, Known()) is own


@pytest.mark.parametrize(
    ("name", "closed", "builds", "project"),
    [
        ("临江铁路安山段建设项目", False, False, True),
        ("柳泉湖公园", False, True, True),
        ("柳泉湖公园", False, False, False),  # a facility in a clause that builds nothing
        ("柳泉湖公园", True, False, True),  # closed by 等项目
        ("老旧小区改造项目", True, True, False),
        ("G230", False, True, True),
        ("县人民医院", True, False, True),
        ("“柳泉新区科创园”", False, True, True),
        ("“柳泉科创园”建设,", False, True, False),
        ("“柳泉科创园建设", False, True, False),  # a quotation mark without its other
        ("桥", True, True, False),
    ],
)
def test_a_name_is_that_of_a_project(name: str, closed: bool, builds: bool, project: bool) -> None:
    assert is_project(name, closed=closed, builds=builds, known=Known()) is project


def test_a_short_form_of_a_known_name_is_a_name() -> None:
    known = Known()
    known.add("安山国家航天产业基地")
    assert is_own("航天基地", known)
    assert not is_own("航天基地", Known())
    assert known.has_part("安山国家")
    assert not known.has_part("航天")

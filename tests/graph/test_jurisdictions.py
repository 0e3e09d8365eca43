import pytest

from extract.lexicon import WordsEntry
from graph.jurisdictions import COUNTRY, ETHNIC, Level, chain, code_of, jurisdiction, of_masthead, scope, short_forms
from graph.lexicon import word_entries


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("长沙市天心区人民政府公报", "430103"),
        ("天心区人民政府公报", "430103"),
        ("江苏省人民政府公报", "320000"),
        ("常熟市人民政府", "320581"),  # a city of county level
        ("恩施州人民政府", "422800"),  # 恩施土家族苗族自治州
        ("鄂尔多斯市准格尔旗人民政府", "150622"),
        ("北京市朝阳区人民政府", "110105"),
        ("朝阳区人民政府", None),  # 北京 and 长春 have one
        ("滦州市人民政府", "130284"),  # a change since 2016
        ("三元区人民政府", "350404"),  # the code moved with a change
        ("公报", None),
    ],
)
def test_the_masthead_names_the_jurisdiction(name: str, code: str | None) -> None:
    assert of_masthead(name) == code


@pytest.mark.parametrize(
    ("name", "own", "code", "rest"),
    [
        ("区教育局", "430103", "430103", "教育局"),
        ("市教育局", "430103", "430100", "教育局"),  # one level up in a district
        ("市教育局", "320581", "320581", "教育局"),  # the city itself in a county-level city
        ("苏州市教育局", "320581", "320500", "教育局"),
        ("市教育局", "110105", "110000", "教育局"),  # a district of a municipality
        ("省教育厅", "430103", "430000", "教育厅"),
        ("自治区发改委", "650100", "650000", "发改委"),
        ("州财政局", "422801", "422800", "财政局"),
        ("旗财政局", "150622", "150622", "财政局"),
        ("统计局", "430103", "430103", "统计局"),  # prefix dropped in a list
        ("市场监管局", "430103", "430103", "市场监管局"),  # 市 is no prefix here
        ("市民政局", "430103", "430100", "民政局"),
        ("市政府", "430103", "430100", "政府"),
        ("国务院", "430103", COUNTRY, "国务院"),
        ("岳麓区教育局", "430103", "430104", "教育局"),  # the neighbour's
        # what a central agency has in a place is of the place; the agency itself is the country's
        ("国家税务总局长沙市税务局", "430103", "430100", "税务局"),
        ("国家税务总局长沙市天心区税务局", "430103", "430103", "税务局"),
        ("国家统计局长沙市调查队", "430103", "430100", "国家统计局调查队"),
        ("国家税务总局", "430103", COUNTRY, "国家税务总局"),
        ("国家发展和改革委员会", "430103", COUNTRY, "国家发展和改革委员会"),
    ],
)
def test_a_prefix_means_a_jurisdiction_at_its_level(name: str, own: str, code: str, rest: str) -> None:
    found = scope(name, own)
    assert (found.code, found.rest) == (code, rest)


def test_levels_and_what_lies_within_what_follow_from_the_code() -> None:
    assert chain("430103") == ("430103", "430100", "430000", COUNTRY)
    assert chain("110105") == ("110105", "110000", COUNTRY)
    found = jurisdiction("430103")
    assert found is not None
    assert (found.name, found.level, found.within) == ("天心区", Level.COUNTY, "430100")
    assert jurisdiction("999999") is None


def test_a_name_given_up_is_still_read_but_the_code_has_its_newest_name() -> None:
    assert of_masthead("密云县人民政府") == "110228"
    found = jurisdiction("110118")
    assert found is not None
    assert found.name == "密云区"


def test_a_jurisdiction_is_given_by_code_or_by_name() -> None:
    assert code_of("430103") == code_of("长沙市天心区人民政府") == "430103"
    assert code_of(None) is None


def test_short_forms_leave_the_peoples_out() -> None:
    assert "恩施州" in short_forms("恩施土家族苗族自治州")
    assert "新疆" in short_forms("新疆维吾尔自治区")


@pytest.mark.parametrize(
    ("stated", "code"),
    [
        ("430103", "430103"),
        ("长沙市天心区人民政府", "430103"),
        ("丙山市丁水区人民政府", "丙山市丁水区"),  # the list has no such place: its name is its code
        ("湖南省丙山市丁水区人民政府公报", "湖南省丙山市丁水区"),
        ("国务院公报", "CN"),
        ("公报", None),
    ],
)
def test_a_place_that_the_list_does_not_have_is_known_by_its_name(stated: str, code: str | None) -> None:
    assert code_of(stated) == code


@pytest.mark.parametrize(
    ("name", "code", "rest"),
    [
        ("区教育局", "丙山市丁水区", "教育局"),
        ("丁水区教育局", "丙山市丁水区", "教育局"),
        ("丙山市丁水区教育局", "丙山市丁水区", "教育局"),
        ("市教育局", "丙山市", "教育局"),
        ("丙山市戊田区教育局", "丙山市戊田区", "教育局"),
        ("省教育厅", "unknown-省", "教育厅"),
        ("社区服务中心", "丙山市丁水区", "社区服务中心"),
    ],
)
def test_whose_body_a_name_means_in_a_place_without_a_code(name: str, code: str, rest: str) -> None:
    found = scope(name, "丙山市丁水区")
    assert (found.code, found.rest) == (code, rest)


def test_a_place_without_a_code_lies_within_what_its_name_says() -> None:
    place = jurisdiction("湖南省丙山市丁水县")
    assert place is not None
    assert (place.name, place.level, place.within) == ("丁水县", Level.COUNTY, "湖南省丙山市")
    assert chain("湖南省丙山市丁水县")[1:] == ("湖南省丙山市", "430000", COUNTRY)


@pytest.mark.parametrize("entry", word_entries("peoples.toml", "people"), ids=lambda entry: entry.words[0])
def test_a_people_is_known_by_its_entry(entry: WordsEntry) -> None:
    assert ETHNIC.fullmatch(entry.example)
    assert not ETHNIC.fullmatch(entry.counterexample)

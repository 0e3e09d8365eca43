"""What a story is made of: documents of 云岭县 in the shapes that such documents have, a question, and what its rows say."""

from dataclasses import dataclass

ADDRESSED = "各乡镇人民政府，县人民政府各部门：\n\n"


def signed(day: str, by: str = "云岭县人民政府") -> str:
    year, month, date = day.split("-")
    return f"\n\n{by}\n\n{year}年{int(month)}月{int(date)}日\n"


def division(day: str, *people: str) -> str:
    """A division of work of the county's heads."""
    head = f"云岭县人民政府关于县人民政府领导同志分工的通知\n\n云政发〔{day[:4]}〕3号\n\n{ADDRESSED}"
    return f"{head}现将县人民政府领导同志分工通知如下：\n\n" + "\n\n".join(people) + signed(day)


def group(day: str, about: str, *seats: str) -> str:
    """The list of a leading group."""
    head = f"云岭县人民政府办公室关于成立县{about}领导小组的通知\n\n云政办〔{day[:4]}〕8号\n\n{ADDRESSED}"
    told = f"经县人民政府研究，决定成立县{about}领导小组，现将组成人员名单通知如下：\n\n"
    return head + told + "\n".join(seats) + signed(day, "云岭县人民政府办公室")


def personnel(text: str) -> str:
    """The column of appointments of a gazette."""
    return f"云岭县人民政府公报\n\n云岭县人民政府主办\n\n人事任免\n\n{text}\n"


def items(day: str, about: str, *rows: str) -> str:
    """A table of items with officials and units."""
    title = f"{day[:4]}年{about}责任分解表"
    head = f"云岭县人民政府办公室关于印发{title}的通知\n\n云政办〔{day[:4]}〕3号\n\n{ADDRESSED}"
    told = f"现将《{title}》印发给你们，请认真组织实施。{signed(day, '云岭县人民政府办公室')}\n"
    columns = "序号\t任务\t分管县领导\t责任单位\t配合单位"
    lines = [f"{number}\t{row}" for number, row in enumerate(rows, 1)]
    return head + told + "\n".join([title, "", columns, *lines]) + "\n"


@dataclass(frozen=True, slots=True)
class Story:
    """Documents, a question with its values, the columns looked at, and what they say."""

    id: str
    texts: tuple[str, ...]
    question: str
    values: dict[str, str]
    columns: tuple[str, ...]
    rows: set[tuple[object, ...]]
    others: bool = False  # whether there may be further rows

    def holds(self, found: set[tuple[object, ...]]) -> bool:
        return self.rows <= found if self.others else self.rows == found

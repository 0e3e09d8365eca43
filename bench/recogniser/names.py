"""Invented persons and places, with which those of training texts are exchanged.

In:  a seeded Random   Out: 阚孟𬀩, 尉迟峥, 热依汗·买买提; 岚溪 (for 安山 of 安山县)
"""

import random
from collections.abc import Sequence

from extract.lexicon import single_surnames, two_character_surnames

COMMON = "王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚"
GIVEN = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建国文辉志永红春玉兰海峰山林东生金波新利云飞龙成光荣德福祥贵富"
    "学义良才兴旺瑞庆昌盛安宁康健胜全忠孝仁礼智信立正清洁雅淑惠慧贤珍珠翠凤琴梅菊莲荷松柏青松雪晨曦阳旭晓朝晖月星辰宇"
    "航翔鹏程远达通顺畅博渊深厚泽润源浩瀚涵澜洪江河湖川岩石磊鑫钢铁锋锐利剑虎豹骏驰骥逸凡俊彦斌彬武威震雄毅坚韧恒久长"
    "根树森楠桦桐杨柳枫槐家邦政治民权法公理思维念怀恩情谊友善美好佳嘉欣悦怡乐喜欢笑颜如一二三四五六七八九十百千万元"
    "广大小少老中央南北西前后左右上下天地玄启承继绍先祖宗世代传耀炳焕煜炜烨灿烂璐瑶琳琪瑾瑜琼珊玲珑环佩诗书画琪韵律吟"
    "培植根苗育树人发展开拓进取创业勤劳俭朴实诚真挚敬爱亲和睦融洽钧铭镇锦钰银铜铝镕钊钦钟维纲纪统绪缵绩业功勋卫国保"
)
BEYOND = "𬀩𬭎𬍛𫖮𬴊𪩘𫓧𬬭𬸣𫍽𬱖𫘧𬤊𬇙𬣞𨱏𠅤𣲘𦭜𩾃𰀁𰇼𰕓𱁬"
SYLLABLES = "阿卜杜拉热依汗古丽买提尔江艾力吐逊木扎西才让卓玛达瓦次仁多吉格桑旺堆巴特图布和乌云其其日苏额勒沙哈别克合曼"
PLACES = "安临岚溪清长平永新宁泰兴武昌宜南北东西河江山湖海云石白黄金玉龙凤马林丰和顺德化阳阴泉沙城关门桥口坝塘洲屏岭峡原固邑梁沂沛泗芷澧沅漳浔赣"


def person(rng: random.Random) -> str:
    """A name of two to four characters, one in twelve written by its sound; rare family names as often as common ones."""
    draw = rng.random()
    if draw < 0.06:
        return "·".join(_some(rng, SYLLABLES, rng.randint(2, 5)) for _ in range(2))
    if draw < 0.08:
        return _some(rng, SYLLABLES, rng.randint(4, 6))
    return _family(rng) + "".join(_given(rng) for _ in range(1 if rng.random() < 0.25 else 2))


def place(rng: random.Random) -> str:
    """The name of a county without 县."""
    return _some(rng, PLACES, 1 if rng.random() < 0.08 else 3 if rng.random() < 0.12 else 2)


def _family(rng: random.Random) -> str:
    draw = rng.random()
    if draw < 0.45:
        return rng.choice(COMMON)
    if draw < 0.9:
        return rng.choice(SINGLE)
    return rng.choice(TWO)


def _given(rng: random.Random) -> str:
    return rng.choice(BEYOND) if rng.random() < 0.02 else rng.choice(GIVEN)


def _some(rng: random.Random, letters: Sequence[str], count: int) -> str:
    return "".join(rng.choice(letters) for _ in range(count))


SINGLE = sorted(single_surnames())
TWO = sorted(two_character_surnames())

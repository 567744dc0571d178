"""Details: sentences that may tell who somebody is without a name; pointed at, never hidden.

What makes one person of a town recognisable is rare, public or seen on the body (clause 157: family
background, special experiences, looks). No rule can tell whether it does: the sentence is shown to
the counselor, who rewords it, leaves it out or keeps it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from app.deid.span import Kind, Layer, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SENTENCE = re.compile(r"[^。！？!?；;\n]+[。！？!?；;]?")
_ALL = "全(?:国|省|市|县|区|镇|乡|村|城|校|厂|院|班|系|公司|单位|小区)"
_STRONG = (
    # the only one, the first one
    "唯一|独一无二|仅有的?一|头一个|史上第一|"
    f"(?:{_ALL}|(?:国|省|市|县|区|镇|乡|村|校|厂|院|团|队|店|公司|单位|当地|这里)里?)"
    "(?:的?第一(?:个|位|名)|只有|就[他她我]一|都知道|都认得|都认识|都传|通报|出名|有名)|"
    "(?:里|上)第一(?:个|位|名)|只剩.{0,6}(?:个|位|人)|只有[他她我]一(?:个|人)|"
    # in public
    "上过?(?:新闻|电视|报纸|热搜|头条|央视|春晚)|(?:登|见)过?(?:了)?报|登报|热搜|县志|市志|校史|"
    "(?:电视|报纸|新闻|媒体|记者|杂志|电台|短视频|公众号|网络?上|网友|直播).{0,8}"
    "(?:报道|采访|播(?:出|过|了)|登(?:过|了|出)|拍(?:过|了|摄)|传(?:得|遍|开|疯)|牵)|"
    "(?:报道|采访|拍)过.{0,4}(?:专题|节目|故事)|拍过专题|纪录片|教育片|宣传片|海报|全国直播|传遍|"
    # on the body
    "胎记|红痣|(?:有|长着?|留下).{0,6}(?:疤|痣)|(?:伤疤|刀疤|疤痕)|"
    "(?:缺失|截掉|少了?|断了?)[一二两三四]?(?:根|截|个|只)?"
    "(?:手指|指头|脚趾|食指|小指|无名指|中指|拇指|耳朵|手臂|腿|眼)|"
    "(?:食指|小指|无名指|中指|拇指|手指|左臂|右臂|左手|右手|左腿|右腿).{0,6}(?:缺失|截肢|断)|"
    "义肢|假肢|义眼|独臂|六指|兔唇|白化病|侏儒|毁容|截肢|连体|"
    # of birth and family
    "[三四五六]胞胎|闰年|换亲|弃婴|拐卖|被拐|走失多年|童养媳|近亲结婚|"
    # of what happened
    "塌方|垮塌|坍塌|溃决|决口|溃坝|泥石流|空难|矿难|海难|沉船|雪崩|坠机|坠马|劫持|绑架|人质|枪击|"
    "灭门|命案|爆炸|恐怖袭击|幸存者|最后一个被|挖出来|背出过|见义勇为|"
    "(?:困|埋|压)了?.{0,4}(?:小时|天)|"
    # of what was done
    "(?:奥运|亚运|全运|世锦赛|世界杯|国家队|省队)|(?:世界|全国|全省)(?:冠军|亚军|季军|纪录)|"
    "金牌|高考状元|省状元|市状元|(?:获|得|拿)过?.{0,8}(?:大奖|一等奖|冠军)|"
    "下载量|畅销|出过书|写的书|发明专利|(?:就是|都是)[他她我](?:画|写|唱|演|拍|设计|发明)的"
)
_RARE_WORK = (
    "遗体|入殓|殡葬|整容师|守塔|灯塔|木偶|皮影|非遗|传承人|东巴|萨满|喇嘛|道士|和尚|尼姑|宇航|潜水员|"
    "驯兽|饲养员|动物园|调音师|制琴|古籍|文物修复|修复师|钟表匠|法医|狱警|飞行员|领航|船长|引航|"
    "巡道|护林|守林|气象站|边防|维和|侦察|特种兵|卧底|主播|网红|博主|演员|歌手|乐团|交响|双簧管|芭蕾|"
    "杂技|魔术师|武术|国手|棋手|电竞|击剑|马术|花滑|冰壶|翻译官|领事|使馆|外籍|法官|检察"
)
_PLAIN_MARKS = (
    "新闻|电视台|报社|记者|当地|全城|轰动|出名|有名|独自|徒步|公里|年轻时|那一天|那天|当年|被.{0,3}救|"
    "救过|名字|照片|视频|仍?贴着|第一次|最小|最大|最年轻|最老|十几|几十|当众|公开|认得出"
)
_SURE = re.compile(_STRONG)
_WORK = re.compile(_RARE_WORK)
_MARK = re.compile(_PLAIN_MARKS)
_ORDINARY = re.compile(
    "(?:第一|唯一)(?:次|步|反应|句|眼|件事|天|周|阶段|目标|的?(?:办法|出路|选择|希望|支持|安慰|念头))|"
    "量表|手册|会谈|咨询目标|评估|指导语|治疗"
)
_TELLING = 0.6
_LIKELY = 0.4
_SHORTEST = 6


def point(text: str, found: Sequence[Span]) -> list[Span]:
    """Return the sentences of `text` that may tell who it is, as spans of kind QUASI, in order.

    None overlaps a span that was `found`: of a sentence with names in it the stretch between them
    is returned that holds what is telling.
    """
    spans = sorted(found, key=lambda span: span.start)
    pointed: list[Span] = []
    for sentence in _SENTENCE.finditer(text):
        for start, end, confidence in _telling(sentence):
            place = _between(spans, (sentence.start(), sentence.end()), (start, end))
            if place is None or (pointed and pointed[-1].end > place[0]):
                continue
            first, last = _trimmed(text, *place)
            if last - first >= _SHORTEST:
                pointed.append(Span(first, last, Kind.QUASI, Layer.POINTED, confidence))
    return pointed


def _telling(sentence: re.Match[str]) -> Iterator[tuple[int, int, float]]:
    """Yield what is telling in a sentence: a sure sign, or rare work, or two lesser signs."""
    words, at = sentence[0], sentence.start()
    sure = [one for one in _SURE.finditer(words) if not _ORDINARY.match(words, one.start())]
    if sure:
        for one in sure:
            yield at + one.start(), at + one.end(), _TELLING
        return
    work, marks = _WORK.search(words), list(_MARK.finditer(words))
    if work is not None and marks:
        yield at + work.start(), at + work.end(), _LIKELY


def _between(
    spans: Sequence[Span], sentence: tuple[int, int], sign: tuple[int, int]
) -> tuple[int, int] | None:
    """Return the stretch of a sentence around a sign that no span touches; None if one does."""
    start, end = sentence
    for span in spans:
        if span.start < sign[1] and sign[0] < span.end:
            return None
        if span.end <= sign[0]:
            start = max(start, span.end)
        elif span.start >= sign[1]:
            end = min(end, span.start)
    return start, end


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch without marks and white space at its ends."""
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end

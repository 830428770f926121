"""A shipped edition with surveys of every kind of item, before and after the game."""

from msgspec.structs import replace

from sugoroku.model.edition import Edition
from sugoroku.model.quiz import Choice, TrueFalse
from sugoroku.model.survey import (
    ChoiceItem,
    Faces,
    Knowledge,
    NumberItem,
    SeveralItem,
    Survey,
    SurveyItem,
    TextItem,
    YesMaybeNo,
)
from sugoroku.model.text import EMPTY, Text

WORDS = {
    "ja": {
        "title": "ゲームは どうでしたか？", "first": "はじめる前《まえ》に",
        "mood": "今日《きょう》の 気分《きぶん》は どうですか？",
        "moods": "とても わるい|すこし わるい|ふつう|すこし いい|とても いい",
        "talk": "家《いえ》で 気候《きこう》の 話《はなし》を しますか？",
        "like": "クイズの むずかしさは どうでしたか？",
        "likes": "やさしすぎた|ちょうど よかった|むずかしすぎた",
        "age": "何歳《なんさい》ですか？", "years": "歳《さい》",
        "noticed": "ゲームを して 気《き》づいたこと、感《かん》じたことを 書《か》いて ください。",
    },
    "es": {
        "title": "¿Cómo estuvo el juego?", "first": "Antes de empezar",
        "mood": "¿Cómo te sientes hoy?", "moods": "Muy mal|Algo mal|Normal|Bien|Muy bien",
        "talk": "¿Hablan del clima en tu casa?",
        "like": "¿Cómo te parecieron las preguntas?",
        "likes": "Muy fáciles|Justo bien|Muy difíciles",
        "age": "¿Cuántos años tienes?", "years": "años",
        "noticed": "¿Qué notaste o sentiste mientras jugabas?",
    },
    "en": {
        "title": "How was the game?", "first": "Before we begin",
        "mood": "How do you feel today?", "moods": "Very bad|A bit bad|So so|Good|Very good",
        "talk": "Do you talk about the climate at home?",
        "like": "How were the questions for you?", "likes": "Too easy|Just right|Too hard",
        "age": "How old are you?", "years": "years",
        "noticed": "What did you notice or feel while you played?",
    },
}  # fmt: skip


def wide(edition: Edition, language: str = "en") -> Edition:
    """The edition's own items with options, and one of every other kind."""
    words = {name: Text(text) for name, text in WORDS[language].items()}
    first = next(q for q in edition.questions if isinstance(q, Choice) and len(q.options) == 4)
    second = next(q for q in edition.questions if isinstance(q, TrueFalse))
    known = tuple(
        Knowledge(id=name, ask=EMPTY, question=question.id)
        for name, question in (("known", first), ("truth", second))
    )

    def parts(name: str) -> tuple[Text, ...]:
        return tuple(Text(part) for part in words[name].source.split("|"))

    own = edition.survey.items if edition.survey is not None else ()
    several = next(item for item in own if isinstance(item, SeveralItem))
    after: tuple[SurveyItem, ...] = (
        Faces(id="mood", ask=words["mood"], scale=parts("moods")),
        ChoiceItem(id="like", ask=words["like"], options=parts("likes")),
        YesMaybeNo(id="talk", ask=words["talk"]),
        several,
        NumberItem(id="age", ask=words["age"], low=6, high=15, unit=words["years"]),
        *known,
        TextItem(id="noticed", ask=words["noticed"], optional=True),
    )
    before: tuple[SurveyItem, ...] = (
        YesMaybeNo(id="talk", ask=words["talk"]),
        Faces(id="mood", ask=words["mood"], scale=parts("moods")),
        *known,
    )
    return replace(
        edition,
        survey=Survey(id="wide-after", language=language, title=words["title"], items=after),
        survey_before=Survey(
            id="wide-before", language=language, title=words["first"], items=before
        ),
    )

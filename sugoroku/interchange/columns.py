"""The columns of a sheet of questions: their names, and the other names they go by."""

import re
import unicodedata
from collections.abc import Sequence

from sugoroku.content.problems import N_
from sugoroku.content.schema_types import MOST_OPTIONS

OPTIONS = tuple(f"option_{n}" for n in range(1, MOST_OPTIONS + 1))
COLUMNS = (
    "id", "kind", "topic", "level", "ask", *OPTIONS, "answer", "unit", "within", "min", "max",
    "step", "keep_order", "explain", "hint", "source_title", "source_url", "source_year",
    "source_checked", "review_by", "image", "image_alt", "image_credit", "right", "wrong",
)  # fmt: skip
DECK_COLUMNS = ("deck_id", "deck_language", "deck_title", "deck_grade")
"""In a CSV file, which has one table only: filled in its first row."""
WRONG = tuple(f"wrong_{n}" for n in range(1, MOST_OPTIONS + 1))
GROUPS = {
    "source_title": ("source", "title"), "source_url": ("source", "url"),
    "source_year": ("source", "year"), "source_checked": ("source", "checked"),
    "image": ("image", "file"), "image_alt": ("image", "alt"), "image_credit": ("image", "credit"),
}  # fmt: skip
"""Columns whose values stand in a group of the question."""

HELP: dict[str, str] = {
    "id": N_("Short name of the question: small letters, digits, - and _. Empty: it gets one."),
    "kind": N_(
        "choice: one option is right. true_false. several: all right options. "
        "estimate: a number. order: the options in the right order."
    ),
    "topic": N_("One of the eight topics, from the list."),
    "level": N_("1 from about 9 years, 2 from about 10, 3 from about 12."),
    "ask": N_("The question. Furigana: 漢字《かんじ》."),
    "option_1": N_("The options, one in each column, from the left; at least two, at most six."),
    "answer": N_(
        "choice: the text of the right option, or its number. true_false: true or false. "
        "several: the numbers of all right options, as 1; 3. estimate: the number. order: empty."
    ),
    "unit": N_("estimate: the unit, as km."),
    "within": N_("estimate: how far off is still right, as 10% or as a number."),
    "min": N_("estimate: the smallest number of the line."),
    "max": N_("estimate: the greatest number of the line."),
    "step": N_("estimate: the distance of two numbers on the line."),
    "keep_order": N_("true: the options are shown as they stand here. Empty: they are mixed."),
    "explain": N_("Why the answer is right; read out after the question."),
    "hint": N_("A hint that does not give the answer away."),
    "source_title": N_("Where the fact comes from: title, web address, year, and the day on which "
                       "you looked it up (2028-04-01)."),
    "review_by": N_("The day by which somebody should look whether it still holds: 2028-04-01."),
    "image": N_("A picture in the folder assets, what it shows, and who made it."),
    "right": N_("What happens after a right answer, as: advance 2; leaves 10. "
                "Empty: what the board says. none: nothing."),
    "wrong": N_("The same after a wrong answer. There are: advance n, back n, go_to id, rest n, "
                "roll_again, leaves n, quiz topic=water level=2."),
}  # fmt: skip

_OTHERS = {
    "id": "id questionid code código número no",
    "kind": "kind type questiontype tipo tipodepregunta 種類 形式 しゅるい",
    "topic": "topic tema テーマ トピック",
    "level": "level nivel レベル",
    "ask": "ask question questiontext text pregunta enunciado 問題 問題文 質問 もんだい "
    "しつもん 問い",
    "answer": "answer answers correct correctanswer correctanswers rightanswer solution respuesta "
    "respuestas respuestacorrecta respuestascorrectas correcta clave "
    "正解 答え 解答 こたえ せいかい 正答",
    "unit": "unit unidad 単位",
    "within": "within tolerance tolerancia margen 許容",
    "min": "min minimum mínimo 最小",
    "max": "max maximum máximo 最大",
    "step": "step paso 刻み",
    "keep_order": "keeporder",
    "explain": "explain explanation answerexplanation feedback generalfeedback explicación "
    "retroalimentación 解説 説明 かいせつ",
    "hint": "hint pista ayuda ヒント",
    "source_title": "sourcetitle source fuente 出典",
    "source_url": "sourceurl url link enlace",
    "source_year": "sourceyear",
    "source_checked": "sourcechecked",
    "review_by": "reviewby",
    "image": "image",
    "image_alt": "imagealt",
    "image_credit": "imagecredit",
    "right": "right",
    "wrong": "wrong",
    "options": "options choices opciones alternativas 選択肢",
    "wrongs": "incorrectanswers wronganswers distractors distractores",
    "deck_id": "deckid",
    "deck_language": "decklanguage",
    "deck_title": "decktitle",
    "deck_grade": "deckgrade",
}
_NUMBERED = re.compile(
    r"(?:option|answeroption|answer|choice|opcion|alternativa|respuesta|選択肢|せんたくし)"
    r"(?:no)?([1-9a-f])|([a-f])"
)
_WRONG = re.compile(
    r"(?:incorrectanswer|wronganswer|incorrect|wrong|distractor|incorrecta|respuestaincorrecta|不正解|誤答)"
    r"([1-9])"
)


def _plain(name: str) -> str:
    """A heading without capitals, accents, signs and what stands behind a dash or in brackets."""
    short = re.split(r"\s[-–—]\s|[(（\[]", unicodedata.normalize("NFKC", name[:200]), maxsplit=1)[0]
    bare = re.sub("[\u0300-\u036f]", "", unicodedata.normalize("NFD", short.casefold()))
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFC", bare))


_KNOWN = {_plain(word): field for field, words in _OTHERS.items() for word in words.split()}


def field_of(heading: str) -> str:
    """The field that a heading means; "" for one that means nothing here."""
    name = heading.strip()
    if name in COLUMNS or name in DECK_COLUMNS:
        return name
    word = _plain(heading)
    if word in _KNOWN:
        return _KNOWN[word]
    option, wrong = _NUMBERED.fullmatch(word), _WRONG.fullmatch(word)
    if option is not None:
        sign = option[1] or option[2]
        n = int(sign) if sign.isdigit() else ord(sign) - ord("a") + 1
        return f"option_{n}"
    return f"wrong_{wrong[1]}" if wrong is not None else ""


def fields_of(headings: Sequence[str]) -> dict[int, str]:
    """Which field stands in which column (from 0); a field that comes twice counts once."""
    found: dict[int, str] = {}
    for i, heading in enumerate(headings):
        field = field_of(heading) if heading.strip() else ""
        if field and field not in found.values():
            found[i] = field
    return found


def is_header(fields: dict[int, str]) -> bool:
    """A row of headings names the question and one thing more."""
    return "ask" in fields.values() and len(fields) >= 2

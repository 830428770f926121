"""Session folders made by chance: `python scripts/make_sessions.py 1000 FOLDER --damaged 0.05`.

For trying `sugoroku collect` and measuring it: two towns and three languages, surveys before and
after the game, one by one, on paper and by raised hands. The files are as the program writes them;
what is answered is made by chance and says nothing about any class. Equal seeds give equal bytes.
"""

import argparse
import csv
import io
import json
import random
import shutil
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import blake2b
from pathlib import Path

Row = Sequence[object]

QUIZ = (
    "when", "round", "team", "question", "topic", "level", "chosen", "right", "seconds", "kind",
    "right_answer", "on_turn", "undone", "chosen_code", "right_code", "step",
)  # fmt: skip
SURVEY_HEAD = ("pupil", "when", "survey", "moment", "way")
COUNTS = ("when", "survey", "moment", "item", "code", "label", "count", "pupils")
CODEBOOK = ("file", "column", "kind", "name", "code", "label")
TOPICS = ("climate", "energy", "transport", "waste", "water", "nature")
WHEN = "%Y-%m-%d %H:%M:%S"
QUESTIONS = 130
VARIANTS = 300
"""Different pupils of one kind of class; more would only cost time."""

WORDS = {
    "en": ("Question", "Answer", "I don't know yet", ("Yes", "Maybe", "No"), "I noticed the rain."),
    "es": ("Pregunta", "Respuesta", "Todavía no sé", ("Sí", "Tal vez", "No"), "La lluvia, ¡sí!"),
    "ja": ("質問", "答え", "まだ分からない", ("はい", "たぶん", "いいえ"), "雨が、\n多い"),
}


@dataclass(frozen=True)
class Item:
    id: str
    kind: str
    options: int = 0
    before: bool = False


ITEMS = (
    Item("know_1", "knowledge", 4, before=True),
    Item("know_2", "knowledge", 2, before=True),
    Item("walk", "number", before=True),
    Item("fun", "faces", 5),
    Item("again", "yes_maybe_no", 3),
    Item("level", "choice", 3),
    Item("will_do", "several", 8),
    Item("noticed", "text"),
)
TOWNS = {"toyama": ITEMS, "renca": (*ITEMS, Item("cat", "choice", 4))}


@dataclass
class Kind:
    """One edition in one language: its codebook and a stock of pupils and answers."""

    edition: str
    language: str
    grade: int
    content: str
    codebook: bytes
    head: bytes
    pupils: dict[str, list[str]]
    quiz: list[str]


def table(rows: Iterable[Row], *, bom: bool = True) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode("utf-8-sig" if bom else "utf-8")


def line(cells: Row) -> str:
    return table([cells], bom=False).decode()


def option_words(item: Item, language: str) -> list[str]:
    _, answer, unknown, yes, _ = WORDS[language]
    if item.kind == "yes_maybe_no":
        return list(yes)
    words = [f"{answer} {item.id} {number + 1}" for number in range(item.options)]
    return [unknown, *words] if item.kind == "knowledge" else words


def columns(item: Item) -> list[str]:
    match item.kind:
        case "several":
            return [*(f"{item.id}_{n + 1}" for n in range(item.options)), f"{item.id}_label"]
        case "knowledge":
            return [item.id, f"{item.id}_label", f"{item.id}_right"]
        case "number" | "text":
            return [item.id]
        case _:
            return [item.id, f"{item.id}_label"]


def cells(item: Item, language: str, chance: random.Random) -> list[object]:
    words = option_words(item, language)
    left_out = chance.random() < 0.04
    if left_out:
        return [""] * len(columns(item))
    match item.kind:
        case "several":
            chosen = set(chance.sample(range(item.options), chance.randint(0, 3)))
            marks = [int(n in chosen) for n in range(item.options)]
            return [*marks, " / ".join(words[n] for n in sorted(chosen))]
        case "knowledge":
            code = chance.randint(0, item.options)
            return [code, words[code], int(code == 1)]
        case "number":
            return [chance.randint(0, 30)]
        case "text":
            said = WORDS[language][4]
            return [chance.choice(["", "", said, f"'={said}", f'{said} "hm", 🌧'])]
        case _:
            code = chance.randint(1, item.options)
            return [code, words[code - 1]]


def codebook_rows(items: Sequence[Item], language: str) -> list[Row]:
    question, answer, *_ = WORDS[language]
    rows: list[Row] = [CODEBOOK]
    rows += [("survey.csv", name, "code", name, "", "") for name in SURVEY_HEAD]
    for item in items:
        rows += item_rows(item, language, f"{question} {item.id}: {'… ' * 20}")
    rows += [("survey-counts.csv", name, "code", name, "", "") for name in COUNTS]
    rows += [("quiz.csv", name, "code", name, "", "") for name in QUIZ]
    for number in range(1, QUESTIONS + 1):
        ask = f"{question} {number}: {'… ' * 20}"
        options = [(n, f"{answer} {number}.{n}") for n in range(1, 5)]
        rows += column_rows("quiz.csv", f"deck/q{number}", "choice", ask, options)
    return rows


def column_rows(
    file: str, column: str, kind: str, name: str, codes: Sequence[tuple[int, str]] = ()
) -> list[Row]:
    coded = ((file, column, kind, name, code, word) for code, word in codes)
    return [(file, column, kind, name, "", ""), *coded]


def item_rows(item: Item, language: str, ask: str) -> list[Row]:
    words, file = option_words(item, language), "survey.csv"
    if item.kind == "several":
        found = [
            row
            for number, word in enumerate(words, 1)
            for row in column_rows(
                file, f"{item.id}_{number}", item.kind, ask, [(1, word), (0, "…")]
            )
        ]
        return [*found, *column_rows(file, f"{item.id}_label", "label", ask)]
    first = 0 if item.kind == "knowledge" else 1
    found = column_rows(file, item.id, item.kind, ask, list(enumerate(words, first)))
    for end in columns(item)[1:]:
        found += column_rows(file, end, end.rpartition("_")[2], ask)
    return found


def make_kind(edition: str, language: str, chance: random.Random) -> Kind:
    items = TOWNS[edition]
    pupils = {}
    for moment in ("before", "after"):
        pupils[moment] = [
            line([
                value
                for item in items
                for value in (
                    cells(item, language, chance)
                    if item.before or moment == "after"
                    else [""] * len(columns(item))
                )
            ])
            for _ in range(VARIANTS)
        ]  # fmt: skip
    names = [name for item in items for name in columns(item)]
    return Kind(
        edition=edition,
        language=language,
        grade=chance.randint(3, 8),
        content=blake2b(edition.encode(), digest_size=16).hexdigest(),
        codebook=table(codebook_rows(items, language)),
        head=table([[*SURVEY_HEAD, *names]]),
        pupils=pupils,
        quiz=[quiz_tail(language, chance) for _ in range(VARIANTS)],
    )


def quiz_tail(language: str, chance: random.Random) -> str:
    """A row of `quiz.csv` from the column `question` to `right_code`."""
    answer, number = WORDS[language][1], chance.randint(1, QUESTIONS)
    chosen, right = chance.randint(1, 4), 1 + number % 4
    return line([
        f"deck/q{number}", TOPICS[number % 6], 1 + number % 3, f"{answer} {number}.{chosen}",
        int(chosen == right), f"{chance.uniform(2, 40):.1f}", "choice",
        f"{answer} {number}.{right}", 1, int(chance.random() < 0.02), chosen, right,
    ])[:-2]  # fmt: skip


def survey_lines(
    kind: Kind, moment: str, when: datetime, pupils: int, chance: random.Random
) -> str:
    survey, way = f"{moment}-play", chance.choice(("alone", "paper"))
    found = []
    for pupil in range(1, pupils + 1):
        when += timedelta(seconds=45)
        found.append(
            f"{pupil},{when:{WHEN}},{survey},{moment},{way},{chance.choice(kind.pupils[moment])}"
        )
    return "".join(found)


def counts(kind: Kind, when: datetime, pupils: int, chance: random.Random) -> bytes:
    rows: list[Row] = [COUNTS]
    for item in TOWNS[kind.edition]:
        if item.before or not item.options:
            continue
        for code, word in enumerate(option_words(item, kind.language), 1):
            count = chance.randint(0, pupils // item.options)
            rows.append(
                (f"{when:{WHEN}}", "after-play", "after", item.id, code, word, count, pupils)
            )
    return table(rows)


def make_session(folder: Path, kind: Kind, number: int, chance: random.Random) -> Path:
    """One whole session; its folder's name is its id."""
    began = datetime(2026, 4, 1, 8) + timedelta(minutes=number * 37, seconds=chance.randint(0, 59))
    path = folder / "sessions" / f"{began:%Y-%m-%d_%H%M}_{kind.edition}"
    path.mkdir(parents=True)
    teams = [chance.randint(5, 7) for _ in range(5)]
    when, rows = began, [",".join(QUIZ) + "\r\n"]
    for step in range(chance.randint(28, 44)):
        when += timedelta(seconds=chance.randint(20, 70))
        team = ("● Loica", "■ あおば", "★ Espino", "♥ River", "▲ Sol")[step % 5]
        rows.append(
            f"{when:{WHEN}},{1 + step // 5},{team},{chance.choice(kind.quiz)},{step * 3}\r\n"
        )
    (path / "quiz.csv").write_bytes("".join(rows).encode("utf-8-sig"))
    hands = chance.random() < 0.15
    text = survey_lines(kind, "before", began, sum(teams), chance)
    if not hands:
        text += survey_lines(kind, "after", when, sum(teams), chance)
    (path / "survey.csv").write_bytes(kind.head + text.encode())
    (path / "survey-counts.csv").write_bytes(
        counts(kind, when, sum(teams), chance) if hands else table([COUNTS])
    )
    (path / "codebook.csv").write_bytes(kind.codebook)
    facts = {
        "format": "session/1", "session": path.name, "edition": kind.edition,
        "title": kind.edition.title(), "program": "0.1.0", "content": kind.content,
        "language": kind.language, "grade": kind.grade,
        "started": f"{began:%Y-%m-%dT%H:%M:%S}+09:00", "minutes": 45, "teams": teams,
        "answering": "team", "die": "virtual", "decks": ["deck"],
        "surveys": {"before": "before-play", "after": "after-play"},
    }  # fmt: skip
    (path / "session.json").write_text(json.dumps(facts, ensure_ascii=False, indent=2), "utf-8")
    (path / "README.txt").write_text("…\r\n", "utf-8")
    return path


# ------------------------------------------------------------------ what happens in schools


def _half_written(path: Path) -> None:
    data = (path / "quiz.csv").read_bytes()
    (path / "quiz.csv").write_bytes(data[:-25])


def _zeros(path: Path) -> None:
    data = (path / "survey.csv").read_bytes()
    (path / "survey.csv").write_bytes(data[:-200] + bytes(200))


def _emptied(path: Path) -> None:
    (path / "quiz.csv").write_bytes(b"")


def _foreign(path: Path) -> None:
    (path / "quiz.csv").write_bytes(b"name,mark\r\nAna,6.5\r\n")


def _old(path: Path) -> None:
    (path / "session.json").unlink()
    (path / "codebook.csv").unlink()


def _half_told(path: Path) -> None:
    data = (path / "session.json").read_bytes()
    (path / "session.json").write_bytes(data[: len(data) // 2])


def _missing(path: Path) -> None:
    (path / "quiz.csv").unlink()


def _saved_by_excel(path: Path) -> None:
    """As Excel saves where the comma is the decimal sign: semicolons, and its own encoding."""
    rows = list(csv.reader(io.StringIO((path / "survey.csv").read_text("utf-8-sig"), newline="")))
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows(rows)
    encoding = "cp932" if "は" in text.getvalue() else "cp1252"
    (path / "survey.csv").write_bytes(text.getvalue().encode(encoding, "replace"))


def _other_words(path: Path) -> None:
    rows = list(csv.reader(io.StringIO((path / "codebook.csv").read_text("utf-8-sig"), newline="")))
    for row in rows:
        if row[1] == "level" and row[4] == "2":
            row[5] = "something else"
    (path / "codebook.csv").write_bytes(table(rows))


def _copied(path: Path) -> None:
    shutil.copytree(path, path.parents[1] / "stick" / path.name)


DAMAGES: dict[str, Callable[[Path], None]] = {
    "half_written": _half_written,
    "zeros": _zeros,
    "emptied": _emptied,
    "foreign": _foreign,
    "old": _old,
    "half_told": _half_told,
    "missing": _missing,
    "saved_by_excel": _saved_by_excel,
    "other_words": _other_words,
    "copied": _copied,
}


def make(number: int, folder: Path, seed: int = 1, damaged: float = 0.0) -> dict[Path, str]:
    """`number` sessions below `folder`; returns what was done to those that were damaged."""
    chance = random.Random(seed)
    kinds = [
        make_kind(edition, language, chance)
        for edition, language in (
            ("toyama", "ja"), ("renca", "es"), ("toyama", "en"), ("renca", "en"), ("toyama", "es"),
        )
    ]  # fmt: skip
    done = {}
    names = list(DAMAGES)
    for index in range(number):
        path = make_session(folder, chance.choice(kinds), index, chance)
        if chance.random() < damaged:
            done[path] = names[len(done) % len(names)]
            DAMAGES[done[path]](path)
    return done


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("number", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--damaged", type=float, default=0.0, help="Share of damaged sessions.")
    asked = parser.parse_args()
    done = make(asked.number, asked.folder, asked.seed, asked.damaged)
    for path, damage in done.items():
        print(f"{path}: {damage}")


if __name__ == "__main__":
    main()

"""From a checked file to the model. What does not fit together is reported, never raised."""

from collections.abc import Callable
from typing import Any

from sugoroku.content import board_schema, deck_schema, survey_schema, theme_schema
from sugoroku.content.effect_schema import built
from sugoroku.content.problems import N_, closest
from sugoroku.model import board, layout, quiz, survey
from sugoroku.model.text import EMPTY, Text

Path = tuple[Any, ...]
Report = Callable[..., None]
"""report(path, message, mend, **values)"""

STAGE = {"wide": (1424.0, 1080.0), "narrow": (994.0, 1080.0)}
"""The page left of the rail, in lpx: what points of a `road` on the page are divided by."""


class _Texts:
    def __init__(self, domain: str) -> None:
        self.domain = domain

    def __call__(self, source: str | None, context: str) -> Text:
        return Text(source, context, self.domain) if source else EMPTY

    def row(self, sources: list[str], context: str) -> tuple[Text, ...]:
        return tuple(self(source, f"{context}/{i}") for i, source in enumerate(sources))


# ---------------------------------------------------------------------- decks


def build_deck(form: deck_schema.DeckForm, report: Report) -> quiz.Deck:
    text = _Texts(form.id)
    questions = []
    seen: dict[str, int] = {}
    for i, asked in enumerate(form.questions):
        if asked.id in seen:
            report(("questions", i, "id"), N_("The id `{id}` is used twice."),
                   N_("Give each question an id of its own."), id=asked.id)  # fmt: skip
        seen[asked.id] = i
        made = _question(asked, form.id, text, ("questions", i), report)
        if made is not None:
            questions.append(made)
    return quiz.Deck(
        id=form.id,
        language=form.language,
        title=text(form.title, "deck/title"),
        questions=tuple(questions),
    )


def _question(
    form: Any, deck: str, text: _Texts, path: Path, report: Report
) -> quiz.Question | None:
    at = f"question/{form.id}"
    source, image = form.source, form.image
    shared: dict[str, Any] = {
        "id": f"{deck}/{form.id}",
        "topic": form.topic,
        "level": int(form.level),
        "ask": text(form.ask, f"{at}/ask"),
        "explain": text(form.explain, f"{at}/explain"),
        "hint": text(form.hint, f"{at}/hint"),
        "source": quiz.Source(
            text(source.title, f"{at}/source"), source.url, source.year, source.checked or ""
        )
        if source
        else quiz.Source(),
        "review_by": form.review_by or "",
        "image": quiz.Image(image.file, text(image.alt, f"{at}/image"), image.credit)
        if image
        else None,
        "right": None if form.right is None else built(form.right),
        "wrong": None if form.wrong is None else built(form.wrong),
    }
    if form.kind == "true_false":
        return quiz.TrueFalse(**shared, answer=form.answer)
    if form.kind == "estimate":
        return _estimate(form, shared, text(form.unit, f"{at}/unit"), path, report)
    options = text.row(form.options, f"{at}/options")
    _alike(form.options, (*path, "options"), report)
    if form.kind == "order":
        return quiz.Order(**shared, options=options)
    if form.kind == "choice":
        place = _option(form.answer, form.options, (*path, "answer"), report)
        if place is None:
            return None
        return quiz.Choice(**shared, options=options, answer=place, keep_order=form.keep_order)
    places = [
        _option(answer, form.options, (*path, "answer", k), report)
        for k, answer in enumerate(form.answer)
    ]
    found = tuple(sorted({place for place in places if place is not None}))
    if None in places:
        return None
    return quiz.Several(**shared, options=options, answers=found, keep_order=form.keep_order)


def _alike(options: list[str], path: Path, report: Report) -> None:
    seen: dict[str, int] = {}
    for k, option in enumerate(options):
        plain = " ".join(option.split()).casefold()
        if plain in seen:
            report((*path, k), N_("This option stands here twice."), N_("Change one of them."))
        seen[plain] = k


def _option(answer: str, options: list[str], path: Path, report: Report) -> int | None:
    if answer in options:
        return options.index(answer)
    meant = closest(answer, options)
    report(
        path, N_("The answer «{answer}» is not one of the options."),
        N_("Write it just as the option: «{meant}».") if meant
        else N_("Write the answer just as one of the options stands."),
        answer=answer, meant=meant,
    )  # fmt: skip
    return None


def _estimate(
    form: Any, shared: dict[str, Any], unit: Text, path: Path, report: Report
) -> quiz.Estimate:
    within = form.within
    tolerance = (
        abs(form.answer) * float(within[:-1]) / 100 if within.endswith("%") else float(within)
    )
    if not form.min < form.max:
        report((*path, "max"), N_("`max` must be larger than `min`."))
    elif not form.min <= form.answer <= form.max:
        report((*path, "answer"), N_("The answer lies outside `min` and `max`."),
               N_("Widen them, or correct the answer."))  # fmt: skip
    return quiz.Estimate(
        **shared, answer=form.answer, tolerance=tolerance, low=form.min, high=form.max,
        step=form.step, unit=unit,
    )  # fmt: skip


# ---------------------------------------------------------------------- boards


def build_board(form: board_schema.BoardForm, report: Report) -> board.Board:
    text = _Texts(form.id)
    rules = form.rules
    return board.Board(
        id=form.id,
        language=form.language,
        title=text(form.title, "board/title"),
        place=text(form.place, "board/place"),
        squares=_squares(form, text, report),
        rules=board.Rules(
            dice=board.Dice(rules.die.count, rules.die.sides),
            finish=rules.finish,
            end=rules.end,
            answering=rules.answering,
            chain=rules.chain,
            class_leaves=rules.class_leaves,
            right=built(rules.right),
            wrong=built(rules.wrong),
        ),
        decks=tuple(form.decks),
        survey=form.survey or "",
        theme=form.theme or "",
        minutes=form.minutes,
        road=_road(form.road),
        teams=text.row(form.teams, "board/teams"),
        tips=text.row(form.tips, "board/tips"),
    )


def _squares(
    form: board_schema.BoardForm, text: _Texts, report: Report
) -> tuple[board.Square, ...]:
    """Repeats written out; a square without an id gets its number."""
    flat = [(i, square) for i, square in enumerate(form.squares) for _ in range(square.repeat)]
    if len(flat) > 500:
        report(("squares",), N_("The board has {n} squares; 500 are possible."), n=len(flat))
        flat = flat[:500]
    ids: list[str] = []
    for number, (i, square) in enumerate(flat):
        name = square.id or str(number)
        if name in ids:
            report(("squares", i, "id"), N_("The id `{id}` is used twice."),
                   N_("Give each square an id of its own, and none where it is repeated."),
                   id=name)  # fmt: skip
        ids.append(name)
    made = []
    for number, (i, square) in enumerate(flat):
        name = ids[number]
        following = tuple(ids[number + 1 : number + 2]) if square.kind != "goal" else ()
        level: Any = int(square.level) if square.level else None
        for exit_id in square.next or ():
            if exit_id not in ids:
                report(("squares", i, "next"), N_("There is no square `{id}`."),
                       _meant(exit_id, ids), id=exit_id, meant=closest(exit_id, ids))  # fmt: skip
        made.append(
            board.Square(
                id=name,
                kind=square.kind,
                effects=built(square.effects),
                exits=tuple(square.next) if square.next else following,
                stop=square.stop,
                topic=square.topic,
                level=level,
                mood=square.mood,
                title=text(square.title, f"square/{name}/title"),
                text=text(square.text, f"square/{name}/text"),
                picture=square.picture or "",
                at=(square.at[0], square.at[1]) if square.at else None,
            )
        )
        for k, effect in enumerate(square.effects):
            target = effect.go_to
            if target is not None and target not in ids:
                report(("squares", i, "effects", k, "go_to"), N_("There is no square `{id}`."),
                       _meant(target, ids), id=target, meant=closest(target, ids))  # fmt: skip
    return tuple(made)


def _meant(word: str, known: list[str]) -> str:
    if closest(word, known):
        return N_("Did you mean `{meant}`?")
    return N_("Give the square that is meant this id.")


def _road(form: board_schema.RoadForm) -> board.Road:
    return board.Road(_points(form.wide, "wide"), _points(form.narrow, "narrow"))


def _points(points: list[list[float]] | None, shape: str) -> tuple[tuple[float, float], ...]:
    """Fractions of the stage; larger numbers are places on the 1920 × 1080 page."""
    if not points:
        return ()
    if all(0 <= value <= 1.5 for point in points for value in point):
        return tuple((x, y) for x, y in points)
    width, height = STAGE[shape] if shape == "narrow" else (STAGE["wide"])
    return tuple((x / width, y / height) for x, y in points)


# ---------------------------------------------------------------------- surveys and themes


def build_survey(form: survey_schema.SurveyForm, report: Report) -> survey.Survey:
    text = _Texts(form.id)
    seen: set[str] = set()
    for i, item in enumerate(form.items):
        if item.id in seen:
            report(("items", i, "id"), N_("The id `{id}` is used twice."),
                   N_("Give each question an id of its own."), id=item.id)  # fmt: skip
        seen.add(item.id)
    return survey.Survey(
        id=form.id,
        language=form.language,
        title=text(form.title, "survey/title"),
        anonymous=form.anonymous,
        items=tuple(_item(item, text, ("items", i), report) for i, item in enumerate(form.items)),
    )


def _item(form: Any, text: _Texts, path: Path, report: Report) -> survey.SurveyItem:
    at = f"item/{form.id}"
    shared = {"id": form.id, "ask": text(form.ask, f"{at}/ask"), "optional": form.optional}
    match form.kind:
        case "faces":
            return survey.Faces(**shared, scale=text.row(form.scale, f"{at}/scale"))
        case "choice":
            _alike(form.options, (*path, "options"), report)
            return survey.ChoiceItem(**shared, options=text.row(form.options, f"{at}/options"))
        case "several":
            _alike(form.options, (*path, "options"), report)
            return survey.SeveralItem(
                **shared, options=text.row(form.options, f"{at}/options"), most=form.most
            )
        case "number":
            if not form.min < form.max:
                report((*path, "max"), N_("`max` must be larger than `min`."))
            return survey.NumberItem(
                **shared, low=form.min, high=form.max, unit=text(form.unit, f"{at}/unit")
            )
        case _:
            return survey.TextItem(**shared, longest=form.longest)


def build_theme(form: theme_schema.ThemeForm, report: Report) -> layout.Theme:
    text = _Texts(form.id)
    colours = {k: v for k, v in form.colours.model_dump().items() if v is not None}
    return layout.Theme(
        id=form.id,
        language=form.language,
        title=text(form.title, "theme/title"),
        mascot=form.mascot or "",
        mascot_name=text(form.mascot_name, "theme/mascot"),
        backdrop=form.backdrop or "",
        focus=form.focus,
        goal=form.goal,
        correct_mark=form.correct_mark,
        skyline=form.skyline,
        palette=layout.Palette(**colours),
        road=_road(form.road),
    )

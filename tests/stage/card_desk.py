"""Questions of every kind, a table of teams, and hands for the card screens."""

from collections.abc import Callable
from typing import Any

import pygame

from sugoroku.engine.state import Team
from sugoroku.i18n.translator import Translator
from sugoroku.model.ids import TEAM_SHAPES
from sugoroku.model.layout import Palette, Theme
from sugoroku.model.quiz import Choice, Estimate, Order, Question, Several, Source, TrueFalse
from sugoroku.model.text import Text
from sugoroku.settings import Settings
from sugoroku.stage import intents
from sugoroku.stage.assets import Assets
from sugoroku.stage.canvas import Canvas
from sugoroku.stage.scene import Context, Scene
from sugoroku.stage.sounds import Sounds
from sugoroku.stage.typeset import Typesetter
from sugoroku.stage.widgets.base import Widget

SIZES = ((1024, 768), (1366, 768), (1920, 1080), (3840, 2160))
LANGUAGES = ("ja", "es", "en")

WORDS = {
    "ja": "富山県《とやまけん》の川《かわ》の水《みず》で電気《でんき》をつくる",
    "es": "Con agua de los ríos hacen electricidad",
    "en": "They make electricity from river water",
}


def words(language: str, times: int) -> Text:
    """A text of some length as an author of that language writes it."""
    return Text(("、" if language == "ja" else " ").join([WORDS[language]] * times))


def questions(language: str = "en", options: int = 4) -> dict[str, Question]:
    """One of each kind, with texts about as long as the budgets allow."""
    common: dict[str, Any] = {
        "id": "deck/q", "topic": "cooperation", "ask": words(language, 2),
        "explain": words(language, 3), "hint": words(language, 1),
        "source": Source(title=words(language, 1), year=2024),
    }  # fmt: skip
    some = tuple(words(language, 1) for _ in range(options))
    return {
        "choice": Choice(options=some, answer=1, **common),
        "true_false": TrueFalse(answer=False, **common),
        "several": Several(options=some, answers=(0, 2), **common),
        "estimate": Estimate(
            answer=30, tolerance=5, low=0, high=100, step=5, unit=Text("%"), **common
        ),
        "order": Order(options=some, **common),
    }


def order_of(question: Question) -> tuple[int, ...]:
    """How its options are shown in the tests: never as they stand in the file."""
    match question:
        case Estimate():
            return ()
        case TrueFalse():
            return (0, 1)
        case _:
            return tuple(reversed(range(len(question.options))))


def table(teams: int = 3) -> tuple[Team, ...]:
    return tuple(
        Team(i, f"Team {i + 1}", TEAM_SHAPES[i], 5, "start", leaves=10 * i) for i in range(teams)
    )


class Told:
    """Keeps what a screen has asked for."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, object]] = []

    def hear(self, name: str) -> Callable[..., None]:
        def heard(value: object = None) -> None:
            self.calls.append((name, value))

        return heard


class Desk:
    """Draws scenes and presses their keys and cards."""

    def __init__(self, assets: Assets, typesetter: Typesetter, language: str = "en") -> None:
        self.assets, self.typesetter, self.language = assets, typesetter, language
        theme = Theme(id="t", mascot="mascot/frog", skyline="hills", correct_mark="maru")
        self.context = Context(
            tr=Translator(language, ()), theme=theme, settings=Settings(),
            sounds=Sounds(assets, volume=0), now_ms=lambda: 0.0,
        )  # fmt: skip

    def canvas(self, size: tuple[int, int]) -> Canvas:
        made = Canvas(pygame.Surface(size), self.assets, self.typesetter, Palette())
        made.language, made.furigana = self.language, self.language == "ja"
        return made

    def draw(self, scene: Scene, size: tuple[int, int] = (640, 480)) -> Canvas:
        canvas = self.canvas(size)
        scene.enter()
        scene.render(canvas)
        return canvas

    def keys(self, scene: Scene, typed: str) -> None:
        """`⏎` Enter, `⌫` Backspace, `→←↓` arrows, `⇥` Tab, `⎋` Escape, `▼` the clicker."""
        special: dict[str, intents.Intent] = {
            "⏎": intents.Go(), "⌫": intents.Undo(), "→": intents.MoveFocus("right"),
            "←": intents.MoveFocus("left"), "⇥": intents.MoveFocus("next"), "⎋": intents.Back(),
            "▼": intents.Go(clicker=True), "↓": intents.MoveFocus("down"),
        }  # fmt: skip
        for sign in typed:
            scene.dispatch(special.get(sign) or intents.Character(sign))
            self._redraw(scene)

    def click(self, scene: Scene, widget: Widget, share: float = 0.5) -> None:
        x, y = widget.x + widget.w * share, widget.y + widget.h / 2
        self.point(scene, x, y)

    def point(self, scene: Scene, x: float, y: float) -> None:
        scene.dispatch(intents.PointerMove(x, y))
        scene.dispatch(intents.PointerDown(x, y))
        self._redraw(scene)
        scene.dispatch(intents.PointerUp(x, y))
        self._redraw(scene)

    def label(self, scene: Scene, text: str) -> Widget:
        """The widget with this label, letter or number of team."""
        found = [
            w for w in scene.widgets if text in (getattr(w, "label", ""), getattr(w, "letter", ""))
        ]
        assert found, text
        return found[0]

    def _redraw(self, scene: Scene) -> None:
        if scene.stale:
            scene.render(self.canvas((640, 480)))


def overlaps(widgets: list[Widget]) -> list[tuple[Widget, Widget]]:
    """Pairs of widgets that cover each other."""
    return [
        (a, b)
        for i, a in enumerate(widgets)
        for b in widgets[i + 1 :]
        if a.x < b.x + b.w and b.x < a.x + a.w and a.y < b.y + b.h and b.y < a.y + a.h
    ]

"""Before the game: the teams, then how the lesson is played."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from sugoroku.model.board import Answering
from sugoroku.model.edition import Edition
from sugoroku.model.ids import TEAM_SHAPES
from sugoroku.stage import intents
from sugoroku.stage.scene import Context, Scene
from sugoroku.stage.tokens import TEAM
from sugoroku.stage.widgets.base import Widget
from sugoroku.stage.widgets.button import Button, RoundButton
from sugoroku.stage.widgets.switch import Segmented, Stepper

if TYPE_CHECKING:
    from sugoroku.stage.canvas import Canvas

MOST_TEAMS = 6
MINUTES = (0, 20, 25, 35, 45)
GRADES: tuple[int | None, ...] = (None, 3, 4, 5, 6, 7)
TOP = 190.0
"""Of the first row of the second page."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What the teacher has chosen so far. `names` has a place for each of the six shapes."""

    names: tuple[str, ...]
    pupils: tuple[int, ...] = (5,) * MOST_TEAMS
    teams: int = 4
    grade: int | None = None
    minutes: int = 25
    die: Literal["virtual", "real"] = "virtual"
    answering: Answering = "team"
    explain: bool = False
    """The first turn explains itself."""
    ask_before: bool = False
    """A survey comes before the first turn, if the edition has one."""


@dataclass(frozen=True, slots=True)
class SetupActions:
    start: Callable[[Plan], None]
    rename: Callable[[Plan, int], None]
    """Ask for a new name of the team at this place; the screen comes back with it."""
    back: Callable[[], None]
    settings: Callable[[], None]


@dataclass(slots=True, eq=False)
class TeamCard(Widget):
    """A team's shape and name; pressing it asks for another name."""

    place: int = 0
    name: str = ""
    taken: bool = True
    free_label: str = ""

    def draw(self, canvas: "Canvas") -> None:
        x, y, w, h = self.x, self.y, self.w, self.h
        if self.focused or self.hovered:
            canvas.rect(x - 12, y - 12, w + 24, h + 38, 58, "ink")
            canvas.rect(x - 7, y - 7, w + 14, h + 28, 54, "sun")
        if not self.taken:
            canvas.rect(x, y, w, h, 46, "paper", stroke="line", stroke_w=6, alpha=0.6)
            canvas.rect(x + w / 2 - 52, y + 48, 104, 104, 52, "paper")
            canvas.svg("ui/plus", x + w / 2, y + 100, w=62, recolour="primary")
            canvas.text(
                self.free_label, x + w / 2, y + 214, 48, "ink_soft", align="c", valign="m",
                width=w - 40, fit=True,
            )  # fmt: skip
            return
        shape = TEAM_SHAPES[self.place]
        _, tint, deep = TEAM[shape]
        canvas.card(x, y, w, h, 48, "paper", deep, 14)
        canvas.rect(x, y, w, 150, 48, tint)
        canvas.rect(x, y + 80, w, 70, 0, tint)
        canvas.token(shape, x + 86, y + 76, 128)
        canvas.text(
            self.name, x + 160, y + 76, 56, "ink", "display", valign="m",
            width=w - 176, fit=True, ruby=False, min_size=30,
        )  # fmt: skip


class SetupScene(Scene):
    """Page 0: teams; page 1: grade, minutes, die, answering. Enter goes on."""

    def __init__(
        self,
        context: Context,
        edition: Edition,
        plan: Plan,
        actions: SetupActions,
        page: int = 0,
        team: int | None = None,
    ) -> None:
        """`team`: the place that has the focus."""
        super().__init__(context)
        self._team = team
        self.edition = edition
        self.plan = plan
        self.actions = actions
        self.page = page

    def build(self, canvas: "Canvas") -> Sequence[Widget]:
        widgets = self._teams(canvas) if self.page == 0 else self._lesson(canvas)
        w = 440 if canvas.wide else 390
        x = canvas.W - canvas.margin - w
        if self.page == 0:
            label, icon, press = self.tr("Next"), "next", self._next_page
        else:
            label, icon, press = self.tr("Start"), "play", self._start
        widgets.append(
            Button(x, 944, w, 100, label=label, icon=icon, on_press=press, primary=True, size=56)
        )
        widgets.append(RoundButton(canvas.margin, 950, 92, 92, icon="back", on_press=self.on_back))
        if self.page == 1:
            widgets.append(
                RoundButton(
                    canvas.W - canvas.margin - 92, 58, 92, 92, icon="tool",
                    on_press=self.actions.settings, keys=("s",),
                )
            )  # fmt: skip
        return widgets

    def _teams(self, canvas: "Canvas") -> list[Widget]:
        m, g = canvas.margin, 30
        seg = 5 * (100 if canvas.wide else 88) + 16
        widgets: list[Widget] = [
            Segmented(
                canvas.W - m - seg,
                44,
                seg,
                116,
                choices=[str(n) for n in range(2, MOST_TEAMS + 1)],
                index=self.plan.teams - 2,
                on_change=lambda i: self._change(teams=i + 2),
            )
        ]
        w = (canvas.W - 2 * m - 2 * g) / 3
        h = 300 if canvas.wide else 294
        for i in range(MOST_TEAMS):
            x, y = m + (i % 3) * (w + g), 208 + (i // 3) * (h + g + 18)
            taken = i < self.plan.teams
            press = (lambda i=i: self.actions.rename(self.plan, i)) if taken else (
                lambda i=i: self._change(teams=i + 1))  # fmt: skip
            card = TeamCard(
                x, y, w, h, on_press=press, place=i, name=self.plan.names[i], taken=taken,
                free_label=self.tr("Free"),
            )  # fmt: skip
            if i == self._team:
                card.focused, self._team = True, None
            widgets.append(card)
            if taken:
                widgets.append(self._pupils(i, x, y + 170, w))
        return widgets

    def _pupils(self, i: int, x: float, y: float, w: float) -> Widget:
        return Stepper(
            x + 110, y, w - 134, 104, value=self.plan.pupils[i], low=1, high=10,
            on_change=lambda n: self._set_pupils(i, n),
        )  # fmt: skip

    def _lesson(self, canvas: "Canvas") -> list[Widget]:
        plan, tr = self.plan, self.tr
        minutes = [tr("none") if m == 0 else str(m) for m in MINUTES]
        grades = [tr("all") if g is None else str(g) for g in GRADES]
        rows: list[tuple[list[str], int, Callable[[int], None]]] = [
            (grades, GRADES.index(plan.grade), lambda i: self._change(grade=GRADES[i])),
            (minutes, MINUTES.index(plan.minutes) if plan.minutes in MINUTES else 0,
             lambda i: self._change(minutes=MINUTES[i])),
            ([tr("On the screen"), tr("A real die")], int(plan.die == "real"),
             lambda i: self._change(die=("virtual", "real")[i])),
            ([tr("The team on turn"), tr("All teams")], int(plan.answering == "everyone"),
             lambda i: self._change(answering=("team", "everyone")[i])),
            ([tr("No, we know it"), tr("Yes, explain it")], int(plan.explain),
             lambda i: self._change(explain=bool(i))),
        ]  # fmt: skip
        if self.asks_before:
            choices = [tr("Only after"), tr("Before and after")]
            if self.edition.survey is None:
                choices = [tr("none"), tr("Only before")]
            rows.append((choices, int(plan.ask_before), lambda i: self._change(ask_before=bool(i))))
        x = canvas.margin + self._label_width(canvas)
        w = canvas.W - canvas.margin - x
        each = self._each
        return [
            Segmented(
                x, TOP + n * each, w, each - 38 if len(rows) < 6 else each - 24, choices=choices,
                index=index, on_change=change, least=34,
            )
            for n, (choices, index, change) in enumerate(rows)
        ]  # fmt: skip

    @property
    def asks_before(self) -> bool:
        return bool(self.edition.asked("before", self.plan.grade))

    @property
    def _each(self) -> float:
        """From row to row."""
        return 122.0 if self.asks_before else 146.0

    @staticmethod
    def _label_width(canvas: "Canvas") -> float:
        return 520 if canvas.wide else 400

    def paint(self, canvas: "Canvas") -> None:
        theme, tr, m = self.context.theme, self.tr, canvas.margin
        canvas.skyline(theme.skyline)
        title = tr("Let us make the teams") if self.page == 0 else tr("How shall we play?")
        room = canvas.W - 2 * m - (540 if self.page == 0 else 120)
        canvas.text(title, m, 104, 84, "ink", "display", valign="m", width=room, fit=True)
        if self.page == 1:
            labels = [
                tr("School year"), tr("Minutes"), tr("Die"), tr("Who answers"), tr("First time?"),
            ]  # fmt: skip
            labels += [tr("Survey")] if self.asks_before else []
            middle = (self._each - (24 if self.asks_before else 38)) / 2
            for n, label in enumerate(labels):
                canvas.text(
                    label, m, TOP + n * self._each + middle, 52, "ink", "display", valign="m",
                    width=self._label_width(canvas) - 24, fit=True,
                )  # fmt: skip
        self._mascot_says(canvas)

    def paint_over(self, canvas: "Canvas") -> None:
        if self.page == 0:
            for widget in self.widgets:
                if isinstance(widget, Stepper):
                    canvas.svg("ui/people", widget.x - 50, widget.y + 52, w=66, recolour="ink_soft")

    def _mascot_says(self, canvas: "Canvas") -> None:
        m = canvas.margin
        button = 440 if canvas.wide else 390
        canvas.mascot(self.context.theme, "neutral", m + 210, 1072, 176)
        if self.page == 0:
            line = self.tr("Press a name to change it. No children's names, please.")
        else:
            line = self.tr("All of this can be left as it is.")
        x = m + 330
        room = canvas.W - m - button - 36 - x
        block = canvas.measure(line, 45, width=room - 76)
        h = block.h + 36
        canvas.bubble(x, 1056 - h, min(room, block.w + 80), h, "l", r=44, tail_y=h * 0.6)
        canvas.text(line, x + 38, 1056 - h / 2, 45, "ink", valign="m", width=room - 76)

    def handle(self, intent: intents.Intent) -> bool:
        """A digit is the number of teams."""
        typed = intent.text if isinstance(intent, intents.Character) and self.page == 0 else ""
        if typed not in {str(n) for n in range(2, MOST_TEAMS + 1)}:
            return False
        if isinstance(self.focused(), Stepper):
            return False
        self._change(teams=int(typed))
        return True

    def on_back(self) -> None:
        if self.page == 1:
            self.page = 0
            self.focus(None)
        else:
            self.actions.back()

    def _next_page(self) -> None:
        self.page = 1
        self.focus(None)

    def _start(self) -> None:
        self.actions.start(self.plan)

    def _change(self, **changes: object) -> None:
        self.plan = replace(self.plan, **changes)  # type: ignore[arg-type]
        self.refresh()

    def _set_pupils(self, place: int, pupils: int) -> None:
        all_pupils = self.plan.pupils
        self._change(pupils=(*all_pupils[:place], pupils, *all_pupils[place + 1 :]))

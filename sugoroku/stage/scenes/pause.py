"""The teacher's menu: everything that mends or ends a game."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sugoroku.i18n.languages import LANGUAGES, language_named
from sugoroku.stage import intents
from sugoroku.stage.scene import Context, Scene
from sugoroku.stage.widgets.base import Widget
from sugoroku.stage.widgets.button import Button
from sugoroku.stage.widgets.switch import Segmented, Toggle

if TYPE_CHECKING:
    from sugoroku.stage.canvas import Canvas


@dataclass(frozen=True, slots=True)
class PauseActions:
    """None: not possible now; its card keeps its place, greyed."""

    resume: Callable[[], None]
    undo: Callable[[], None] | None
    redo: Callable[[], None] | None
    correct: Callable[[], None] | None
    skip: Callable[[], None] | None
    swap: Callable[[], None] | None
    bell: Callable[[], None] | None
    end: Callable[[], None] | None
    language: Callable[[str], None]
    furigana: Callable[[bool], None]
    sound: Callable[[bool], None]
    everyone: Callable[[bool], None]


@dataclass(slots=True, eq=False)
class MenuCard(Widget):
    """A large card with an icon and one or two lines."""

    label: str = ""
    icon: str = ""
    danger: bool = False

    def draw(self, canvas: "Canvas") -> None:
        x, y, w, h = self.x, self.y, self.w, self.h
        if not self.enabled:
            canvas.rect(x, y, w, h, 40, "disabled")
            canvas.svg(f"ui/{self.icon}", x + 66, y + h / 2, w=56, recolour="miss")
            canvas.text(
                self.label, x + 130, y + h / 2, 49, "miss", "display", valign="m",
                width=w - 146, max_h=h - 6,
            )  # fmt: skip
            return
        if self.focused or self.hovered:
            canvas.rect(x - 11, y - 11, w + 22, h + 34, 50, "ink")
            canvas.rect(x - 6, y - 6, w + 12, h + 24, 46, "sun")
        ink = "#8C1D18" if self.danger else "primary"
        canvas.rect(x, y + 12, w, h, 40, "warn_deep" if self.danger else "line")
        canvas.rect(x, y, w, h, 40, "#FFE3D6" if self.danger else "primary_tint")
        canvas.rect(x + 20, y + h / 2 - 46, 92, 92, 46, "paper")
        canvas.svg(f"ui/{self.icon}", x + 66, y + h / 2, w=56, recolour=ink)
        canvas.text(
            self.label, x + 130, y + h / 2, 49, "ink", "display", valign="m",
            width=w - 146, max_h=h - 6,
        )  # fmt: skip


class PauseScene(Scene):
    """Drawn over the screen it pauses. Escape goes back to the game."""

    def __init__(
        self,
        context: Context,
        under: Scene,
        actions: PauseActions,
        *,
        furigana: bool,
        sound: bool,
        everyone: bool,
    ) -> None:
        super().__init__(context)
        self.under = under
        self.actions = actions
        self.furigana, self.sound, self.everyone = furigana, sound, everyone

    def _frame(self, canvas: "Canvas") -> tuple[float, float, float, float]:
        w = min(1640, canvas.W - 2 * 44)
        return (canvas.W - w) / 2, 40, w, 992

    def build(self, canvas: "Canvas") -> Sequence[Widget]:
        x, y, w, _ = self._frame(canvas)
        rb = 540 if w > 1400 else 480
        widgets: list[Widget] = [
            Button(
                x + w - 50 - rb,
                y + 34,
                rb,
                100,
                label=self.tr("Go on playing"),
                icon="play",
                on_press=self.actions.resume,
                primary=True,
                size=50,
            )
        ]
        g = 24
        cw, ch = (w - 100 - g) / 2, 124
        for i, (icon, label, press, danger) in enumerate(self._offers()):
            widgets.append(
                MenuCard(
                    x + 50 + (i % 2) * (cw + g),
                    y + 156 + (i // 2) * (ch + g + 8),
                    cw,
                    ch,
                    label=label,
                    icon=icon,
                    danger=danger,
                    on_press=press,
                    keys=(str(i + 1),),
                    enabled=press is not None,
                )
            )
        return widgets + self._settings(canvas, x + 50, y + 786, w - 100)

    def _offers(self) -> list[tuple[str, str, Callable[[], None] | None, bool]]:
        a, tr = self.actions, self.tr
        return [
            ("undo", tr("Undo the last step"), a.undo, False),
            ("next", tr("Redo"), a.redo, False),
            ("edit-position", tr("Correct a position"), a.correct, False),
            ("skip", tr("Skip this turn"), a.skip, False),
            ("file", tr("Another question"), a.swap, False),
            ("clock", tr("End after this round"), a.bell, False),
            ("end", tr("End now"), a.end, True),
        ]

    def _settings(self, canvas: "Canvas", x: float, y: float, w: float) -> list[Widget]:
        codes = [language.code for language in LANGUAGES]
        names = [language.own_name for language in LANGUAGES]
        now = codes.index(self.tr.language) if self.tr.language in codes else 2
        g = 24
        half = (w - g) / 2
        return [
            Segmented(
                x, y - 20, half, 104, choices=names, index=now,
                on_change=lambda i: self.actions.language(codes[i]),
            ),
            Toggle(x + w - 150, y - 10, 150, 84, on=self.everyone, on_change=self._everyone),
            Toggle(x + w - 150, y + 106, 150, 84, on=self.sound, on_change=self._sound),
            *([Toggle(x + half - 150, y + 106, 150, 84, on=self.furigana,
                      on_change=self._furigana)] if self._has_ruby() else []),
        ]  # fmt: skip

    def _has_ruby(self) -> bool:
        return language_named(self.tr.language).ruby

    def paint(self, canvas: "Canvas") -> None:
        self.under.render(canvas)
        canvas.scrim(175)
        x, y, w, h = self._frame(canvas)
        canvas.card(x, y, w, h, 60, "paper", "#0A1626", 14)
        canvas.text(
            self.tr("A short break"), x + 54, y + 84, 76, "ink", "display", valign="m",
            width=w - 660, fit=True,
        )  # fmt: skip
        half = (w - 100 - 24) / 2
        left, right, top = x + 50, x + 50 + half + 24, y + 786
        labels = (
            (right, top + 32, self.tr("All teams answer")),
            (right, top + 148, self.tr("Sound")),
            (left, top + 148, self.tr("Furigana") if self._has_ruby() else ""),
        )
        for lx, ly, label in labels:
            canvas.text(label, lx, ly, 48, "ink", "display", valign="m", width=half - 180, fit=True)

    def handle(self, intent: intents.Intent) -> bool:
        if isinstance(intent, intents.Undo) and self.actions.undo is not None:
            self.actions.undo()
            return True
        return False

    def on_back(self) -> None:
        self.actions.resume()

    def _furigana(self, on: bool) -> None:
        self.furigana = on
        self.actions.furigana(on)
        self.refresh()

    def _sound(self, on: bool) -> None:
        self.sound = on
        self.actions.sound(on)
        self.refresh()

    def _everyone(self, on: bool) -> None:
        self.everyone = on
        self.actions.everyone(on)
        self.refresh()

"""How the program shows itself: language, readings, size, motion, sound."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from sugoroku.i18n.languages import language_named
from sugoroku.settings import NO_FURIGANA
from sugoroku.stage.scene import Context, Scene
from sugoroku.stage.widgets.base import Widget
from sugoroku.stage.widgets.button import Button
from sugoroku.stage.widgets.switch import Segmented

if TYPE_CHECKING:
    from sugoroku.stage.canvas import Canvas

FURIGANA = (0, 3, 4, 5, 6, NO_FURIGANA)
SECONDS = (0, 30, 60, 90)


@dataclass(frozen=True, slots=True)
class OptionsActions:
    """`change` takes the name of a setting and its new value."""

    change: Callable[[str, object], None]
    language: Callable[[str], None]
    everyone: Callable[[bool], None] | None
    """None: before the game, where the setup asks for it."""
    back: Callable[[], None]
    report: Callable[[], None] | None = None
    """Makes the file for who helps."""


@dataclass(frozen=True, slots=True)
class _Row:
    label: str
    choices: list[str]
    index: int
    change: Callable[[int], None]
    ruby: bool | None = None
    able: bool = True


class OptionsScene(Scene):
    """A row a setting; what is chosen counts at once. Those in `locked` are only shown."""

    def __init__(
        self,
        context: Context,
        under: Scene,
        actions: OptionsActions,
        languages: Sequence[str],
        *,
        everyone: bool = False,
        voices: bool = False,
        locked: Collection[str] = (),
    ) -> None:
        super().__init__(context)
        self.under, self.actions = under, actions
        self.languages = tuple(languages)
        self.everyone, self.voices = everyone, voices
        self.locked = locked

    def enter(self) -> None:
        self.under.enter()

    def _rows(self) -> list[_Row]:
        tr = self.tr
        names = [language_named(code).own_name for code in self.languages]
        spoken = self.languages.index(tr.language) if tr.language in self.languages else 0
        rows = [_Row(tr("Language"), names, spoken, self._language, False,
                     "language" not in self.locked)]  # fmt: skip
        if language_named(tr.language).ruby:
            words = [tr("all"), *(tr("year {n}+", n=n) for n in FURIGANA[1:-1]), tr("none")]
            rows.append(self._row(tr("Furigana"), words, "furigana", FURIGANA))
        if self.actions.everyone is not None:
            who = [tr("The team on turn"), tr("All teams")]
            rows.append(_Row(tr("Who answers"), who, int(self.everyone), self._everyone))
        size = [tr("Normal"), tr("Large")]
        loud = [tr("Off"), tr("Soft"), tr("Normal")]
        lively = [tr("Lively"), tr("Calm")]
        seconds = [tr("none"), *(tr("{n} s", n=n) for n in SECONDS[1:])]
        rows += [
            self._row(tr("Text size"), size, "text", ("normal", "large")),
            self._row(tr("Contrast"), [tr("Normal"), tr("High")], "contrast", ("normal", "high")),
            self._row(tr("Motion"), lively, "motion", ("full", "reduced")),
            self._row(tr("Sound"), loud, "volume", (0, 1, 2)),
            self._row(
                tr("Time for a question (90 s: younger ones)"), seconds, "stopwatch", SECONDS
            ),
        ]
        if self.voices:
            rows.append(self._row(tr("Read aloud"), [tr("Off"), tr("On")], "voice", (False, True)))
        return rows

    def _row(self, label: str, words: list[str], name: str, values: Sequence[object]) -> _Row:
        now = getattr(self.context.settings, name)
        index = values.index(now) if now in values else 0
        able = name not in self.locked
        return _Row(label, words, index, lambda i: self._change(name, values[i]), able=able)

    def _change(self, name: str, value: object) -> None:
        self.actions.change(name, value)
        self.refresh()

    def _language(self, index: int) -> None:
        self.actions.language(self.languages[index])
        self.refresh()

    def _everyone(self, index: int) -> None:
        self.everyone = bool(index)
        if self.actions.everyone is not None:
            self.actions.everyone(self.everyone)
        self.refresh()

    # ------------------------------------------------------------------ the picture

    def _frame(self, canvas: "Canvas") -> tuple[float, float, float, float]:
        w = min(1700, canvas.W - 2 * 32)
        return (canvas.W - w) / 2, 26, w, 1020

    def _places(self, canvas: "Canvas", n: int) -> tuple[float, float, float]:
        """Top of the first row, height of a row, width of the labels."""
        _, y, w, h = self._frame(canvas)
        return y + 150, min(112.0, (h - (240 if self.locked else 172)) / n), w * 0.3

    def build(self, canvas: "Canvas") -> Sequence[Widget]:
        x, y, w, _ = self._frame(canvas)
        rows = self._rows()
        top, each, label = self._places(canvas, len(rows))
        widgets: list[Widget] = [
            Segmented(
                x + 40 + label, top + i * each, w - 80 - label, each - 16, choices=row.choices,
                index=row.index, on_change=partial(row.change), size=46, least=32, ruby=row.ruby,
                enabled=row.able,
            )
            for i, row in enumerate(rows)
        ]  # fmt: skip
        widgets.append(
            Button(
                x + w - 40 - 380, y + 28, 380, 94, label=self.tr("Done"), icon="check",
                on_press=self.actions.back, primary=True, size=50,
            )
        )  # fmt: skip
        if self.actions.report is not None:
            widgets.append(
                Button(
                    x + w - 40 - 380 - 30 - 420, y + 28, 420, 94, label=self.tr("Fault report"),
                    icon="file", kind="secondary", on_press=self.actions.report, size=44,
                )
            )  # fmt: skip
        return widgets

    def paint(self, canvas: "Canvas") -> None:
        self.under.render(canvas)
        canvas.scrim(175)
        x, y, w, h = self._frame(canvas)
        canvas.card(x, y, w, h, 56, "paper", "#0A1626", 14)
        room = w - (500 if self.actions.report is None else 950)
        canvas.text(
            self.tr("Settings"), x + 44, y + 78, 72, "ink", "display",
            valign="m", width=room, fit=True,
        )  # fmt: skip
        if self.locked:
            canvas.text(
                self.tr("What is grey was set by the school."), x + 44, y + h - 42, 42, "ink",
                valign="m", width=w - 88, fit=True,
            )  # fmt: skip
        rows = self._rows()
        top, each, label = self._places(canvas, len(rows))
        for i, row in enumerate(rows):
            canvas.text(
                row.label, x + 44, top + i * each + (each - 16) / 2, 48,
                "ink" if row.able else "miss", "display",
                valign="m", width=label - 24, max_h=each, min_size=36,
            )  # fmt: skip

    def on_back(self) -> None:
        self.actions.back()

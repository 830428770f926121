"""The first screen: which town shall we play? Two doors a page, one for each edition."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sugoroku.i18n.languages import language_named
from sugoroku.i18n.translator import Translator
from sugoroku.model.layout import Theme
from sugoroku.model.text import Text
from sugoroku.stage.draw.logo import draw_logo
from sugoroku.stage.scene import Context, Scene
from sugoroku.stage.widgets.base import Widget
from sugoroku.stage.widgets.button import RoundButton

if TYPE_CHECKING:
    from sugoroku.stage.canvas import Canvas

DOORS = 2


@dataclass(frozen=True, slots=True)
class Door:
    """An edition as the title shows it. `faulty`: its files have errors to be shown."""

    edition: str
    place: Text
    language: str
    theme: Theme
    faulty: bool = False
    version: str = ""
    """Shown where two editions would look alike."""
    words: Translator | None = None
    """Of an edition with catalogues of its own; None: those of the program."""


@dataclass(frozen=True, slots=True)
class Continuation:
    """A game that is not over: its town, and when and by whom it was begun."""

    place: str
    line: str
    resume: Callable[[], None]


@dataclass(frozen=True, slots=True)
class TitleActions:
    choose: Callable[[str], None]
    resume: Continuation | None
    language: Callable[[str], None] | None
    """None: it cannot be changed."""
    languages: Sequence[str]
    """Codes, in the order in which they come."""
    quit: Callable[[], None]
    lessons: Callable[[], None] | None = None
    """None: there are none yet."""


@dataclass(slots=True, eq=False)
class DoorPlate(Widget):
    """The plate under a mascot: the town's name, and in which language it is played."""

    name: str = ""
    line: str = ""
    version: str = ""
    colour: str = "#094A84"
    ledge: str = "#05305A"

    def draw(self, canvas: "Canvas") -> None:
        x, y, w, h = self.x, self.y, self.w, self.h
        if self.focused or self.hovered:
            canvas.rect(x - 18, y - 18, w + 36, h + 50, 72, "#10243E")
            canvas.rect(x - 12, y - 12, w + 24, h + 38, 66, "sun")
        down = 8 if self.pressed else 0
        canvas.rect(x, y + 14, w, h, 56, self.ledge)
        canvas.rect(x, y + down, w, h, 56, self.colour)
        middle = x + w / 2
        canvas.text(
            self.name, middle, y + down + 84, 92, "paper", "display",
            align="c", valign="m", width=w - 60, fit=True,
        )  # fmt: skip
        canvas.text(
            self.line, middle, y + down + h - 58, 48, "paper", align="c", valign="m",
            width=w - 40, fit=True,
        )  # fmt: skip
        if self.version:
            wide = min(300.0, w / 2)
            right = x + w + 8 - wide
            canvas.rect(right - 6, y + down - 40, wide + 12, 76, 38, self.ledge)
            canvas.rect(right, y + down - 34, wide, 64, 32, "ribbon")
            canvas.text(
                self.version, right + wide / 2, y + down - 2, 40, "ink", align="c", valign="m",
                width=wide - 36, fit=True, min_size=28, ruby=False,
            )  # fmt: skip


@dataclass(slots=True, eq=False)
class ContinuePlate(Widget):
    """Two lines on the colour of «go»."""

    label: str = ""
    line: str = ""

    def draw(self, canvas: "Canvas") -> None:
        x, y, w, h = self.x, self.y, self.w, self.h
        if self.focused or self.hovered:
            canvas.rect(x - 14, y - 14, w + 28, h + 42, 54, "#10243E")
            canvas.rect(x - 8, y - 8, w + 16, h + 30, 48, "paper")
        down = 8 if self.pressed else 0
        canvas.rect(x, y + 14, w, h, 40, "sun_deep")
        canvas.rect(x, y + down, w, h, 40, "sun")
        canvas.svg("ui/play", x + 66, y + down + h / 2, w=60, recolour="ink")
        canvas.text(
            self.label, x + 120, y + down + 46, 50, "ink", "display", valign="m", width=w - 150,
            fit=True,
        )  # fmt: skip
        canvas.text(
            self.line, x + 120, y + down + h - 36, 45, "ink", valign="m", width=w - 150, fit=True,
            ruby=False, min_size=30,
        )  # fmt: skip


@dataclass(slots=True, eq=False)
class IconTile(Widget):
    """A picture with its word below; for what is wanted now and then."""

    label: str = ""
    icon: str = ""

    def draw(self, canvas: "Canvas") -> None:
        x, y, w, h = self.x, self.y, self.w, self.h
        if self.focused or self.hovered:
            canvas.rect(x - 12, y - 12, w + 24, h + 34, 46, "#10243E")
            canvas.rect(x - 7, y - 7, w + 14, h + 24, 41, "sun")
        down = 6 if self.pressed else 0
        canvas.rect(x, y + 10, w, h, 36, "line")
        canvas.rect(x, y + down, w, h, 36, "paper")
        canvas.svg(f"ui/{self.icon}", x + w / 2, y + down + 56, w=70, recolour="ink")
        canvas.text(
            self.label, x + w / 2, y + down + h - 38, 45, "ink", "display", align="c", valign="m",
            width=w - 16, fit=True, min_size=36, ruby=False,
        )  # fmt: skip


class TitleScene(Scene):
    """`language` is "" until the teacher chooses one: then each door speaks its own."""

    def __init__(
        self,
        context: Context,
        doors: Sequence[Door],
        actions: TitleActions,
        language: str = "",
        shown: str = "",
    ) -> None:
        super().__init__(context)
        self.doors = tuple(doors)
        self.actions = actions
        self.language = language
        places = [i for i, door in enumerate(self.doors) if door.edition == shown]
        self.page = places[0] // DOORS if places else 0

    @property
    def shown(self) -> tuple[Door, ...]:
        return self.doors[self.page * DOORS : (self.page + 1) * DOORS]

    def build(self, canvas: "Canvas") -> Sequence[Widget]:
        widgets: list[Widget] = []
        half = canvas.W / max(1, len(self.shown))
        for i, door in enumerate(self.shown):
            widgets.append(self._plate(canvas, door, half * (i + 0.5), half, str(i + 1), i == 0))
        for widget in widgets:
            widget.primary = widget is widgets[0]
        widgets.append(
            RoundButton(
                canvas.W - canvas.margin - 92,
                36,
                92,
                92,
                icon="language",
                on_press=self._next_language,
                keys=("l",),
                enabled=self.actions.language is not None,
            )
        )
        widgets.append(
            RoundButton(canvas.margin, 36, 92, 92, icon="cross", on_press=self.actions.quit)
        )
        if self.actions.lessons is not None:
            widgets.append(
                IconTile(
                    canvas.margin, 290 if canvas.wide else 152, 180, 160, keys=("h",),
                    label=self.tr("Records"), icon="file", on_press=self.actions.lessons,
                )
            )  # fmt: skip
        first = widgets[0] if widgets else None
        last = self.actions.resume
        if last is not None:
            w = 900 if canvas.wide else 800
            first = ContinuePlate(
                (canvas.W - w) / 2, 452, w, 130, on_press=last.resume, keys=("r",),
                label=self.tr("Continue: {place}", place=last.place), line=last.line,
            )  # fmt: skip
            widgets.append(first)
        if first is not None and not self.widgets:
            first.focused = True
        if len(self.doors) > DOORS:
            middle = canvas.W / 2 - 46
            beside = middle + 46 + 360 + 60 if len(self.shown) == 1 else middle
            widgets.append(
                RoundButton(beside, 1080 - 220, 92, 92, icon="next", on_press=self._next_page)
            )
        return widgets

    def _plate(
        self, canvas: "Canvas", door: Door, cx: float, half: float, key: str, first: bool
    ) -> DoorPlate:
        w = min(720, half - (150 if canvas.wide else 110))
        spoken = self.language or door.language
        line = language_named(spoken).invitation
        return DoorPlate(
            cx - w / 2 + (10 if first else -10), 1080 - 246 - 58, w, 246,
            name=(door.words or self.tr).switched(spoken).text(door.place),
            line=self.tr("Something needs mending") if door.faulty else line,
            version=self.tr("Version {version}", version=door.version) if door.version else "",
            colour=door.theme.palette.primary,
            ledge=door.theme.palette.primary_deep,
            keys=(key,),
            on_press=lambda: self.actions.choose(door.edition),
        )  # fmt: skip

    def paint(self, canvas: "Canvas") -> None:
        doors = self.shown
        if not doors:
            canvas.skyline("hills")
            canvas.text(
                self.tr("No edition was found."), canvas.W / 2, 700, 58, "ink", "display",
                align="c", valign="m", width=canvas.W - 200,
            )  # fmt: skip
        else:
            canvas.split_backdrops([(door.theme.backdrop, door.theme.focus) for door in doors])
        draw_logo(canvas, self.tr)
        for door, plate in zip(doors, self.widgets, strict=False):
            happy = plate.focused or plate.hovered
            canvas.mascot(
                door.theme, "happy" if happy else "neutral",
                plate.x + plate.w / 2, plate.y + 46, 420 if canvas.wide else 370,
            )  # fmt: skip

    def on_back(self) -> None:
        self.actions.quit()

    def _next_page(self) -> None:
        self.page = (self.page + 1) % ((len(self.doors) + DOORS - 1) // DOORS)
        self.refresh()

    def _next_language(self) -> None:
        if self.actions.language is None:
            return
        codes = list(self.actions.languages)
        now = self.language or self.tr.language
        self.actions.language(codes[(codes.index(now) + 1) % len(codes) if now in codes else 0])

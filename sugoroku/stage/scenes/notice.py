"""A calm card with a few lines and one to three answers: questions, thanks, faults."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sugoroku.stage.draw.cards import label_width
from sugoroku.stage.scene import Context, Scene
from sugoroku.stage.widgets.base import Widget
from sugoroku.stage.widgets.button import Button
from sugoroku.stage.widgets.field import TextField

if TYPE_CHECKING:
    from sugoroku.stage.canvas import Canvas

Pose = Literal["happy", "neutral", "thinking", "sad"]


@dataclass(frozen=True, slots=True)
class Reply:
    label: str
    press: Callable[[], None]
    kind: Literal["primary", "secondary", "danger"] = "secondary"
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """`safe` is what Escape means; the first primary reply has Enter."""

    title: str
    lines: tuple[str, ...]
    replies: tuple[Reply, ...]
    safe: Callable[[], None]
    pose: Pose = "neutral"
    picture: str = ""
    """Of the assets, instead of the mascot."""


class NoticeScene(Scene):
    """`under`: the screen it lies on; None: a page of its own."""

    def __init__(self, context: Context, notice: Notice, under: Scene | None = None) -> None:
        super().__init__(context)
        self.notice = notice
        self.under = under

    def _frame(self, canvas: "Canvas") -> tuple[float, float, float, float]:
        w = min(1560, canvas.W - 2 * canvas.margin)
        return (canvas.W - w) / 2, 150, w, 790

    def build(self, canvas: "Canvas") -> Sequence[Widget]:
        x, y, w, h = self._frame(canvas)
        replies = self.notice.replies
        g = 28
        room = w - 120 - g * (len(replies) - 1)
        wishes = [label_width(canvas, r.label, 50, 300, icon=bool(r.icon)) for r in replies]
        share = min(1.0, room / sum(wishes))  # a long label has more of the room than a short one
        left = x + w - 60 - sum(wishes) * share - g * (len(replies) - 1)
        buttons = []
        for reply, wish in zip(replies, wishes, strict=True):
            buttons.append(
                Button(
                    left, y + h - 150, wish * share, 104, label=reply.label, kind=reply.kind,
                    icon=reply.icon or None, on_press=reply.press,
                    primary=reply.kind == "primary", size=50,
                )
            )  # fmt: skip
            left += wish * share + g
        return buttons

    def paint(self, canvas: "Canvas") -> None:
        if self.under is not None:
            self.under.render(canvas)
            canvas.scrim(170)
        else:
            canvas.skyline(self.context.theme.skyline)
        x, y, w, h = self._frame(canvas)
        canvas.card(x, y, w, h, 60, "paper", "line" if self.under is None else "#0A1626", 14)
        left = x + (330 if canvas.wide else 250)
        room = x + w - 60 - left
        title = canvas.text(
            self.notice.title, left, y + 60, 72, "ink", "display", width=room, max_h=180
        )
        top = y + 60 + title.h + 34
        bottom = y + h - 190
        text = "\n".join(self.notice.lines)
        canvas.text(
            text, left, (top + bottom) / 2, 50, "ink", valign="m", width=room,
            max_h=bottom - top, min_size=36,
        )  # fmt: skip
        if self.notice.picture and canvas.assets.has(self.notice.picture):
            cx = x + (165 if canvas.wide else 125)
            canvas.svg(self.notice.picture, cx, y + h - 330, w=240 if canvas.wide else 190)
            return
        canvas.mascot(
            self.context.theme, self.notice.pose, x + (165 if canvas.wide else 125), y + h - 180,
            360 if canvas.wide else 280,
        )  # fmt: skip

    def on_back(self) -> None:
        self.notice.safe()


class NameScene(Scene):
    """Asks for a team's name. Enter takes it, Escape leaves it as it was."""

    typing = True

    def __init__(
        self, context: Context, under: Scene, name: str, done: Callable[[str | None], None]
    ) -> None:
        super().__init__(context)
        self.under = under
        self.name = name
        self.done = done
        self._field: TextField | None = None

    def build(self, canvas: "Canvas") -> Sequence[Widget]:
        w = min(1240, canvas.W - 2 * canvas.margin)
        x, y = (canvas.W - w) / 2, 300.0
        if self._field is None:
            self._field = TextField(0, 0, 0, 0, value=self.name, longest=24, on_press=self._take)
            self._field.focused = self._field.selected = True
        self._field.x, self._field.y = x + 60, y + 170
        self._field.w, self._field.h = w - 120, 120
        return [
            self._field,
            Button(
                x + w - 60 - 380, y + 330, 380, 104, label=self.tr("Take it"),
                on_press=self._take, primary=True,
            ),
            Button(
                x + 60, y + 330, 340, 104, label=self.tr("Cancel"), kind="secondary",
                on_press=lambda: self.done(None),
            ),
        ]  # fmt: skip

    def paint(self, canvas: "Canvas") -> None:
        self.under.render(canvas)
        canvas.scrim(170)
        w = min(1240, canvas.W - 2 * canvas.margin)
        x, y = (canvas.W - w) / 2, 300.0
        canvas.card(x, y, w, 490, 56, "paper", "#0A1626", 14)
        canvas.text(
            self.tr("A name for the team"), x + 60, y + 88, 64, "ink", "display", valign="m",
            width=w - 120, fit=True,
        )  # fmt: skip

    def _take(self) -> None:
        value = self._field.value.strip() if self._field is not None else ""
        self.done(value or None)

    def on_back(self) -> None:
        self.done(None)

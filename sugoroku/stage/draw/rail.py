"""The rail at the right: whose turn it is, the teams and their leaves, the class's aim, the die."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sugoroku.stage.tokens import FLOOR, SHARED, TEAM
from sugoroku.stage.view import Seat, TableView

if TYPE_CHECKING:
    from sugoroku.stage.canvas import Canvas

TURN_H = 158.0
ROW_H = 100.0
TALL_ROW = 116.0
"""From this height on, a row has a second line: where the team stands."""
TALLEST_ROW = 132.0
AIM_H = 84.0
DIE = 156.0
ROLL_ZONE = 312.0
"""Divider, die and one button."""


def _rail_width(canvas_w: float) -> tuple[float, float]:
    """Width and margin."""
    if canvas_w > 1700:
        return 464.0, 32.0
    return (444.0, 32.0) if canvas_w > 1600 else (430.0, 24.0)


def stage_width(canvas_w: float) -> float:
    """What is left of the screen for the board."""
    rail, margin = _rail_width(canvas_w)
    return canvas_w - rail - margin - 16


@dataclass(frozen=True, slots=True)
class Box:
    x: float
    y: float
    w: float
    h: float

    def contains(self, x: float, y: float) -> bool:
        return self.x <= x <= self.x + self.w and self.y <= y <= self.y + self.h

    @property
    def middle(self) -> tuple[float, float]:
        return self.x + self.w / 2, self.y + self.h / 2


@dataclass(frozen=True, slots=True)
class RailPlan:
    """Where everything in the rail is."""

    box: Box
    rows: tuple[Box, ...]
    aim: Box | None
    die: Box
    """Round and die, between the divider and the controls."""
    controls: Box
    wide: bool

    @classmethod
    def of(cls, canvas_w: float, teams: int, aim: bool, controls_h: float) -> "RailPlan":
        """`controls_h`: height of the buttons at the foot; the die takes what stays of its zone."""
        w, margin = _rail_width(canvas_w)
        box = Box(canvas_w - w - margin, margin, w, 1080 - 2 * margin - 12)
        die_h = max(76.0, ROLL_ZONE - 132 - max(0.0, controls_h - 96))
        zone = die_h + controls_h + 36
        aim_h = AIM_H if aim else 0.0
        free = box.h - TURN_H - 22 - zone - aim_h
        row_h = min(TALLEST_ROW, free / max(1, teams))
        if row_h < TALL_ROW:
            row_h = min(ROW_H, row_h)
        top = box.y + TURN_H + 14
        rows = tuple(Box(box.x, top + i * row_h, w, row_h) for i in range(teams))
        foot = box.y + box.h - 36 - controls_h
        die = Box(box.x + 24, foot - die_h, w - 48, die_h)
        return cls(
            box=box,
            rows=rows,
            aim=Box(box.x + 24, die.y - aim_h, w - 48, aim_h) if aim else None,
            die=die,
            controls=Box(box.x + 24, foot, w - 48, controls_h),
            wide=canvas_w > 1600,
        )


@dataclass(frozen=True, slots=True)
class RailWords:
    """Everything the rail says, in the class's language."""

    turn: str
    round: str
    last: bool
    aim: int
    number: Callable[[float], str]
    place: Callable[[Seat], str]
    """Where a team stands, for rows with room."""
    goal: str
    """The picture of the goal."""


def draw_rail(canvas: "Canvas", plan: RailPlan, view: TableView, words: RailWords) -> None:
    """All but the controls."""
    box = plan.box
    canvas.rect(box.x, box.y + 12, box.w, box.h, 48, "#10243E", alpha=0.20)
    canvas.rect(box.x, box.y, box.w, box.h, 48, "paper")
    _draw_turn(canvas, plan, view, words)
    pad = _leaf_pad(canvas, plan, view, words)
    for row, seat in zip(plan.rows, view.seats, strict=False):
        if seat.id == view.turn and not view.over:
            canvas.rect(row.x + 14, row.y + 3, row.w - 28, row.h - 6, 28, TEAM[seat.shape][1])
        _draw_row(canvas, row, _row_edges(plan, row), seat, words, pad)
    if plan.aim is not None:
        _draw_aim(canvas, plan.aim, sum(seat.leaves for seat in view.seats), words)
    line_y = (plan.aim or plan.die).y
    canvas.rect(box.x + 24, line_y - 2, box.w - 48, 5, 2, "ground_deep")
    _draw_round(canvas, plan, words, view.round)
    draw_dice(canvas, plan.die, view.faces or (1,))


def _draw_turn(canvas: "Canvas", plan: RailPlan, view: TableView, words: RailWords) -> None:
    seat, box = view.on_turn, plan.box
    if seat is None:
        return
    colour, tint, _ = TEAM[seat.shape]
    r, w, h = 48, box.w, TURN_H
    canvas.shape(
        f'<path d="M0 {r} C0 20 20 0 {r} 0 L{w - r} 0 C{w - 20} 0 {w} 20 {w} {r} '
        f'L{w} {h} L0 {h} Z" fill="{tint}"/>'
        f'<rect x="0" y="{h - 10}" width="{w}" height="10" fill="{colour}"/>',
        box.x, box.y, w, h,
    )  # fmt: skip
    canvas.token(seat.shape, box.x + 74, box.y + h / 2 - 2, 108)
    x, room = box.x + 138, w - 160
    ruby = "《" in words.turn and canvas.furigana
    canvas.text(
        words.turn,
        x,
        box.y + (47 if ruby else 50),
        FLOOR,
        valign="m",
        width=room,
        fit=True,
        min_size=36,
    )
    canvas.text(
        seat.name, x, box.y + h / 2 + 31, 50, "ink", "display", valign="m", width=room,
        fit=True, ruby=False, min_size=34,
    )  # fmt: skip


def _leaf_pad(canvas: "Canvas", plan: RailPlan, view: TableView, words: RailWords) -> float:
    """Room beside the numbers on their leaves, the same in all rows; names come first."""
    pad = 15.0
    for row, seat in zip(plan.rows, view.seats, strict=False):
        left, right = _row_edges(plan, row)
        number_w = canvas.measure(words.number(seat.leaves), 46, face="display").w
        name_w = canvas.measure(seat.name, FLOOR, ruby=False).w
        pad = min(pad, (right - left - number_w - 8 - name_w) / 2)
    return max(2.0, pad)


def _row_edges(plan: RailPlan, row: Box) -> tuple[float, float]:
    """Where the name begins and the number ends."""
    if plan.wide:
        return row.x + 90, row.x + row.w - 28
    return row.x + 77, row.x + row.w - 22


def _draw_row(
    canvas: "Canvas", row: Box, edges: tuple[float, float], seat: Seat, words: RailWords,
    pad: float,
) -> None:  # fmt: skip
    (left, right), middle = edges, row.y + row.h / 2
    token_x = left - 35
    canvas.token(seat.shape, token_x, middle, 58, mark=True)
    if seat.arrived:
        canvas.svg(words.goal, token_x + 13, middle + 20, h=42)
    elif seat.rests:
        canvas.svg("tile/skip", token_x + 14, middle + 19, h=36)
    two = row.h >= TALL_ROW
    name_y = middle - 25 if two else middle
    leaves = words.number(seat.leaves)
    number_w = max(40.0, canvas.measure(leaves, 46, face="display").w)
    room = right - left - number_w - 2 * pad - 8
    tall = min(58.0, row.h - 14)
    _draw_leaf(canvas, right - number_w - 2 * pad, name_y - tall / 2, number_w + 2 * pad, tall)
    canvas.text(
        leaves, right - number_w / 2 - pad, name_y, 46, "ink", "display", align="c", valign="m"
    )
    canvas.text(seat.name, left, name_y, 48, valign="m", width=room, fit=True, ruby=False)
    if two:
        canvas.text(
            words.place(seat), left, middle + 28, FLOOR, "ink_soft", valign="m",
            width=right - left, fit=True, ruby=False,
        )  # fmt: skip


def _draw_leaf(canvas: "Canvas", x: float, y: float, w: float, h: float) -> None:
    """What a number of leaves stands on: two corners round, two pointed, and a stem."""
    r, p = h * 0.62, 8
    canvas.shape(
        f'<path d="M12 {h - 12} L-6 {h + 6}" stroke="{SHARED["ok"]}" stroke-width="6" '
        'stroke-linecap="round" fill="none"/>'
        f'<path d="M{r} 0 L{w - p} 0 Q{w} 0 {w} {p} L{w} {h - r} Q{w} {h} {w - r} {h} '
        f'L{p} {h} Q0 {h} 0 {h - p} L0 {r} Q0 0 {r} 0 Z" fill="{SHARED["ok_tint"]}" '
        f'stroke="{SHARED["ok"]}" stroke-width="4"/>',
        x, y, w, h, pad=10,
    )  # fmt: skip


def _draw_aim(canvas: "Canvas", box: Box, leaves: int, words: RailWords) -> None:
    """The class's leaves together: a gauge that nobody fills alone."""
    y = box.y + box.h / 2 + 4
    canvas.svg(tree_stage(leaves, words.aim), box.x + 30, y + 34, h=78, anchor="b")
    text = f"{words.number(leaves)}/{words.number(words.aim)}"
    text_w = canvas.text(
        text, box.x + box.w, y, FLOOR, "ink", "display", align="r", valign="m", ruby=False
    ).w
    x, h = box.x + 72, 36
    w = box.w - 72 - text_w - 18
    canvas.rect(x, y - h / 2, w, h, h / 2, "ground_deep")
    full = leaves >= words.aim
    share = min(1.0, leaves / max(1, words.aim))
    canvas.rect(x, y - h / 2, max(h, w * share), h, h / 2, "ok" if full else "primary")


def tree_stage(leaves: int, aim: int) -> str:
    """The picture of the class's tree: it grows with the leaves of all, and blossoms at the aim."""
    if leaves <= 0:
        return "deco/grow-0"
    return f"deco/grow-{min(5, 1 + 4 * leaves // max(1, aim))}"


def _draw_round(canvas: "Canvas", plan: RailPlan, words: RailWords, number: int) -> None:
    box = plan.die
    flat = box.h < 130
    room = box.w * (0.62 if flat else 0.49)
    x, middle = box.x + 4, box.y + box.h / 2 + 4
    if words.last:
        canvas.rect(x - 4, box.y + 10, room + 4, box.h - 14, 28, "sun_tint")
    if flat or words.last:
        label = words.round if words.last else f"{words.round} {words.number(number)}"
        canvas.text(
            label, x + 10, middle, FLOOR, valign="m", width=room - 16, max_h=box.h - 22,
            min_size=28,
        )  # fmt: skip
        return
    canvas.text(
        words.round, x + room / 2, middle - 40, FLOOR, align="c", valign="m", width=room, fit=True
    )
    canvas.text(
        words.number(number), x + room / 2, middle + 28, 84, "ink", "display", align="c",
        valign="m",
    )  # fmt: skip


def dice_box(die: Box) -> Box:
    """The part of the die zone that the dice roll in."""
    share = 0.62 if die.h < 130 else 0.51
    return Box(die.x + die.w * share, die.y + 6, die.w * (1 - share), die.h - 6)


def draw_dice(
    canvas: "Canvas", die: Box, faces: Sequence[int], turned: float = 0, lift: float = 0
) -> None:
    """All dice of a roll beside each other; `turned` in degrees, `lift` off the ground."""
    box = dice_box(die)
    many = len(faces)
    columns = 1 if many == 1 else 2
    size = min(DIE, box.h - 14) if many == 1 else min(92.0, box.h / 2 - 8)
    x0, y0 = box.middle
    for i, face in enumerate(faces[:4]):
        rows = (min(many, 4) + columns - 1) // columns
        x = x0 + (i % columns - (columns - 1) / 2) * (size + 8)
        y = y0 + (i // columns - (rows - 1) / 2) * (size + 6) - lift
        _draw_die(canvas, x, y, size, face, turned)


def _draw_die(canvas: "Canvas", x: float, y: float, size: float, face: int, turned: float) -> None:
    if 1 <= face <= 6:
        canvas.svg(f"die/die-{face}", x, y, h=size, angle=turned)
        return
    half = size * 0.44  # a die with more than six sides, or the sum of several
    canvas.rect(x - half, y - half, 2 * half, 2 * half, 28, "paper", "#10243E", 7)
    canvas.text(
        str(face), x, y, max(FLOOR, size * 0.5), "ink", "display", align="c", valign="m",
        width=2 * half - 10, fit=True,
    )  # fmt: skip

"""Widgets: every state is drawn, and presses, keys and typing do what they should."""

from collections.abc import Callable, Sequence

import pygame
import pytest

from sugoroku.stage import intents
from sugoroku.stage.canvas import Canvas
from sugoroku.stage.widgets.base import Widget
from sugoroku.stage.widgets.button import Button, ChoiceChip, RoundButton
from sugoroku.stage.widgets.field import TextField
from sugoroku.stage.widgets.option import OptionCard, OptionState
from sugoroku.stage.widgets.switch import Segmented, Stepper, Toggle


def picture(canvas: Canvas, widget: Widget) -> bytes:
    canvas.fill("ground")
    widget.draw(canvas)
    return pygame.image.tobytes(canvas.surface, "RGB")


def click(widget: Widget, x: float, y: float) -> None:
    """As a scene does it: the place is asked about, the focus goes, then the press."""
    assert widget.contains(x, y)
    widget.focused = False
    widget.press()


WIDGETS: dict[str, Callable[[], Widget]] = {
    "primary": lambda: Button(100, 100, 300, 96, label="つぎへ", icon="next"),
    "secondary": lambda: Button(100, 100, 300, 96, label="Volver", kind="secondary"),
    "go": lambda: Button(100, 100, 300, 96, label="Volver", kind="go"),
    "danger": lambda: Button(100, 100, 300, 96, label="Volver", kind="danger"),
    "quiet": lambda: Button(100, 100, 300, 96, label="Volver", kind="quiet"),
    "round": lambda: RoundButton(100, 100, 92, 92, icon="pause"),
    "chip": lambda: ChoiceChip(100, 100, 300, 84, label="水《みず》", icon="topic/water"),
    "toggle": lambda: Toggle(100, 100, 150, 84, on=True),
    "segmented": lambda: Segmented(100, 100, 500, 104, choices=("a", "b", "c"), index=1),
    "stepper": lambda: Stepper(100, 100, 330, 104, value=5),
    "field": lambda: TextField(100, 100, 500, 110, label="Nombre", value="Los pumas"),
}


@pytest.mark.parametrize("name", WIDGETS)
def test_focus_and_disabled_are_seen(canvas: Canvas, name: str) -> None:
    rest = picture(canvas, WIDGETS[name]())
    focused, disabled = WIDGETS[name](), WIDGETS[name]()
    focused.focused = True
    disabled.enabled = False
    assert len({rest, picture(canvas, focused), picture(canvas, disabled)}) == 3


@pytest.mark.parametrize("name", ["primary", "round", "chip"])
def test_hover_and_press_are_seen(canvas: Canvas, name: str) -> None:
    seen = {picture(canvas, WIDGETS[name]())}
    for state in ("hovered", "pressed"):
        widget = WIDGETS[name]()
        setattr(widget, state, True)
        seen.add(picture(canvas, widget))
    assert len(seen) == 3


def test_option_states_differ(canvas: Canvas) -> None:
    states: tuple[OptionState, ...] = ("rest", "chosen", "correct", "wrong", "dim")
    seen = {
        picture(canvas, OptionCard(100, 100, 580, 150, letter="B", text="Sombra", state=state))
        for state in states
    }
    assert len(seen) == len(states)
    marks = {
        picture(canvas, OptionCard(100, 100, 580, 150, state="correct", mark=mark))
        for mark in ("maru", "check")
    }
    assert len(marks) == 2


@pytest.mark.parametrize("label", ["", "x", "Una etiqueta demasiado larga", "漢字《かんじ》"])
def test_button_labels_stay_inside(canvas: Canvas, label: str) -> None:
    canvas.fill("#123456")
    Button(100, 100, 200, 96, label=label, icon="next", kind="secondary").draw(canvas)
    column = canvas.px(100) - 2, canvas.px(300) + 2
    for x in column:
        for y in range(canvas.px(80), canvas.px(220)):
            assert canvas.surface.get_at((x, y))[:3] == (0x12, 0x34, 0x56)


def test_button_press() -> None:
    pressed: list[int] = []
    button = Button(0, 0, 300, 96, label="a", on_press=lambda: pressed.append(1))
    button.press()
    button.enabled = False
    button.press()
    assert pressed == [1]


def test_toggle_changes() -> None:
    seen: list[bool] = []
    toggle = Toggle(0, 0, 150, 84, on_change=seen.append)
    toggle.press()
    toggle.press()
    toggle.enabled = False
    toggle.press()
    assert seen == [True, False]


def test_segmented_by_pointer_and_keys() -> None:
    seen: list[int] = []
    widget = Segmented(0, 0, 300, 100, choices="abc", index=0, on_change=seen.append)
    click(widget, 250, 50)
    click(widget, 50, 50)
    widget.focused = True
    widget.press()
    assert widget.handle(intents.MoveFocus("right"))
    assert not widget.handle(intents.MoveFocus("right"))  # the focus may leave at the edge
    assert not widget.handle(intents.MoveFocus("down"))
    widget.press()
    assert seen == [2, 0, 1, 2, 0]
    click(widget, 10, 10)
    assert len(seen) == 5  # nothing changed


def test_stepper_by_pointer_and_keys() -> None:
    seen: list[int] = []
    widget = Stepper(0, 0, 330, 104, value=5, low=1, high=12, on_change=seen.append)
    click(widget, 20, 50)
    click(widget, 310, 50)
    click(widget, 165, 50)  # on the number
    assert seen == [4, 5]
    for intent in (
        intents.Character("+"), intents.MoveFocus("right"), intents.Character("-"),
        intents.MoveFocus("left"), intents.Character("1"), intents.Character("2"),
        intents.Character("9"),
    ):  # fmt: skip
        assert widget.handle(intent)
    assert seen == [4, 5, 6, 7, 6, 5, 1, 12, 9]
    assert not widget.handle(intents.Go())
    widget.value = 12
    widget.handle(intents.Character("+"))
    assert widget.value == 12


def test_narrow_stepper_is_stacked(canvas: Canvas) -> None:
    seen: list[int] = []
    widget = Stepper(0, 0, 200, 220, value=5, on_change=seen.append)
    picture(canvas, widget)
    click(widget, 20, 20)  # the number
    click(widget, 20, 200)
    click(widget, 180, 200)
    assert seen == [4, 5]


def typed(field: TextField, *given: intents.Intent) -> str:
    for intent in given:
        field.handle(intent)
    return field.value


def test_typing_and_editing() -> None:
    seen: list[str] = []
    field = TextField(0, 0, 500, 100, value="ab", longest=6, on_change=seen.append)
    assert typed(field, intents.TextTyped("c")) == "abc"
    left: Sequence[intents.Intent] = [intents.MoveFocus("left")] * 2
    assert typed(field, *left, intents.TextTyped("山")) == "a山bc"
    assert typed(field, intents.Key("backspace")) == "abc"
    assert typed(field, intents.Key("delete")) == "ac"
    assert typed(field, intents.Key("home"), intents.Key("backspace")) == "ac"
    assert typed(field, intents.Key("end"), intents.Key("delete")) == "ac"
    assert typed(field, intents.TextTyped("1234567")) == "ac1234"
    assert typed(field, intents.TextTyped("x\x00\u202e")) == "ac1234"
    assert seen[-1] == "ac1234"


def test_composing_is_shown_but_not_taken(canvas: Canvas) -> None:
    field = TextField(100, 100, 500, 110, value="ゆき")
    field.focused = True
    rest = picture(canvas, field)
    assert typed(field, intents.TextComposing("だるま")) == "ゆき"
    assert picture(canvas, field) != rest
    assert typed(field, intents.TextTyped("達磨")) == "ゆき達磨"
    assert field.composing == ""


def test_composing_is_underlined_in_a_paragraph_too(canvas: Canvas) -> None:
    """Every line of it, right below its letters and nowhere else."""
    primary = canvas.colour("primary")[:3]

    def underlined(field: TextField) -> list[int]:
        canvas.fill("#FFFFFF")
        field.draw(canvas)
        rows = range(canvas.px(field.y + 20), canvas.px(field.y + field.h - 20))
        across = range(canvas.px(field.x + 20), canvas.px(field.x + field.w - 20))
        return [
            y for y in rows
            if sum(canvas.surface.get_at((x, y))[:3] == primary for x in across) > 40
        ]  # fmt: skip

    field = TextField(100, 100, 700, 380, value="ゆきで ", longest=200)
    field.focused = True
    assert underlined(field) == []
    typed(field, intents.TextComposing("だるま"))
    one = underlined(field)
    assert one
    typed(field, intents.TextComposing("だるまを つくって あそびました。とても たのしかったです"))
    more = underlined(field)
    assert more[: len(one)] == one and more[-1] - more[0] > 40
    typed(field, intents.TextTyped("達磨"))
    assert underlined(field) == []


def test_enter_in_a_field() -> None:
    done: list[int] = []
    field = TextField(0, 0, 500, 100, on_press=lambda: done.append(1))
    click(field, 20, 20)
    assert field.focused and not done
    field.press()
    assert done == [1]


def test_a_long_value_stays_in_its_field(canvas: Canvas) -> None:
    canvas.fill("#123456")
    field = TextField(100, 100, 300, 100, value="W" * 40)
    field.draw(canvas)
    for y in range(canvas.px(100), canvas.px(200)):
        assert canvas.surface.get_at((canvas.px(404), y))[:3] == (0x12, 0x34, 0x56)

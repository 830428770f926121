"""The board: where the pieces walk, and the class waits for the next roll."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from sugoroku.engine import events
from sugoroku.engine.state import AwaitExit, AwaitRoll, Finished, Phase
from sugoroku.model.edition import Edition
from sugoroku.model.ids import SquareId, TeamId
from sugoroku.model.setup import GameSetup
from sugoroku.stage import intents
from sugoroku.stage.captions import LASTING, caption
from sugoroku.stage.correction import Correction, Grab, of_team
from sugoroku.stage.draw.board import BoardPicture
from sugoroku.stage.draw.rail import RailPlan, RailWords, draw_rail
from sugoroku.stage.draw.speech import draw_speech
from sugoroku.stage.draw.tokens import draw_pieces, draw_ring
from sugoroku.stage.motion.choreography import Score, choreograph
from sugoroku.stage.motion.entrance import Part
from sugoroku.stage.motion.motions import Place
from sugoroku.stage.motion.player import Player
from sugoroku.stage.path import Layout
from sugoroku.stage.scene import Context, Scene
from sugoroku.stage.view import Seat, TableView
from sugoroku.stage.widgets.base import Widget
from sugoroku.stage.widgets.button import Button, RoundButton
from sugoroku.stage.widgets.clockpill import ClockPill
from sugoroku.stage.widgets.dice import DicePad, pad_height
from sugoroku.stage.widgets.spots import ExitSpot

if TYPE_CHECKING:
    from sugoroku.stage.canvas import Canvas


@dataclass(slots=True)
class BoardActions:
    """What the board may ask of the table."""

    roll: Callable[[], None]
    enter_roll: Callable[[int], None]
    choose_exit: Callable[[SquareId], None]
    results: Callable[[], None]
    clock: Callable[[], None]
    pause: Callable[[], None]
    undo: Callable[[], None]
    redo: Callable[[], None]
    move_team: Callable[[TeamId, SquareId], None]


class BoardScene(Scene):
    """`view` is what is shown; `phase` says what the class may do when nothing moves."""

    toast_on_top = False

    def __init__(
        self,
        context: Context,
        edition: Edition,
        setup: GameSetup,
        view: TableView,
        phase: Phase,
        minutes_left: Callable[[], int | None],
        actions: BoardActions,
    ) -> None:
        super().__init__(context)
        self.minutes_left = minutes_left
        self.edition, self.setup, self.actions = edition, setup, actions
        self.view, self.phase = view, phase
        self._picture = BoardPicture(edition)
        self._player = Player(context.sounds.play)
        self._end_view = view
        self._names = view.names()
        """Also of teams that have left: that, too, is said."""
        self._said = self._kept = ""
        self._language = context.tr.language
        self._correction: Correction | None = None
        self._grab = Grab()
        dice = edition.board.rules.dice
        self._pad = DicePad(dice.low, dice.high, self._enter_roll)
        self._layout: Layout = self._picture.layout_for(1920)
        self._plan = self._rail_plan(1920)

    # ------------------------------------------------------------------ for the director

    def enter(self) -> None:
        if self._language != self.tr.language:  # a sentence in another language is dropped
            self._said = self._kept = ""
            self._language = self.tr.language

    def show(self, view: TableView, phase: Phase) -> None:
        """Set the table at once."""
        self._player.stop()
        self.view = view if view.faces else replace(view, faces=self.view.faces)
        self.phase = phase
        self._names |= view.names()
        self._said, self._kept = self._kept, ""
        self._correction = None
        self._pad.typed = ""
        self.refresh()

    def play(
        self, happened: Sequence[events.AnyEvent], end_view: TableView, then: Callable[[], None]
    ) -> None:
        """Let the pieces move, then call `then`; any key comes to the outcome at once."""
        layout = self._layout
        score = Score(
            goal=layout.goal,
            start=layout.start,
            numbers=layout.numbers,
            reduced=self._reduced,
            sides=self.edition.board.rules.dice.sides,
            real_die=self.setup.die == "real",
        )
        self._kept, self._end_view = "", end_view
        self._names |= end_view.names()
        self._player.start(choreograph(happened, self.view, score), self._now(), then)
        self._tell()
        self.refresh()

    def say(self, text: str) -> None:
        """Words for the mascot until the next step."""
        self._said = text
        self.refresh()

    def toast_width(self, canvas: "Canvas") -> float:
        return self._layout.width

    def correct(self, team_id: TeamId) -> None:
        """The teacher puts a team on another square; arrows or a click choose it."""
        self._player.stop()
        self._correction = of_team(team_id, self.view, self._layout)
        self.refresh()

    # ------------------------------------------------------------------ time

    @property
    def moving(self) -> bool:
        return self._player.running

    def _now(self) -> float:
        return self.context.now_ms()

    @property
    def _reduced(self) -> bool:
        return self.context.settings.motion == "reduced"

    def tick(self) -> None:
        if self._player.running:
            ended = self._player.advance(self._now())
            if ended:
                self.view = ended[-1].view
                self._tell()
                self.refresh()
            if self._player.motion is None:
                self._end_motion()

    def _tell(self) -> None:
        """The bubble says what the motion shows."""
        motion = self._player.motion
        for event in motion.tells if motion is not None else ():
            if isinstance(event, events.Rolled):
                continue  # nothing is said before the die lies still
            words = caption(event, self.tr, self._names)
            if words:
                self._said = words
                if isinstance(event, LASTING):
                    self._kept = words

    def finish_motion(self) -> bool:
        if not self._player.running:
            return False
        for motion in self._player.waiting:
            for event in motion.tells:
                if isinstance(event, LASTING):
                    self._kept = caption(event, self.tr, self._names) or self._kept
        self._end_motion()
        return True

    def _end_motion(self) -> None:
        then = self._player.release()
        self.view = self._end_view
        self.refresh()
        if then is not None:
            then()

    def animate(self, canvas: "Canvas") -> bool:
        motion = self._player.motion
        if motion is not None:
            place = Place(self._layout, self._plan.die)
            motion.draw(canvas, place, self._player.elapsed(self._now()))
        return self._player.running

    # ------------------------------------------------------------------ the picture

    def _rail_plan(self, canvas_w: float) -> RailPlan:
        if self._correction is not None:
            controls = 2 * 96.0 + 24
        elif self.setup.die == "real":
            controls = pad_height(self._pad.low, self._pad.high)
        else:
            controls = 96.0
        aim = self.edition.board.rules.class_leaves > 0
        return RailPlan.of(canvas_w, len(self.view.seats), aim, controls)

    def build(self, canvas: "Canvas") -> Sequence[Widget]:
        self._layout = self._picture.layout_for(canvas.W)
        self._plan = self._rail_plan(canvas.W)
        pause = RoundButton(40, 36, 92, 92, icon="pause", on_press=self.actions.pause)
        if self._correction is not None:
            return self._correction_buttons()
        idle = not self._player.running
        controls = self._roll_controls(enabled=idle and isinstance(self.phase, AwaitRoll))
        if idle and isinstance(self.phase, AwaitExit):
            controls = [*self._exit_spots(self.phase), *controls]
        left = self.minutes_left()
        if left is None:
            return [*controls, pause]
        clock = ClockPill(152, 42, 190, 80, minutes=left, on_press=self.actions.clock, keys=("t",))
        return [*controls, pause, clock]

    def _roll_controls(self, *, enabled: bool) -> list[Widget]:
        box = self._plan.controls
        if isinstance(self.phase, Finished):
            return [
                Button(
                    box.x, box.y, box.w, 96, size=46, radius=40, primary=True, icon="next",
                    label=self.tr("Results"), on_press=self.actions.results,
                )
            ]  # fmt: skip
        if self.setup.die == "real":
            buttons = self._pad.widgets(box.x, box.y, box.w, self.refresh)
            for button in buttons:
                button.enabled = enabled
            return buttons
        many = self.edition.board.rules.dice.count > 1
        return [
            Button(
                box.x, box.y, box.w, 96, size=46, radius=40, primary=True, enabled=enabled,
                label=self.tr("Roll the dice") if many else self.tr("Roll the die"),
                on_press=self._roll,
            )
        ]  # fmt: skip

    def _exit_spots(self, phase: AwaitExit) -> list[Widget]:
        side = self._layout.tile + 18
        places = [self._layout.at(square) for square in phase.exits]
        middle = sum(y for _, y in places) / len(places)
        spots: list[Widget] = []
        for i, (square, (x, y)) in enumerate(zip(phase.exits, places, strict=True)):
            spot = ExitSpot(x - side / 2, y - side / 2, side, side, primary=i == 0)
            spot.below = y > middle + 8
            spot.label = str(i + 1)
            spot.keys = (spot.label,)
            spot.on_press = partial(self.actions.choose_exit, square)
            spots.append(spot)
        if not any(isinstance(widget, ExitSpot) for widget in self.widgets):
            spots[0].focused = True
        return spots

    def _correction_buttons(self) -> list[Widget]:
        box = self._plan.controls
        return [
            Button(
                box.x, box.y, box.w, 96, label=self.tr("Put it here"), size=46, radius=40,
                primary=True, icon="check", on_press=self._confirm_correction,
            ),
            Button(
                box.x, box.y + 120, box.w, 96, label=self.tr("Cancel"), size=46, radius=40,
                kind="secondary", on_press=self._cancel_correction,
            ),
        ]  # fmt: skip

    def _seen(self) -> TableView:
        """The table under what moves."""
        if self._correction is not None:
            return self._correction.shown(self.view)
        motion = self._player.motion
        return self.view if motion is None else motion.shown

    def paint(self, canvas: "Canvas") -> None:
        view, motion = self._seen(), self._player.motion
        self._picture.draw(canvas)
        if self._correction is not None:
            draw_ring(canvas, self._layout.at(self._correction.square), 76)
        draw_pieces(canvas, self._layout, view, motion.hidden if motion else ())
        draw_rail(canvas, self._plan, view, self._words(view))
        speech = "" if self._toast is not None else self._speech(view)
        draw_speech(canvas, self.edition.theme, self._pose(), speech, self._layout.width)

    def _pose(self) -> str:
        if self._correction is not None or isinstance(self.phase, AwaitExit):
            return "thinking"
        return "happy"

    # ------------------------------------------------------------------ where things are

    def start_spot(self, canvas: "Canvas") -> Part:
        x, y = self._layout.at(self._layout.start)
        return max(0.0, x - 130), y - 150, 260, 240

    def die_spot(self, canvas: "Canvas") -> Part:
        die, controls = self._plan.die, self._plan.controls
        return die.x, die.y, die.w, controls.y + controls.h + 12 - die.y

    def aim_spot(self, canvas: "Canvas") -> Part | None:
        aim = self._plan.aim
        return None if aim is None else (aim.x, aim.y, aim.w, aim.h)

    # ------------------------------------------------------------------ words

    def _words(self, view: TableView) -> RailWords:
        tr, member = self.tr, view.member()
        turn = tr("No. {n} rolls", n=tr.number(member)) if member else tr("Your turn")
        if self._correction is not None:
            turn = tr("Where to?")
        elif view.over:
            turn = tr("The end")
        return RailWords(
            turn=turn,
            round=tr("Last round") if view.bell else tr("Round"),
            last=view.bell,
            aim=self.edition.board.rules.class_leaves,
            number=tr.number,
            place=self._place_of,
            goal=self.edition.theme.goal,
        )

    def _place_of(self, seat: Seat) -> str:
        if seat.arrived:
            return self.tr("Goal!")
        if seat.rests:
            return self.tr("Resting")
        number = self._layout.number(seat.square)
        if number == 0:
            return self.tr("At the start")
        return self.tr("Square {n}", n=self.tr.number(number))

    def _speech(self, view: TableView) -> str:
        if self._correction is not None:
            return self.tr("Choose a square with the arrows or a click. Tab: another team.")
        if self._said or self._player.running:
            return self._said
        if isinstance(self.phase, AwaitExit):
            name = view.names().get(view.turn, "")
            return self.tr("{team}, which way will you go?", team=name)
        if self.setup.die == "real" and view.round == 1:
            if self.edition.board.rules.dice.count > 1:
                return self.tr("Roll your dice and choose the sum.")
            return self.tr("Roll your die and choose its number.")
        return self._tip(view)

    def _tip(self, view: TableView) -> str:
        """One tip a turn, in their order; without tips, whose turn it is."""
        tips = self.edition.board.tips
        ids = [seat.id for seat in view.seats]
        if not tips or view.turn not in ids:
            name = view.names().get(view.turn, "")
            return self.tr("{team}, it is your turn!", team=name) if name else ""
        turn = (view.round - 1) * len(ids) + ids.index(view.turn)
        return self.tr.text(tips[turn % len(tips)])

    # ------------------------------------------------------------------ input

    def handle(self, intent: intents.Intent) -> bool:
        if self._drag(intent):
            return True
        match intent:
            case intents.Undo():
                self.actions.undo()
            case intents.Redo():
                self.actions.redo()
            case _ if self._correction is not None:
                return self._handle_correction(intent, self._correction)
            case intents.Character(text=text) if self.waits_for_real_die:
                taken = self._pad.type(text)
                self.refresh()
                return taken
            case intents.Go() if self.waits_for_real_die and self._pad.confirm():
                pass
            case _:
                return False
        return True

    @property
    def waits_for_real_die(self) -> bool:
        return self.setup.die == "real" and isinstance(self.phase, AwaitRoll)

    def _roll(self) -> None:
        if isinstance(self.phase, AwaitRoll):  # the button may be older than the phase
            self.actions.roll()

    def _enter_roll(self, total: int) -> None:
        if isinstance(self.phase, AwaitRoll):
            self.actions.enter_roll(total)

    def _drag(self, intent: intents.Intent) -> bool:
        """A piece that is pulled to another square: the same as correcting its position."""
        if self.moving:
            return False
        before = self._correction
        self._correction = self._grab.follow(intent, before, self.view, self._layout)
        if self._grab.dropped:
            self._confirm_correction()
        elif self._correction is not before:
            self.refresh()
        return self._grab.taken

    def _handle_correction(self, intent: intents.Intent, now: Correction) -> bool:
        if isinstance(intent, intents.Go):
            self._confirm_correction()
            return True
        wanted = now.after(intent, self.view, self._layout, self._plan)
        if wanted is not None:
            self._correction = wanted
            self.refresh()
        return wanted is not None

    def _confirm_correction(self) -> None:
        wanted, self._correction = self._correction, None
        self.refresh()
        if wanted is not None:
            self.actions.move_team(wanted.team, wanted.square)

    def _cancel_correction(self) -> None:
        self._correction = None
        self.refresh()

    def on_back(self) -> None:
        if self._correction is not None:
            self._cancel_correction()
        else:
            self.actions.pause()

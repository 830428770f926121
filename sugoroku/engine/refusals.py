"""Why a command is refused. The stage says it in the class's language."""

from enum import Enum


class Refusal(Enum):
    WRONG_PHASE = "wrong_phase"
    GAME_OVER = "game_over"
    ROLL_OUTSIDE_DICE = "roll_outside_dice"
    UNKNOWN_EXIT = "unknown_exit"
    UNKNOWN_SQUARE = "unknown_square"
    UNKNOWN_TEAM = "unknown_team"
    ANSWER_DOES_NOT_FIT = "answer_does_not_fit"
    WRONG_ANSWERING = "wrong_answering"
    NO_OTHER_QUESTION = "no_other_question"
    TOO_MANY_TEAMS = "too_many_teams"
    TOO_FEW_TEAMS = "too_few_teams"
    BAD_NAME = "bad_name"
    BAD_NUMBER = "bad_number"
    BAD_ORDER = "bad_order"
    BELL_ALREADY_RUNG = "bell_already_rung"


class Refused(Exception):
    """The command does not fit; the state is as it was."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.value)
        self.refusal = refusal

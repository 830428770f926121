"""The door: all that can be told of a board. What follows from the rules is reckoned exactly,
the rest is played; each figure says which.
"""

from fractions import Fraction

from sugoroku.analysis.exact import Known, known_of
from sugoroku.analysis.figures import exact
from sugoroku.analysis.findings import findings_of
from sugoroku.analysis.part import Part
from sugoroku.analysis.sample import Sample, one_team_of, part_of, sample_of
from sugoroku.analysis.simulate import QUESTION_SECONDS, TURN_SECONDS
from sugoroku.analysis.turns import TooTangled, Turns, turns_of
from sugoroku.analysis.ways import fewest_turns, lost_squares
from sugoroku.model.edition import Edition
from sugoroku.model.forecast import Forecast, Length, OneTeam, SquareUse


def forecast(
    edition: Edition,
    teams: int = 4,
    right: float = 0.6,
    games: int | None = None,
    seed: int = 1,
) -> Forecast:
    """`right`: share of questions answered right, 0 … 1; `games`: to be played for what cannot be
    reckoned, None: as many as a few seconds allow.

    ValueError for a board that cannot be played or not 1 to 6 teams.
    """
    board = edition.board
    turns = _turns(edition, right)
    known: Known | None = None
    if turns is not None and turns.exact and not lost_squares(turns):
        known = known_of(turns, teams, board)
    part = known.part if known else Part()
    sample = sample_of(edition, teams, right, games, seed, watched=not part.landings)
    part = part.or_else(part_of(sample, teams, board))
    part = _with_one_team(part, edition, turns, sample, right, seed)
    return Forecast(
        board=board.id,
        title=board.title.source,
        teams=teams,
        right=right,
        dice=f"{board.rules.dice.count} × {board.rules.dice.sides}",
        finish=board.rules.finish,
        end=board.rules.end,
        chain=board.rules.chain,
        squares=len(board.squares),
        arithmetic="fractions" if known and known.fractions else "floats",
        turn_seconds=TURN_SECONDS,
        question_seconds=QUESTION_SECONDS,
        lesson_minutes=board.minutes,
        rounds=part.rounds,
        turns=part.turns,
        minutes=part.minutes,
        minute_bands=part.bands,
        within_lesson=part.within,
        one_team=part.one_team,
        questions_per_team=part.questions,
        class_leaves=part.leaves,
        class_aim=board.rules.class_leaves,
        aim_reached=part.aim,
        wins=part.wins if teams > 1 else (),
        landings=tuple(
            SquareUse(id=s.id, number=number, kind=s.kind, landings=part.landings.get(s.id))
            for number, s in enumerate(board.squares)
        ),
        findings=findings_of(edition, turns, known, part, sample, teams),
    )


def _turns(edition: Edition, right: float) -> Turns | None:
    try:
        return turns_of(edition, Fraction(str(right)))
    except TooTangled:
        return None


def _with_one_team(
    part: Part, edition: Edition, turns: Turns | None, sample: Sample, right: float, seed: int
) -> Part:
    """What is not known of one team alone, played; its fewest turns are known with any chances."""
    if part.one_team.turns.median is None and not sample.cut_off:
        alone = sample_of(edition, 1, right, sample.games, seed, watched=False)
        part = part.or_else(Part(one_team=one_team_of(alone)))
    fewest = fewest_turns(turns) if turns is not None else None
    if fewest is not None:
        part = part.or_else(Part(one_team=OneTeam(turns=Length(), fewest=exact(fewest))))
    return part

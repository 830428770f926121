"""Make the sounds of the game: `python scripts/make_sounds.py [--check]`.

Every cue is a small sum of sines (marimba, wood, bell, music box) or gentle noise (wind, page).
The same bytes come out on every run; `--check` exits 1 when a file in `assets/sounds` differs.
"""

import io
import math
import sys
import wave
from array import array
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "assets" / "sounds"

RATE = 22_050
LOUDNESS = 10 ** (-14 / 20)  # RMS over the sounding part, -14 dBFS
PEAK = 0.9
FRAME = RATE // 100  # loudness is measured in steps of 10 ms
QUIET = 10 ** (-20 / 20)  # a frame this far below the loudest one does not count as sounding
BRIGHTEST = 6_500.0  # no partial above, for soft ears and small speakers

Sound = list[float]


class Partial(NamedTuple):
    """One sine of a voice: times the frequency, how strong, seconds until it is 1/e."""

    ratio: float
    strength: float
    decay: float


Voice = tuple[Partial, ...]

WOOD: Voice = (Partial(1, 1, 0.016), Partial(2.57, 0.4, 0.009), Partial(4.2, 0.15, 0.005))
BLOCK: Voice = (Partial(1, 1, 0.050), Partial(2.57, 0.3, 0.020), Partial(4.2, 0.1, 0.010))
MARIMBA: Voice = (Partial(1, 1, 0.24), Partial(3.93, 0.18, 0.07), Partial(9.2, 0.04, 0.02))
WARM: Voice = (Partial(1, 1, 0.30), Partial(2, 0.16, 0.18), Partial(3, 0.04, 0.08))
MUSIC_BOX: Voice = (Partial(1, 1, 0.42), Partial(2, 0.28, 0.22), Partial(5.4, 0.06, 0.06))
BELL: Voice = (
    Partial(0.5, 0.22, 0.80),
    Partial(1, 1, 0.60),
    Partial(2, 0.35, 0.40),
    Partial(2.99, 0.14, 0.22),
    Partial(4.17, 0.07, 0.12),
)

A3, C4, G4 = 220.00, 261.63, 392.00
C5, D5, E5, G5, A5 = 523.25, 587.33, 659.26, 783.99, 880.00
C6, D6, E6, G6 = 1046.50, 1174.66, 1318.51, 1567.98
SEMITONE = 2 ** (1 / 12)


# --- material ---------------------------------------------------------------------------------


def count(seconds: float) -> int:
    """How many samples last that long."""
    return round(seconds * RATE)


def fade(sound: Sound, rise: float = 0.002, fall: float = 0.03) -> Sound:
    """Round both ends down to nothing, so that nothing clicks."""
    size = len(sound)
    up, down = min(count(rise), size // 2), min(count(fall), size // 2)
    faded = list(sound)
    for i in range(up):
        faded[i] *= 0.5 - 0.5 * math.cos(math.pi * i / up)
    for i in range(down):
        faded[size - 1 - i] *= 0.5 - 0.5 * math.cos(math.pi * i / down)
    return faded


def strike(voice: Voice, pitch: float, seconds: float, strength: float = 1.0) -> Sound:
    """One struck note: each partial fades at its own speed."""
    sound = [0.0] * count(seconds)
    for ratio, loud, decay in voice:
        if pitch * ratio > BRIGHTEST:
            continue
        turn = math.tau * pitch * ratio / RATE
        level, keep = strength * loud, math.exp(-1 / (decay * RATE))
        for i in range(len(sound)):
            sound[i] += level * math.sin(turn * i)
            level *= keep
    return fade(sound)


def mix(seconds: float, *parts: tuple[float, Sound]) -> Sound:
    """Parts laid over each other, each from its own second on; what hangs over is faded out."""
    total = [0.0] * count(seconds)
    for start, sound in parts:
        first = count(start)
        for i, value in enumerate(sound[: max(0, len(total) - first)], first):
            total[i] += value
    return total


def melody(voice: Voice, seconds: float, *notes: tuple[float, float, float]) -> Sound:
    """Notes of one voice, each (second, pitch, strength), ringing to the end."""
    struck = ((at, strike(voice, pitch, seconds - at, loud)) for at, pitch, loud in notes)
    return mix(seconds, *struck)


def lowpass(sound: Sound, cutoff: Callable[[float], float]) -> Sound:
    """Two gentle poles; the cutoff in Hz may wander with the part of the sound, 0 to 1."""
    first = second = 0.0
    passed = []
    for i, value in enumerate(sound):
        share = 1 - math.exp(-math.tau * cutoff(i / len(sound)) / RATE)
        first += share * (value - first)
        second += share * (first - second)
        passed.append(second)
    return passed


def highpass(sound: Sound, cutoff: float) -> Sound:
    """The sound without what small speakers would only rumble at."""
    low = lowpass(sound, lambda _: cutoff)
    return [value - below for value, below in zip(sound, low, strict=True)]


def noise(seconds: float, seed: int) -> Sound:
    """White noise, the same on every run."""
    chance = Random(seed)
    return [chance.random() * 2 - 1 for _ in range(count(seconds))]


def shape(sound: Sound, envelope: Callable[[float], float]) -> Sound:
    """The sound times an envelope over its part, 0 to 1."""
    return [value * envelope(i / len(sound)) for i, value in enumerate(sound)]


def hump(part: float) -> float:
    """A soft swell and fall."""
    return math.sin(math.pi * part) ** 2


def plain(sound: Sound, strength: float) -> Sound:
    """The sound with its peak at that strength."""
    top = max(map(abs, sound))
    return [value * strength / top for value in sound]


def glide(start: float, end: float, seconds: float) -> Sound:
    """A slide whistle from one pitch to the other, with a little breath of vibrato."""
    sound, phase, size = [], 0.0, count(seconds)
    for i in range(size):
        part = i / size
        bend = part * part * (3 - 2 * part)
        wobble = 1 + 0.008 * part * math.sin(math.tau * 6 * i / RATE)
        phase += math.tau * start * (end / start) ** bend * wobble / RATE
        sound.append(math.sin(phase) + 0.15 * math.sin(2 * phase) + 0.05 * math.sin(3 * phase))
    return fade(sound, rise=0.06, fall=0.18)


# --- the cues ---------------------------------------------------------------------------------


def tap() -> Sound:
    """A finger on wood, 40 ms."""
    return fade(strike(WOOD, 720, 0.04), rise=0.001, fall=0.012)


def undo() -> Sound:
    """A tap that runs backwards."""
    return fade(strike(BLOCK, 640, 0.13)[::-1], rise=0.02, fall=0.004)


def survey_tap() -> Sound:
    """A soft drop: higher and rounder than a tap."""
    return shape(glide(560, 880, 0.08), lambda part: math.exp(-3 * part))


def option_choose() -> Sound:
    """One short key of the marimba."""
    return fade(strike(MARIMBA, E5, 0.16), fall=0.08)


def timer_tick() -> Sound:
    """A soft clock."""
    return strike(WOOD, 1_000, 0.07)


def die_roll() -> Sound:
    """A wooden die that rolls on felt, quick and then slower, 1.1 s."""
    chance = Random(6)
    rolling = lowpass(noise(1.1, 7), lambda part: 700 - 400 * part)
    felt = plain(shape(highpass(rolling, 120), lambda part: hump(part**0.6)), 0.25)
    knocks = []
    at, gap = 0.03, 0.055
    while at < 0.98:
        loud = (0.6 + 0.4 * chance.random()) * (1 - 0.45 * at)
        knocks.append((at, strike(BLOCK, 380 + 240 * chance.random(), 0.12, loud)))
        at += gap * (0.85 + 0.3 * chance.random())
        gap *= 1.09
    return fade(mix(1.1, (0, felt), *knocks))


def die_land() -> Sound:
    """The die falls on its face: a round knock and a small one."""
    body = strike((Partial(1, 0.8, 0.07),), 190, 0.28)
    small = strike(BLOCK, 520, 0.16, 0.35)
    return mix(0.28, (0, body), (0, strike(BLOCK, 410, 0.2)), (0.09, small))


def step(number: int) -> Sound:
    """One square forward: the first is C, each further one a semitone higher."""
    return fade(strike(MARIMBA, C5 * SEMITONE ** (number - 1), 0.18), fall=0.09)


def quiz_open() -> Sound:
    """Three keys upwards: listen, a question."""
    notes = melody(MARIMBA, 0.8, (0, C5, 0.8), (0.1, G5, 0.9), (0.2, C6, 1))
    return fade(mix(0.8, (0, notes), (0.2, strike(BELL, C6, 0.6, 0.2))), fall=0.2)


def correct() -> Sound:
    """A major third, one note and then both."""
    keys = melody(MARIMBA, 0.9, (0, C5, 1), (0.14, E5, 1), (0.28, C5, 0.7), (0.28, E5, 0.8))
    return fade(mix(0.9, (0, keys), (0.28, melody(BELL, 0.62, (0, E5, 0.35)))), fall=0.25)


def almost() -> Sound:
    """Two warm notes down, like a cuckoo. No buzzer."""
    return fade(
        melody(WARM, 0.85, (0, G4, 0.9), (0.22, G4 / SEMITONE**3, 0.9)), rise=0.012, fall=0.3
    )


def event_good() -> Sound:
    """Two bells and a sparkle."""
    return fade(melody(BELL, 1.3, (0, G5, 0.9), (0.1, C6, 0.6), (0.2, E6, 0.35)), fall=0.4)


def event_bad() -> Sound:
    """A low wind that comes and goes."""
    air = lowpass(noise(1.4, 11), lambda part: 300 + 320 * hump(part))
    even = [math.tanh(1.5 * value) for value in plain(highpass(air, 170), 1)]
    gusts = shape(even, lambda part: hump(part) * (0.8 + 0.2 * math.sin(17 * part)))
    return fade(gusts, rise=0.05, fall=0.2)


def jump_up() -> Sound:
    """A glide upwards, an octave."""
    return glide(G4, G5, 0.6)


def jump_down() -> Sound:
    """A glide downwards, an octave."""
    return glide(D5, D5 / 2, 0.65)


def skip() -> Sound:
    """Two slow notes of a lullaby, from a music box."""
    return fade(melody(MUSIC_BOX, 1.3, (0, G5, 0.9), (0.45, E5, 0.9)), rise=0.008, fall=0.4)


def fact() -> Sound:
    """A page is turned: it swishes up and settles."""
    swish = highpass(lowpass(noise(0.36, 21), lambda part: 900 + 2_200 * part), 350)
    settle = highpass(lowpass(noise(0.12, 22), lambda _: 900), 200)
    turned = plain(shape(swish, lambda part: hump(part**1.3)), 1)
    laid = plain(shape(settle, lambda part: math.exp(-6 * part)), 0.6)
    return fade(mix(0.5, (0, turned), (0.34, fade(laid, rise=0.01))))


TEAM_NOTES: tuple[tuple[Voice, float, float], ...] = (
    (MARIMBA, C5, G5),
    (MUSIC_BOX, A5, E5),
    (WARM, G4, C5),
    (MARIMBA, D6, G5),
    (MUSIC_BOX, D5, D6),
    (WARM, A5, C6),
)


def turn_change(team: int) -> Sound:
    """Two notes for each team, no pair like another."""
    voice, first, second = TEAM_NOTES[team - 1]
    return fade(melody(voice, 0.5, (0, first, 0.9), (0.15, second, 1)), fall=0.18)


def goal() -> Sound:
    """Up the chord to the top, 2 s."""
    run = ((0.0, G4, 0.8), (0.13, C5, 0.8), (0.26, E5, 0.85), (0.39, G5, 0.9))
    top = ((0.60, C5, 0.4), (0.65, E5, 0.4), (0.70, G5, 0.4), (0.75, C6, 0.5))
    keys, bells = (
        melody(MARIMBA, 2, *run, *top),
        melody(BELL, 1.25, (0, C6, 0.35), (0.12, E5, 0.35)),
    )
    return fade(mix(2, (0, keys), (0.75, bells)), fall=0.6)


def podium() -> Sound:
    """Third, second, first, and a chord with bells, 3 s."""
    calls = ((0.0, C5, 0.7), (0.14, C5, 0.6), (0.45, E5, 0.75), (0.59, E5, 0.65))
    first = ((0.9, G5, 0.8), (1.04, G5, 0.7), (1.18, A5, 0.8), (1.32, G5, 0.8))
    chord = ((1.6, C4, 0.3), (1.64, C5, 0.35), (1.69, E5, 0.35), (1.74, G5, 0.35), (1.79, C6, 0.4))
    keys = melody(MARIMBA, 3, *calls, *first, *chord)
    bells = melody(BELL, 1.2, (0, C6, 0.35), (0.1, E5, 0.3), (0.2, E6, 0.25), (0.4, G6, 0.2))
    return fade(mix(3, (0, keys), (1.79, bells)), fall=0.7)


def pause_in() -> Sound:
    """Two warm notes sit down."""
    return fade(melody(WARM, 0.45, (0, C5, 0.9), (0.11, G4, 0.9)), rise=0.01, fall=0.2)


def pause_out() -> Sound:
    """Two warm notes stand up."""
    return fade(melody(WARM, 0.45, (0, G4, 0.9), (0.11, C5, 0.9)), rise=0.01, fall=0.2)


def error() -> Sound:
    """Two dull knocks on the same low key."""
    return fade(melody(MARIMBA, 0.45, (0, A3, 1), (0.16, A3, 0.8)), fall=0.15)


def bell_soon() -> Sound:
    """Two soft chimes: five minutes are left."""
    return fade(melody(BELL, 1.9, (0, E5, 0.9), (0.65, C5, 0.9)), rise=0.012, fall=0.6)


CUES: dict[str, Callable[[], Sound]] = {
    "tap": tap,
    "die-roll": die_roll,
    "die-land": die_land,
    **{f"step-{number}": partial(step, number) for number in range(1, 7)},
    "quiz-open": quiz_open,
    "option-choose": option_choose,
    "correct": correct,
    "almost": almost,
    "event-good": event_good,
    "event-bad": event_bad,
    "jump-up": jump_up,
    "jump-down": jump_down,
    "skip": skip,
    "fact": fact,
    **{f"turn-change-{team}": partial(turn_change, team) for team in range(1, 7)},
    "timer-last-5": timer_tick,
    "bell-soon": bell_soon,
    "goal": goal,
    "podium": podium,
    "survey-tap": survey_tap,
    "undo": undo,
    "pause-in": pause_in,
    "pause-out": pause_out,
    "error": error,
}

# Clicks are too short to have a loudness; they are levelled by their peak.
CLICKS = {"tap": 0.6, "survey-tap": 0.5, "undo": 0.5, "timer-last-5": 0.4, "option-choose": 0.6}


# --- files ------------------------------------------------------------------------------------


def loudness(sound: Sound) -> float:
    """RMS over the frames that sound."""
    starts = range(0, len(sound) - FRAME + 1, FRAME)
    powers = [math.fsum(v * v for v in sound[i : i + FRAME]) / FRAME for i in starts]
    sounding = [power for power in powers if power >= max(powers) * QUIET**2]
    return math.sqrt(math.fsum(sounding) / len(sounding))


def levelled(name: str, sound: Sound) -> Sound:
    """As loud as the others, and never over the peak."""
    top = max(map(abs, sound))
    gain = CLICKS[name] / top if name in CLICKS else min(LOUDNESS / loudness(sound), PEAK / top)
    return [value * gain for value in sound]


def encoded(name: str) -> bytes:
    """The whole file of a cue."""
    samples = array("h", (round(value * 32_767) for value in levelled(name, CUES[name]())))
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(samples.tobytes())
    return file.getvalue()


def write(folder: Path) -> int:
    """Write every cue."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in CUES:
        (folder / f"{name}.wav").write_bytes(encoded(name))
    print(f"{len(CUES)} sounds in {folder}")
    return 0


def check(folder: Path) -> int:
    """1 when a file is missing, differs, or belongs to no cue."""
    kept = {path.stem: path.read_bytes() for path in folder.glob("*.wav")}
    bad = sorted(kept.keys() - CUES.keys())
    bad += [name for name in CUES if kept.get(name) != encoded(name)]
    for name in bad:
        print(f"{name}.wav is not what scripts/make_sounds.py makes", file=sys.stderr)
    return 1 if bad else 0


def main(arguments: list[str]) -> int:
    """Write, or check with `--check`."""
    match arguments:
        case []:
            return write(FOLDER)
        case ["--check"]:
            return check(FOLDER)
        case _:
            print(__doc__, file=sys.stderr)
            return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

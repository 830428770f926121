"""The shipped sounds: each cue has one, and all are short, even, soft-edged and reproducible."""

import importlib.util
import math
import sys
import wave
from array import array
from pathlib import Path
from types import ModuleType

import pytest

from sugoroku.stage.sounds import CUES

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "assets" / "sounds"
FILES = sorted(FOLDER.glob("*.wav"))
NUMBERED = ("step", "turn-change")  # one file for each square of a walk, one for each team
FULL = 32_767


def load_script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_sounds", ROOT / "scripts/make_sounds.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SCRIPT = load_script()


def stem(path: Path) -> str:
    return path.stem


def samples(path: Path) -> list[float]:
    with wave.open(str(path)) as file:
        kept = array("h", file.readframes(file.getnframes()))
    if sys.byteorder == "big":
        kept.byteswap()
    return [value / FULL for value in kept]


def power(sound: list[float], pitch: float) -> float:
    """How strong one pitch is in a sound (one bin of a Fourier transform)."""
    turn = math.tau * pitch / SCRIPT.RATE
    real = math.fsum(v * math.cos(turn * i) for i, v in enumerate(sound))
    imaginary = math.fsum(v * math.sin(turn * i) for i, v in enumerate(sound))
    return math.hypot(real, imaginary)


def strongest(sound: list[float], pitches: dict[str, float]) -> str:
    return max(pitches, key=lambda name: power(sound, pitches[name]))


@pytest.mark.parametrize("cue", [*CUES, "bell-soon"])
def test_cue_of_the_stage_has_its_files(cue: str) -> None:
    names = [f"{cue}-{n}" for n in range(1, 7)] if cue in NUMBERED else [cue]
    assert [name for name in names if not (FOLDER / f"{name}.wav").is_file()] == []


def test_no_file_without_a_cue_and_less_than_a_megabyte() -> None:
    assert {path.stem for path in FILES} == set(SCRIPT.CUES)
    assert sum(path.stat().st_size for path in FILES) < 1_000_000


@pytest.mark.parametrize("path", FILES, ids=stem)
def test_file_is_what_the_script_makes(path: Path) -> None:
    assert path.read_bytes() == SCRIPT.encoded(path.stem)


@pytest.mark.parametrize("path", FILES, ids=stem)
def test_format_and_length(path: Path) -> None:
    with wave.open(str(path)) as file:
        assert (file.getnchannels(), file.getframerate(), file.getsampwidth()) == (1, 22_050, 2)
        assert 0.03 < file.getnframes() / file.getframerate() <= 3.2


@pytest.mark.parametrize("path", FILES, ids=stem)
def test_edges_are_soft_and_nothing_clips(path: Path) -> None:
    sound = samples(path)
    assert max(map(abs, (*sound[:2], *sound[-2:]))) < 0.01
    assert max(map(abs, sound)) <= 0.901
    assert abs(math.fsum(sound) / len(sound)) < 0.005


@pytest.mark.parametrize("path", FILES, ids=stem)
def test_loudness_is_even(path: Path) -> None:
    sound = samples(path)
    if path.stem in SCRIPT.CLICKS:
        assert max(map(abs, sound)) == pytest.approx(SCRIPT.CLICKS[path.stem], abs=0.001)
    else:
        assert 20 * math.log10(SCRIPT.loudness(sound)) == pytest.approx(-14, abs=1)


def test_each_step_is_a_semitone_higher() -> None:
    scale = {str(n): SCRIPT.C5 * 2 ** ((n - 1) / 12) for n in range(-1, 9)}
    heard = [strongest(samples(FOLDER / f"step-{n}.wav"), scale) for n in range(1, 7)]
    assert heard == ["1", "2", "3", "4", "5", "6"]


@pytest.mark.parametrize(
    ("cue", "first", "last"),
    [
        ("correct", "C5", "E5"),
        ("almost", "G4", "E4"),
        ("skip", "G5", "E5"),
        ("bell-soon", "E5", "C5"),
        ("pause-in", "C5", "G4"),
        ("pause-out", "G4", "C5"),
    ],
)
def test_melody_goes_where_it_should(cue: str, first: str, last: str) -> None:
    pitches = {"E4": 329.63, "G4": 392.0, "C5": 523.25, "E5": 659.26, "G5": 783.99}
    sound = samples(FOLDER / f"{cue}.wav")
    assert strongest(sound[: int(0.1 * SCRIPT.RATE)], pitches) == first
    assert strongest(sound[len(sound) // 2 :], pitches) == last


def test_teams_differ() -> None:
    assert len({(first, second) for _, first, second in SCRIPT.TEAM_NOTES}) == 6
    assert all(first != second for _, first, second in SCRIPT.TEAM_NOTES)


def test_check_finds_a_changed_a_missing_and_a_stray_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SCRIPT, "CUES", {"tap": SCRIPT.tap, "undo": SCRIPT.undo})
    assert SCRIPT.check(tmp_path) == 1
    SCRIPT.write(tmp_path)
    assert SCRIPT.check(tmp_path) == 0
    (tmp_path / "tap.wav").write_bytes(SCRIPT.encoded("undo"))
    assert SCRIPT.check(tmp_path) == 1
    SCRIPT.write(tmp_path)
    (tmp_path / "stray.wav").write_bytes(b"")
    assert SCRIPT.check(tmp_path) == 1

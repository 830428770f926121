"""The file of the school's IT: what it may say, and that its mistakes are told by line."""

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sugoroku import paths, policy
from sugoroku.policy import Policy, parsed, read_policy
from sugoroku.settings import NO_FURIGANA, Settings

HERE = Path("school") / policy.FILE


def told(text: str) -> list[tuple[int, str]]:
    found = parsed(text.encode(), HERE).mistakes
    return [(one.line, one.message.format(**one.values)) for one in found]


def test_everything_at_once() -> None:
    found = parsed(
        b"""
language = "ja"
data_folder = 'lessons'
editions = ["toyama"]
free_texts = false
furigana = "none"
volume = "soft"
motion = "calm"
text = "large"
contrast = "high"
stopwatch = 60
voice = true
locked = ["language", "volume", "data_folder"]
""",
        HERE,
    )
    assert found.mistakes == ()
    assert found.before(Settings()) == Settings(
        language="ja", furigana=NO_FURIGANA, volume=1, motion="reduced", text="large",
        contrast="high", stopwatch=60, voice=True,
    )  # fmt: skip
    assert found.data_folder == Path("school/lessons")
    assert found.editions == ("toyama",) and not found.free_texts
    assert found.locked == {"language", "volume", "data_folder"}


def test_no_file_is_no_policy(tmp_path: Path) -> None:
    assert read_policy(tmp_path / "none.toml") == Policy()
    assert Policy().after(Settings(volume=1)) == Settings(volume=1)


def test_an_empty_file_and_one_of_notepad(tmp_path: Path) -> None:
    assert parsed(b"", HERE).mistakes == ()
    found = parsed(b'\xef\xbb\xbfvolume = "off"\r\n', HERE)
    assert found.presets == {"volume": 0} and found.mistakes == ()


def test_mistakes_have_their_line_and_the_rest_holds() -> None:
    text = 'volume = "loud"\n\ncolour = 3\nlanguage = "ja"\nfree_texts = "no"\neditions = "x"\n'
    text += 'locked = ["language", "seed"]\nfurigana = true\n'
    found = parsed(text.encode(), HERE)
    lines = [one.line for one in found.mistakes]
    assert lines == [1, 3, 5, 6, 7, 8]
    assert found.presets == {"language": "ja"} and found.locked == {"language"}
    words = dict(told(text))
    assert '"off", "soft", "normal"' in words[1] and "colour" in words[3] and "seed" in words[7]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('volume = "soft"\nlanguage = ja\n', 2),
        ("[language\n", 1),
        ('language = "ja"\nlanguage = "es"\n', 2),
        ("data_folder = \"C:\\Users\\x\"\n", 1),
    ],
)  # fmt: skip
def test_what_is_no_toml_holds_nothing(text: str, line: int) -> None:
    found = parsed(text.encode(), HERE)
    assert found.presets == {} and not found.locked and found.free_texts
    assert [one.line for one in found.mistakes] == [line]


def test_a_folder_of_windows_is_explained() -> None:
    assert "single quotes" in told('data_folder = "C:\\Users"')[0][1]
    assert parsed(b"data_folder = 'C:\\Users\\x'", HERE).mistakes == ()


def test_other_encodings_are_told() -> None:
    assert "UTF-8" in parsed('volume = "soft"'.encode("utf-16"), HERE).mistakes[0].message
    assert parsed("a = 1\n# ñ\n".encode("latin-1"), HERE).mistakes[0].line == 2


def test_a_folder_of_that_name_and_a_huge_file(tmp_path: Path) -> None:
    (tmp_path / policy.FILE).mkdir()
    assert len(read_policy(tmp_path / policy.FILE).mistakes) == 1
    huge = tmp_path / "huge.toml"
    huge.write_bytes(b"#" * 200_000)
    assert len(read_policy(huge).mistakes) == 1


@given(
    st.binary(max_size=200)
    | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace"))
)
def test_nothing_in_it_stops_the_program(data: bytes) -> None:
    found = parsed(data, HERE)
    for mistake in found.mistakes:
        assert mistake.message.format(**mistake.values)
    found.after(found.before(Settings()))


VALUES = st.recursive(
    st.sampled_from(
        ['"ja"', '"soft"', "0", "1", "true", "1.5", "2026-01-01", "[]", "{}", '"\\u0000"']
    ),
    lambda inner: st.lists(inner, max_size=2).map(lambda parts: f"[{', '.join(parts)}]"),
    max_leaves=4,
)


@given(st.dictionaries(st.sampled_from([*policy.OTHERS, *policy.WORDS, "other"]), VALUES))
def test_every_wrong_value_is_told_and_no_right_one(table: dict[str, str]) -> None:
    text = "\n".join(f"{name} = {value}" for name, value in table.items())
    found = parsed(text.encode(), HERE)
    for mistake in found.mistakes:
        assert text.splitlines()[mistake.line - 1].startswith(mistake.values["name"])
    assert set(found.presets) <= set(table)


def test_locked_settings_are_held_and_others_are_a_beginning() -> None:
    found = parsed(b'volume = "soft"\ntext = "large"\nlocked = ["volume", "motion"]', HERE)
    chosen = Settings(volume=2, text="normal", motion="reduced")
    assert found.after(chosen) == Settings(volume=1, text="normal", motion="full")


def test_the_command_line_goes_before_a_preset_language() -> None:
    found = parsed(b'language = "ja"', HERE)
    assert found.before(Settings(language="es")).language == "es"
    locked = parsed(b'language = "ja"\nlocked = ["language"]', HERE)
    assert locked.after(locked.before(Settings(language="es"))).language == "ja"


def test_beside_the_program_goes_before_the_data_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "data"
    data.mkdir()
    monkeypatch.setattr(paths, "beside_program", lambda: tmp_path)
    (data / policy.FILE).write_text('volume = "off"')
    assert paths.policy_of(data).presets == {"volume": 0}
    (tmp_path / policy.FILE).write_text("data_folder = 'elsewhere'")
    assert paths.policy_of(data).presets == {}
    assert paths.default_data_folder() == tmp_path / "elsewhere"


def test_portable_keeps_all_in_one_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "beside_program", lambda: tmp_path)
    assert tmp_path not in paths.cache_folder().parents
    data = tmp_path / paths.PORTABLE
    data.mkdir()
    assert paths.default_data_folder() == data
    assert paths.cache_folder() == data / "cache" and paths.log_folder() == data / "log"


def test_beside_a_bundle_of_a_mac(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inside = tmp_path / "Climate Sugoroku.app" / "Contents" / "MacOS"
    inside.mkdir(parents=True)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(inside / "sugoroku"))
    assert paths.beside_program() == tmp_path.resolve()

"""The preview: its pages, its keys, files saved while it runs, mistakes, pictures."""

import os
from collections.abc import Callable
from pathlib import Path

import pygame
import pytest
from click.testing import CliRunner

from sugoroku import paths
from sugoroku.app.preview.desk import Desk
from sugoroku.app.preview.show import open_desk
from sugoroku.app.preview.source import Source
from sugoroku.cli import main
from sugoroku.settings import NO_FURIGANA, Settings
from sugoroku.stage import intents
from sugoroku.stage.loop import Loop
from sugoroku.stage.scenes.errors import ErrorsScene
from sugoroku.stage.scenes.event import EventScene
from sugoroku.stage.scenes.help import HelpScene
from sugoroku.stage.scenes.notice import NoticeScene
from sugoroku.stage.scenes.preview import PreviewScene
from sugoroku.stage.scenes.quiz import QuizScene
from sugoroku.stage.scenes.reveal import RevealScene
from sugoroku.stage.scenes.survey import SurveyScene
from tests.content.small_pack import DECK, change, write_pack

NEXT, BEFORE = intents.MoveFocus("right"), intents.MoveFocus("left")
DOWN, UP = intents.MoveFocus("down"), intents.MoveFocus("up")
A_SECOND = 25
"""Frames."""
KINDS = ["title", "board", "card", "question", "survey", "hands"]

Open = Callable[..., tuple[Desk, Loop]]


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return write_pack(tmp_path / "town")


@pytest.fixture
def preview() -> Open:
    """`preview(path, size=(1024, 768), **settings)` opens a window that nobody sees."""

    def opened(
        path: Path, size: tuple[int, int] = (1024, 768), **more: object
    ) -> tuple[Desk, Loop]:
        settings = Settings(size=size, volume=0, motion="reduced", **more)  # type: ignore[arg-type]
        desk, loop = open_desk(Source(path, (paths.bundled_root(),)), settings, step_ms=40.0)
        desk.read()
        loop.frame()
        return desk, loop

    return opened


def shown(desk: Desk) -> object:
    assert isinstance(desk.scene, PreviewScene)
    return desk.scene.inner


def kinds(desk: Desk) -> list[str]:
    return [page.kind for page in desk.pages]


def at(desk: Desk) -> tuple[str, str]:
    page = desk.pages[desk.at]
    return page.kind, page.name


def frames(loop: Loop, count: int = A_SECOND) -> None:
    for _ in range(count):
        loop.frame()


def picture(loop: Loop) -> bytes:
    assert loop.canvas is not None
    return pygame.image.tobytes(loop.canvas.surface, "RGB")


def turn_to(desk: Desk, loop: Loop, kind: str, name: str) -> None:
    desk.turn_to([(page.kind, page.name) for page in desk.pages].index((kind, name)))
    loop.frame()


# ---------------------------------------------------------------------- pages


def test_a_board_is_shown_with_every_card_question_and_item(pack: Path, preview: Open) -> None:
    desk, loop = preview(pack / "boards" / "small.yaml")
    names = [(page.kind, page.name) for page in desk.pages]
    assert list(dict.fromkeys(kinds(desk))) == [
        "title", "board", "card", "question", "answer", "survey", "hands",
    ]  # fmt: skip
    assert [name for kind, name in names if kind == "card"] == ["2", "bridge", "7"]
    questions = ["lamp", "ice", "rain", "distance", "steps"]
    assert [name for kind, name in names if kind == "question"] == questions
    assert [name for kind, name in names if kind == "answer"] == questions
    assert [name for kind, name in names if kind == "survey"] == [
        "small", "fun", "again", "will_do", "noticed", "lamps",
    ]  # fmt: skip
    for place in range(len(desk.pages)):
        desk.turn_to(place)
        loop.frame()
    assert desk.faults == []


def test_what_is_not_the_authors_comes_last_or_not_at_all(pack: Path, preview: Open) -> None:
    board = pack / "boards" / "small.yaml"
    text = board.read_text(encoding="utf-8").replace("decks: [small]", "decks: [climate, small]")
    text = text.replace("id: goal}", "id: goal, text: There you are!}")
    board.write_text(text, encoding="utf-8")
    desk, loop = preview(board)
    own = [page.file is None or page.file.is_relative_to(pack) for page in desk.pages]
    assert own == sorted(own, reverse=True) and not own[-1]
    desk.mine = True
    desk.read()
    assert len(desk.pages) == sum(own)
    turn_to(desk, loop, "card", "goal")
    card = shown(desk)
    assert isinstance(card, EventScene) and card.card.square.kind == "goal"
    assert desk.faults == []


def test_an_edition_is_found_by_its_name() -> None:
    source = Source.named("renca", (paths.bundled_root(),))
    assert source is not None
    assert source.target == paths.bundled_root() / "boards" / "renca.yaml"
    assert Source.named("no-such-town", (paths.bundled_root(),)) is None


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("quizzes/small.yaml", {"question", "answer"}),
        ("surveys/small.yaml", {"survey", "hands"}),
        ("assets/themes/small.yaml", {*KINDS, "answer"}),
    ],
)  # fmt: skip
def test_what_is_no_board_is_shown_by_itself(
    pack: Path, preview: Open, name: str, wanted: set[str]
) -> None:
    desk, loop = preview(pack / name)
    assert set(kinds(desk)) == wanted
    for place in range(len(desk.pages)):
        desk.turn_to(place)
        loop.frame()
    assert desk.faults == []


def test_a_folder_shows_its_boards_and_what_they_do_not_use(pack: Path, preview: Open) -> None:
    other = DECK.replace("id: small", "id: other").replace("id: lamp", "id: candle")
    (pack / "quizzes" / "other.yaml").write_text(other, "utf-8")
    desk, _ = preview(pack)
    names = [page.name for page in desk.pages if page.kind == "question"]
    assert names.count("lamp") == 1 and names.count("candle") == 1
    assert kinds(desk).count("board") == 1


def test_a_survey_alone_finds_the_questions_it_asks_again(pack: Path, preview: Open) -> None:
    survey = pack / "surveys" / "small.yaml"
    text = survey.read_text("utf-8")
    known = "  - {id: know_ice, kind: knowledge, question: small/ice, only: {editions: [far]}}\n"
    missing = "  - {id: know_fire, kind: knowledge, question: small/fire}\n"
    survey.write_text(text + known + missing, "utf-8")
    desk, loop = preview(survey)
    turn_to(desk, loop, "survey", "know_ice")
    assert isinstance(shown(desk), SurveyScene)
    turn_to(desk, loop, "survey", "know_fire")
    assert isinstance(shown(desk), NoticeScene)


def test_the_line_at_the_foot_names_page_id_file_and_line(pack: Path, preview: Open) -> None:
    desk, loop = preview(pack / "boards" / "small.yaml", language="en")
    turn_to(desk, loop, "question", "ice")
    line = 1 + next(i for i, text in enumerate(DECK.splitlines()) if "id: ice" in text)
    number = desk.at + 1
    assert (
        desk.where() == f"{number}/{len(desk.pages)} · question · ice · quizzes/small.yaml:{line}"
    )


def test_the_line_at_the_foot_goes_by_itself(pack: Path, preview: Open) -> None:
    desk, loop = preview(pack / "boards" / "small.yaml")
    still = picture(loop)
    loop.frame([intents.Character("x")])
    assert picture(loop) != still
    frames(loop, 4 * A_SECOND)
    assert picture(loop) == still
    assert desk.strip() is None


# ---------------------------------------------------------------------- keys


def test_keys_walk_through_pages_and_kinds(pack: Path, preview: Open) -> None:
    desk, loop = preview(pack / "boards" / "small.yaml")
    loop.frame([NEXT])
    assert at(desk) == ("board", "small")
    loop.frame([intents.Go(clicker=True)])
    assert at(desk) == ("card", "2")
    loop.frame([intents.Back(clicker=True), BEFORE, BEFORE])
    assert desk.at == 0
    seen = []
    for _ in KINDS:
        seen.append(at(desk)[0])
        loop.frame([DOWN])
    assert seen == KINDS
    loop.frame([intents.Key("end")])
    assert desk.at == len(desk.pages) - 1
    loop.frame([NEXT, UP, UP])
    assert at(desk) == ("survey", "small")
    loop.frame([intents.Key("home")])
    assert desk.at == 0


def test_keys_of_the_window_system_reach_the_preview(pack: Path, preview: Open) -> None:
    desk, loop = preview(pack / "boards" / "small.yaml")
    for key in (pygame.K_END, pygame.K_F3, pygame.K_PAGEUP, pygame.K_F2):
        pygame.event.post(pygame.Event(pygame.KEYDOWN, key=key, mod=0, unicode=""))
        loop.frame()
    assert desk.at == len(desk.pages) - 2


def test_question_answer_and_hint(pack: Path, preview: Open) -> None:
    desk, loop = preview(pack / "boards" / "small.yaml")
    turn_to(desk, loop, "question", "lamp")
    loop.frame([intents.Character("r")])
    assert isinstance(shown(desk), RevealScene) and at(desk) == ("answer", "lamp")
    loop.frame([intents.Character("r"), intents.Character("h")])
    scene = shown(desk)
    assert isinstance(scene, QuizScene) and scene.hint
    loop.frame([intents.Character("h")])
    scene = shown(desk)
    assert isinstance(scene, QuizScene) and not scene.hint


def test_language_furigana_help_and_the_end(pack: Path, preview: Open) -> None:
    desk, loop = preview(pack / "boards" / "small.yaml")
    assert desk.context.tr.language == "en"  # that of the files
    loop.frame([intents.FunctionKey(3)])
    assert desk.context.settings.furigana == 0
    while desk.context.tr.language != "ja":
        loop.frame([intents.Character("l")])
    years = []
    for _ in range(6):
        loop.frame([intents.FunctionKey(3)])
        years.append(desk.context.settings.furigana)
    assert years[-2:] == [NO_FURIGANA, 0] and years[:-2] == sorted(set(years[:-2]))
    loop.frame([intents.Help()])
    assert isinstance(desk.scene, HelpScene)
    loop.frame([intents.Help()])
    assert isinstance(desk.scene, PreviewScene) and not desk.quit_asked
    loop.frame([intents.Back()])
    assert desk.quit_asked


def test_the_window_takes_the_sizes_that_the_screen_has_room_for(
    pack: Path, preview: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pygame.display, "get_desktop_sizes", lambda: [(1600, 900)])
    desk, loop = preview(pack / "boards" / "small.yaml")
    turn_to(desk, loop, "card", "bridge")
    sizes = []
    for _ in range(2):
        loop.frame([intents.FunctionKey(2)])
        assert loop.canvas is not None
        sizes.append(loop.canvas.surface.get_size())
    assert sizes == [(1366, 768), (1024, 768)]
    assert at(desk) == ("card", "bridge")


# ---------------------------------------------------------------------- saving


def test_a_saved_file_is_shown_at_once_on_the_same_page(pack: Path, preview: Open) -> None:
    desk, loop = preview(pack / "boards" / "small.yaml")
    turn_to(desk, loop, "question", "rain")
    before = picture(loop)
    change(pack, "quizzes/small.yaml", "Where does rain come from?", "From where does it rain?")
    new = "  - {id: first, kind: true_false, topic: climate, ask: New?, answer: true}\n"
    change(pack, "quizzes/small.yaml", "questions:\n", f"questions:\n{new}")
    loop.frame()
    assert at(desk) == ("question", "rain")
    assert picture(loop) != before


def test_a_file_that_is_put_in_the_place_of_another_is_noticed(pack: Path, preview: Open) -> None:
    desk, loop = preview(pack / "boards" / "small.yaml")
    deck = pack / "quizzes" / "small.yaml"
    written = deck.with_suffix(".new")
    written.write_text(DECK.replace("id: ice", "id: hot"), "utf-8")
    os.replace(written, deck)
    loop.frame()
    assert "hot" in [page.name for page in desk.pages]


def test_mistakes_appear_and_vanish(pack: Path, preview: Open) -> None:
    desk, loop = preview(pack / "boards" / "small.yaml")
    turn_to(desk, loop, "card", "bridge")
    before = picture(loop)
    change(pack, "quizzes/small.yaml", "topic: climate", "topic: climat")
    frames(loop)
    errors = shown(desk)
    assert isinstance(errors, ErrorsScene)
    assert [fault.place.partition(":")[0] for fault in errors.faults] == ["quizzes/small.yaml"]
    change(pack, "quizzes/small.yaml", "topic: climat,", "topic: climate,")
    loop.frame()
    assert at(desk) == ("card", "bridge") and isinstance(shown(desk), EventScene)
    frames(loop)
    assert picture(loop) == before


def test_a_half_written_file_is_waited_for(pack: Path, preview: Open) -> None:
    desk, loop = preview(pack / "boards" / "small.yaml")
    deck = pack / "quizzes" / "small.yaml"
    for part in ("", DECK[:200], DECK[:415]):
        deck.write_text(part, "utf-8")
        loop.frame()
        assert not isinstance(shown(desk), ErrorsScene)
    deck.write_text(DECK, "utf-8")
    frames(loop)
    assert not isinstance(shown(desk), ErrorsScene) and desk.problems == ()


def test_a_file_that_was_missing_is_found_when_it_is_written(pack: Path, preview: Open) -> None:
    deck = pack / "quizzes" / "small.yaml"
    deck.unlink()
    desk, loop = preview(pack / "boards" / "small.yaml")
    assert isinstance(shown(desk), ErrorsScene)
    deck.write_text(DECK, "utf-8")
    loop.frame()
    assert desk.problems == () and "question" in kinds(desk)


def test_the_page_that_was_deleted_comes_back_with_its_text(pack: Path, preview: Open) -> None:
    desk, loop = preview(pack / "boards" / "small.yaml")
    turn_to(desk, loop, "question", "steps")
    deck = pack / "quizzes" / "small.yaml"
    deck.write_text(DECK[: DECK.index("  - {id: steps")], "utf-8")
    loop.frame()
    assert at(desk) != ("question", "steps")
    deck.write_text(DECK, "utf-8")
    loop.frame()
    assert at(desk) == ("question", "steps")


def test_a_new_picture_is_shown(pack: Path, preview: Open) -> None:
    desk, loop = preview(pack / "boards" / "small.yaml")
    turn_to(desk, loop, "question", "lamp")
    before = picture(loop)
    red = pygame.Surface((60, 40))
    red.fill("#FF0000")
    pygame.image.save(red, pack / "assets" / "lamp.png")
    loop.frame()
    assert picture(loop) != before


def test_a_new_translation_is_shown(pack: Path, preview: Open) -> None:
    from babel.messages.catalog import Catalog
    from babel.messages.mofile import write_mo

    desk, loop = preview(pack / "boards" / "small.yaml", language="es")
    folder = pack / "locales" / "es" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    ask = desk.source.read().parts[0].edition.questions[0].ask
    for words in ("¿Qué ahorra más?", "¿Y de noche?"):
        catalogue = Catalog(locale="es")
        catalogue.add(ask.source, words, context=ask.context)
        with (folder / "small.mo").open("wb") as file:
            write_mo(file, catalogue)
        loop.frame()
        assert desk.context.tr.text(ask) == words


def test_mistakes_can_be_put_aside_until_the_next_save(pack: Path, preview: Open) -> None:
    desk, loop = preview(pack / "boards" / "small.yaml")
    change(pack, "quizzes/small.yaml", "topic: climate", "topic: climat")
    frames(loop)
    errors = shown(desk)
    assert isinstance(errors, ErrorsScene)
    loop.frame([intents.Back()])
    assert not desk.quit_asked and not isinstance(shown(desk), ErrorsScene)
    change(pack, "boards/small.yaml", "minutes: 20", "minutes: 21")
    frames(loop)
    assert isinstance(shown(desk), ErrorsScene)


# ---------------------------------------------------------------------- pictures


def test_every_page_is_written_as_a_picture(pack: Path, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    called = [
        "preview",
        str(pack / "boards" / "small.yaml"),
        "--language",
        "en",
        "--size",
        "640x480",
    ]
    result = CliRunner().invoke(main, [*called, "--screenshots", str(folder)])
    assert result.exit_code == 0, result.output
    names = [path.name for path in sorted(folder.iterdir())]
    assert names[0] == "001-title-small-en.png"
    assert names[1] == "002-board-small-en.png"
    for wanted in ("question-lamp", "hint-lamp", "answer-lamp", "survey-again", "hands-again"):
        assert any(name[4:] == f"{wanted}-en.png" for name in names)
    assert pygame.image.load(folder / names[1]).get_size() == (640, 480)


def test_mistakes_are_printed_and_tell_by_the_exit_status(pack: Path, tmp_path: Path) -> None:
    change(pack, "quizzes/small.yaml", "topic: climate", "topic: climat")
    called = ["preview", str(pack), "--language", "en", "--screenshots", str(tmp_path / "pages")]
    result = CliRunner().invoke(main, called)
    assert result.exit_code == 1
    assert "quizzes/small.yaml:18:" in result.output and "climate" in result.output


@pytest.mark.parametrize(
    "more", [["no-such-thing"], ["toyama", "--furigana", "many"], ["toyama", "--size", "big"]]
)
def test_a_bad_call_is_told(more: list[str]) -> None:
    assert CliRunner().invoke(main, ["preview", *more]).exit_code == 2

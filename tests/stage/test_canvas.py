"""Every primitive at four sizes, and pictures, fonts and sounds that are missing or broken."""

import logging
from collections.abc import Callable
from pathlib import Path

import pygame
import pytest

from sugoroku.model.layout import Palette, Theme
from sugoroku.stage.assets import Assets, PictureCache
from sugoroku.stage.canvas import Canvas
from sugoroku.stage.sounds import Sounds
from sugoroku.stage.tokens import TEAM
from sugoroku.stage.typeset import Typesetter

SIZES = ((640, 480), (1024, 768), (1366, 768), (1920, 1080))
FROG = Theme(id="t", mascot="mascot/frog")

PRIMITIVES: dict[str, Callable[[Canvas], object]] = {
    "rect": lambda c: c.rect(100, 100, 300, 200, 40, "primary"),
    "square rect": lambda c: c.rect(100, 100, 300, 200, 0, "primary"),
    "stroke": lambda c: c.rect(100, 100, 300, 200, 40, None, "ok_deep", 8),
    "square stroke": lambda c: c.rect(100, 100, 300, 200, 0, None, "ok_deep", 8),
    "stroke and fill": lambda c: c.rect(100, 100, 300, 200, 40, "primary", "ok_deep", 8),
    "veil": lambda c: c.rect(100, 100, 300, 200, 40, "ink", alpha=0.3),
    "card": lambda c: c.card(100, 100, 300, 200),
    "tile": lambda c: c.svg("tile/quiz", 300, 300, w=120),
    "glyph": lambda c: c.svg("ui/pause", 300, 300, h=60, recolour="primary", anchor="tl"),
    "turned": lambda c: c.svg("die/die-5", 300, 300, w=130, angle=14, flip=True),
    "faded": lambda c: c.svg("die/die-5", 300, 300, w=130, alpha=0.5),
    "shape": lambda c: c.shape('<circle cx="20" cy="20" r="20" fill="#123456"/>', 9, 9, 40, 40, 5),
    "toyama": lambda c: c.backdrop("board/board-toyama", 0.46),
    "two towns": lambda c: c.split_backdrops(
        [("board/board-toyama", 0.46), ("board/board-renca", 0.89)]
    ),
    "mountains": lambda c: c.skyline("mountains"),
    "hills": lambda c: c.skyline("hills"),
    "plain": lambda c: c.skyline("none"),
    "scrim": lambda c: c.scrim(),
    "ring": lambda c: c.ring(300, 300, 58, 17, 0.6, "primary", "ground_deep"),
    "full ring": lambda c: c.ring(300, 300, 58, 17, 1, "primary", "ground_deep"),
    "bubble l": lambda c: c.bubble(200, 200, 400, 200),
    "bubble r": lambda c: c.bubble(200, 200, 400, 200, "r"),
    "bubble b": lambda c: c.bubble(200, 200, 400, 200, "b", tail_x=60),
    "bubble": lambda c: c.bubble(200, 200, 400, 200, ""),
    "pill": lambda c: c.pill(300, 300, 70, "2マス すすむ", icon="ui/check", anchor="c"),
    "token": lambda c: c.token("star", 300, 300, 100),
    "mark": lambda c: c.token("star", 300, 300, 60, mark=True),
    "mascot": lambda c: c.mascot(FROG, "happy", 300, 500, 250),
    "text": lambda c: c.text("山《やま》の雪《ゆき》", 300, 300, 64),
    "paragraph": lambda c: c.text("Da sombra " * 20, 99, 99, 64, width=600, max_h=400),
    "label": lambda c: c.text("Un nombre largo", 300, 300, 64, width=300, fit=True, align="r"),
}  # fmt: skip


@pytest.mark.parametrize("size", SIZES, ids=lambda s: f"{s[0]}x{s[1]}")
@pytest.mark.parametrize("name", PRIMITIVES)
def test_primitive_leaves_a_picture(
    canvas_of: Callable[[int, int], Canvas], name: str, size: tuple[int, int]
) -> None:
    canvas = canvas_of(*size)
    canvas.fill("#FEDCBA")
    before = pygame.image.tobytes(canvas.surface, "RGB")
    PRIMITIVES[name](canvas)
    once = pygame.image.tobytes(canvas.surface, "RGB")
    assert once != before
    canvas.fill("#FEDCBA")
    PRIMITIVES[name](canvas)
    assert pygame.image.tobytes(canvas.surface, "RGB") == once


@pytest.mark.parametrize("size", SIZES)
def test_units(canvas_of: Callable[[int, int], Canvas], size: tuple[int, int]) -> None:
    canvas = canvas_of(*size)
    assert canvas.px(1080) == size[1]
    assert canvas.px(canvas.W) == size[0]
    assert canvas.wide == (size[0] / size[1] > 1.5)
    assert canvas.margin == (64 if canvas.wide else 44)


def test_backdrop_covers_the_whole_canvas(canvas_of: Callable[[int, int], Canvas]) -> None:
    for size in (*SIZES, (1280, 800), (1600, 720)):
        canvas = canvas_of(*size)
        canvas.palette = Palette(ground="#FF00FF")
        canvas.backdrop("board/board-toyama", 0.46)
        corners = [(x, y) for x in (0, size[0] - 1) for y in (0, size[1] - 1)]
        assert all(canvas.surface.get_at(p)[:3] != (255, 0, 255) for p in corners)


def test_rounded_corners_keep_their_colour(canvas: Canvas) -> None:
    """No grey or dark fringe: every pixel is between the two colours."""
    canvas.fill("#FFFFFF")
    canvas.rect(100, 100, 200, 200, 60, "#FF0000")
    for x in range(canvas.px(95), canvas.px(170)):
        for y in range(canvas.px(95), canvas.px(170)):
            r, g, b = canvas.surface.get_at((x, y))[:3]
            assert r == 255 and g == b


def test_colours(canvas: Canvas) -> None:
    assert canvas.colour("ok") == pygame.Color("#15824A")
    assert canvas.colour("#010203") == pygame.Color(1, 2, 3)
    canvas.palette = Palette(primary="#8E2F10")
    assert canvas.colour("primary") == pygame.Color("#8E2F10")
    canvas.colour("no such name")


def test_picture_keeps_its_shape(canvas: Canvas) -> None:
    w, h = canvas.svg("mascot/frog-happy", 300, 300, w=200, h=100)
    assert h == pytest.approx(100, abs=2) and w < 200
    for shape in TEAM:
        assert canvas.token(shape, 99, 99, 90)[1] == pytest.approx(90, abs=2)


def test_fitted_text(canvas: Canvas) -> None:
    assert canvas.text("Corto", 0, 0, 60, width=900, fit=True).size == pytest.approx(60)
    small = canvas.text("Un nombre algo largo", 0, 0, 90, width=520, fit=True)
    assert 45 <= small.size < 90 and small.w <= 521
    cut = canvas.text("Un nombre demasiado largo", 0, 0, 60, width=200, fit=True)
    assert cut.lines[0].endswith("...") and cut.w <= 201


def test_paragraph_shrinks_to_the_floor(canvas: Canvas) -> None:
    text = "La sombra de los árboles baja la temperatura de la calle."
    big = canvas.measure(text, 64, 700)
    block = canvas.text(text, 0, 0, 64, width=700, max_h=big.h - 10)
    assert block.h <= big.h - 9 and block.size < 64
    floor = canvas.text(text, 0, 0, 64, width=300, max_h=100)
    assert floor.size == pytest.approx(45)


def test_readings_follow_the_canvas(canvas: Canvas) -> None:
    text = "山《やま》"
    shown = canvas.measure(text, 60).h
    canvas.furigana = False
    assert canvas.measure(text, 60).h < shown
    assert canvas.measure(text, 60, ruby=True).h == shown


def test_mascot_falls_back_to_neutral(canvas: Canvas, caplog: pytest.LogCaptureFixture) -> None:
    assert canvas.mascot(FROG, "dancing", 0, 0, 100)[1] > 90
    assert canvas.mascot(Theme(id="t"), "happy", 0, 0, 100) == (0, 0)
    assert not caplog.records


# ---------------------------------------------------------------------- trouble


@pytest.fixture
def broken(tmp_path: Path) -> Canvas:
    """A canvas whose assets are all missing or broken."""
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "MPLUSRounded1c_900Black.ttf").write_bytes(b"no font")
    (tmp_path / "empty.svg").write_text("")
    (tmp_path / "cut.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="10')
    (tmp_path / "zero.svg").write_text('<svg width="0" height="0" viewBox="0 0 0 0"></svg>')
    (tmp_path / "bytes.svg").write_bytes(b"\xff\xfe<svg\x00")
    assets = Assets([tmp_path, tmp_path / "missing"])
    return Canvas(pygame.Surface((800, 600)), assets, Typesetter(assets), Palette())


@pytest.mark.parametrize(
    "name", ["", "missing", "empty", "cut", "zero", "bytes", "../../etc/passwd", "/etc/x", "a\0b"]
)
def test_broken_picture_gets_a_substitute(
    broken: Canvas, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING, "sugoroku.stage"):
        broken.svg(name, 300, 300, w=100)
        broken.svg(name, 300, 300, w=100)
        broken.backdrop(name, 0.5)
        broken.split_backdrops([(name, 0.5), (name, 0.5)])
    assert len(caplog.records) <= 2


def test_broken_fonts_are_replaced(broken: Canvas, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, "sugoroku.stage"):
        for face in ("text", "display", "no such face"):
            assert broken.text("山《やま》 abc", 10, 10, 60, face=face).w > 0
            broken.text("abc", 10, 10, 62, face=face)
    assert 1 <= len(caplog.records) <= 3


@pytest.mark.parametrize("name", PRIMITIVES)
def test_primitives_without_any_assets(broken: Canvas, name: str) -> None:
    PRIMITIVES[name](broken)


def test_zero_and_negative_sizes(canvas: Canvas) -> None:
    for w, h in ((0, 0), (-5, 20), (20, -5), (1, 1)):
        canvas.rect(10, 10, w, h, 10, "primary", "ink", 4)
        canvas.rect(10, 10, w, h, 10, "primary", alpha=0.5)
        canvas.rect(10, 10, w, h, 10, None, "ink", 4)
    canvas.svg("ui/pause", 0, 0, w=0)
    canvas.text("", 0, 0, 60)
    canvas.text("x", 0, 0, 60, width=-20, fit=True)
    canvas.text("x y", 0, 0, 60, width=-20, max_h=-1)


def test_cache_forgets_what_was_not_used_for_longest() -> None:
    cache = PictureCache(limit=3 * 40 * 40 * 4)
    for n in range(5):
        cache.get(n, lambda: pygame.Surface((40, 40), pygame.SRCALPHA))
    made: list[int] = []

    def make() -> pygame.Surface:
        made.append(1)
        return pygame.Surface((40, 40), pygame.SRCALPHA)

    cache.get(4, make)
    assert not made
    cache.get(0, make)
    assert made


def test_sounds_are_silent_without_files_or_mixer(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    Sounds(Assets([tmp_path])).play("tap")
    (tmp_path / "sounds").mkdir()
    (tmp_path / "sounds" / "tap.wav").write_bytes(b"no sound")
    sounds = Sounds(Assets([tmp_path]))
    sounds.play("tap")
    sounds.play("tap")
    sounds.play("no such cue")
    sounds.enabled = False
    sounds.play("tap")
    assert len(caplog.records) <= 1

"""Pictures and fonts from the asset folders, rasterised once for each size.

Nothing here raises: a missing or broken file becomes a plain substitute and one line in the log.
"""

import io
import logging
import re
from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from pathlib import Path, PurePosixPath

import pygame
import pygame.font
import pygame.image
import pygame.transform

from sugoroku import paths

log = logging.getLogger("sugoroku.stage")

FONTS = {
    "display": "fonts/MPLUSRounded1c_900Black.ttf",
    "text": "fonts/MPLUSRounded1c_700Bold.ttf",
}
INK = "#10243E"
"""The colour of the one-colour glyphs, replaced when they are recoloured."""
SMALL = 200
"""Below this size in pixels art is rasterised twice as large and scaled down: finer edges."""
CACHE_BYTES = 80 * 2**20

_NUMBER = r"([\d.]+)"
_SIZE = re.compile(rf'<svg[^>]*?\bwidth="{_NUMBER}[^"]*"[^>]*?\bheight="{_NUMBER}')
_BOX = re.compile(r'viewBox="\s*([-\d.]+)[\s,]+([-\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)\s*"')


class PictureCache:
    """Surfaces by key; the ones not used for longest go when there are too many bytes."""

    def __init__(self, limit: int = CACHE_BYTES) -> None:
        self._limit = limit
        self._bytes = 0
        self._kept: OrderedDict[Hashable, pygame.Surface] = OrderedDict()

    def get(self, key: Hashable, make: Callable[[], pygame.Surface]) -> pygame.Surface:
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
            return found
        made = make()
        self._kept[key] = made
        self._bytes += _bytes(made)
        while self._bytes > self._limit and len(self._kept) > 1:
            self._bytes -= _bytes(self._kept.popitem(last=False)[1])
        return made

    def clear(self) -> None:
        self._kept.clear()
        self._bytes = 0


def _bytes(surface: pygame.Surface) -> int:
    return surface.get_pitch() * surface.get_height()


def opaque(surface: pygame.Surface) -> pygame.Surface:
    """In the format of the screen, without transparency: the fastest to blit."""
    try:
        return surface.convert()
    except pygame.error:  # no screen yet
        return surface


def blending(surface: pygame.Surface) -> pygame.Surface:
    """In the format of the screen, with transparency."""
    try:
        return surface.convert_alpha()
    except pygame.error:
        return surface


class Assets:
    """`roots` are looked through in order, so an edition may bring its own pictures.

    `packs` holds installed packs: a name `@mytown-1.0/mascot/owl` is looked for in that pack first.
    """

    def __init__(self, roots: Sequence[Path], packs: Path | None = None) -> None:
        self.roots = tuple(roots)
        self.packs = packs
        self.cache = PictureCache()
        self._sources: dict[str, str | None] = {}
        self._shapes: dict[str, float] = {}
        self._fonts: dict[tuple[str, int], pygame.font.Font] = {}
        self._broken_faces: set[str] = set()
        self._told: set[str] = set()

    def forget(self) -> None:
        """Pictures have changed on the disk: look at all of them again. Fonts stay."""
        self.cache.clear()
        self._sources.clear()
        self._shapes.clear()
        self._told.clear()

    # ------------------------------------------------------------------ files

    def find(self, name: str) -> Path | None:
        """The first file of that name (with ending) in the roots; never one outside them."""
        roots = self.roots
        if name.startswith("@"):
            pack, _, name = name[1:].partition("/")
            if self.packs is not None and paths.split_pack(pack):
                roots = (self.packs / pack / "assets", *roots)
        path = PurePosixPath(name)
        if not name or "\0" in name or path.is_absolute() or ".." in path.parts:
            return None
        for root in roots:
            try:
                if (root / path).is_file():
                    return root / path
            except OSError:
                continue
        return None

    def has(self, name: str) -> bool:
        """Whether there is a picture of that name."""
        return self.source(name) is not None

    def source(self, name: str) -> str | None:
        """The text of a picture; None if it is missing, is no SVG or cannot be read."""
        if name not in self._sources:
            path = self.find(f"{name}.svg")
            try:
                text = path.read_text("utf-8") if path is not None else None
            except (OSError, UnicodeDecodeError) as fault:
                self.tell_once(name, f"picture {name!r} cannot be read: {fault}")
                text = None
            self._sources[name] = text if text is not None and "<svg" in text else None
        return self._sources[name]

    def tell_once(self, about: str, message: str) -> None:
        """One line in the log for each thing that is missing."""
        if about not in self._told:
            self._told.add(about)
            log.warning("%s", message)

    # ------------------------------------------------------------------ pictures

    def aspect(self, name: str) -> float:
        """Width by height."""
        if name not in self._shapes:
            source = self.source(name) or ""
            found = _SIZE.search(source[:2000])
            box = _BOX.search(source[:2000])
            pair = (
                (float(found[1]), float(found[2])) if found
                else (float(box[3]), float(box[4])) if box
                else (1.0, 1.0)
            )  # fmt: skip
            self._shapes[name] = pair[0] / pair[1] if min(pair) > 0 else 1.0
        return self._shapes[name]

    def picture(
        self, name: str, width: int, height: int, recolour: str | None = None
    ) -> pygame.Surface:
        """A picture that fits in `width` × `height` pixels, keeping its shape."""
        key = ("svg", name, width, height, recolour)
        return self.cache.get(key, lambda: self._picture(name, width, height, recolour))

    def _picture(self, name: str, width: int, height: int, recolour: str | None) -> pygame.Surface:
        source = self.source(name)
        if source is None:
            self.tell_once(name, f"picture {name!r} is missing or broken")
            return substitute(width, height)
        if recolour:
            source = source.replace(INK, recolour)
        made = self.rasterise(source, width, height, about=name)
        return substitute(width, height) if made is None else made

    def rasterise(
        self, source: str, width: int, height: int, about: str = "", fine: bool | None = None
    ) -> pygame.Surface | None:
        """SVG text to a surface; None (and a line in the log) if it is broken.

        `fine`: rasterise at double size first; small pictures get it without asking.
        """
        twice = 2 if (max(width, height) < SMALL if fine is None else fine) else 1
        made = self._load(source, max(1, width) * twice, max(1, height) * twice, about)
        if made is None:
            return None
        made = blending(made)
        if twice == 2:
            half = (max(1, round(made.get_width() / 2)), max(1, round(made.get_height() / 2)))
            made = pygame.transform.smoothscale(made, half)
        return made

    def _load(self, source: str, width: int, height: int, about: str) -> pygame.Surface | None:
        try:
            return pygame.image.load_sized_svg(io.BytesIO(source.encode()), (width, height))
        except (pygame.error, ValueError, MemoryError) as fault:
            self.tell_once(about or source[:60], f"picture {about!r} is broken: {fault}")
            return None

    def icon(self, size: int = 64) -> pygame.Surface | None:
        """The picture of the window in the task bar; may be asked for before there is one."""
        source = self.source("icon/sugoroku")
        return None if source is None else self.rasterise(source, size, size, about="icon/sugoroku")

    def window(self, name: str, width: int, height: int, focus: float) -> pygame.Surface | None:
        """A landscape seen through a window of this shape: its height always fills it.

        The view box is rewritten, because the rasteriser keeps the shape of a picture.
        `focus` 0 … 1 is where a window narrower than the art looks.
        """
        source = self.source(name)
        box = _BOX.search(source[:2000]) if source else None
        if source is None or box is None:
            if name:
                self.tell_once(name, f"landscape {name!r} is missing or broken")
            return None
        left, top, art_w, art_h = (float(n) for n in box.groups())
        seen = art_h * width / max(1, height)
        x = left + (focus * (art_w - seen) if seen < art_w else (art_w - seen) / 2)
        new_box = f'viewBox="{x:.2f} {top:g} {seen:.3f} {art_h:g}"'
        end = source.find(">", source.find("<svg")) + 1
        head = re.sub(r'\s(width|height)="[^"]*"', "", source[:end])
        head = _BOX.sub(new_box, head, count=1)
        head = head.replace("<svg", f'<svg width="{seen:.3f}" height="{art_h:g}"', 1)
        # Not converted: it is laid once on an opaque page.
        made = self._load(head + source[end:], max(1, width), max(1, height), name)
        if made is not None and made.get_size() != (width, height):
            made = pygame.transform.smoothscale(made, (max(1, width), max(1, height)))
        return made

    # ------------------------------------------------------------------ fonts

    def font(self, face: str, px: int) -> pygame.font.Font:
        """The face at a size in pixels; the library's own font if the file is missing."""
        px = max(4, px)
        found = self._fonts.get((face, px))
        if found is None:
            found = self._open_font(face, px)
            self._fonts[face, px] = found
        return found

    def _open_font(self, face: str, px: int) -> pygame.font.Font:
        if not pygame.font.get_init():
            pygame.font.init()
        path = self.find(FONTS.get(face, FONTS["text"]))
        if path is not None and face not in self._broken_faces:
            try:
                return pygame.font.Font(str(path), px)
            except (pygame.error, OSError, ValueError) as fault:
                self._broken_faces.add(face)
                self.tell_once(f"font {face}", f"font {path.name} is broken: {fault}")
        else:
            self.tell_once(f"font {face}", f"the font for {face} is missing")
        return pygame.font.Font(None, px)


def substitute(width: int, height: int) -> pygame.Surface:
    """What stands for a picture that is not there: a tinted box with a small frame in it."""
    size = max(1, width), max(1, height)
    made = pygame.Surface(size, pygame.SRCALPHA)
    edge = max(1, min(size) // 12)
    radius = min(size) // 4
    pygame.draw.rect(made, "#DCE3EA", made.get_rect(), border_radius=radius)
    pygame.draw.rect(made, "#7C8CA0", made.get_rect(), width=edge, border_radius=radius)
    mark = min(size) / 5
    cx, cy = size[0] / 2, size[1] / 2
    for dx, dy in ((-mark, -mark), (mark, -mark)):
        start, end = (cx + dx, cy + dy), (cx - dx, cy - dy)
        pygame.draw.line(made, "#7C8CA0", start, end, edge)
    return made

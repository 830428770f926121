"""Draws assets/icon/sugoroku.svg as the icons that the systems want. Needs the extra `package`.

python -m scripts.building.icons
"""

import io
import os
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
ICON = ROOT / "assets" / "icon" / "sugoroku"
WINDOWS = (16, 20, 24, 32, 40, 48, 64, 256)
MAC = (16, 32, 64, 128, 256, 512)
PLAIN = 256


def drawn(size: int) -> Image.Image:
    """The picture at `size` pixels, drawn larger first where it is small."""
    import pygame

    finer = max(1, 256 // size)
    source = io.BytesIO(ICON.with_suffix(".svg").read_bytes())
    surface = pygame.image.load_sized_svg(source, (size * finer, size * finer))
    pixels = pygame.image.tobytes(surface.convert_alpha(), "RGBA")
    return Image.frombytes("RGBA", surface.get_size(), pixels).resize((size, size), Image.BOX)


def main() -> None:
    os.environ.update(SDL_VIDEODRIVER="dummy", PYGAME_HIDE_SUPPORT_PROMPT="1")
    import pygame

    pygame.display.init()
    pygame.display.set_mode((16, 16))
    pictures = {size: drawn(size) for size in sorted({*WINDOWS, *MAC, PLAIN})}
    pictures[PLAIN].save(ICON.with_suffix(".png"), optimize=True)
    pictures[256].save(
        ICON.with_suffix(".ico"),
        sizes=[(size, size) for size in WINDOWS],
        append_images=[pictures[size] for size in WINDOWS],
    )
    pictures[512].save(ICON.with_suffix(".icns"), append_images=[pictures[size] for size in MAC])


if __name__ == "__main__":
    main()

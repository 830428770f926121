"""What the machine is, for who helps; and a box of the system, for when nothing can be drawn."""

import platform

import pygame
import pygame.display
import pygame.version


def facts() -> dict[str, str]:
    """Versions and screens; what cannot be told is left out."""
    found = {
        "python": platform.python_version(),
        "pygame-ce": pygame.version.ver,
        "SDL": ".".join(str(n) for n in pygame.get_sdl_version()),
        "system": platform.platform(),
        "machine": platform.machine(),
    }
    try:
        if not pygame.display.get_init():
            pygame.display.init()
        found["video driver"] = pygame.display.get_driver()
        sizes = pygame.display.get_desktop_sizes()
        found["screens"] = ", ".join(f"{width}x{height}" for width, height in sizes)
        if pygame.display.get_surface() is not None:
            width, height = pygame.display.get_window_size()
            found["window"] = f"{width}x{height}"
    except pygame.error as fault:
        found["video driver"] = f"none ({fault})"
    return found


def message_box(title: str, text: str) -> None:
    """Shown by the system, in its own font; where it has none, nothing happens."""
    try:
        pygame.display.message_box(title, text, message_type="warn")
    except (pygame.error, AttributeError, NotImplementedError):
        return

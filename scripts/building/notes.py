"""README.txt of the built program, in English, Spanish and Japanese."""

import sys
from pathlib import Path
from string import Template

from scripts.building.resources import version

STARTS = {
    "win32": ("sugoroku.exe", "sugoroku-cli.exe"),
    "darwin": ("Climate Sugoroku.app", "Climate Sugoroku.app/Contents/MacOS/sugoroku-cli"),
}


def write_readme(root: Path, folder: Path) -> Path:
    """For Notepad: a byte order mark, lines that end as on Windows."""
    windowed, console = STARTS.get(sys.platform, ("sugoroku", "sugoroku-cli"))
    template = Template((root / "packaging" / "README.txt").read_text("utf-8"))
    text = template.substitute(version=version(root), program=windowed, console=console)
    target = folder / "README.txt"
    target.write_text(text, "utf-8-sig", newline="\r\n")
    return target

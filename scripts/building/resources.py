"""What a system shows of the program: icon, version, Windows' manifest, the plist of macOS."""

import os
import re
import sys
from pathlib import Path
from string import Template
from typing import Any

NAME = "Climate Sugoroku"
IDENTIFIER = "org.climate-sugoroku.game"


def version(root: Path) -> str:
    """Read, not imported: the program's own requirements need not be there."""
    text = (root / "sugoroku" / "__init__.py").read_text("utf-8")
    found = re.search(r'^__version__ = "([^"]+)"', text, re.MULTILINE)
    assert found is not None
    return found[1]


def of_program(root: Path, work: Path) -> dict[str, Any]:
    """Arguments of PyInstaller's EXE on this system."""
    icon = root / "assets" / "icon" / "sugoroku"
    if sys.platform == "win32":
        return {
            "icon": str(icon.with_suffix(".ico")),
            "version": str(version_resource(root, work)),
            "manifest": str(root / "packaging" / "windows" / "sugoroku.manifest"),
        }
    if sys.platform == "darwin":
        identity = os.environ.get("MACOS_IDENTITY") or None  # without: signed ad hoc
        entitlements = root / "packaging" / "macos" / "entitlements.plist"
        return {
            "icon": str(icon.with_suffix(".icns")),
            "codesign_identity": identity,
            "entitlements_file": str(entitlements) if identity else None,
        }
    return {}


def version_resource(root: Path, work: Path) -> Path:
    """The file that PyInstaller makes the version resource of Windows from."""
    told = version(root)
    numbers = [int(n) for n in re.findall(r"\d+", told)[:4]]
    template = Template((root / "packaging" / "windows" / "version.txt").read_text("utf-8"))
    made = work / "version.txt"
    four = tuple([*numbers, 0, 0, 0, 0][:4])
    made.write_text(template.substitute(name=NAME, version=told, numbers=four), "utf-8")
    return made


def of_mac(root: Path) -> dict[str, Any]:
    """Arguments of PyInstaller's BUNDLE."""
    return {
        "icon": str(root / "assets" / "icon" / "sugoroku.icns"),
        "bundle_identifier": IDENTIFIER,
        "version": version(root),
        "info_plist": {
            "CFBundleName": NAME,
            "CFBundleDisplayName": NAME,
            "CFBundleLocalizations": ["en", "es", "ja"],
            "LSApplicationCategoryType": "public.app-category.educational-games",
            "NSHighResolutionCapable": True,
            "LSBackgroundOnly": False,  # PyInstaller thinks of the console companion
        },
    }

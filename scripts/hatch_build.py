"""Build hook: compiles the catalogues, so that wheels and editable installs have them."""

import importlib.util
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface):  # type: ignore[type-arg]
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        root = Path(self.root)
        # Loaded by its path: the package's own requirements are not there while it is built.
        spec = importlib.util.spec_from_file_location(
            "catalogues", root / "sugoroku" / "i18n" / "catalogues.py"
        )
        assert spec is not None and spec.loader is not None
        catalogues = importlib.util.module_from_spec(spec)
        import sys

        sys.modules["catalogues"] = catalogues
        spec.loader.exec_module(catalogues)
        catalogues.compile_all(root / "locales")

"""Builds what a lesson needs: library, translators, folders, records."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sugoroku import paths
from sugoroku.content.library import ContentFolders, Library
from sugoroku.content.problems import ContentError, Problem
from sugoroku.i18n.translator import Translator
from sugoroku.model.edition import Edition
from sugoroku.model.setup import GameSetup
from sugoroku.settings import Settings

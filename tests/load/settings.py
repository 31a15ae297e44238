"""The settings that are measured: those of production, with a few addresses beside the product's own."""

import os
from pathlib import Path

from config.settings import *  # noqa: F403
from config.settings import INSTALLED_APPS, MIDDLEWARE

INSTALLED_APPS = [*INSTALLED_APPS, "tests.load"]
MIDDLEWARE = ["tests.load.counting.QueryCount", *MIDDLEWARE]
ROOT_URLCONF = "tests.load.urls"
STATIC_ROOT = Path(os.environ["LOAD_PLACE"]) / "static"  # what is collected for a measurement goes with it

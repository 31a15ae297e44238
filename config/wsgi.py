"""The WSGI door that gunicorn opens."""

import gc
import os
from importlib import import_module

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
application = get_wsgi_application()
import_module(settings.ROOT_URLCONF)  # and with it every view, form and service
gc.freeze()  # what is loaded stays: the collector need not go through it in the middle of somebody's page

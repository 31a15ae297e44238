# What one does with the project. Plain make and Python 3.11 or later with venv is all it takes.
#
#   make demo     try it: invented data, kept between runs; RESET=1 starts over, PORT=8001 moves it
#   make test     all tests; ARGS="-k naming" for some of them
#   make check    what must hold before anything is merged: style, types, layers, settings, docs, tests
#   make bench    how fast the register is, about 20 minutes; SIZES=1000 DATABASES=sqlite BLOCKS=10 for a quick look
#   make fix      style that can be mended by machine
#   make lock     newest versions of the dependencies, within the bounds of pyproject.toml

SHELL := /bin/sh
PORT ?= 8000
VENV := .venv
RUN := $(VENV)/bin/python
RUNTIME := $(VENV)/.installed-runtime
DEVELOPMENT := $(VENV)/.installed-development
PIP_INSTALL := $(RUN) -m pip install --quiet --disable-pip-version-check --root-user-action=ignore

.PHONY: help demo test check bench fix lock
help:
	@sed -n 's/^#   make/make/p' Makefile

# ---- The virtual environment: made once, filled again when the pinned requirements change ------
FIND_PYTHON = for candidate in $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { python=$$candidate; break; }; \
	done; [ -n "$$python" ] || { echo "Python 3.11 or later is needed. Say where it is: make $@ PYTHON=/path/to/python3" >&2; exit 1; }

$(VENV)/bin/pip:
	@$(FIND_PYTHON); "$$python" -m venv $(VENV)

$(RUNTIME): requirements.txt | $(VENV)/bin/pip
	@echo "Installing what the application needs …"
	@$(PIP_INSTALL) --require-hashes -r requirements.txt
	@touch $@

$(DEVELOPMENT): requirements-dev.txt | $(VENV)/bin/pip
	@echo "Installing what the tests need …"
	@$(PIP_INSTALL) --require-hashes -r requirements-dev.txt
	@touch $@

# ---- Demo: its own database file and settings, whatever .env says ------------------------------
demo: export DEMO = 1
demo: export DATABASE_URL = sqlite:///var/kanalregistret.sqlite3
demo: export EMAIL_URL = consolemail://
demo: export ALLOWED_HOSTS = localhost,127.0.0.1,[::1]
demo: export SITE_ADDRESS = http://localhost:$(PORT)
demo: export SECURE_SSL_REDIRECT = 0
demo: $(RUNTIME)
	@$(RUN) -c 'import socket, sys; sys.exit(socket.socket().connect_ex(("127.0.0.1", int(sys.argv[1]))) == 0)' $(PORT) || \
		{ echo "Porten $(PORT) är upptagen. Välj en annan: make demo PORT=8001" >&2; exit 1; }
	@mkdir -p var
	@[ -z "$(RESET)" ] || rm -f var/kanalregistret.sqlite3 var/kanalregistret.sqlite3-wal var/kanalregistret.sqlite3-shm
	@$(RUN) manage.py migrate --verbosity 0
	@$(RUN) manage.py sync_roles > /dev/null
	@$(RUN) manage.py sync_platforms > /dev/null
	@$(RUN) manage.py sync_routines > /dev/null
	@$(RUN) manage.py demo
	@$(RUN) manage.py collectstatic --noinput --verbosity 0
	@echo
	@echo "Kanalregistret finns nu på http://localhost:$(PORT)/"
	@echo "Logga in som medarbetare, chef, kommunikationschef, registeransvarig eller admin. Lösenord: kanal-demo"
	@echo "Avsluta med Ctrl+C. Det som skrivs finns kvar till nästa gång; make demo RESET=1 börjar om."
	@exec $(VENV)/bin/gunicorn config.wsgi:application --bind 127.0.0.1:$(PORT) --threads 4 --log-level warning --no-control-socket

# ---- Tests and the gate -------------------------------------------------------------------------
test: $(DEVELOPMENT)
	@$(RUN) -m tests.run $(ARGS)

# Settings as in production, for checks that need no data.
PRODUCTION = DEBUG=0 DEMO=0 ALLOWED_HOSTS=kanalregistret.example.org BEHIND_PROXY=1 SECURE_SSL_REDIRECT=1 \
	SITE_ADDRESS=https://kanalregistret.example.org EMAIL_URL=smtp+tls://mail.example.org:587 \
	DATABASE_URL=sqlite://:memory: SECRET_KEY=`$(RUN) -c 'import secrets; print(secrets.token_urlsafe(64))'`

check: export CI = true
check: $(DEVELOPMENT)
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(RUN) -m mypy
	$(VENV)/bin/lint-imports --no-cache
	@$(PRODUCTION) $(RUN) manage.py makemigrations --check --dry-run
	@$(PRODUCTION) $(RUN) manage.py check --deploy --fail-level WARNING
	@$(PRODUCTION) $(RUN) manage.py draw_docs --check
	@$(MAKE) --no-print-directory test

# ---- How fast it is: no test, and nothing in `make test` is timed --------------------------------
bench: $(RUNTIME)
	@$(RUN) -m tests.load.run $(if $(SIZES),--sizes $(SIZES)) $(if $(DATABASES),--databases $(DATABASES)) \
		$(if $(BLOCKS),--blocks $(BLOCKS)) $(if $(WRITE),--write)

fix: $(DEVELOPMENT)
	$(VENV)/bin/ruff check --fix .
	$(VENV)/bin/ruff format .

# uv works out the versions from a place of its own; only its two exported files are kept.
lock: $(VENV)/bin/pip
	@place=$$(mktemp -d) && trap 'rm -rf "$$place"' EXIT && \
	$(RUN) -m venv "$$place" && "$$place/bin/pip" install --quiet --disable-pip-version-check uv && \
	"$$place/bin/uv" lock --quiet --upgrade && \
	export="$$place/bin/uv export --quiet --frozen --format requirements-txt --no-emit-project --no-header --no-annotate" && \
	$$export --no-dev > requirements.txt && $$export > requirements-dev.txt
	@echo "requirements.txt and requirements-dev.txt are written."

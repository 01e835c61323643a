# «make eksempel» og «make test» gjør alt oppsettet selv, i .venv her i mappen.
PYTHON ?= python3
BIN := .venv/bin
PIP := -m pip install --quiet --disable-pip-version-check

# Versjonene som alt installeres med. En adresse, for pip deler det som står her, ved mellomrom.
tom :=
HER := file://$(subst $(tom) $(tom),%20,$(CURDIR))
LAAS = $(HER)/constraints.txt
# Også det hjulet bygges med: eldre pip leser den første i byggingen, nyere den andre.
export PIP_CONSTRAINT = $(LAAS)
export PIP_BUILD_CONSTRAINT = $(LAAS)
# Testene starter Python mange ganger, i flere prosesser: det som er kompilert, skal kunne brukes av dem alle.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: eksempel test lange grundig mutasjon laveste nyeste konformitet konformitet-lange lint fasit bench wheel laas rydd

eksempel: .venv/klar ## lag en avtale av eksempler/flakstad.yaml
	$(BIN)/avtalegen lag eksempler/flakstad.yaml --til ut

test: .venv/klar ## kjør testene, et utvalg av dem som prøver mange tilfeller
	$(BIN)/pytest -n auto --dist worksteal

lange: .venv/klar ## kjør testene som «make test» ikke har tid til
	$(BIN)/pytest -n auto --dist worksteal -m "grundig and not konformitet"

grundig: .venv/klar ## kjør testene med alle tilfellene
	AVTALEGEN_GRUNDIG=1 $(BIN)/pytest -n auto --dist worksteal -m "not konformitet"

laveste: LAAS = $(HER)/constraints-laveste.txt
laveste: .venv-laveste/klar ## testene med de laveste versjonene som pyproject.toml tillater
	AVTALEGEN_VERSJONER=laveste .venv-laveste/bin/pytest -n auto --dist worksteal

nyeste: LAAS =
nyeste: ## testene med det nyeste av alt, i et nytt miljø hver gang
	rm -rf .venv-nyeste
	$(PYTHON) -m venv .venv-nyeste
	.venv-nyeste/bin/python $(PIP) -e ".[test]"
	AVTALEGEN_VERSJONER=nyeste .venv-nyeste/bin/pytest -n auto --dist worksteal
	AVTALEGEN_VERSJONER=nyeste .venv-nyeste/bin/pytest -m konformitet tests/konformitet/test_versjoner_konformitet.py

mutasjon: .venv/klar ## om testene ser små feil i koden; tar sin tid
	$(BIN)/python tools/mutasjon.py

# Det et program sier om mange dokumenter, sier det én gang for hver fil: testene i en fil skal til den samme prosessen,
# og de som tar lengst tid, begynner først.
LENGST := $(wildcard $(patsubst %,tests/konformitet/test_%.py,rediger_sider vis_konformitet rediger_konformitet avtalerepo))
konformitet: .venv/konformitet ## krever LibreOffice, poppler, hunspell, Chromium og Node, se CONTRIBUTING.md
	$(BIN)/pytest -n auto --dist loadfile --no-loadscope-reorder -m "konformitet and not grundig" $(LENGST) tests/konformitet

konformitet-lange: .venv/konformitet ## de av dem som «make konformitet» ikke har tid til
	$(BIN)/pytest -n auto --dist loadfile -m "konformitet and grundig" tests/konformitet

lint: .venv/klar ## stil og typer
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict avtalegen tools/dataside.py tools/kommandoside.py tools/laas_versjoner.py tools/mutasjon.py tools/oppdater_register.py

fasit: .venv/klar ## skriv fasitene i tests/, docs/ og skjemaet på nytt; se på dem med git diff
	$(BIN)/pytest --skriv-fasit -m "not konformitet" $$(grep -l skriv_fasit tests/test_*.py)

bench: .venv/klar ## bygg hjulet, installer det for seg selv og mål farten, se bench/README.md
	rm -rf build/bench
	$(BIN)/python -m build --wheel --outdir build/bench . > /dev/null
	$(PYTHON) -m venv build/bench/venv
	build/bench/venv/bin/python $(PIP) build/bench/*.whl docxtpl weasyprint
	build/bench/venv/bin/python bench/kjor.py

wheel: .venv/klar ## bygg hjulet og prøv det alene i et tomt miljø
	$(BIN)/python -m build --outdir dist .
	PYTHON=$(PYTHON) sh .ci/prov_hjulet dist/*.whl

laas: LAAS =
laas: ## skriv constraints.txt og constraints-laveste.txt på nytt; se på dem med git diff
	$(PYTHON) tools/laas_versjoner.py

rydd:
	rm -rf .venv .venv-laveste .venv-nyeste ut dist build

.venv/klar: pyproject.toml constraints.txt
	$(PYTHON) -m venv --clear .venv
	$(BIN)/python $(PIP) -e ".[test]"
	touch $@

.venv-laveste/klar: LAAS = $(HER)/constraints-laveste.txt
.venv-laveste/klar: pyproject.toml constraints-laveste.txt
	$(PYTHON) -m venv --clear .venv-laveste
	.venv-laveste/bin/python $(PIP) -e ".[test]"
	touch $@

.venv/konformitet: .venv/klar
	$(BIN)/python $(PIP) -e ".[test,konformitet]"
	touch $@

# «make eksempel» og «make test» gjør alt oppsettet selv, i .venv her i mappen.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: eksempel test konformitet lint fasit skjema bench wheel rydd

eksempel: .venv/klar ## lag en avtale av eksempler/flakstad.yaml
	$(BIN)/avtalegen lag eksempler/flakstad.yaml --til ut

test: .venv/klar ## kjør testene
	$(BIN)/pytest -n auto

konformitet: .venv/konformitet ## krever LibreOffice, poppler, hunspell, Chromium og Node, se CONTRIBUTING.md
	$(BIN)/pytest -n auto -m konformitet tests/konformitet

lint: .venv/klar ## stil og typer
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict avtalegen tools/oppdater_register.py tools/kommandoside.py

fasit: .venv/klar ## skriv fasitene i tests/ og skjemaet på nytt; se på dem med git diff
	$(BIN)/pytest --skriv-fasit tests/test_komponering.py tests/test_malform.py tests/test_skjema.py tests/test_forklar.py tests/test_avtalerepo.py \
		tests/test_kjente_feil.py tests/test_html.py tests/test_md.py tests/test_papirdokumenter.py tests/test_kommandoside.py tests/test_dokumentasjon.py

bench: .venv/klar ## bygg hjulet, installer det for seg selv og mål farten, se bench/README.md
	rm -rf build/bench
	$(BIN)/python -m build --wheel --outdir build/bench . > /dev/null
	$(PYTHON) -m venv build/bench/venv
	build/bench/venv/bin/python -m pip install --quiet --disable-pip-version-check -c constraints.txt build/bench/*.whl docxtpl weasyprint
	build/bench/venv/bin/python bench/kjor.py

wheel: .venv/klar ## bygg hjulet og prøv det alene i et tomt miljø
	$(BIN)/python -m build --outdir dist .
	PYTHON=$(PYTHON) sh .ci/prov_hjulet dist/*.whl

rydd:
	rm -rf .venv ut dist build

.venv/klar: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[test]"
	touch $@

.venv/konformitet: .venv/klar
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[test,konformitet]"
	touch $@

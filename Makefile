# Everything is set up by the target that needs it: its own environment in .venv, nothing global, no root.
PYTHON ?= python3
BIN := .venv/bin
ifeq ($(OS),Windows_NT)
BIN := .venv/Scripts
endif
READY := .venv/.ready
WORKSPACE ?= zhize-data

.PHONY: demo app test lint types layers check frozen freeze recogniser wheels score browser screenshots care tutorials office slow campaign neo4j neo4j-stop neo4j-test wheel lock clean

demo: $(READY)  ## build the graph of the five sample gazettes, ask three questions
	$(BIN)/zhize build data/gazettes --workspace $(WORKSPACE)
	@echo; echo '— 谁负责养老服务？ who answers for services to the elderly'
	$(BIN)/zhize ask who_answers words=养老 --workspace $(WORKSPACE) --limit 8
	@echo; echo '— 2022-06-01，涨渡湖街道办事处各职务由谁担任？ who holds which post on a day'
	$(BIN)/zhize ask who_holds body=涨渡湖街道办事处 on=2022-06-01 --workspace $(WORKSPACE)
	@echo; echo '— 哪些单位与区科经局共同承担事项？ which bodies share items with a body'
	$(BIN)/zhize ask shared body=新洲区科经局 --workspace $(WORKSPACE) --limit 8
	@echo; echo 'The app with pages and pictures: make app   (all questions: $(BIN)/zhize ask)'

app: $(READY)  ## open the app on the graph that make demo built
	$(BIN)/zhize app --workspace $(WORKSPACE)

test: $(READY)  ## the tests that need nothing but Python
	$(BIN)/python -m pytest -q -n 2 -m "not neo4j and not browser and not slow and not campaign"

lint: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(READY)
	$(BIN)/mypy

layers: $(READY)
	$(BIN)/lint-imports

check: lint types layers test

score: $(READY)  ## the sample gazettes against gold
	$(BIN)/zhize score --min-f1 0.995 --min-concerns 0.85

frozen: $(READY)  ## gains and losses of the sample gazettes and golden texts against data/frozen.jsonl
	$(BIN)/python -m bench.frozen

freeze: $(READY)  ## freezes what extraction gives now: a commit of its own, which names each change with its rule
	$(BIN)/python -m bench.frozen --renew

# texts with given gold and the tagged newspaper are not shipped; see docs/recogniser.md
NEWSPAPER ?= 199801.txt
GOLD ?=
recogniser: $(READY)  ## trains the recogniser anew, five minutes: make recogniser NEWSPAPER=… GOLD="--gold TEXTS GOLD --half"
	$(BIN)/python -m bench.recogniser.train extract/recogniser/weights --newspaper $(NEWSPAPER) $(GOLD)

wheels: $(READY)  ## asks pip's resolver for wheels of all dependencies: newest Python, Linux, macOS, Windows
	$(BIN)/python .ci/wheels

browser: $(READY)  ## the pages in Chromium (needs chromium, fonts-noto-cjk)
	$(BIN)/python -m pytest -q -m "browser and not neo4j"

screenshots: $(READY)  ## pictures of every page, both widths, both languages (needs chromium, fonts-noto-cjk, and make demo before)
	$(BIN)/python -m bench.screenshots $(WORKSPACE) screenshots

care: $(READY)  ## what axe-core finds on every page, both widths, both languages (needs chromium, and make demo before)
	$(BIN)/python -m bench.pages.care $(WORKSPACE)

tutorials: $(READY)  ## the pictures of docs/tutorials (needs chromium, fonts-noto-cjk, and make demo before)
	$(BIN)/python -m bench.tutorials $(WORKSPACE) docs/tutorials/pictures

office: $(READY)  ## the gazettes saved by LibreOffice as PDF and DOC (needs soffice, fonts-noto-cjk)
	$(BIN)/python -m pytest -q -n 2 -m office

neo4j: $(READY)  ## a local Neo4j server on 127.0.0.1, installed by Maven (needs java 17, mvn)
	$(BIN)/python -m tests.local_server start

neo4j-stop: $(READY)
	$(BIN)/python -m tests.local_server stop

neo4j-test: $(READY)  ## the tests that need the real server; each run starts servers of its own
	$(BIN)/python -m tests.local_server install
	ZHIZE_REQUIRE_NEO4J=1 $(BIN)/python -m pytest -q -m "neo4j and not slow"

slow: $(READY)
	$(BIN)/python -m pytest -q -m "slow and not office"

campaign: $(READY)  ## a kill at every write, rename, sync and commit of a small build, and planted bugs that it must see; by hand, long
	$(BIN)/python -m pytest -q -m campaign

wheel: $(READY)  ## the wheel, installed alone and run from another folder
	sh .ci/wheel

lock: $(READY)  ## writes constraints.txt anew from the newest versions that the ranges allow
	$(BIN)/python -m pip install -q --upgrade --upgrade-strategy eager -e ".[dashboard,dask,mcp,neo4j,ocr,parquet]" --group dev
	$(BIN)/python -m pip freeze --exclude-editable | grep -v '^kglite==' > constraints.txt

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit("Zhize needs Python 3.11 or newer: make PYTHON=python3.12 …" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install -q --upgrade -c constraints.txt pip
	PIP_CONSTRAINT=constraints.txt $(BIN)/python -m pip install -q -e ".[dashboard,dask,mcp,neo4j,ocr,parquet]" --group dev
	touch $(READY)

clean:
	rm -rf .venv .cache dist zhize-data

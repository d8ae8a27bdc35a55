# dbp-timeline: `make help` lists the targets.
PREFIX  ?= /usr/local
DATADIR ?= $(PREFIX)/share/dbp-timeline
MANDIR  ?= $(PREFIX)/share/man
ZSHDIR  ?= $(PREFIX)/share/zsh/site-functions
BUILD   ?= build$(if $(RESTRICTED),/restricted)
VERSION := 0.1
FUZZ_SECONDS ?= 60
SEED    ?= 1
FAULTS_MAX ?= 3
STORMS  ?= 5

CC       ?= cc
CFLAGS   ?= -O2 -g
WARNINGS = -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wconversion $(WERROR)
WERROR   := -Werror
CPPFLAGS += -D_XOPEN_SOURCE=700 -Isrc
LDLIBS   += -lncursesw -ltinfo -lunistring
ASAN    := -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
VALGRIND := valgrind -q --error-exitcode=9 --leak-check=full --show-leak-kinds=definite --errors-for-leak-kinds=definite
COMPILE   = $(CC) -std=c11 $(WARNINGS) $(CPPFLAGS) $(CFLAGS) -MMD -MP

PROGRAM := $(BUILD)/dbp-timeline
SOURCES := $(wildcard src/*.c src/*/*.c)
OBJECTS := $(SOURCES:%.c=$(BUILD)/%.o)
CORE    := $(filter-out $(BUILD)/src/main.o,$(OBJECTS))
UNIT    := $(patsubst %.c,$(BUILD)/%,$(wildcard tests/unit/test_*.c))
PTY     := $(patsubst %.c,$(BUILD)/%,$(wildcard tests/pty/test_*.c))
PTYLIB  := $(patsubst %.c,$(BUILD)/%.o,$(filter-out tests/pty/lsan.c $(wildcard tests/pty/test_*.c),$(wildcard tests/pty/*.c)))
PLAY    := $(BUILD)/tests/screens/play
EDTF    := $(BUILD)/edtf/edtf.c
ALONE   := $(BUILD)/tests/unit/test_edtf_alone
STEPS   := $(BUILD)/tests/bench/steps
CLASS   := $(BUILD)/tests/bench/class
KEYS    := $(BUILD)/tests/style/keys
TESTS   := $(UNIT) $(PTY) $(PLAY) $(KEYS)
FUZZ    := $(wildcard tests/fuzz/fuzz_*.c)
MUTATION := $(BUILD)/tests/mutation/mutation
FAULTS  := $(patsubst %.c,$(BUILD)/%,$(wildcard tests/faults/test_*.c))
FAULTY  := $(BUILD)/tests/faults/dbp-timeline
WRAPPED := $(shell sed -n 's/^    C.[^,]*, \([a-z_0-9]*\),.*/\1/p' tests/faults/calls.h)
FUZZERS := $(FUZZ:%.c=$(BUILD)/%)
REPLAYS := $(FUZZ:tests/fuzz/fuzz_%.c=$(BUILD)/tests/fuzz/replay_%)
SCRIPTS := $(sort $(wildcard tests/screens/*.keys))

# What is installed, from:to.
COMPLETIONS := $(addprefix $(BUILD)/completions/dbp-timeline.,bash zsh fish)
INSTALLED := $(PROGRAM):$(PREFIX)/bin/dbp-timeline \
  $(foreach f,$(wildcard data/*.rec),$(f):$(DATADIR)/$(notdir $f)) \
  $(foreach f,$(wildcard man/*.1),$(f):$(MANDIR)/man1/$(notdir $f)) \
  $(foreach f,$(wildcard man/*.5),$(f):$(MANDIR)/man5/$(notdir $f)) \
  $(foreach f,$(wildcard man/*/man?/*),$(f):$(f:man/%=$(MANDIR)/%)) \
  $(BUILD)/completions/dbp-timeline.bash:$(PREFIX)/share/bash-completion/completions/dbp-timeline \
  $(BUILD)/completions/dbp-timeline.zsh:$(ZSHDIR)/_dbp-timeline \
  $(BUILD)/completions/dbp-timeline.fish:$(PREFIX)/share/fish/vendor_completions.d/dbp-timeline.fish \
  data/desktop/dbp-timeline.desktop:$(PREFIX)/share/applications/dbp-timeline.desktop \
  data/desktop/dbp-timeline.svg:$(PREFIX)/share/icons/hicolor/scalable/apps/dbp-timeline.svg

all: $(PROGRAM) $(COMPLETIONS) ## build the program at build/dbp-timeline (RESTRICTED=1: restricted for good, below build/restricted)

$(PROGRAM): $(OBJECTS)
	$(CC) $(CFLAGS) $(LDFLAGS) $(PROGRAM_LDFLAGS) -o $@ $^ $(LDLIBS)

# Written anew when PREFIX is another one: main.o has the directory of the data in it.
$(BUILD)/prefix: always
	@mkdir -p $(@D)
	@echo '$(VERSION) $(DATADIR)' | cmp -s - $@ || echo '$(VERSION) $(DATADIR)' >$@
always:

$(BUILD)/src/main.o: $(BUILD)/prefix
$(BUILD)/src/main.o: CPPFLAGS += -DVERSION='"$(VERSION)"' -DDATA_DIR='"$(DATADIR)"'

# Tests may lean on more than the standards: they are not what is carried to other systems.
$(BUILD)/tests/%.o: CPPFLAGS += -D_DEFAULT_SOURCE

$(BUILD)/src/restricted.o: CPPFLAGS += $(if $(RESTRICTED),-DALWAYS_RESTRICTED=1)

# For tests: restricted for good, and its data where they would be installed.
LOCKED  := $(BUILD)/locked/dbp-timeline
$(LOCKED): $(filter-out %/main.o %/restricted.o,$(OBJECTS)) $(LOCKED)-main.o $(LOCKED)-restricted.o
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)
$(LOCKED)-%.o: src/%.c
	@mkdir -p $(@D)
	$(COMPILE) -DVERSION='"$(VERSION)"' -DDATA_DIR='"$(abspath data)"' -DALWAYS_RESTRICTED=1 -c -o $@ $<

$(BUILD)/completions/dbp-timeline.%: data/completions/completions.sh data/vietnam.rec $(PROGRAM)
	@mkdir -p $(@D)
	sh data/completions/completions.sh $* $(PROGRAM) data/vietnam.rec >$@

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(COMPILE) -c -o $@ $<

$(UNIT): $(BUILD)/%: $(BUILD)/%.o $(CORE)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ -lcmocka $(LDLIBS) -lm

$(PLAY) $(KEYS) $(STEPS): $(BUILD)/%: $(BUILD)/%.o $(CORE)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)

$(CLASS): $(patsubst %,$(BUILD)/tests/bench/%.o,class child process series terminal)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^

$(FUZZERS): $(BUILD)/%: $(BUILD)/%.o $(CORE)
	$(CC) $(CFLAGS) -fsanitize=fuzzer $(LDFLAGS) -o $@ $^ $(LDLIBS)

$(REPLAYS): $(BUILD)/tests/fuzz/replay_%: $(BUILD)/tests/fuzz/replay.o $(BUILD)/tests/fuzz/fuzz_%.o $(CORE)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)

$(MUTATION): $(BUILD)/tests/mutation/edit.o $(BUILD)/tests/mutation/mutation.o $(CORE)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)

$(FAULTY): $(OBJECTS) $(BUILD)/tests/faults/fault.o
	$(CC) $(CFLAGS) $(LDFLAGS) $(WRAPPED:%=-Wl,--wrap=%) -o $@ $^ $(LDLIBS)

$(FAULTS): $(BUILD)/%: $(BUILD)/%.o $(PTYLIB)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ -lcmocka -lvterm

$(PTY): $(BUILD)/%: $(BUILD)/%.o $(PTYLIB)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ -lcmocka -lvterm

-include $(wildcard $(BUILD)/*/*.d $(BUILD)/*/*/*.d)

run: $(PROGRAM) ## open the shipped timeline
	$(PROGRAM)

deps: ## install what building and testing need (Debian, Ubuntu, Fedora, Arch, Alpine, Homebrew)
	sh tests/deps.sh

check: unit check-files screens style pty data import replay mutation-short faults-run ## run every test that needs neither root nor a daemon

edtf: $(EDTF) ## write the reader of dates as one header and one C file, for other programs

$(EDTF): tests/edtf/one_file.sh $(wildcard src/base/*.[ch] src/time/*.[ch]) LICENSE
	sh tests/edtf/one_file.sh $(@D)

$(ALONE): $(BUILD)/tests/unit/test_edtf.o $(EDTF)
	$(CC) -std=c11 $(WARNINGS) -D_XOPEN_SOURCE=700 $(CFLAGS) $(LDFLAGS) -o $@ $^ -lcmocka

unit: $(UNIT) $(ALONE) ## run the unit tests
	@for t in $(UNIT) $(ALONE); do CMOCKA_MESSAGE_OUTPUT=stdout $(UNDER) $$t || exit 1; done

check-files: $(PROGRAM) ## compare the diagnostics of every fixture
	DBP_TIMELINE=$(abspath $(PROGRAM)) sh tests/check/run.sh

screens: $(PLAY) ## compare the golden screens
	$(UNDER) $(PLAY) $(SCRIPTS)

screens-write: $(PLAY) ## write the golden screens anew; look at each before committing
	$(PLAY) --write $(SCRIPTS)

pty: $(PTY) $(PROGRAM) $(LOCKED) ## run the program in a pseudo-terminal
	@for t in $(PTY); do DBP_TIMELINE=$(abspath $(PROGRAM)) DBP_TIMELINE_LOCKED=$(abspath $(LOCKED)) $$t || exit 1; done

check-all: check ssh package newcomer ## run those too that start a server, trace system calls, or take minutes
	DBP_TIMELINE=$(abspath $(PROGRAM)) sh tests/attack/trace.sh
	DBP_ATTACK_BYTES=1048576 PTY_DEADLINE_MS=60000 DBP_TIMELINE=$(abspath $(PROGRAM)) $(BUILD)/tests/pty/test_attack 'random*'

ssh: $(PROGRAM) $(LOCKED) ## run the recipes for ssh against a server of their own on loopback
	DBP_TIMELINE=$(abspath $(PROGRAM)) DBP_TIMELINE_LOCKED=$(abspath $(LOCKED)) sh tests/ssh/run.sh
	DBP_TIMELINE=$(abspath $(PROGRAM)) sh tests/ssh/class.sh

flake: $(PTY) $(PROGRAM) ## run the tests of the pseudo-terminal RUNS=100 times
	@for i in $$(seq $(or $(RUNS),100)); do \
	  $(MAKE) -s pty >$(BUILD)/flake.log 2>&1 || { cat $(BUILD)/flake.log; exit 1; }; \
	  printf '\r%s of $(or $(RUNS),100)' $$i; \
	done; echo

style: $(PROGRAM) $(KEYS) ## check layers, sizes, manuals
	BUILD=$(BUILD) sh tests/style/traits.sh
	sh tests/style/keys.sh $(KEYS)
	sh tests/style/options.sh en $(PROGRAM)
	sh tests/style/options.sh vi $(PROGRAM)
	sh tests/style/manuals.sh $(PROGRAM)

data: $(PROGRAM) ## check the shipped data
	for file in data/*.rec; do recfix --check $$file || exit 1; done
	for file in data/dien-bien-phu.rec data/peace-tables.rec; do \
	  said=$$($(PROGRAM) --check $$file 2>&1) && [ -z "$$said" ] || { echo "$$said"; exit 1; }; \
	done
	DBP_TIMELINE=$(abspath $(PROGRAM)) sh tests/data/check.sh

import: $(PROGRAM) ## bring in events from a spreadsheet and from TimelineJS, as the manual says
	DBP_TIMELINE=$(abspath $(PROGRAM)) sh tests/import/run.sh

asan: ## run the tests under AddressSanitizer and UBSan
	$(MAKE) BUILD=$(BUILD)/asan DATADIR=$(abspath data) CFLAGS="$(ASAN)" LDFLAGS=tests/pty/lsan.c unit check-files screens pty replay faults-run

COVERED = $(MAKE) BUILD=$(BUILD)/coverage DATADIR=$(abspath data) CFLAGS="-O0 -g --coverage" \
  PROGRAM_LDFLAGS="-Isrc -Wl,--wrap=sandbox_enter tests/coverage/free.c"

coverage: ## print which share of the lines of src the tests run
	@mkdir -p $(BUILD)
	@find $(BUILD) -name '*.gcda' -delete
	@$(COVERED) unit check-files screens replay >$(BUILD)/coverage.log
	@$(COVERED) PTY="$(patsubst $(BUILD)/%,$(BUILD)/coverage/%,$(filter-out %test_sandbox,$(PTY)))" \
	  pty >>$(BUILD)/coverage.log
	@sh tests/coverage/coverage.sh $(BUILD)/coverage

valgrind: ## look for what is lost for good and for memory never written to
	@$(MAKE) unit UNDER="$(VALGRIND)" UNIT="$(filter-out %test_sandbox,$(UNIT))"
	@$(MAKE) screens UNDER="$(VALGRIND)"
	@for o in --list --format=json --provinces --figures --check; do \
	  $(VALGRIND) $(PROGRAM) $$o data/dien-bien-phu.rec >/dev/null || exit 1; \
	done

replay: $(REPLAYS) ## run the fuzz targets over their seeds and over all that was ever found
	@sh tests/fuzz/seeds.sh $(BUILD)/seeds
	@for t in $(patsubst tests/fuzz/fuzz_%.c,%,$(FUZZ)); do \
	  printf '%s: ' $$t && $(BUILD)/tests/fuzz/replay_$$t $(BUILD)/seeds/$$t tests/fuzz/found/$$t \
	    2>$(BUILD)/replay.log || { tail -20 $(BUILD)/replay.log; exit 1; }; \
	done

fuzz: ## attack every parser for FUZZ_SECONDS=60 (clang, libFuzzer); TARGETS= names some
	@$(MAKE) BUILD=$(BUILD)/fuzz CC=clang fuzzers \
	  CFLAGS="-O1 -g -Wno-sign-conversion -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all"
	@SEED=$(SEED) sh tests/fuzz/run.sh $(BUILD)/fuzz/tests/fuzz $(FUZZ_SECONDS)

fuzzers: $(FUZZERS)

faults: ## let every call fail once, and look for leaks
	@$(MAKE) BUILD=$(BUILD)/asan DATADIR=$(abspath data) CFLAGS="$(ASAN)" LDFLAGS=tests/pty/lsan.c FAULTS_MAX= STORMS=1000 faults-run

faults-run: $(FAULTS) $(FAULTY)
	@for t in $(FAULTS); do \
	  DBP_TIMELINE=$(abspath $(FAULTY)) FAULTS=$(FAULTS_MAX) STORMS=$(STORMS) SEED=$(SEED) $$t || exit 1; \
	done

mutation: $(MUTATION) ## edit the shipped data at random, ROUNDS=10000 times from SEED=1
	$(MUTATION) $(or $(ROUNDS),10000) $(SEED)

mutation-short: $(MUTATION)
	@$(MUTATION) 200 $(SEED)

lint: ## read the code with clang-tidy and cppcheck, the manuals with mandoc
	clang-tidy --quiet $(SOURCES) -- -std=c11 $(CPPFLAGS)
	cppcheck --quiet --error-exitcode=1 --enable=warning,portability --inline-suppr --suppress=missingIncludeSystem $(CPPFLAGS) src
	mandoc -T lint -W style man/dbp-timeline.1 man/dbp-timeline.5

fmt: ## format the code
	clang-format -i src/*.[ch] src/*/*.[ch] tests/*/*.[ch]

newcomer: ## follow README.md word for word in a clean folder (FRESH=1: in a new Debian; needs root)
	sh tests/newcomer/follow.sh $(if $(FRESH),--fresh $(BUILD))

screenshots: $(PROGRAM) ## take the pictures of README.md (NAME= names one)
	sh tests/screenshots/shoot.sh $(PROGRAM) $(NAME)

bench: $(PROGRAM) $(STEPS) $(CLASS) ## measure beside the peers
	sh tests/bench/bench.sh $(PROGRAM)

bench-class: $(PROGRAM) $(CLASS) ## measure 200 sessions on one machine, and a class that follows
	$(CLASS) $(PROGRAM)

bench-deps: ## install the peers that bench measures beside (Debian, Ubuntu)
	apt-get install -y grep ripgrep recutils

bench-readme: ## put what the last bench measured into README.md
	sh tests/bench/readme.sh $(BUILD)/bench/table.txt

install: $(PROGRAM) $(COMPLETIONS) ## install below $(DESTDIR)$(PREFIX)
	@set -e; umask 022; for pair in $(INSTALLED); do \
	  to="$(DESTDIR)$${pair#*:}"; mkdir -p "$${to%/*}"; \
	  install -m 644 "$${pair%%:*}" "$$to"; \
	done
	chmod 755 "$(DESTDIR)$(PREFIX)/bin/dbp-timeline"
	ln -sf dbp-timeline "$(DESTDIR)$(PREFIX)/bin/rdbp-timeline"
	ln -sf dbp-timeline.1 "$(DESTDIR)$(MANDIR)/man1/rdbp-timeline.1"

uninstall: ## take away what install put there
	for pair in $(INSTALLED); do rm -f "$(DESTDIR)$${pair#*:}"; done
	rm -f "$(DESTDIR)$(PREFIX)/bin/rdbp-timeline" "$(DESTDIR)$(MANDIR)/man1/rdbp-timeline.1"
	-rmdir "$(DESTDIR)$(DATADIR)"

package: all ## install, complete, portable, deb: try all that a package needs
	sh tests/package/install.sh $(BUILD)
	sh tests/package/completions.sh $(PROGRAM) $(BUILD)/completions
	sh tests/package/deb.sh $(BUILD)/deb
	sh tests/package/fresh.sh $(BUILD)/deb

portable: ## compile every file as plain POSIX.1-2008, with clang and with musl
	sh tests/package/portable.sh

dist: ## pack the files of the last commit, always to the same bytes
	@mkdir -p $(BUILD)
	git archive --prefix=dbp-timeline-$(VERSION)/ HEAD | gzip -9n >$(BUILD)/dbp-timeline-$(VERSION).tar.gz

deb: ## build a Debian package of the last commit, below build/deb, and have lintian read it
	sh tests/package/deb.sh $(BUILD)/deb

clean: ## take away what was built
	rm -rf $(BUILD)

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "%-14s %s\n", $$1, $$2 }' Makefile

# Whatever help lists, and what these are made of.
.PHONY: $(shell sed -n 's/^\([a-z-]*\):.*[#][#] .*/\1/p' Makefile) always fuzzers faults-run mutation-short

.DELETE_ON_ERROR:

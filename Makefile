# dbp-timeline: `make help` lists the targets.
VERSION := 0.1
PREFIX  ?= /usr/local
DATADIR ?= $(PREFIX)/share/dbp-timeline
MANDIR  ?= $(PREFIX)/share/man
ZSHDIR  ?= $(PREFIX)/share/zsh/site-functions
BUILD   ?= build$(if $(RESTRICTED),/restricted)

CC       ?= cc
CFLAGS   ?= -O2 -g
WERROR   := -Werror
WARNINGS = -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wconversion $(WERROR)
CPPFLAGS += -D_XOPEN_SOURCE=700 -Isrc
LDLIBS   += -lncursesw -ltinfo -lunistring -pthread
COMPILE   = $(CC) -std=c11 $(WARNINGS) $(CPPFLAGS) $(CFLAGS) -MMD -MP

# --- What is made of which files ---

PROGRAM := $(BUILD)/dbp-timeline
SOURCES := $(wildcard src/*.c src/*/*.c)
OBJECTS := $(SOURCES:%.c=$(BUILD)/%.o)
CORE    := $(filter-out $(BUILD)/src/main.o,$(OBJECTS))
SHELLS  := $(addprefix $(BUILD)/completions/dbp-timeline.,bash zsh fish)

# Restricted for good, and its data where they would be installed.
LOCKED  := $(BUILD)/locked/dbp-timeline

# Programs of tests, each from the C file of its name; WITHOUT=% leaves those out that match.
T       := $(BUILD)/tests
tests    = $(filter-out $(WITHOUT),$(patsubst %.c,$(BUILD)/%,$(wildcard $(1:%=tests/%.c))))
UNIT    := $(call tests,unit/test_*)
PTY     := $(call tests,pty/test_*)
HARNESS := $(addsuffix .o,$(call tests,pty/pty* pty/stage))
FAILING := $(call tests,faults/test_*)
FUZZERS := $(call tests,fuzz/fuzz_*)
REPLAYS := $(subst fuzz_,replay_,$(FUZZERS))
OTHERS  := $(call tests,screens/play style/keys bench/steps)
EDTF    := $(BUILD)/edtf/edtf.c

# For the scripts of tests.
export BUILD
export DBP_TIMELINE := $(abspath $(PROGRAM))
export DBP_TIMELINE_LOCKED := $(abspath $(LOCKED))
export CMOCKA_MESSAGE_OUTPUT := stdout
export SEED ?= 1
export FAULTS ?= 1
export STORMS ?= 5

# --- Building ---

all: $(PROGRAM) $(SHELLS) ## build the program at build/dbp-timeline (RESTRICTED=1: restricted for good, below build/restricted)

$(PROGRAM): $(OBJECTS)
$(LOCKED): $(LOCKED)-main.o $(LOCKED)-restricted.o $(filter-out %/main.o %/restricted.o,$(OBJECTS))
$(UNIT) $(OTHERS) $(FUZZERS): %: %.o $(CORE)
$(PTY) $(FAILING): %: %.o $(HARNESS)
$(REPLAYS): $T/fuzz/replay_%: $T/fuzz/replay.o $T/fuzz/fuzz_%.o $(CORE)
$(BUILD)/faulty: $(OBJECTS) $T/faults/fault.o
$T/mutation/mutation: $T/mutation/mutation.o $T/mutation/edit.o $(CORE)
$T/bench/class: $(patsubst %,$T/bench/%.o,class child process series terminal)

$(UNIT): LIBS := -lcmocka -lm
$(PTY) $(FAILING): LIBS := -lcmocka -lvterm
$T/unit/test_tail: WITH := -Wl,--wrap=calloc,--wrap=realloc
$(FUZZERS): WITH := -fsanitize=fuzzer
$(PROGRAM): WITH = $(PROGRAM_LDFLAGS)
$(BUILD)/faulty: WITH = $(shell sed -n 's/^    C.[^,]*, \([a-z_0-9]*\),.*/-Wl,--wrap=\1/p' tests/faults/calls.h)

$(PROGRAM) $(LOCKED) $(BUILD)/faulty $(UNIT) $(OTHERS) $(FUZZERS) $(PTY) $(FAILING) $(REPLAYS) $(addprefix $T/,mutation/mutation bench/class):
	$(CC) $(CFLAGS) $(LDFLAGS) $(WITH) -o $@ $^ $(LIBS) $(LDLIBS)

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(COMPILE) -c -o $@ $<

# Tests may lean on more than the standards: they are not what is carried to other systems.
$T/%.o: CPPFLAGS += -D_DEFAULT_SOURCE
$(BUILD)/src/restricted.o: CPPFLAGS += $(if $(RESTRICTED),-DALWAYS_RESTRICTED=1)
$(BUILD)/src/main.o: CPPFLAGS += -DVERSION='"$(VERSION)"' -DDATA_DIR='"$(DATADIR)"'
$(BUILD)/src/main.o: $(BUILD)/prefix

# Written anew when PREFIX is another one: main.o has the directory of the data in it.
$(BUILD)/prefix: always
	@mkdir -p $(@D)
	@echo '$(VERSION) $(DATADIR)' | cmp -s - $@ || echo '$(VERSION) $(DATADIR)' >$@

$(LOCKED)-%.o: src/%.c
	@mkdir -p $(@D)
	$(COMPILE) -DVERSION='"$(VERSION)"' -DDATA_DIR='"$(abspath data)"' -DALWAYS_RESTRICTED=1 -c -o $@ $<

$(BUILD)/completions/dbp-timeline.%: data/completions/completions.sh data/vietnam.rec $(PROGRAM)
	@mkdir -p $(@D)
	sh $< $* $(PROGRAM) data/vietnam.rec >$@

-include $(wildcard $(BUILD)/*/*.d $(BUILD)/*/*/*.d)

run: $(PROGRAM) ## open the shipped timeline
	$(PROGRAM)

deps: ## install what building and testing need (Debian, Ubuntu, Fedora, Arch, Alpine, Homebrew)
	sh tests/deps.sh

# --- Trying ---

check: unit check-files screens style pty data import replay mutation-short faults-run ## run every test that needs neither root nor a daemon

edtf: $(EDTF) ## write the reader of dates as one header and one C file, for other programs

$(EDTF): tests/edtf/one_file.sh $(wildcard src/base/*.[ch] src/time/*.[ch]) LICENSE
	sh tests/edtf/one_file.sh $(@D)

$T/unit/test_edtf_alone: $T/unit/test_edtf.o $(EDTF)
	$(CC) -std=c11 $(WARNINGS) -D_XOPEN_SOURCE=700 $(CFLAGS) $(LDFLAGS) -o $@ $^ -lcmocka

unit: $(UNIT) $T/unit/test_edtf_alone ## run the unit tests
	@set -e; for test in $(UNIT) $T/unit/test_edtf_alone; do $(UNDER) $$test; done

check-files: $(PROGRAM) ## compare the diagnostics of every fixture
	sh tests/check/run.sh

screens: $T/screens/play ## compare the golden screens
	$(UNDER) $T/screens/play tests/screens/*.keys

screens-write: $T/screens/play ## write the golden screens anew; look at each before committing
	$T/screens/play --write tests/screens/*.keys

pty: $(PTY) $(PROGRAM) $(LOCKED) ## run the program in a pseudo-terminal
	@set -e; for test in $(PTY); do $$test; done

check-all: check ssh package newcomer ## run those too that start a server, trace system calls, or take minutes
	sh tests/attack/trace.sh
	DBP_ATTACK_BYTES=1048576 PTY_DEADLINE_MS=60000 $T/pty/test_attack 'random*'

ssh: $(PROGRAM) $(LOCKED) ## run the recipes for ssh against a server of their own on loopback
	sh tests/ssh/run.sh
	sh tests/ssh/class.sh

flake: $(PTY) $(PROGRAM) $(LOCKED) ## run the tests of the pseudo-terminal RUNS=100 times
	@sh tests/pty/flake.sh $(or $(RUNS),100) $(PTY)

style: $(PROGRAM) $T/style/keys ## check layers, sizes, manuals
	sh tests/style/traits.sh
	sh tests/style/keys.sh $T/style/keys
	sh tests/style/options.sh en
	sh tests/style/options.sh vi
	sh tests/style/manuals.sh

data: $(PROGRAM) ## check the shipped data
	sh tests/data/check.sh

import: $(PROGRAM) ## bring in events from a spreadsheet and from TimelineJS, as the manual says
	sh tests/import/run.sh

# --- Trying harder ---

ASAN = $(MAKE) BUILD=$(BUILD)/asan DATADIR=$(abspath data) LDFLAGS=tests/pty/lsan.c \
  CFLAGS="-O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer"
VALGRIND := valgrind -q --error-exitcode=9 --leak-check=full --show-leak-kinds=definite --errors-for-leak-kinds=definite

asan: ## run the tests under AddressSanitizer and UBSan
	$(ASAN) unit check-files screens pty replay faults-run

msan: ## run what needs no terminal under MemorySanitizer (clang); curses is not built for it
	$(MAKE) CC=clang WERROR= BUILD=$(BUILD)/msan DATADIR=$(abspath data) WITHOUT=%/fuzz_keyboard \
	  CFLAGS="-O1 -g -fno-omit-frame-pointer -fsanitize=memory" LDLIBS="tests/msan/unistring.c $(LDLIBS)" \
	  LDFLAGS="$$(sed -n 's/^WRAP([^,]*, \([a-z0-9_]*\),.*/-Wl,--wrap=\1/p' tests/msan/unistring.c | xargs)" \
	  unit check-files screens replay

THREADED := test_helper test_search test_tail

tsan: ## run the tests of two threads under ThreadSanitizer
	$(MAKE) BUILD=$(BUILD)/tsan CFLAGS="-O1 -g -fsanitize=thread" \
	  $(THREADED:%=$(BUILD)/tsan/tests/unit/%)
	@set -e; for test in $(THREADED); do $(BUILD)/tsan/tests/unit/$$test; done

coverage: ## print which share of the lines of src the tests run
	@MAKE="$(MAKE)" sh tests/coverage/coverage.sh $(BUILD)/coverage

valgrind: $(PROGRAM) ## look for what is lost for good and for memory never written to
	@$(MAKE) unit screens UNDER="$(VALGRIND)" WITHOUT=%/test_sandbox
	@set -e; for option in --list --format=json --provinces --figures --check; do \
	  $(VALGRIND) $(PROGRAM) $$option data/dien-bien-phu.rec >/dev/null; \
	done

replay: $(REPLAYS) ## run the fuzz targets over their seeds and over all that was ever found
	@sh tests/fuzz/replay.sh $(BUILD) $(REPLAYS)

fuzz: ## attack every parser for FUZZ_SECONDS=60 (clang, libFuzzer); TARGETS= names some
	@MAKE="$(MAKE)" sh tests/fuzz/run.sh $(BUILD)/fuzz $(or $(FUZZ_SECONDS),60)

fuzzers: $(FUZZERS)

faults: ## let every call fail once, and look for leaks
	@$(ASAN) FAULTS= STORMS=1000 faults-run

faults-run: $(FAILING) $(BUILD)/faulty
	@set -e; for test in $(FAILING); do DBP_TIMELINE=$(abspath $(BUILD)/faulty) $$test; done

mutation: $T/mutation/mutation ## edit the shipped data at random, ROUNDS=10000 times from SEED=1
	$T/mutation/mutation $(or $(ROUNDS),10000) $(SEED)

mutation-short: $T/mutation/mutation
	@$T/mutation/mutation 200 $(SEED)

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

# --- Measuring ---

bench: $(PROGRAM) $T/bench/steps $T/bench/class ## measure beside the peers
	sh tests/bench/bench.sh $(PROGRAM)

bench-class: $(PROGRAM) $T/bench/class ## measure 200 sessions on one machine, and a class that follows
	$T/bench/class $(PROGRAM)

bench-curve: $(PROGRAM) ## measure from 1,000 events to 1,000,000, or EVENTS="100 200"
	sh tests/bench/curve.sh $(PROGRAM) $(EVENTS)

bench-deps: ## install the peers that bench measures beside (Debian, Ubuntu)
	apt-get install -y grep ripgrep recutils

bench-readme: ## put what the last bench measured into README.md and the manual
	sh tests/bench/readme.sh $(BUILD)/bench/table.txt

# --- Installing and packing ---

# What is installed, from:to; a file keeps its name in a folder.
in = $(foreach file,$(wildcard $(2)),$(file):$(1)/$(notdir $(file)))
INSTALLED = \
  $(PROGRAM):$(PREFIX)/bin/dbp-timeline \
  $(call in,$(DATADIR),data/*.rec) \
  $(call in,$(MANDIR)/man1,man/*.1) \
  $(call in,$(MANDIR)/man5,man/*.5) \
  $(foreach page,$(wildcard man/*/man?/*),$(page):$(page:man/%=$(MANDIR)/%)) \
  $(call in,$(PREFIX)/share/applications,data/desktop/*.desktop) \
  $(call in,$(PREFIX)/share/icons/hicolor/scalable/apps,data/desktop/*.svg) \
  $(BUILD)/completions/dbp-timeline.bash:$(PREFIX)/share/bash-completion/completions/dbp-timeline \
  $(BUILD)/completions/dbp-timeline.zsh:$(ZSHDIR)/_dbp-timeline \
  $(BUILD)/completions/dbp-timeline.fish:$(PREFIX)/share/fish/vendor_completions.d/dbp-timeline.fish

install: $(PROGRAM) $(SHELLS) ## install below $(DESTDIR)$(PREFIX)
	@set -e; umask 022; for pair in $(INSTALLED); do \
	  to="$(DESTDIR)$${pair#*:}"; mkdir -p "$${to%/*}"; install -m 644 "$${pair%%:*}" "$$to"; \
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
	sh tests/package/completions.sh $(BUILD)/completions
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

# dbp-timeline: `make help` lists the targets.
PREFIX  ?= /usr/local
DATADIR ?= $(PREFIX)/share/dbp-timeline
MANDIR  ?= $(PREFIX)/share/man
BUILD   ?= build
VERSION := 0.1

CC       ?= cc
CFLAGS   ?= -O2 -g
WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wconversion -Werror
CPPFLAGS += -D_XOPEN_SOURCE=700 -D_DEFAULT_SOURCE -Isrc
LDLIBS   += -lncursesw -ltinfo -lunistring
COMPILE   = $(CC) -std=c11 $(WARNINGS) $(CPPFLAGS) $(CFLAGS) -MMD -MP

SOURCES := $(wildcard src/*.c src/*/*.c)
OBJECTS := $(SOURCES:%.c=$(BUILD)/%.o)
PROGRAM := $(BUILD)/dbp-timeline

all: $(PROGRAM) ## build the program at build/dbp-timeline

$(PROGRAM): $(OBJECTS)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $(OBJECTS) $(LDLIBS)

$(BUILD)/src/main.o: CPPFLAGS += -DVERSION='"$(VERSION)"' -DDATA_DIR='"$(DATADIR)"'

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(COMPILE) -c -o $@ $<

-include $(OBJECTS:.o=.d)

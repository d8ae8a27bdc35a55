#include "ask.h"

#include <stdlib.h>
#include <time.h>

#include "base/message.h"
#include "base/text.h"
#include "complain.h"
#include "find/facet_naming.h"
#include "find/roll.h"
#include "time/edtf.h"

struct asking {
    struct question *question;
    const struct options *options;
    const struct store *store;
};

/* Appends the units that a name could mean: `Bắc Giang (bac-giang), Bắc Kạn (bac-kan)`. */
static void add_candidates(const struct asking *asking, struct buffer *out, const uint32_t *units,
                           size_t count)
{
    for (size_t i = 0; i < count; i++) {
        buffer_add_string(out, i ? ", " : "");
        text_clean_line(
            out, gazetteer_name(&asking->store->gazetteer, units[i], asking->options->language));
        buffer_add_string(out, " (");
        text_clean_line(out, asking->store->gazetteer.units[units[i]].id);
        buffer_add_char(out, ')');
    }
}

static bool ask_province(const struct asking *asking, const char *typed)
{
    struct buffer names = {0};
    uint32_t *candidates;
    size_t count;
    uint32_t unit = naming_find(&asking->store->gazetteer, bytes_of(typed), &candidates, &count);
    roll_sort(&asking->store->gazetteer, asking->options->language, candidates, count);
    add_candidates(asking, &names, candidates, count);
    free(candidates);
    if (unit != UNIT_NONE)
        question_toggle_unit(asking->question, unit);
    else
        complain_of_name(count ? MESSAGE_PROVINCE_AMBIGUOUS : MESSAGE_PROVINCE_UNKNOWN, typed,
                         &names, asking->options->language);
    buffer_free(&names);
    return unit != UNIT_NONE;
}

/* A value without any letter asks for nothing, as an empty search does. */
static bool ask_pick(const struct asking *asking, const struct option_pick *pick)
{
    static const enum message faults[FACET_COUNT] = {
        [FACET_ERA] = MESSAGE_ERA_UNKNOWN, [FACET_SOURCE] = MESSAGE_SOURCE_UNKNOWN};
    enum language language = asking->options->language;
    struct buffer id = {0}, candidates = {0};
    struct bytes typed = bytes_of(pick->typed);
    bool found = true;
    if (typed.size == 0)
        return true;
    if (pick->facet == FACET_STANDING)
        buffer_add(&id, typed);
    else
        found = facet_find(&id, asking->store, pick->facet, typed, language, &candidates);
    if (!found)
        complain_of_name(faults[pick->facet], pick->typed, &candidates, language);
    else if (!picks_has(&asking->question->picks, pick->facet, buffer_bytes(&id)))
        picks_toggle(&asking->question->picks, asking->store, pick->facet, buffer_bytes(&id));
    buffer_free(&id);
    buffer_free(&candidates);
    return found;
}

/* Reads a typed date; of a span that is asked from it on the first day counts, else the last. */
static bool ask_date(const struct asking *asking, const char *option, const char *typed, bool first,
                     int32_t *day)
{
    struct edtf date;
    if (!typed)
        return true;
    bool read = edtf_parse_typed(&date, bytes_of(typed));
    if (read)
        *day = first ? date.first : date.last;
    else
        complain_of_value(option, typed, asking->options->language);
    return read;
}

/* Reads the day of an anniversary; without one it is today. */
static bool ask_anniversary(const struct asking *asking)
{
    const char *typed = asking->options->anniversary;
    char today[16] = "";
    if (!typed)
        return true;
    if (!*typed) {
        time_t now = time(NULL);
        const struct tm *local = localtime(&now);
        if (local)
            strftime(today, sizeof today, "%m-%d", local);
    }
    if (anniversary_read(&asking->question->anniversary, bytes_of(*typed ? typed : today)))
        return true;
    complain_of_value("on-this-day", typed, asking->options->language);
    return false;
}

bool ask(struct question *question, const struct options *options, const struct store *store)
{
    const struct asking asking = {question, options, store};
    question_init(question);
    for (size_t i = 0; i < options->province_count; i++)
        if (!ask_province(&asking, options->provinces[i]))
            return false;
    for (size_t i = 0; i < options->pick_count; i++)
        if (!ask_pick(&asking, &options->picks[i]))
            return false;
    question_set_words(question, bytes_of(options->search));
    question->certain = options->certain;
    return ask_anniversary(&asking) &&
           ask_date(&asking, "from", options->from, true, &question->from) &&
           ask_date(&asking, "to", options->to, false, &question->to);
}

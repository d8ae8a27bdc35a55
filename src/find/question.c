#include "find/question.h"

#include <stdlib.h>

#include "base/memory.h"
#include "time/day.h"
#include "time/edtf.h"
#include "time/lunar.h"

void question_init(struct question *question)
{
    *question = (struct question){.from = DAY_OPEN_PAST, .to = DAY_OPEN_FUTURE};
}

void question_free(struct question *question)
{
    free(question->units);
    query_free(question->query);
    buffer_free(&question->words);
    picks_free(&question->picks);
    question_init(question);
}

static size_t index_of(const struct question *question, uint32_t unit)
{
    size_t i = 0;
    while (i < question->unit_count && question->units[i] != unit)
        i++;
    return i;
}

bool question_has_unit(const struct question *question, uint32_t unit)
{
    return index_of(question, unit) < question->unit_count;
}

void question_toggle_unit(struct question *question, uint32_t unit)
{
    size_t index = index_of(question, unit);
    if (index == question->unit_count) {
        question->units = memory_grow(question->units, question->unit_count, &question->unit_room,
                                      sizeof *question->units);
        question->units[question->unit_count++] = unit;
        return;
    }
    question->unit_count--;
    for (; index < question->unit_count; index++)
        question->units[index] = question->units[index + 1];
}

void question_copy_units(struct question *question, const struct question *from)
{
    question->unit_count = 0;
    for (size_t i = 0; i < from->unit_count; i++)
        question_toggle_unit(question, from->units[i]);
}

void question_set_words(struct question *question, struct bytes typed)
{
    query_free(question->query);
    question->query = query_new(typed);
    buffer_clear(&question->words);
    if (question->query)
        text_clean_line(&question->words, typed);
}

/* Reads two dates parted by `separator`, wherever that leaves a date on both sides. */
static bool read_two(struct bytes typed, struct bytes separator, struct edtf *first,
                     struct edtf *last)
{
    for (size_t at = 1; at < typed.size; at++)
        if (bytes_start(bytes_after(typed, at), separator) &&
            edtf_parse_typed(first, bytes_first(typed, at)) &&
            edtf_parse_typed(last, bytes_after(typed, at + separator.size)))
            return true;
    return false;
}

bool question_set_span(struct question *question, struct bytes typed)
{
    struct edtf first = {.first = DAY_OPEN_PAST, .last = DAY_OPEN_FUTURE}, last;
    typed = bytes_trim(typed);
    bool is_one = typed.size == 0 || edtf_parse_typed(&first, typed);
    last = first;
    if (!is_one && !read_two(typed, BYTES(".."), &first, &last) &&
        !read_two(typed, BYTES("–"), &first, &last) && !read_two(typed, BYTES("-"), &first, &last))
        return false;
    if (first.first > last.last)
        return false;
    question->from = first.first;
    question->to = last.last;
    return true;
}

bool question_is_open(const struct question *question)
{
    return question->unit_count || question->query || question->anniversary.month ||
           question->picks.count || question->certain || question->from != DAY_OPEN_PAST ||
           question->to != DAY_OPEN_FUTURE;
}

bool anniversary_read(struct anniversary *anniversary, struct bytes typed)
{
    static const struct bytes lunar = BYTES_INIT("lunar:");
    struct bytes day;
    anniversary->lunar = bytes_start(typed, lunar);
    typed = bytes_after(typed, anniversary->lunar ? lunar.size : 0);
    struct bytes month = bytes_split(typed, '-', &day);
    return month.size == 2 && day.size == 2 && bytes_number(month, &anniversary->month) &&
           bytes_number(day, &anniversary->day) && anniversary->month >= 1 &&
           anniversary->month <= 12 && anniversary->day >= 1 &&
           anniversary->day <= (anniversary->lunar ? 30 : 31);
}

/* Says whether a day is the anniversary; by the lunar calendar also where it is so in the South
 * alone. */
static bool is_anniversary(const struct anniversary *anniversary, int32_t date)
{
    struct lunar north, south;
    bool differs;
    int year, month, day;
    if (!anniversary->lunar) {
        day_to_civil(date, &year, &month, &day);
        return month == anniversary->month && day == anniversary->day;
    }
    if (!lunar_from_day(&north, &south, &differs, date))
        return false;
    bool in_south = differs && south.month == anniversary->month && south.day == anniversary->day;
    return in_south || (north.month == anniversary->month && north.day == anniversary->day);
}

bool question_event_in_unit(const struct store *store, const struct event *event, uint32_t unit)
{
    const uint32_t *units = store_units(store, event);
    for (size_t i = 0; i < event->unit_count; i++)
        if (gazetteer_holds(&store->gazetteer, unit, units[i], event_day(event)))
            return true;
    return false;
}

static bool accepts_units(const struct question *question, const struct store *store,
                          const struct event *event)
{
    for (size_t i = 0; i < question->unit_count; i++)
        if (question_event_in_unit(store, event, question->units[i]) != question->all_of)
            return !question->all_of;
    return question->all_of || question->unit_count == 0;
}

/* Says whether the event's date is one that is asked for. */
static bool accepts_date(const struct question *question, const struct event *event)
{
    if (!question_is_near(question, event))
        return false;
    if (question->certain && event->doubt)
        return false;
    bool is_day = event->first == event->last && !event->doubt;
    return question->anniversary.month == 0 ||
           (is_day && is_anniversary(&question->anniversary, event->first));
}

static bool accepts_words(const struct question *question, const struct store *store,
                          const struct event *event, struct buffer *scratch)
{
    return !question->query || query_in_event(question->query, store, event, scratch);
}

bool question_accepts_unpicked(const struct question *question, const struct store *store,
                               const struct event *event, struct buffer *scratch)
{
    return accepts_units(question, store, event) && accepts_date(question, event) &&
           accepts_words(question, store, event, scratch);
}

bool question_accepts(const struct question *question, const struct store *store,
                      const struct event *event, struct buffer *scratch)
{
    return accepts_units(question, store, event) && accepts_date(question, event) &&
           !picks_unmet(&question->picks, store, event) &&
           accepts_words(question, store, event, scratch);
}

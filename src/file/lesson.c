#include "file/lesson.h"

#include "base/text.h"

/* Finds stop number `stop`; if there is none, `*count` is how many there are. */
static bool find_stop(const struct store *store, struct record lesson, size_t stop,
                      struct rec_field *field, size_t *count)
{
    struct rec_reader reader;
    *count = 0;
    store_read(store, lesson, &reader);
    while (rec_next(&reader, field) == REC_FIELD)
        if (bytes_equal(field->name, BYTES("Stop")) && (*count)++ == stop)
            return true;
    return false;
}

size_t lesson_count(const struct store *store, struct record lesson)
{
    struct rec_field field;
    size_t count;
    find_stop(store, lesson, SIZE_MAX, &field, &count);
    return count;
}

/* Appends the value of a stop; false when there is no such stop. */
static bool add_stop(const struct store *store, struct record lesson, size_t stop,
                     struct buffer *out)
{
    struct rec_field field;
    size_t count;
    if (!find_stop(store, lesson, stop, &field, &count))
        return false;
    rec_value(out, &field);
    return true;
}

bool lesson_add_event(const struct store *store, struct record lesson, size_t stop,
                      struct buffer *out)
{
    struct buffer value = {0};
    struct bytes rest;
    bool is_there = add_stop(store, lesson, stop, &value);
    buffer_add(out, bytes_split(bytes_trim(buffer_bytes(&value)), ' ', &rest));
    buffer_free(&value);
    return is_there;
}

/* Returns part number `part` of what is said, empty when it has fewer. */
static struct bytes part_of(struct bytes said, int part)
{
    const struct bytes bar = BYTES(" | ");
    while (part-- > 0)
        said = bytes_after(said, bytes_find(said, bar) + bar.size);
    return bytes_trim(bytes_first(said, bytes_find(said, bar)));
}

bool lesson_add_words_in(const struct store *store, struct record lesson, size_t stop,
                         enum language language, struct buffer *out)
{
    struct buffer value = {0};
    struct bytes said;
    add_stop(store, lesson, stop, &value);
    bytes_split(bytes_trim(buffer_bytes(&value)), ' ', &said);
    struct bytes part = part_of(said, language == store->primary ? 0 : 1);
    text_clean_line(out, part);
    buffer_free(&value);
    return part.size > 0;
}

bool lesson_add_words(const struct store *store, struct record lesson, size_t stop,
                      enum language language, struct buffer *out)
{
    return lesson_add_words_in(store, lesson, stop, language, out) ||
           lesson_add_words_in(store, lesson, stop, store->primary, out);
}

#include "file/outline.h"

#include <stdlib.h>

#include "base/memory.h"

/* Land as near as this to the mainland, in longitude, belongs to it. */
#define OFFSHORE DEGREE

/* --- Values --- */

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* Takes the next word off `*left`: up to a blank, a newline or a comma. */
static struct bytes take_word(struct bytes *left)
{
    size_t start = 0;
    while (start < left->size && is_blank(left->at[start]))
        start++;
    size_t end = start;
    while (end < left->size && !is_blank(left->at[end]) && left->at[end] != ',')
        end++;
    struct bytes word = {left->at + start, end - start};
    *left = bytes_after(*left, end);
    return word;
}

static bool take_location(struct bytes *left, struct location *location)
{
    return degrees_read(&location->east, take_word(left), LONGITUDE_MAX) &&
           degrees_read(&location->north, take_word(left), LATITUDE_MAX);
}

static bool is_same(struct location a, struct location b)
{
    return a.east == b.east && a.north == b.north;
}

bool outline_read_ring(struct bytes value, struct location **points, size_t *count, size_t *room)
{
    size_t start = *count, end = start;
    struct bytes mark = {0};
    do {
        struct location location;
        if (!take_location(&value, &location))
            return false;
        mark = take_word(&value);
        *points = memory_grow(*points, end, room, sizeof **points);
        (*points)[end++] = location;
        if (value.size && value.at[0] == ',')
            value = bytes_after(value, 1);
        else
            break;
    } while (mark.size == 0);
    bool closed = end - start >= 4 && is_same((*points)[start], (*points)[end - 1]);
    if (mark.size || value.size || !closed)
        return false;
    *count = end;
    return true;
}

bool outline_read_label(struct bytes value, struct outline_label *label)
{
    bool read = take_location(&value, &label->at);
    label->name = bytes_trim(value);
    return read && label->name.size > 0;
}

/* --- Reading --- */

struct outline_reading {
    struct outlines *outlines;
    const struct gazetteer *gazetteer;
    enum record_type type;
    uint32_t unit; /* of the record at hand, or UNIT_NONE */
};

static void take_ring(struct outline_reading *now, const struct rec_field *field)
{
    struct outlines *outlines = now->outlines;
    struct buffer value = {0};
    size_t at = outlines->point_count;
    rec_value(&value, field);
    bool read = outline_read_ring(buffer_bytes(&value), &outlines->points, &outlines->point_count,
                                  &outlines->point_room);
    buffer_free(&value);
    if (!read)
        return;
    struct ring ring = {.unit = now->unit,
                        .at = (uint32_t)at,
                        .count = (uint32_t)(outlines->point_count - at),
                        .extent = {outlines->points[at], outlines->points[at]}};
    for (size_t i = at; i < outlines->point_count; i++)
        extent_widen(&ring.extent, outlines->points[i]);
    outlines->rings =
        memory_grow(outlines->rings, outlines->count, &outlines->room, sizeof *outlines->rings);
    outlines->rings[outlines->count++] = ring;
}

static void take_label(struct outline_reading *now, struct bytes code, struct bytes value)
{
    struct outlines *outlines = now->outlines;
    struct outline_label label;
    if (!outline_read_label(value, &label))
        return;
    for (int i = 0; i < LANGUAGE_COUNT; i++) {
        label.language = (enum language)i;
        if (code.size && !bytes_equal(code, bytes_of(language_code(label.language))))
            continue;
        outlines->labels = memory_grow(outlines->labels, outlines->label_count,
                                       &outlines->label_room, sizeof *outlines->labels);
        outlines->labels[outlines->label_count++] = label;
    }
}

static void take_field(struct outline_reading *now, const struct rec_field *field)
{
    struct bytes rest, code;
    struct bytes value = bytes_trim(field->raw);
    struct bytes stem = schema_split(field->name, &code);
    if (bytes_equal(field->name, BYTES("%rec")))
        now->type = schema_type(bytes_split(value, ' ', &rest));
    else if (now->type != RECORD_PROVINCE)
        return;
    else if (bytes_equal(field->name, BYTES("Id")))
        now->unit = gazetteer_find(now->gazetteer, value);
    else if (now->unit != UNIT_NONE && bytes_equal(field->name, BYTES("Outline")))
        take_ring(now, field);
    else if (now->unit != UNIT_NONE && bytes_equal(stem, BYTES("Label")))
        take_label(now, code, value);
}

static void read_all(struct outlines *outlines, const struct gazetteer *gazetteer,
                     struct bytes text)
{
    struct outline_reading now = {outlines, gazetteer, RECORD_PROVINCE, UNIT_NONE};
    struct rec_reader reader;
    struct rec_field field;
    enum rec_token token;
    rec_start(&reader, text, 1, NULL);
    reader.wanted = rec_names(BYTES("IdOuLa")); /* Id, Outline, Label */
    while ((token = rec_next(&reader, &field)) != REC_END)
        if (token == REC_FIELD)
            take_field(&now, &field);
        else
            now.unit = UNIT_NONE;
}

/* --- What follows from the rings --- */

/* A box in square degrees. */
static double size_of(const struct ring *ring)
{
    const struct extent *extent = &ring->extent;
    return (double)(extent->high.east - extent->low.east) *
           (double)(extent->high.north - extent->low.north) / DEGREE / DEGREE;
}

static const struct ring *largest(const struct outlines *outlines, uint32_t unit)
{
    const struct ring *found = NULL;
    for (size_t i = 0; i < outlines->count; i++) {
        const struct ring *ring = &outlines->rings[i];
        bool meant = unit == UNIT_NONE || ring->unit == unit;
        if (meant && (!found || size_of(ring) > size_of(found)))
            found = ring;
    }
    return found;
}

/* Begins with the largest ring and goes on over whatever is near in longitude, until nothing is. */
static void find_mainland(struct outlines *outlines)
{
    bool grew = true;
    for (size_t i = 0; i < outlines->count; i++)
        outlines->rings[i].is_far = true;
    outlines->mainland = largest(outlines, UNIT_NONE)->extent;
    while (grew) {
        grew = false;
        for (size_t i = 0; i < outlines->count; i++) {
            struct ring *ring = &outlines->rings[i];
            if (!ring->is_far || ring->extent.low.east > outlines->mainland.high.east + OFFSHORE ||
                ring->extent.high.east < outlines->mainland.low.east - OFFSHORE)
                continue;
            ring->is_far = false;
            grew = true;
            extent_widen(&outlines->mainland, ring->extent.low);
            extent_widen(&outlines->mainland, ring->extent.high);
        }
    }
}

static void add_island(struct outlines *outlines, const struct extent *extent)
{
    if (!outlines->has_islands)
        outlines->islands = *extent;
    outlines->has_islands = true;
    extent_widen(&outlines->islands, extent->low);
    extent_widen(&outlines->islands, extent->high);
}

static void find_islands(struct outlines *outlines)
{
    const struct extent *mainland = &outlines->mainland;
    for (size_t i = 0; i < outlines->count; i++)
        if (outlines->rings[i].is_far)
            add_island(outlines, &outlines->rings[i].extent);
    for (size_t i = 0; i < outlines->label_count; i++) {
        struct location at = outlines->labels[i].at;
        if (outlines->has_islands &&
            (at.east < mainland->low.east || at.east > mainland->high.east))
            add_island(outlines, &(struct extent){at, at});
    }
    outlines->whole = *mainland;
    if (outlines->has_islands) {
        extent_widen(&outlines->whole, outlines->islands.low);
        extent_widen(&outlines->whole, outlines->islands.high);
    }
}

static struct location place_in(const struct outlines *outlines, uint32_t unit)
{
    const struct ring *ring = largest(outlines, unit);
    return ring_place(ring, &outlines->points[ring->at]);
}

static void find_units(struct outlines *outlines)
{
    for (size_t i = 0; i < outlines->count; i++) {
        uint32_t unit = outlines->rings[i].unit;
        if (outlines_place(outlines, unit))
            continue;
        outlines->units = memory_grow(outlines->units, outlines->unit_count, &outlines->unit_room,
                                      sizeof *outlines->units);
        outlines->units[outlines->unit_count++] =
            (struct outline_unit){unit, place_in(outlines, unit)};
    }
}

bool outlines_open(struct outlines *outlines, const struct store *store)
{
    const char *path = buffer_string(&store->outlines_path);
    *outlines = (struct outlines){0};
    struct bytes text = store->gazetteer.content.bytes;
    if (*path) {
        if (!content_open(&outlines->content, path, NULL))
            return false;
        text = outlines->content.bytes;
    }
    read_all(outlines, &store->gazetteer, text);
    if (outlines->count == 0) {
        outlines_close(outlines);
        return false;
    }
    find_mainland(outlines);
    find_islands(outlines);
    find_units(outlines);
    return true;
}

void outlines_close(struct outlines *outlines)
{
    free(outlines->rings);
    free(outlines->points);
    free(outlines->labels);
    free(outlines->units);
    content_close(&outlines->content);
    *outlines = (struct outlines){0};
}

const struct location *outlines_place(const struct outlines *outlines, uint32_t unit)
{
    for (size_t i = 0; i < outlines->unit_count; i++)
        if (outlines->units[i].unit == unit)
            return &outlines->units[i].at;
    return NULL;
}

#include "show/lead.h"

#include <limits.h>
#include <stddef.h>
#include <string.h>

#define MAGIC "dbp-timeline 1"

enum kind { KIND_NUMBER, KIND_ID, KIND_IDS };

/* The line, field by field, in this order. */
static const struct {
    const char *name;
    enum kind kind;
    size_t offset; /* in the state */
    int least;
    int most;
} fields[] = {
#define NUMBER(name, least, most)                                          \
    {                                                                      \
#name, KIND_NUMBER, offsetof(struct lead_state, name), least, most \
    }
#define IDS(name)                                                \
    {                                                            \
#name, KIND_IDS, offsetof(struct lead_state, name), 0, 0 \
    }
#define ID(name)                                                \
    {                                                           \
#name, KIND_ID, offsetof(struct lead_state, name), 0, 0 \
    }
    NUMBER(leader, 0, INT_MAX),
    ID(event),
    NUMBER(number, -1, INT_MAX),
    NUMBER(level, 0, 15),
    ID(pane),
    NUMBER(read, 0, 1),
    NUMBER(from, INT_MIN, INT_MAX),
    NUMBER(to, INT_MIN, INT_MAX),
    NUMBER(all_of, 0, 1),
    ID(lesson),
    NUMBER(stop, 0, INT_MAX),
    IDS(units),
    IDS(picks),
#undef NUMBER
#undef ID
#undef IDS
};

#define FIELD_COUNT (sizeof fields / sizeof *fields)

bool lead_set_id(struct lead_id *id, struct bytes text)
{
    *id = (struct lead_id){""};
    for (size_t i = 0; i < text.size; i++)
        if ((unsigned char)text.at[i] < ' ' || text.at[i] == 0x7F)
            return false;
    if (text.size > LEAD_ID_MAX)
        return false;
    if (text.size)
        memcpy(id->text, text.at, text.size);
    return true;
}

static bool is_plain(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.';
}

/* Whatever is no letter of an id is written as in an address: %20 (RFC 3986, 2.1). */
static void print_id(const struct lead_id *id, struct buffer *out)
{
    for (const char *at = id->text; *at; at++) {
        if (is_plain(*at))
            buffer_add_char(out, *at);
        else
            buffer_printf(out, "%%%02X", (unsigned)(unsigned char)*at);
    }
}

static void print_ids(const struct lead_ids *ids, struct buffer *out)
{
    for (int i = 0; i < ids->count; i++) {
        buffer_add_string(out, i ? "," : "");
        print_id(&ids->items[i], out);
    }
}

void lead_print(const struct lead_state *state, struct buffer *out)
{
    buffer_add_string(out, MAGIC);
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        const void *value = (const char *)state + fields[i].offset;
        buffer_printf(out, " %s=", fields[i].name);
        if (fields[i].kind == KIND_NUMBER)
            buffer_printf(out, "%d", *(const int *)value);
        else if (fields[i].kind == KIND_ID)
            print_id(value, out);
        else
            print_ids(value, out);
    }
    buffer_add_char(out, '\n');
}

/* Takes `text` from the front of what is left; false when something else stands there. */
static bool skip(struct bytes *left, const char *text)
{
    struct bytes expected = bytes_of(text);
    if (!bytes_start(*left, expected))
        return false;
    *left = bytes_after(*left, expected.size);
    return true;
}

/* Reads a whole number as printf would write it: no other zeros in front, no plus. */
static bool read_number(struct bytes *left, int least, int most, int *number)
{
    bool negative = skip(left, "-");
    long long value = 0;
    size_t size = 0;
    while (size < left->size && size < 10 && left->at[size] >= '0' && left->at[size] <= '9')
        value = value * 10 + (left->at[size++] - '0');
    bool is_padded = size && left->at[0] == '0' && (size > 1 || negative);
    value = negative ? -value : value;
    if (size == 0 || is_padded || value < least || value > most)
        return false;
    *number = (int)value;
    *left = bytes_after(*left, size);
    return true;
}

static int hex_digit(char c)
{
    static const char digits[] = "0123456789ABCDEF";
    const char *found = c ? strchr(digits, c) : NULL;
    return found ? (int)(found - digits) : -1;
}

/* Reads the letter written as % and two digits; 0 when it is none, no letter, or need not be
 * written so. */
static char read_escape(struct bytes left)
{
    int high = left.size >= 3 ? hex_digit(left.at[1]) : -1;
    int low = left.size >= 3 ? hex_digit(left.at[2]) : -1;
    if (high < 0 || low < 0)
        return '\0';
    char c = (char)(unsigned char)(high * 16 + low);
    if (is_plain(c) || (unsigned char)c < ' ' || c == 0x7F)
        return '\0';
    return c;
}

/* Reads an id up to a blank, a comma or the end of the line. */
static bool read_id(struct bytes *left, struct lead_id *id)
{
    size_t size = 0;
    *id = (struct lead_id){""};
    while (left->size && !strchr(" ,\n", left->at[0])) {
        bool is_escape = left->at[0] == '%';
        char c = left->at[0];
        if (is_escape)
            c = read_escape(*left);
        if (c == '\0' || size == LEAD_ID_MAX || (!is_escape && !is_plain(c)))
            return false;
        id->text[size++] = c;
        *left = bytes_after(*left, is_escape ? 3 : 1);
    }
    return true;
}

static bool read_ids(struct bytes *left, struct lead_ids *ids)
{
    if (left->size && (left->at[0] == ' ' || left->at[0] == '\n'))
        return true;
    do {
        if (ids->count == LEAD_IDS_MAX || !read_id(left, &ids->items[ids->count]) ||
            !ids->items[ids->count++].text[0])
            return false;
    } while (skip(left, ","));
    return true;
}

static bool read_field(struct lead_state *state, size_t field, struct bytes *left)
{
    void *value = (char *)state + fields[field].offset;
    if (!skip(left, " ") || !skip(left, fields[field].name) || !skip(left, "="))
        return false;
    if (fields[field].kind == KIND_NUMBER)
        return read_number(left, fields[field].least, fields[field].most, value);
    if (fields[field].kind == KIND_ID)
        return read_id(left, value);
    return read_ids(left, value);
}

bool lead_parse(struct lead_state *state, struct bytes line)
{
    struct bytes left = line;
    *state = (struct lead_state){0};
    if (line.size > LEAD_LINE_MAX || !skip(&left, MAGIC))
        return false;
    for (size_t i = 0; i < FIELD_COUNT; i++)
        if (!read_field(state, i, &left))
            return false;
    return bytes_equal(left, BYTES("\n"));
}

#include "edit.h"

/* What an edit works on. */
struct editing {
    struct buffer *out;
    struct bytes text;
    struct chance *chance;
    struct edit edit;
};

static void touch(struct editing *now, size_t at, size_t size)
{
    now->edit.touched[now->edit.count++] = (struct run){at, size};
}

/* Puts `with` in the place of a run. */
static void replace(struct editing *now, struct run run, struct bytes with)
{
    touch(now, run.at, run.size);
    buffer_add(now->out, bytes_first(now->text, run.at));
    buffer_add(now->out, with);
    buffer_add(now->out, bytes_after(now->text, run.at + run.size));
}

static struct run random_run(struct editing *now, size_t longest)
{
    size_t at = chance_below(now->chance, now->text.size);
    size_t left = now->text.size - at;
    return (struct run){at, 1 + chance_below(now->chance, left < longest ? left : longest)};
}

/* Returns a whole line, its newline included. */
static struct run random_line(struct editing *now)
{
    size_t at = chance_below(now->chance, now->text.size);
    while (at > 0 && now->text.at[at - 1] != '\n')
        at--;
    return (struct run){at, bytes_find(bytes_after(now->text, at), BYTES("\n")) + 1};
}

static struct bytes bytes_in(const struct editing *now, struct run run)
{
    return bytes_first(bytes_after(now->text, run.at), run.size);
}

static void flip_bit(struct editing *now)
{
    struct run run = random_run(now, 1);
    char flipped = (char)(now->text.at[run.at] ^ 1 << chance_below(now->chance, 8));
    replace(now, run, (struct bytes){&flipped, 1});
}

static void set_byte(struct editing *now)
{
    struct run run = random_run(now, 1);
    char byte = (char)chance_below(now->chance, 256);
    replace(now, run, (struct bytes){&byte, 1});
}

static void scramble(struct editing *now)
{
    struct run run = random_run(now, 64);
    struct buffer noise = {0};
    for (size_t i = 0; i < run.size; i++)
        buffer_add_char(&noise, (char)chance_below(now->chance, 256));
    replace(now, run, buffer_bytes(&noise));
    buffer_free(&noise);
}

static void take_out(struct editing *now)
{
    replace(now, random_run(now, 200), BYTES(""));
}

static void truncate_text(struct editing *now)
{
    size_t at = chance_below(now->chance, now->text.size);
    replace(now, (struct run){at, now->text.size - at}, BYTES(""));
}

static void repeat(struct editing *now)
{
    struct run run = random_run(now, 400), line = random_line(now);
    bool is_line = chance_below(now->chance, 2);
    struct bytes again = bytes_in(now, is_line ? line : run);
    replace(now, (struct run){random_line(now).at, 0}, again);
}

static void swap_lines(struct editing *now)
{
    struct run a = random_line(now), b = random_line(now);
    if (a.at > b.at) {
        struct run other = a;
        a = b;
        b = other;
    }
    size_t end = a.at + a.size;
    touch(now, a.at, a.size);
    touch(now, b.at, b.size);
    buffer_add(now->out, bytes_first(now->text, a.at));
    buffer_add(now->out, bytes_in(now, b));
    if (b.at > a.at) {
        buffer_add(now->out, bytes_in(now, (struct run){end, b.at - end}));
        buffer_add(now->out, bytes_in(now, a));
    }
    buffer_add(now->out, bytes_after(now->text, b.at + b.size));
}

/* What terminals, decoders and line readers have stumbled over. */
static void put_in(struct editing *now)
{
    static const struct bytes hostile[] = {
        BYTES_INIT("\0"),
        BYTES_INIT("\0\0\0\0\0\0\0\0"),
        BYTES_INIT("\x1B[2J\x1B[H"),
        BYTES_INIT("\x1B]0;title\x07"),
        BYTES_INIT("\x1B]8;;http://a\x1B\\"),
        BYTES_INIT("\x1BP+q\x1B\\"),
        BYTES_INIT("\xC2\x9B"
                   "31m"),
        BYTES_INIT("\x9B"
                   "31m"),
        BYTES_INIT("\x7F\x08\x0B\x0C\x0E\x0F"),
        BYTES_INIT("\r"),
        BYTES_INIT("\r\n\r\n"),
        BYTES_INIT("\n"),
        BYTES_INIT("\n\n\n"),
        BYTES_INIT("\\\n"),
        BYTES_INIT("\\"),
        BYTES_INIT("\n+ "),
        BYTES_INIT("\n#"),
        BYTES_INIT("\xE2\x80\xAE"
                   "drawkcab\xE2\x80\xAC"),
        BYTES_INIT("\xE2\x81\xA6\xE2\x80\x8F\xE2\x80\x8E"),
        BYTES_INIT("\xE2\x80\xA8\xE2\x80\xA9\xC2\x85"),
        BYTES_INIT("\xEF\xBB\xBF"),
        BYTES_INIT("\xE2\x80\x8B\xE2\x80\x8D\xEF\xB8\x8F"),
        BYTES_INIT("\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7"),
        BYTES_INIT("\xC0\xAF\xE0\x80\xAF"),
        BYTES_INIT("\xED\xA0\x80\xF4\x90\x80\x80"),
        BYTES_INIT("\xF0\x9F\x98"),
        BYTES_INIT("\xFF\xFE"),
        BYTES_INIT("\xEF\xBF\xBF\xF3\xB0\x80\x80"),
        BYTES_INIT("%s%n%d"),
    };
    size_t which = chance_below(now->chance, sizeof hostile / sizeof *hostile);
    replace(now, (struct run){chance_below(now->chance, now->text.size), 0}, hostile[which]);
}

/* Marks upon marks, or one line of a hundred thousand letters. */
static void put_in_much(struct editing *now)
{
    static const struct bytes pieces[] = {
        BYTES_INIT("\xCC\x81"),         BYTES_INIT("\xCD\x86\xCC\xA3"), BYTES_INIT("a"),
        BYTES_INIT("\n+ \xE6\x96\x87"), BYTES_INIT("\xE1\xBB\x99 "),
    };
    struct bytes piece = pieces[chance_below(now->chance, sizeof pieces / sizeof *pieces)];
    struct buffer much = {0};
    for (size_t left = 1 + chance_below(now->chance, 50000); left; left--)
        buffer_add(&much, piece);
    replace(now, (struct run){chance_below(now->chance, now->text.size), 0}, buffer_bytes(&much));
    buffer_free(&much);
}

static const struct {
    const char *name;
    void (*run)(struct editing *now);
} kinds[] = {
    {"a bit flipped", flip_bit},   {"a byte set", set_byte},     {"bytes scrambled", scramble},
    {"bytes taken out", take_out}, {"truncated", truncate_text}, {"bytes repeated", repeat},
    {"lines swapped", swap_lines}, {"something put in", put_in}, {"much put in", put_in_much},
};

struct edit edit_add(struct buffer *out, struct bytes text, struct chance *chance)
{
    struct editing now = {.out = out, .text = text, .chance = chance};
    size_t kind = chance_below(chance, sizeof kinds / sizeof *kinds);
    now.edit.name = kinds[kind].name;
    kinds[kind].run(&now);
    return now.edit;
}

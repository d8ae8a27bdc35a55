#include "find/scan.h"

/* The bytes looked at before their marks are gone through. */
#define BLOCK 2048

/* The composed letters that fold to ASCII stand below it. */
#define COMPOSED_FIRST 0x80
#define COMPOSED_LAST  0x22FF

/* How often a letter stands in a timeline of both languages, accented or not, in thousandths. */
static const uint8_t frequency['z' - 'a' + 1] = {
    69, 14, 31, 28, 71, 7,  28, 43, 57, 1, 6, 20, 15, /* a to m */
    72, 55, 17, 2,  26, 26, 58, 30, 13, 4, 3, 10, 1,  /* n to z */
};

static bool is_letter(uint32_t base)
{
    return base >= 'a' && base <= 'z';
}

/* Digits and signs are taken to be rare. */
static unsigned frequency_of(uint32_t base)
{
    return is_letter(base) ? frequency[base - 'a'] : base == ' ' ? 142 : 9;
}

/* Returns the marks that the letter of the query has wherever it stands. */
static uint16_t marks_of(const struct scan *scan, size_t place)
{
    return fold_fixed_marks(scan->letters, scan->letter_count, place);
}

/* Returns how often a letter of the query stands in front of the next. Accented letters follow any,
 * so what follows counts less. With one mark a letter is one of many, with two one of many more. */
static unsigned often_at(const struct scan *scan, size_t place)
{
    const struct fold_letter *letter = &scan->letters[place];
    bool is_last = place + 1 == scan->letter_count;
    unsigned next = is_last ? 1000 : frequency_of(letter[1].base) + 100;
    uint16_t marks = marks_of(scan, place);
    unsigned share = !marks ? 1 : (marks & (marks - 1)) == 0 ? 8 : 24;
    return frequency_of(letter->base) * next / share;
}

/* Returns the number of the letter that is the rarest together with the next. */
static size_t choose_anchor(const struct scan *scan)
{
    size_t best = scan->letter_count;
    unsigned least = 0;
    for (size_t i = 0; i < scan->letter_count; i++) {
        uint32_t base = scan->letters[i].base;
        unsigned often = often_at(scan, i);
        if (base > ' ' && base < 0x80 && (best == scan->letter_count || often < least)) {
            best = i;
            least = often;
        }
    }
    return best;
}

/* Returns the first byte that a letter can have as ASCII, or that it has if it is none. */
static struct sign_range range_of(uint32_t base)
{
    if (base >= 0x80)
        return (struct sign_range){0, 0x80, 0xFF - 0x80};
    if (base == ' ')
        return (struct sign_range){0, '\t', ' ' - '\t'};
    return (struct sign_range){is_letter(base) ? SIGN_CASE_BIT : 0, (uint8_t)base, 0};
}

/* Returns what may follow the anchor; any byte when it is the last letter. */
static struct sign_range range_behind(const struct scan *scan)
{
    if (scan->anchor + 1 == scan->letter_count)
        return (struct sign_range){0, 0, 0xFF};
    return range_of(scan->letters[scan->anchor + 1].base);
}

/* Returns what may stand in front of the anchor; any byte when it is the first letter. */
static struct sign_range range_before(const struct scan *scan)
{
    if (scan->anchor == 0)
        return (struct sign_range){0, 0, 0xFF};
    return range_of(scan->letters[scan->anchor - 1].base);
}

/* Writes a code point from U+0080 to U+FFFF as UTF-8; returns the bytes, 2 or 3. */
static size_t encode(uint32_t point, char *out)
{
    size_t size = point < 0x800 ? 2 : 3;
    for (size_t i = size; i-- > 1; point >>= 6)
        out[i] = (char)(0x80 | (point & 0x3F));
    out[0] = (char)((size == 2 ? 0xC0 : 0xE0) | point);
    return size;
}

/* Adds a letter or mark by its last two bytes, since the first one of three is that of half the
 * vowels. An anchor with too many is none. */
static void add_sign(struct scan *scan, const char *last)
{
    if (!signs_add(&scan->signs, (uint8_t)last[0], (uint8_t)last[1]))
        scan->has_anchor = false;
}

/* Lists the letters composed of the anchor and marks, its own at least. */
static void add_composed(struct scan *scan)
{
    struct fold_letter anchor = {scan->letters[scan->anchor].base, marks_of(scan, scan->anchor), 0};
    for (uint32_t point = COMPOSED_FIRST; point <= COMPOSED_LAST; point++) {
        char text[3];
        size_t size = encode(point, text);
        if (fold_matches(anchor, fold_first(scan->fold, (struct bytes){text, size})))
            add_sign(scan, text + size - 2);
    }
}

/* Lists the marks of the anchor: where it is not composed of them all, one is behind it. */
static void add_marks(struct scan *scan)
{
    for (uint8_t next = 0x80; next < 0xC0; next++) {
        char text[] = {'a', (char)SIGN_MARK_LEAD, (char)next};
        struct fold_letter marked = fold_first(scan->fold, (struct bytes){text, sizeof text});
        if (marked.marks & marks_of(scan, scan->anchor))
            add_sign(scan, text + 1);
    }
}

void scan_init(struct scan *scan, const struct fold *fold, const struct fold_letter *letters,
               size_t count)
{
    *scan = (struct scan){.fold = fold, .letters = letters, .letter_count = count};
    scan->anchor = choose_anchor(scan);
    scan->has_anchor = scan->anchor < count;
    if (!scan->has_anchor)
        return;
    scan->signs.is_wide = signs_can_be_wide();
    scan->signs.is_plain = marks_of(scan, scan->anchor) == 0;
    scan->signs.plain = range_of(letters[scan->anchor].base);
    scan->signs.behind = range_behind(scan);
    scan->before = range_before(scan);
    add_composed(scan);
    add_marks(scan);
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

/* Says whether a byte belongs to a line's end or the beginning of a line that goes on. Near one,
 * letters are not where they are in the value, and the answer is left open. */
static bool is_seam(char byte)
{
    return byte == '\n' || byte == '\r' || byte == '\\' || byte == '+';
}

/* Returns where the letter begins that byte `at` is of, marks and all. */
static size_t start_of_letter(struct bytes text, size_t at)
{
    unsigned char byte = (unsigned char)text.at[at];
    while (at > 0 &&
           ((byte & 0xC0) == 0x80 || byte == SIGN_MARK_LEAD || byte == 0xCD)) /* a mark's first */
        byte = (unsigned char)text.at[--at];
    return at;
}

/* Says whether letter `place` of the query may stand at byte `at`; the size of what stands there is
 * left in `*size`. Marks that lack may come behind a line join. */
static bool may_stand(const struct scan *scan, size_t place, struct bytes text, size_t at,
                      size_t *size)
{
    struct fold_letter letter = fold_first(scan->fold, bytes_after(text, at));
    uint32_t base = is_blank(text.at[at]) ? ' ' : letter.base;
    size_t end = at + letter.size;
    *size = letter.size;
    if (base != scan->letters[place].base)
        return false;
    bool has_marks = (marks_of(scan, place) & ~letter.marks) == 0;
    return has_marks || (end < text.size && is_seam(text.at[end]));
}

/* Says whether the letters of the query from the anchor on may stand at byte `at`. */
static bool may_go_on(const struct scan *scan, struct bytes text, size_t at)
{
    for (size_t i = scan->anchor; i < scan->letter_count && at < text.size; i++) {
        bool blank = is_blank(text.at[at]);
        size_t size;
        if (is_seam(text.at[at]))
            return true;
        if (!may_stand(scan, i, text, at, &size))
            return false;
        at += size;
        while (blank && at < text.size && is_blank(text.at[at]))
            at++;
    }
    return true;
}

/* Says whether the letter before the anchor may end before byte `at`, by its last byte alone. It
 * seldom may, and to read the letter costs many times as much. */
static bool may_follow(const struct scan *scan, struct bytes text, size_t at)
{
    if (at == 0 || is_seam(text.at[at - 1]))
        return true;
    uint8_t last = (uint8_t)text.at[at - 1];
    return last >= 0x80 || sign_is_in(scan->before, last);
}

/* Says whether the letters of the query before the anchor may stand before byte `at`. What is not
 * UTF-8 may be other letters backwards than forwards, and the answer is left open too. */
static bool may_come_before(const struct scan *scan, struct bytes text, size_t at)
{
    for (size_t i = scan->anchor; i > 0 && at > 0; i--) {
        bool blank = is_blank(text.at[at - 1]);
        size_t size, end = at;
        at = start_of_letter(text, at - 1);
        if (is_seam(text.at[at])) /* a mark may have its letter before a line join */
            return true;
        while (blank && at > 0 && is_blank(text.at[at - 1]))
            at--;
        bool stands = may_stand(scan, i - 1, text, at, &size);
        if (!blank && at + size != end)
            return true;
        if (!stands)
            return false;
    }
    return true;
}

/* Finds in the block of `text` at byte `at`, of which `size` bytes count. */
static size_t find_in_block(const struct scan *scan, struct bytes text, size_t at, size_t size,
                            const uint8_t *block)
{
    uint8_t found[BLOCK + SIGNS_STEP];
    signs_mark(&scan->signs, block, size, found);
    for (size_t i = 0; i < size; i++) {
        const uint8_t *next = memchr(found + i, 1, size - i);
        if (!next)
            break;
        i = (size_t)(next - found);
        size_t start = start_of_letter(text, at + i);
        if (may_follow(scan, text, start) && may_come_before(scan, text, start) &&
            may_go_on(scan, text, start))
            return start;
    }
    return text.size;
}

size_t scan_find(const struct scan *scan, struct bytes text, size_t from)
{
    if (!scan->has_anchor)
        return from;
    while (from < text.size) {
        size_t left = text.size - from, size = left < BLOCK ? left : BLOCK;
        uint8_t rest[BLOCK + SIGNS_BEHIND + SIGNS_STEP + SIGNS_BEHIND];
        const uint8_t *block = (const uint8_t *)text.at + from;
        if (left < BLOCK + SIGNS_BEHIND) { /* what is behind the text is not read */
            block = memcpy(rest, block, left);
            memset(rest + left, 0, SIGNS_STEP + SIGNS_BEHIND);
        }
        size_t place = find_in_block(scan, text, from, size, block);
        if (place < text.size)
            return place;
        from += size;
    }
    return text.size;
}

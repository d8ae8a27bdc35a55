#include "find/scan.h"

/* The bytes looked at before the first of them is looked at closely. */
#define BLOCK 128

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

/* Returns the number of the letter that is the rarest together with the next. Accented letters
 * follow any, so what follows counts less. */
static size_t choose_anchor(const struct fold_letter *letters, size_t count)
{
    size_t best = count;
    unsigned least = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t base = letters[i].base;
        unsigned next = i + 1 < count ? frequency_of(letters[i + 1].base) + 100 : 1000;
        unsigned often = frequency_of(base) * next;
        if (base > ' ' && base < 0x80 && (best == count || often < least)) {
            best = i;
            least = often;
        }
    }
    return best;
}

/* The bit that makes a capital small. */
static uint8_t case_bit(uint32_t base)
{
    return is_letter(base) ? 'a' - 'A' : 0;
}

static void add_sign(struct scan *scan, struct scan_sign sign)
{
    if (scan->sign_count < SCAN_SIGNS)
        scan->signs[scan->sign_count] = sign;
    scan->sign_count++;
}

/* Makes the sign of the anchor as ASCII with the letter behind it as ASCII; without such a letter
 * any byte may follow. */
static struct scan_sign plain_sign(const struct scan *scan)
{
    uint32_t base = scan->letters[scan->anchor].base;
    struct scan_sign sign = {case_bit(base), (uint8_t)base, 0, 0, 0xFF};
    if (scan->anchor + 1 == scan->letter_count)
        return sign;
    uint32_t next = scan->letters[scan->anchor + 1].base;
    sign.next_fold = case_bit(next);
    sign.next = next >= 0x80 ? 0x80 : next == ' ' ? '\t' : (uint8_t)next;
    sign.span = next >= 0x80 ? 0xFF - 0x80 : next == ' ' ? ' ' - '\t' : 0; /* tab to blank */
    return sign;
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

/* Lists the letters composed of the anchor and marks by their last two bytes, since the first one
 * of three is that of half the vowels. Neighbours make one sign. */
static void add_composed(struct scan *scan)
{
    struct scan_sign sign = {0};
    for (uint32_t point = COMPOSED_FIRST; point <= COMPOSED_LAST; point++) {
        char text[3];
        size_t size = encode(point, text);
        struct fold_letter letter = fold_first(scan->fold, (struct bytes){text, size});
        uint8_t first = (uint8_t)text[size - 2], next = (uint8_t)text[size - 1];
        if (letter.base != scan->letters[scan->anchor].base)
            continue;
        bool joins = sign.first == first && next - sign.next - sign.span == 1;
        if (!joins && sign.first)
            add_sign(scan, sign);
        if (joins)
            sign.span++;
        else
            sign = (struct scan_sign){0, first, 0, next, 0};
    }
    if (sign.first)
        add_sign(scan, sign);
}

void scan_init(struct scan *scan, const struct fold *fold, const struct fold_letter *letters,
               size_t count)
{
    *scan = (struct scan){.fold = fold, .letters = letters, .letter_count = count};
    scan->anchor = choose_anchor(letters, count);
    if (scan->anchor == count)
        return;
    scan->plain = plain_sign(scan);
    add_composed(scan);
    scan->has_anchor = scan->sign_count <= SCAN_SIGNS;
}

/* Without a branch and with a fixed count these two loops are what compilers make vectors of. The
 * first marks in `found` where the anchor stands as ASCII, and behind it what its sign says, a byte
 * of a composed letter or of a mark, or a line join. */
static void find_plain(struct scan_sign s, const uint8_t *restrict block, uint8_t *restrict found)
{
    for (size_t i = 0; i < BLOCK; i++) {
        uint8_t next = block[i + 1];
        uint8_t is_first = (uint8_t)(block[i] | s.fold) == s.first;
        uint8_t is_next = (uint8_t)((next | s.next_fold) - s.next) <= s.span;
        found[i] = is_first & (is_next | (next >= 0x80) | (next == '\\'));
    }
}

/* The second adds where the anchor stands composed in one way. */
static void find_composed(struct scan_sign s, const uint8_t *restrict block,
                          uint8_t *restrict found)
{
    for (size_t i = 0; i < BLOCK; i++) {
        uint8_t is_first = block[i] == s.first;
        uint8_t is_next = (uint8_t)(block[i + 1] - s.next) <= s.span;
        found[i] |= is_first & is_next;
    }
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
    while (at > 0 && ((byte & 0xC0) == 0x80 || byte == 0xCC || byte == 0xCD)) /* a mark's first */
        byte = (unsigned char)text.at[--at];
    return at;
}

/* Says whether the letters of the query from the anchor on may stand at byte `at`. */
static bool may_go_on(const struct scan *scan, struct bytes text, size_t at)
{
    for (size_t i = scan->anchor; i < scan->letter_count && at < text.size; i++) {
        uint32_t base = scan->letters[i].base;
        if (is_seam(text.at[at]))
            return true;
        struct fold_letter letter = fold_first(scan->fold, bytes_after(text, at));
        bool blank = is_blank(text.at[at]);
        if (base != (blank ? ' ' : letter.base))
            return false;
        at += letter.size;
        while (blank && at < text.size && is_blank(text.at[at]))
            at++;
    }
    return true;
}

/* Says whether the letters of the query before the anchor may stand before byte `at`. */
static bool may_come_before(const struct scan *scan, struct bytes text, size_t at)
{
    for (size_t i = scan->anchor; i > 0 && at > 0; i--) {
        uint32_t base = scan->letters[i - 1].base;
        bool blank = is_blank(text.at[at - 1]);
        at = start_of_letter(text, at - 1);
        if (is_seam(text.at[at])) /* a mark may have its letter before a line join */
            return true;
        while (blank && at > 0 && is_blank(text.at[at - 1]))
            at--;
        if (base != (blank ? ' ' : fold_first(scan->fold, bytes_after(text, at)).base))
            return false;
    }
    return true;
}

/* Finds in the block of `text` at byte `at`, of which `size` bytes count. */
static size_t find_in_block(const struct scan *scan, struct bytes text, size_t at, size_t size,
                            const uint8_t *block)
{
    uint8_t found[BLOCK];
    find_plain(scan->plain, block, found);
    for (size_t i = 0; i < scan->sign_count; i++)
        find_composed(scan->signs[i], block, found);
    for (size_t i = 0; i < size; i++) {
        const uint8_t *next = memchr(found + i, 1, size - i);
        if (!next)
            break;
        i = (size_t)(next - found);
        size_t start = start_of_letter(text, at + i);
        if (may_go_on(scan, text, start) && may_come_before(scan, text, start))
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
        uint8_t rest[BLOCK + 1] = {0};
        const uint8_t *block = (const uint8_t *)text.at + from;
        if (left <= BLOCK)
            block = memcpy(rest, block, left);
        size_t place = find_in_block(scan, text, from, size, block);
        if (place < text.size)
            return place;
        from += size;
    }
    return text.size;
}

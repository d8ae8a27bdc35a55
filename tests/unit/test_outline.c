#include "file/outline.h"
#include "unit_store.h"

/* Reading outlines: values, files, what is mainland, and the place that stands for a unit. */

#define TIMELINE "%rec: Timeline\n\nTitle: T\nGazetteer: g.rec\n"
#define EVENTS   "\n%rec: Event\n\nId: e\nDate: 1954\nTitle: E\nProvince: a\n"

static void angles_are_millionths(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int limit;
        bool read;
        int32_t angle;
    } rows[] = {
        {"0", 90, true, 0},
        {"21.8", 90, true, 21800000},
        {"-21.8", 90, true, -21800000},
        {"103.123456", 180, true, 103123456},
        {"103.1234567", 180, true, 103123456},
        {"90", 90, true, 90000000},
        {"90.000001", 90, false, 0},
        {"-90.1", 90, false, 0},
        {"91", 90, false, 0},
        {"180", 180, true, 180000000},
        {"1.", 90, false, 0},
        {".5", 90, false, 0},
        {"+5", 90, false, 0},
        {"--5", 90, false, 0},
        {"-", 90, false, 0},
        {"", 90, false, 0},
        {"1e1", 90, false, 0},
        {"4294967297", 180, false, 0},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        int32_t angle = 0;
        assert_row_int(i, degrees_read(&angle, bytes_of(rows[i].text), rows[i].limit),
                       rows[i].read);
        if (rows[i].read)
            assert_row_int(i, angle, rows[i].angle);
    }
}

static void a_ring_is_closed_and_has_three_corners(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t points; /* 0: refused */
    } rows[] = {
        {"0 0, 1 0, 1 1, 0 0", 4},
        {" 0 0,1 0 ,\n1\t1,\r\n 0 0 \n", 4},
        {"0 0, 1 0, 1 1, 0 1, 0 0", 5},
        {"0 0, 1 0, 0 0", 0},
        {"0 0, 1 0, 1 1", 0},
        {"0 0, 1 0, 1 1, 0", 0},
        {"0 0, 1 0, 1 1, 0 0,", 0},
        {"0 0, 1 0, 1 1, 0 0, 5 5", 0},
        {"0 0; 1 0; 1 1; 0 0", 0},
        {"0 0 1 0 1 1 0 0", 0},
        {"0 0, 1 0 3, 1 1, 0 0", 0},
        {"", 0},
        {",", 0},
    };
    struct location *points = NULL;
    size_t count = 0, room = 0, expected = 0;
    for (size_t i = 0; i < COUNT(rows); i++) {
        bool read = outline_read_ring(bytes_of(rows[i].text), &points, &count, &room);
        expected += rows[i].points;
        assert_row_int(i, read, rows[i].points > 0);
        assert_row_int(i, (long long)count, (long long)expected);
    }
    free(points);
}

/* Opens outlines that stand in the gazetteer, in a file of their own, or in both. */
static bool open_beside(struct outlines *outlines, struct store *store, const char *field,
                        const char *gazetteer, const char *own)
{
    struct folder folder = folder_new();
    struct buffer text = {0};
    buffer_add_string(&text, TIMELINE);
    buffer_add_string(&text, field);
    buffer_add_string(&text, EVENTS);
    folder_write(&folder, "t.rec", buffer_bytes(&text));
    folder_write(&folder, "g.rec", bytes_of(gazetteer));
    if (own)
        folder_write(&folder, "o.rec", bytes_of(own));
    assert_true(store_open(store, folder_file(&folder, "t.rec"), NULL, NULL));
    bool opened = outlines_open(outlines, store);
    folder_remove(&folder);
    buffer_free(&text);
    return opened;
}

#define SQUARE "Outline: 10 10, 12 10, 12 12, 10 12, 10 10\n"

static void outlines_stand_in_the_file_that_is_named(void **state)
{
    (void)state;
    static const struct {
        const char *field, *gazetteer, *own;
        size_t rings; /* 0: no map */
    } rows[] = {
        {"", "%rec: Province\n\nId: a\n" SQUARE, NULL, 1},
        {"", "%rec: Province\n\nId: a\n", "%rec: Province\n\nId: a\n" SQUARE, 0},
        {"Outlines: o.rec\n", "%rec: Province\n\nId: a\n", "%rec: Province\n\nId: a\n" SQUARE, 1},
        {"Outlines: o.rec\n", "%rec: Province\n\nId: a\n" SQUARE, "%rec: Province\n\nId: a\n", 0},
        {"Outlines: o.rec\n", "%rec: Province\n\nId: a\n", "Id: a\n" SQUARE SQUARE, 2},
        {"Outlines: o.rec\n", "%rec: Province\n\nId: a\n", "Id: b\n" SQUARE, 0},
        {"Outlines: o.rec\n", "%rec: Province\n\nId: a\n", "%rec: Word\n\nId: a\n" SQUARE, 0},
        {"Outlines: o.rec\n", "%rec: Province\n\nId: a\n", "Id: a\nOutline: 1 2, 3 4\n" SQUARE, 1},
        {"Outlines: o.rec\n", "%rec: Province\n\nId: a\n" SQUARE, NULL, 0},
        {"Outlines: ./o.rec\n", "%rec: Province\n\nId: a\n", "Id: a\n" SQUARE, 0},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct outlines outlines;
        struct store store;
        bool opened = open_beside(&outlines, &store, rows[i].field, rows[i].gazetteer, rows[i].own);
        assert_row_int(i, opened, rows[i].rings > 0);
        assert_row_int(i, (long long)outlines.count, (long long)rows[i].rings);
        outlines_close(&outlines);
        store_close(&store);
    }
}

/* Casts a ray to the east. */
static bool lies_in(const struct outlines *outlines, const struct ring *ring, struct location at)
{
    bool inside = false;
    for (uint32_t i = ring->at; i + 1 < ring->at + ring->count; i++) {
        struct location a = outlines->points[i], b = outlines->points[i + 1];
        if ((a.north <= at.north) == (b.north <= at.north))
            continue;
        double share = (double)(at.north - a.north) / (b.north - a.north);
        if (a.east + share * (b.east - a.east) > at.east)
            inside = !inside;
    }
    return inside;
}

static void the_shipped_outlines_are_whole(void **state)
{
    (void)state;
    struct store store;
    struct outlines outlines;
    size_t far = 0;
    store_of_shipped(&store);
    assert_true(outlines_open(&outlines, &store));
    assert_int_equal(outlines.unit_count, 63);
    for (size_t i = 0; i < outlines.count; i++) {
        const struct ring *ring = &outlines.rings[i];
        assert_row_int(i, ring->is_far, ring->extent.low.east > 110 * DEGREE);
        far += ring->is_far;
    }
    assert_int_equal(far, 22);
    assert_true(outlines.mainland.high.east < 110 * DEGREE);
    assert_true(outlines.whole.high.east > 116 * DEGREE);
    for (size_t i = 0; i < outlines.unit_count; i++) {
        bool inside = false;
        for (size_t r = 0; r < outlines.count && !inside; r++)
            inside = outlines.rings[r].unit == outlines.units[i].unit &&
                     !outlines.rings[r].is_far &&
                     lies_in(&outlines, &outlines.rings[r], outlines.units[i].at);
        assert_row_int(i, inside, true);
    }
    outlines_close(&outlines);
    store_close(&store);
}

static void the_islands_are_named_in_both_languages(void **state)
{
    (void)state;
    struct store store;
    struct outlines outlines;
    size_t named[LANGUAGE_COUNT] = {0};
    store_of_shipped(&store);
    assert_true(outlines_open(&outlines, &store));
    for (size_t i = 0; i < outlines.label_count; i++) {
        struct bytes name = outlines.labels[i].name;
        bool north = bytes_equal(name, BYTES("Hoàng Sa"));
        assert_true(north || bytes_equal(name, BYTES("Trường Sa")));
        assert_true(outlines.labels[i].at.east > 110 * DEGREE);
        assert_int_equal(outlines.labels[i].at.north > 14 * DEGREE, north);
        named[outlines.labels[i].language]++;
    }
    for (int i = 0; i < LANGUAGE_COUNT; i++)
        assert_int_equal(named[i], 2);
    outlines_close(&outlines);
    store_close(&store);
}

static void any_bytes_make_outlines(void **state)
{
    (void)state;
    static const char *const pieces[] = {
        "Outline: ", "0 0",   ", ", "1 0",    "1 1", "\n+ ",   "\n",       "0 0, 1 0, 1 1, 0 0",
        "Id: a\n",   "Label", ": ", "-90 90", "180", "\n\n",   "%rec: ",   "Province\n\n",
        "_vi",       "x",     "ế",  "\xFF",   "-",   "999999", "5.5 -5.5",
    };
    for (int round = 0; round < 300; round++) {
        struct outlines outlines;
        struct store store;
        struct buffer text = {0};
        buffer_add_string(&text, "Id: a\n");
        for (int i = 0; i < 40; i++)
            buffer_add_string(&text, pieces[random_below((unsigned)COUNT(pieces))]);
        if (open_beside(&outlines, &store, "Outlines: o.rec\n", "%rec: Province\n\nId: a\n",
                        buffer_string(&text))) {
            assert_int_equal(outlines.unit_count, 1);
            assert_non_null(outlines_place(&outlines, outlines.units[0].unit));
            assert_null(outlines_place(&outlines, UNIT_NONE));
        }
        outlines_close(&outlines);
        store_close(&store);
        buffer_free(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(angles_are_millionths),
        cmocka_unit_test(a_ring_is_closed_and_has_three_corners),
        cmocka_unit_test(outlines_stand_in_the_file_that_is_named),
        cmocka_unit_test(the_shipped_outlines_are_whole),
        cmocka_unit_test(the_islands_are_named_in_both_languages),
        cmocka_unit_test(any_bytes_make_outlines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

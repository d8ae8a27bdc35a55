#ifndef UNIT_BROWSER_H
#define UNIT_BROWSER_H

#include "show/browser.h"

#include "unit_keys.h"
#include "unit_store.h"

/* A browser over a small timeline, driven by keys alone. */

/* Ten events, 1930 to 1990, in three provinces. */
static const char text[] =
    "%rec: Timeline\n\nTitle_vi: Thử\nTitle_en: Test\nLanguages: vi en\nDate: 1900/2000\n"
    "Gazetteer: g.rec\n\n%rec: Event\n\n"
    "Id: a\nDate: 1930\nTitle: Alpha one\nProvince: p1\nSee: j\nSee: b\nSee: nobody\n\n"
    "Id: b\nDate: 1940-02\nTitle: Beta two\nProvince: p2\nTag: war\n\n"
    "Id: c\nDate: 1945-08-19\nTitle: Gamma one\nProvince: p1\n\n"
    "Id: d\nDate: 1945-09-02\nTitle: Đệ tứ\nProvince: p2\nProvince: p1\n\n"
    "Id: e\nDate: 1954-05-07\nTitle: Epsilon one\nProvince: p2\n\n"
    "Id: f\nDate: 1954-05-08~\nTitle: Zeta two\nProvince: p3\n\n"
    "Id: g\nDate: 1968\nTitle: Eta\nProvince: p3\n\n"
    "Id: h\nDate: 1975-04-30\nTitle: Theta one\nProvince: p1\n\n"
    "Id: i\nDate: 1986?\nTitle: Iota\nProvince: p3\n\n"
    "Id: j\nDate: 1990\nTitle: Kappa\nProvince: p3\n\n%rec: Lesson\n\n"
    "Id: walk\nTitle: Walk\nStop: b Why?\nStop: nobody\nStop: h\n";
static const char units[] = "Id: p1\nName_vi: Điện Biên\nName_en: Dien Bien\n"
                            "Outline: 102 21, 103 21, 103 22, 102 21\n\n"
                            "Id: p2\nName_vi: Sơn La\nName_en: Son La\n"
                            "Outline: 104 21, 105 21, 105 22, 104 21\n\n"
                            "Id: p3\nName_vi: Hà Nội\nName_en: Hanoi\n"
                            "Outline: 106 21, 107 21, 107 22, 106 21\n";

static struct store store;
static struct browser browser;

static inline int open_browser(void **state)
{
    (void)state;
    store_of(&store, text, units);
    browser_init(&browser, &store, LANGUAGE_EN);
    return 0;
}

static inline int close_browser(void **state)
{
    (void)state;
    browser_free(&browser);
    store_close(&store);
    return 0;
}

static inline void take(void *context, uint32_t key)
{
    browser_key(context, key);
}

/* Types a script and draws, as the loop does. */
static inline void type(struct browser *to, const char *keys)
{
    struct surface surface = {0};
    surface_resize(&surface, 80, 24);
    each_key(keys, take, to);
    browser_draw(to, &surface);
    surface_free(&surface);
}

/* Fails unless the event with this id is selected, "" meaning none. */
static inline void assert_at(size_t row, const char *id)
{
    struct buffer got = {0};
    uint32_t selected = browser_selected(&browser);
    if (selected != EVENT_NONE)
        add_ids(&got, &store, &selected, 1);
    assert_row_taken(row, &got, id);
    buffer_free(&got);
}

struct walk {
    const char *keys, *id;
};

/* Types one script after another into one browser. */
static inline void walk(const struct walk *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        type(&browser, rows[i].keys);
        assert_at(i, rows[i].id);
    }
}

#endif

#ifndef BASE_LANGUAGE_H
#define BASE_LANGUAGE_H

/* The languages of the interface. Data may hold others; these two are always complete. */
enum language { LANGUAGE_VI, LANGUAGE_EN, LANGUAGE_COUNT };

/* A text of the interface in each language, as tables hold it. */
struct bilingual {
    const char *in[LANGUAGE_COUNT];
};

/* A row of such a table. */
#define VI_EN(vi, en)  \
    {                  \
        {              \
            (vi), (en) \
        }              \
    }

/* Returns the two-letter code (ISO 639-1), which also ends the names of multilingual fields. */
static inline const char *language_code(enum language language)
{
    return language == LANGUAGE_VI ? "vi" : "en";
}

#endif

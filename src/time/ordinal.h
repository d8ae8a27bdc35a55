#ifndef TIME_ORDINAL_H
#define TIME_ORDINAL_H

/* Returns what English writes behind the digits of an ordinal number, 0 to 99: `st` of 1st. */
static inline const char *ordinal_ending(int number)
{
    static const char *const endings[] = {"th", "st", "nd", "rd"};
    int teen = number / 10 == 1;
    return teen || number % 10 > 3 ? "th" : endings[number % 10];
}

#endif

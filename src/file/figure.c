#include "file/figure.h"

#include "base/message.h"

static const struct {
    char sign;
    enum message words;
} qualifiers[] = {{'~', MESSAGE_ABOUT_SIGN}, {'>', MESSAGE_OVER_SIGN}, {'<', MESSAGE_UNDER_SIGN}};

#define QUALIFIER_COUNT (sizeof qualifiers / sizeof *qualifiers)

static bool is_qualifier(char sign)
{
    for (size_t i = 0; i < QUALIFIER_COUNT; i++)
        if (qualifiers[i].sign == sign)
            return true;
    return false;
}

static bool is_number(struct bytes number)
{
    struct bytes fraction;
    struct bytes whole = bytes_split(number, '.', &fraction);
    bool has_point = whole.size < number.size;
    bool is_padded = whole.size > 1 && whole.at[0] == '0'; /* JSON knows no such numbers */
    return bytes_are_digits(whole) && !is_padded && (!has_point || bytes_are_digits(fraction));
}

bool figure_read(struct figure *figure, struct bytes value)
{
    struct bytes rest;
    figure->what = bytes_split(bytes_trim(value), ' ', &rest);
    figure->number = bytes_split(rest, ' ', &rest);
    figure->unit = bytes_trim(rest);
    bool qualified = figure->number.size && is_qualifier(figure->number.at[0]);
    figure->qualifier = '\0';
    if (qualified)
        figure->qualifier = figure->number.at[0];
    figure->number = bytes_after(figure->number, qualified ? 1 : 0);
    return figure->what.size && figure->unit.size && is_number(figure->number);
}

void figure_add_amount(struct buffer *out, const struct figure *figure, enum language language)
{
    bool vietnamese = language == LANGUAGE_VI;
    struct bytes fraction;
    struct bytes whole = bytes_split(figure->number, '.', &fraction);
    for (size_t i = 0; i < QUALIFIER_COUNT; i++)
        if (qualifiers[i].sign == figure->qualifier)
            buffer_add_string(out, message(qualifiers[i].words, language));
    for (size_t i = 0; i < whole.size; i++) {
        if (i > 0 && (whole.size - i) % 3 == 0)
            buffer_add_char(out, vietnamese ? '.' : ',');
        buffer_add_char(out, whole.at[i]);
    }
    if (fraction.size) {
        buffer_add_char(out, vietnamese ? ',' : '.');
        buffer_add(out, fraction);
    }
}

#include "file/degrees.h"

bool degrees_read(int32_t *angle, struct bytes text, int limit)
{
    bool is_negative = text.size && text.at[0] == '-';
    struct bytes fraction;
    struct bytes whole = bytes_split(bytes_after(text, is_negative), '.', &fraction);
    bool has_point = is_negative + whole.size < text.size;
    int degrees;
    if (!bytes_number(whole, &degrees) || degrees > limit ||
        (has_point && !bytes_are_digits(fraction)))
        return false;
    *angle = degrees * DEGREE;
    int32_t unit = DEGREE / 10;
    for (size_t i = 0; i < fraction.size && unit > 0; i++, unit /= 10)
        *angle += (fraction.at[i] - '0') * unit;
    if (*angle > limit * DEGREE)
        return false;
    *angle = is_negative ? -*angle : *angle;
    return true;
}

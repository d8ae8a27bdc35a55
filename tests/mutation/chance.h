#ifndef TESTS_MUTATION_CHANCE_H
#define TESTS_MUTATION_CHANCE_H

#include <stddef.h>
#include <stdint.h>

/* Random numbers, the same ones from the same beginning, which must not be 0. */
struct chance {
    uint64_t state;
};

/* Returns the numbers of round `round` of a seed. */
static inline struct chance chance_of(uint64_t seed, uint64_t round)
{
    return (struct chance){(seed << 32 ^ round) * 0x9E3779B97F4A7C15ULL | 1};
}

/* Returns a number from 0 to limit - 1, 0 when the limit is 0: xorshift64* (Vigna 2014). */
static inline size_t chance_below(struct chance *chance, size_t limit)
{
    chance->state ^= chance->state >> 12;
    chance->state ^= chance->state << 25;
    chance->state ^= chance->state >> 27;
    return limit ? (size_t)((chance->state * 0x2545F4914F6CDD1DULL) >> 16) % limit : 0;
}

#endif

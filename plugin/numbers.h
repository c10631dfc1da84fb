/* Sets of small numbers.

   Copyright (C) 2026 The escape authors.

   This file is part of escape.

   escape is free software: you can redistribute it and/or modify it under
   the terms of the GNU General Public License as published by the Free
   Software Foundation, either version 3 of the License, or (at your option)
   any later version.

   escape is distributed in the hope that it will be useful, but WITHOUT ANY
   WARRANTY; without even the implied warranty of MERCHANTABILITY or FITNESS
   FOR A PARTICULAR PURPOSE.  See the GNU General Public License for more
   details.

   You should have received a copy of the GNU General Public License along
   with this program.  If not, see <https://www.gnu.org/licenses/>.  */


/* What a character of a string, or an element of a table, may be: some of the
   numbers from 0 to 127, which are told apart, and perhaps OTHERS.  */

#ifndef ESCAPE_NUMBERS_H
#define ESCAPE_NUMBERS_H

enum { SMALL_NUMBERS = 128 };

struct number_set
{
  uint64_t words[SMALL_NUMBERS / 64];
  bool others;
};

/* The number that constant C is, as far as sets tell numbers apart.  */

static inline unsigned
small_number (tree c)
{
  if (!tree_fits_uhwi_p (c) || tree_to_uhwi (c) >= SMALL_NUMBERS)
    return SMALL_NUMBERS;
  return tree_to_uhwi (c);
}

static inline bool
has_number (const number_set &s, unsigned n)
{
  return n < SMALL_NUMBERS ? (s.words[n / 64] >> (n % 64)) & 1 : s.others;
}

/* Add N, which is one of the others if it is not small.  */

static inline void
add_number (number_set *s, unsigned n)
{
  if (n < SMALL_NUMBERS)
    s->words[n / 64] |= UINT64_C (1) << (n % 64);
  else
    s->others = true;
}

static inline void
remove_number (number_set *s, unsigned n)
{
  s->words[n / 64] &= ~(UINT64_C (1) << (n % 64));
}

/* Add all of A.  */

static inline void
add_numbers (number_set *s, const number_set &a)
{
  for (unsigned i = 0; i < SMALL_NUMBERS / 64; i++)
    s->words[i] |= a.words[i];
  s->others |= a.others;
}

/* Keep those that are in A, too.  */

static inline void
keep_numbers (number_set *s, const number_set &a)
{
  for (unsigned i = 0; i < SMALL_NUMBERS / 64; i++)
    s->words[i] &= a.words[i];
  s->others &= a.others;
}

static inline bool
same_numbers_p (const number_set &a, const number_set &b)
{
  return memcmp (a.words, b.words, sizeof a.words) == 0
	 && a.others == b.others;
}

/* Whether there may be a number that is in both A and B.  */

static inline bool
may_meet_p (const number_set &a, const number_set &b)
{
  uint64_t both = a.others && b.others;
  for (unsigned i = 0; i < SMALL_NUMBERS / 64; i++)
    both |= a.words[i] & b.words[i];
  return both;
}

/* Whether all of A are in B.  */

static inline bool
within_p (const number_set &a, const number_set &b)
{
  uint64_t more = a.others && !b.others;
  for (unsigned i = 0; i < SMALL_NUMBERS / 64; i++)
    more |= a.words[i] & ~b.words[i];
  return !more;
}

#endif /* ESCAPE_NUMBERS_H */

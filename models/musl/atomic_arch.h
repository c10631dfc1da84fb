/* Atomic operations of musl, for check-musl.

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


/* In place of arch/x86_64/atomic_arch.h, whose asm says nothing of what is
   done to the memory: atomic.h makes all others of these.  */

#define a_cas a_cas
static inline int
a_cas (volatile int *p, int expected, int value)
{
  return __sync_val_compare_and_swap (p, expected, value);
}

#define a_cas_p a_cas_p
static inline void *
a_cas_p (volatile void *p, void *expected, void *value)
{
  return __sync_val_compare_and_swap ((void *volatile *) p, expected, value);
}

/* Models of <threads.h>.

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


/* As in pthread.c.  */

#define thrd_create thrd_create_of_header
#include <threads.h>
#undef thrd_create

#include "model.h"

extern void thrd_create (thrd_start_t run, void *argument)
  __asm__ ("thread_of_thrd_create");

static int
create (thrd_t *thread, thrd_start_t run, void *argument)
{
  thrd_create (run, argument);
  return 0;
}
SAME_AS (create, thrd_create)

void
call_once (once_flag *once, void (*initialize) (void))
{
  initialize ();
}

static void *tss_data[1];
static tss_dtor_t tss_destructors[1];

int
tss_create (tss_t *key, tss_dtor_t destroy)
{
  tss_destructors[0] = destroy;
  return 0;
}

int
tss_set (tss_t key, void *data)
{
  tss_data[0] = data;
  return 0;
}

void *
tss_get (tss_t key)
{
  return tss_data[0];
}

KEEP_NOTHING (thrd_join, thrd_sleep, mtx_init, mtx_destroy, mtx_lock,
	      mtx_trylock, mtx_timedlock, mtx_unlock, cnd_init, cnd_destroy,
	      cnd_signal, cnd_broadcast, cnd_wait, cnd_timedwait)

/* Models of <aio.h>.

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


/* A request is in the system's hands until it is done, with the buffer and
   the value to be told that it names.  */

#define _GNU_SOURCE 1
#include <aio.h>

#include "model.h"

static struct aiocb *requests[1];

static int
start (struct aiocb *request)
{
  requests[0] = request;
  return 0;
}
SAME_AS (start, aio_read, aio_read64, aio_write, aio_write64)

int
aio_fsync (int operation, struct aiocb *request)
{
  return start (request);
}
SAME_AS (aio_fsync, aio_fsync64)

/* The event is looked at when all are done; it is not said to be copied.  */

static struct sigevent *list_event;

int
lio_listio (int mode, struct aiocb *const list[], int n,
	    struct sigevent *event)
{
  list_event = event;
  return start (list[model_any]);
}
SAME_AS (lio_listio, lio_listio64)

KEEP_NOTHING (aio_error, aio_error64, aio_return, aio_return64, aio_cancel,
	      aio_cancel64, aio_suspend, aio_suspend64, aio_init)

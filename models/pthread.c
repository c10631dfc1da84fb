/* Models of <pthread.h> and <semaphore.h>.

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


/* A mutex, a condition variable and their like are used where they are and
   destroyed before their memory ends: nobody else keeps them.  A new thread
   may outlive the function that makes it, and keeps what it is given.  */

#define _GNU_SOURCE 1

/* Here these names are the hands of the thread.  */
#define pthread_create pthread_create_of_header
#include <pthread.h>
#undef pthread_create
#include <semaphore.h>

#include "model.h"

extern void pthread_create (const void *attributes, void *(*run) (void *),
			    void *argument) __asm__ ("thread_of_pthread_create");

/* Among the attributes is the stack, which may be the caller's memory.  */

struct attributes
{
  void *stack;
};

static int
create (pthread_t *restrict thread, const pthread_attr_t *restrict attributes,
	void *(*run) (void *), void *restrict argument)
{
  pthread_create (((const struct attributes *) attributes)->stack, run,
		  argument);
  return 0;
}
SAME_AS (create, pthread_create)

int
pthread_attr_setstack (pthread_attr_t *attributes, void *stack, size_t size)
{
  ((struct attributes *) attributes)->stack = stack;
  return 0;
}

int
pthread_attr_getstack (const pthread_attr_t *restrict attributes,
		       void **restrict stack, size_t *restrict size)
{
  *stack = ((const struct attributes *) attributes)->stack;
  return 0;
}

int
pthread_attr_setstackaddr (pthread_attr_t *attributes, void *stack)
{
  return pthread_attr_setstack (attributes, stack, 0);
}

int
pthread_attr_getstackaddr (const pthread_attr_t *restrict attributes,
			   void **restrict stack)
{
  return pthread_attr_getstack (attributes, stack, NULL);
}

int
pthread_getattr_np (pthread_t thread, pthread_attr_t *attributes)
{
  ((struct attributes *) attributes)->stack = model_unknown;
  return 0;
}

/* A default stack is not possible.  */
KEEP_NOTHING (pthread_setattr_default_np, pthread_getattr_default_np)

/* What a thread returns.  */

static void *thread_results[1];

int
pthread_join (pthread_t thread, void **result)
{
  *result = thread_results[0];
  return 0;
}
SAME_AS (pthread_join, pthread_tryjoin_np, pthread_timedjoin_np,
	 pthread_clockjoin_np)

static void
end (void *result)
{
  thread_results[0] = result;
}
SAME_AS (end, pthread_exit)

/* Data of a thread, for which the destructor is called when it ends.  */

static void *thread_data[1];
static void (*thread_data_destructors[1]) (void *);

int
pthread_key_create (pthread_key_t *key, void (*destroy) (void *))
{
  thread_data_destructors[0] = destroy;
  return 0;
}

int
pthread_setspecific (pthread_key_t key, const void *data)
{
  thread_data[0] = (void *) data;
  return 0;
}

void *
pthread_getspecific (pthread_key_t key)
{
  return thread_data[0];
}

/* Functions that are called now, and others later.  */

int
pthread_once (pthread_once_t *once, void (*initialize) (void))
{
  initialize ();
  return 0;
}

static void (*fork_functions[3]) (void);

int
pthread_atfork (void (*prepare) (void), void (*parent) (void),
		void (*child) (void))
{
  fork_functions[0] = prepare;
  fork_functions[1] = parent;
  fork_functions[2] = child;
  return 0;
}
SAME_AS (pthread_atfork, __register_atfork)

/* pthread_cleanup_push and _pop are macros: the calls of the functions are
   seen where they are used, and the buffer is taken back in the same block.  */

KEEP_NOTHING (__pthread_register_cancel, __pthread_unregister_cancel,
	      __pthread_register_cancel_defer,
	      __pthread_unregister_cancel_restore, __pthread_unwind_next,
	      __sigsetjmp_cancel)

KEEP_NOTHING (pthread_attr_init, pthread_attr_destroy,
	      pthread_attr_getaffinity_np, pthread_attr_getdetachstate,
	      pthread_attr_getguardsize, pthread_attr_getinheritsched,
	      pthread_attr_getschedparam, pthread_attr_getschedpolicy,
	      pthread_attr_getscope, pthread_attr_getsigmask_np,
	      pthread_attr_getstacksize, pthread_attr_setaffinity_np,
	      pthread_attr_setdetachstate, pthread_attr_setguardsize,
	      pthread_attr_setinheritsched, pthread_attr_setschedparam,
	      pthread_attr_setschedpolicy, pthread_attr_setscope,
	      pthread_attr_setsigmask_np, pthread_attr_setstacksize)

KEEP_NOTHING (pthread_getaffinity_np, pthread_setaffinity_np,
	      pthread_getcpuclockid, pthread_getname_np, pthread_setname_np,
	      pthread_getschedparam, pthread_setschedparam,
	      pthread_setcancelstate, pthread_setcanceltype, pthread_detach)

KEEP_NOTHING (pthread_mutex_init, pthread_mutex_destroy, pthread_mutex_lock,
	      pthread_mutex_trylock, pthread_mutex_timedlock,
	      pthread_mutex_clocklock, pthread_mutex_unlock,
	      pthread_mutex_consistent, pthread_mutex_consistent_np,
	      pthread_mutex_getprioceiling, pthread_mutex_setprioceiling,
	      pthread_mutexattr_init, pthread_mutexattr_destroy,
	      pthread_mutexattr_getprioceiling, pthread_mutexattr_getprotocol,
	      pthread_mutexattr_getpshared, pthread_mutexattr_getrobust,
	      pthread_mutexattr_getrobust_np, pthread_mutexattr_gettype,
	      pthread_mutexattr_setprioceiling, pthread_mutexattr_setprotocol,
	      pthread_mutexattr_setpshared, pthread_mutexattr_setrobust,
	      pthread_mutexattr_setrobust_np, pthread_mutexattr_settype)

KEEP_NOTHING (pthread_cond_init, pthread_cond_destroy, pthread_cond_signal,
	      pthread_cond_broadcast, pthread_cond_wait,
	      pthread_cond_timedwait, pthread_cond_clockwait,
	      pthread_condattr_init, pthread_condattr_destroy,
	      pthread_condattr_getclock, pthread_condattr_setclock,
	      pthread_condattr_getpshared, pthread_condattr_setpshared)

KEEP_NOTHING (pthread_rwlock_init, pthread_rwlock_destroy,
	      pthread_rwlock_rdlock, pthread_rwlock_tryrdlock,
	      pthread_rwlock_timedrdlock, pthread_rwlock_clockrdlock,
	      pthread_rwlock_wrlock, pthread_rwlock_trywrlock,
	      pthread_rwlock_timedwrlock, pthread_rwlock_clockwrlock,
	      pthread_rwlock_unlock, pthread_rwlockattr_init,
	      pthread_rwlockattr_destroy, pthread_rwlockattr_getkind_np,
	      pthread_rwlockattr_setkind_np, pthread_rwlockattr_getpshared,
	      pthread_rwlockattr_setpshared)

KEEP_NOTHING (pthread_barrier_init, pthread_barrier_destroy,
	      pthread_barrier_wait, pthread_barrierattr_init,
	      pthread_barrierattr_destroy, pthread_barrierattr_getpshared,
	      pthread_barrierattr_setpshared, pthread_spin_init,
	      pthread_spin_destroy, pthread_spin_lock, pthread_spin_trylock,
	      pthread_spin_unlock)

/* <semaphore.h> */

static sem_t named_semaphores[1];

sem_t *
sem_open (const char *name, int flags, ...)
{
  return named_semaphores;
}

KEEP_NOTHING (sem_init, sem_destroy, sem_close, sem_unlink, sem_wait,
	      sem_trywait, sem_timedwait, sem_clockwait, sem_post,
	      sem_getvalue)

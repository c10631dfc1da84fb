/* Models of <signal.h> and <setjmp.h>.

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


#define _GNU_SOURCE 1
#include <signal.h>
#include <ucontext.h>

#include "model.h"

/* Handlers are called later.  */

static sighandler_t signal_handlers[1];

sighandler_t
signal (int number, sighandler_t handler)
{
  sighandler_t old = signal_handlers[0];

  signal_handlers[0] = handler;
  return old;
}
SAME_AS (signal, bsd_signal, ssignal, sysv_signal, __sysv_signal, sigset)

static struct sigaction signal_actions[1];

int
sigaction (int number, const struct sigaction *restrict action,
	   struct sigaction *restrict old)
{
  *old = signal_actions[0];
  signal_actions[0] = *action;
  return 0;
}
SAME_AS (sigaction, __sigaction)

/* The stack stays until there is another.  */

static stack_t signal_stack;

int
sigaltstack (const stack_t *restrict stack, stack_t *restrict old)
{
  *old = signal_stack;
  signal_stack = *stack;
  return 0;
}

static struct sigstack old_signal_stack;

extern int sigstack (struct sigstack *stack, struct sigstack *old);

int
sigstack (struct sigstack *stack, struct sigstack *old)
{
  *old = old_signal_stack;
  old_signal_stack = *stack;
  return 0;
}

/* A signal may bring a pointer along.  */

static union sigval signal_values[1];

int
sigqueue (pid_t process, int number, const union sigval value)
{
  signal_values[0] = value;
  return 0;
}

int
pthread_sigqueue (pthread_t thread, int number, const union sigval value)
{
  signal_values[0] = value;
  return 0;
}

int
sigwaitinfo (const sigset_t *restrict set, siginfo_t *restrict information)
{
  FILL (information);
  return 0;
}
SAME_AS (sigwaitinfo, sigtimedwait)

int
pidfd_send_signal (int fd, int number, siginfo_t *information,
		   unsigned int flags)
{
  signal_values[0] = information->si_value;
  return 0;
}

KEEP_NOTHING (sigaddset, sigdelset, sigemptyset, sigfillset, sigismember,
	      sigandset, sigorset, sigisemptyset, sigpending, sigprocmask,
	      pthread_sigmask, sigsuspend, sigwait, psignal, psiginfo, raise,
	      kill, siginterrupt, sigreturn, signalfd)

/* <ucontext.h>.  In a context there may be pointers to other parts of it.  */

int
getcontext (ucontext_t *context)
{
  *(void **) SOMEWHERE (context) = SOMEWHERE (context);
  return 0;
}

/* <setjmp.h>.  A jump buffer holds where to go on, but no address of an
   object.  */

KEEP_NOTHING (setjmp, _setjmp, __sigsetjmp, sigsetjmp, longjmp, _longjmp,
	      siglongjmp, __longjmp_chk)

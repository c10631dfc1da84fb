/* System calls of musl, for check-musl.

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


/* In place of arch/x86_64/syscall_arch.h, whose asm would keep all that it is
   given: here nothing is kept, and what comes back is not known.  */

#define __SYSCALL_LL_E(x) (x)
#define __SYSCALL_LL_O(x) (x)
#define IPC_64 0

extern long model_system_call;

#define __syscall0(n) model_system_call
static __inline long
__syscall1 (long n, long a)
{
  return model_system_call;
}
static __inline long
__syscall2 (long n, long a, long b)
{
  return model_system_call;
}
static __inline long
__syscall3 (long n, long a, long b, long c)
{
  return model_system_call;
}
static __inline long
__syscall4 (long n, long a, long b, long c, long d)
{
  return model_system_call;
}
static __inline long
__syscall5 (long n, long a, long b, long c, long d, long e)
{
  return model_system_call;
}
static __inline long
__syscall6 (long n, long a, long b, long c, long d, long e, long f)
{
  return model_system_call;
}

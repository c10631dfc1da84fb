/* Functions left by longjmp, by a jump out of a nested function, and with
   callbacks of the C library in between.  */

#include <setjmp.h>
#include <stdlib.h>

jmp_buf buffer;
int *global;

static void jump (void)
{
  int x = 1; /* BROKEN: local x */
  global = &x;
  longjmp (buffer, 1);
}

static void deeper (int n)
{
  int x = n; /* STAYS: local x */
  int *p = &x;
  if (n == 0)
    longjmp (buffer, 2);
  deeper (*p - 1);
}

static void nonlocal (void)
{
  __label__ out;
  int x = 1; /* STAYS: local x */
  void inner (int n)
  {
    int y = n; /* BROKEN: local y */
    int *p = &y;
    global = p;
    if (n == 0)
      goto out;
    inner (n - 1);
  }
  inner (x + 3);
out:
  return;
}

static int compare (const void *a, const void *b)
{
  int x = *(const int *) a; /* BROKEN: local x */
  int y = *(const int *) b; /* STAYS: local y */
  int *p = &y;
  global = &x;
  return x - *p;
}

static int compare_and_jump (const void *a, const void *b)
{
  int x = *(const int *) a; /* STAYS: local x */
  int *p = &x;
  if (*p == 3)
    longjmp (buffer, 3);
  return x - *(const int *) b;
}

/* What setjmp saves is not looked at.  */

static int registers (int n)
{
  int x = n; /* STAYS: local x */
  int *p = &x;
  jmp_buf own; /* STAYS: local own */
  if (setjmp (own) == 0)
    longjmp (own, 1);
  return *p;
}

int main (void)
{
  int numbers[] = { 5, 3, 4, 1, 2 }; /* STAYS: local numbers */
  if (setjmp (buffer) == 0)
    jump ();
  if (setjmp (buffer) == 0)
    deeper (20);
  nonlocal ();
  qsort (numbers, 5, sizeof *numbers, compare);
  if (setjmp (buffer) == 0)
    qsort (numbers, 5, sizeof *numbers, compare_and_jump);
  return registers (1) - 1;
}

/* What lives on: globals, static and thread-local variables, of any scope.
   Their own addresses may go anywhere.  */

int *global;
static int *file_static;
__thread int *thread_local_one;
extern int *external;
int **pointer;

void
to_global (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'global'" } */

  global = &x;
}

void
to_static (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'file_static'" } */

  file_static = &x;
}

int *
from_static (void)
{
  return file_static;
}

void
to_function_static (void)
{
  static int *kept;
  int x; /* { dg-note "'x' escapes its frame: stored in 'kept'" } */

  if (!kept)
    kept = &x;
}

void
to_thread_local (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'thread_local_one'" } */

  thread_local_one = &x;
}

void
to_external (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'external'" } */

  external = &x;
}

void
through_global (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in memory that 'pointer' points to" } */

  *pointer = &x;
}

/* The content of a local whose address is in a global is there as well.  */

void
behind_global (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'p', which escapes" } */
  int *p = &x; /* { dg-note "'p' escapes its frame: stored in 'pointer'" } */

  pointer = &p;
}

void
statics_may (void)
{
  static int x;
  static int *p = &x;

  pointer = &p;
  global = &x;
}

/* A register variable has no address, a global register is global.  */

void
by_global_read (void)
{
  int x = 0; /* { dg-note "'x' does not escape" } */
  int *p = &x;

  *p = *global;
}

/* Each thread has a stack, a thread-local storage and functions entered of
   its own.  */

#include <pthread.h>
#include <stdlib.h>

static __thread int *mine;
int *shared;

static int work (int n, int *outer)
{
  int x = n; /* STAYS: local x */
  int *p = malloc (sizeof *p); /* STAYS: allocation malloc */
  int result;
  *p = *outer;
  result = n == 0 ? *p : work (n - 1, &x) + *p;
  free (p);
  return result;
}

static void to_thread_local (void)
{
  int x = 1; /* BROKEN: local x */
  mine = &x;
}

static void to_global (void)
{
  int x = 1; /* BROKEN: local x */
  shared = &x;
}

static void *run (void *argument)
{
  int start = *(int *) argument; /* STAYS: local start */
  for (int i = 0; i < 50; i++)
    work (i, &start);
  if (start == 2)
    {
      to_thread_local ();
      mine = 0;
      to_global ();
    }
  return argument;
}

int main (void)
{
  pthread_t threads[4]; /* STAYS: local threads */
  int numbers[4]; /* STAYS: local numbers */
  for (int i = 0; i < 4; i++)
    {
      numbers[i] = i;
      pthread_create (&threads[i], NULL, run, &numbers[i]);
    }
  for (int i = 0; i < 4; i++)
    pthread_join (threads[i], NULL);
  return 0;
}

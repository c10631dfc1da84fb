/* <threads.h>: as in <pthread.h>.  */

#include <threads.h>

/* C17 7.26.5.1: "creates a new thread executing func(arg)".  */
static int
run (void *data) /* { dg-note "'data' does not escape" } */
{
  return *(int *) data;
}

int
started (void)
{
  thrd_t thread; /* { dg-note "'thread' does not escape" } */
  int data = 1; /* { dg-note "'data' escapes its frame: given to a thread by 'thrd_create'" } */
  int result; /* { dg-note "'result' does not escape" } */

  thrd_create (&thread, run, &data);
  thrd_join (thread, &result);
  return result;
}

/* C17 7.26.4, 7.26.3: a mutex and a condition are used where they are.  */
void
locked (void)
{
  mtx_t mutex; /* { dg-note "'mutex' does not escape" } */
  cnd_t condition; /* { dg-note "'condition' does not escape" } */

  mtx_init (&mutex, mtx_plain);
  cnd_init (&condition);
  mtx_lock (&mutex);
  cnd_broadcast (&condition);
  mtx_unlock (&mutex);
  cnd_destroy (&condition);
  mtx_destroy (&mutex);
}

/* C17 7.26.6.4: "sets the value" of the storage for the thread.  */
void
stored (tss_t key)
{
  int data; /* { dg-note "'data' escapes its frame: kept by 'tss_set'" } */

  tss_set (key, &data);
}

/* C17 7.26.2.1: the function is called at most once, now.  */
static int ready;

static void
prepare (void)
{
  ready = 1;
}

void
once (void)
{
  once_flag flag = ONCE_FLAG_INIT; /* { dg-note "'flag' does not escape" } */

  call_once (&flag, prepare);
}

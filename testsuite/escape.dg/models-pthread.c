/* <pthread.h> and <semaphore.h>: locks are used where they are; what a thread
   is given may be used later.  */
/* { dg-prune-notes "__cancel" } */

#include <pthread.h>
#include <semaphore.h>

/* POSIX pthread_mutex_destroy and its like: "it shall be safe to destroy" what
   is not in use; only the object itself is used.  */
void
synchronised (void)
{
  pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER; /* { dg-note "'mutex' does not escape" } */
  pthread_cond_t condition; /* { dg-note "'condition' does not escape" } */
  pthread_rwlock_t lock; /* { dg-note "'lock' does not escape" } */
  sem_t semaphore; /* { dg-note "'semaphore' does not escape" } */

  pthread_cond_init (&condition, 0);
  pthread_mutex_lock (&mutex);
  pthread_cond_signal (&condition);
  pthread_mutex_unlock (&mutex);
  pthread_mutex_destroy (&mutex);
  pthread_cond_destroy (&condition);
  pthread_rwlock_init (&lock, 0);
  pthread_rwlock_rdlock (&lock);
  pthread_rwlock_unlock (&lock);
  sem_init (&semaphore, 0, 1);
  sem_wait (&semaphore);
  sem_post (&semaphore);
}

/* POSIX pthread_create: the thread executes "start_routine with arg as its sole
   argument"; the attributes are copied, but not the stack that they name.  */
static void *
run (void *data) /* { dg-note "leaking param: 'data' to result level=0" } */
{
  return data;
}

void
started (void)
{
  pthread_t thread; /* { dg-note "'thread' does not escape" } */
  pthread_attr_t attributes; /* { dg-note "'attributes' does not escape" } */
  int data; /* { dg-note "'data' escapes its frame: given to a thread by 'pthread_create'" } */
  void *result; /* { dg-note "'result' does not escape" } */

  pthread_attr_init (&attributes);
  pthread_create (&thread, &attributes, run, &data);
  pthread_attr_destroy (&attributes);
  pthread_join (thread, &result);
}

void
stacked (void)
{
  pthread_t thread; /* { dg-note "'thread' does not escape" } */
  pthread_attr_t attributes; /* { dg-note "'attributes' does not escape" } */
  char stack[65536]; /* { dg-note "'stack' escapes its frame: given to a thread by 'pthread_create'" } */

  pthread_attr_init (&attributes);
  pthread_attr_setstack (&attributes, stack, sizeof stack);
  pthread_create (&thread, &attributes, run, 0);
}

/* POSIX pthread_setspecific: the value is bound to the key, and given to the
   destructor when the thread ends.  */
void
bound (pthread_key_t *key) /* { dg-note "'key' does not escape" } */
{
  int data; /* { dg-note "'data' escapes its frame: kept by 'pthread_setspecific'" } */

  pthread_key_create (key, 0);
  pthread_setspecific (*key, &data);
}

/* POSIX pthread_cleanup_push: the routine is called with the argument by
   pthread_cleanup_pop, in the same block, or before.  */
static void
clean (void *data) /* { dg-note "'data' does not escape" } */
{
  *(int *) data = 0;
}

int
cleaned (void)
{
  int data = 1; /* { dg-note "'data' does not escape" } */

  pthread_cleanup_push (clean, &data);
  pthread_testcancel ();
  pthread_cleanup_pop (1);
  return data;
}

/* POSIX pthread_exit: the value is given to who joins the thread.  */
void
leave (void)
{
  int data; /* { dg-note "'data' escapes its frame: kept by 'pthread_exit'" } */

  pthread_exit (&data);
}

/* What is defined here is what its body says, whatever a model says.  */

static void *kept;

/* The model keeps nothing.  */
int
lib_length (const char *s) /* { dg-note "leaking param: 's': stored in 'kept'" } */
{
  kept = (void *) s;
  return 0;
}

/* The model keeps it.  */
static void
lib_keep (void *p) /* { dg-note "'p' does not escape" } */
{
  *(char *) p = 1;
}

/* Another definition may take its place, and need not be the model's.  */
__attribute__ ((weak)) char *
lib_skip (const char *s) /* { dg-note "'s' does not escape" } */
{
  return 0;
}

/* Another file's, by another name.  */
extern char *renamed (const char *) __asm__ ("lib_copy");
extern void *lib_value (void *) __asm__ ("no_model");

void
leaves_body (void)
{
  char x; /* { dg-note "'x' escapes its frame: stored in 'kept'" } */
  lib_length (&x);
}

void
stays_static (void)
{
  char x; /* { dg-note "'x' does not escape" } */
  lib_keep (&x);
}

void
leaves_weak (void)
{
  char x; /* { dg-note "'x' escapes its frame: passed to 'lib_skip', whose body is not seen" } */
  lib_skip (&x);
}

void
stays_renamed (void)
{
  char x; /* { dg-note "'x' does not escape" } */
  renamed (&x);
}

void
leaves_renamed (void)
{
  char x; /* { dg-note "'x' escapes its frame: passed to 'lib_value', whose body is not seen" } */
  lib_value (&x);
}

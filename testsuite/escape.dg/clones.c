/* What a function does may depend on a constant argument.  Each caller gets what
   the function does for its constants.  Only the notes on locals are of
   interest here.  */

/* { dg-options "-fplugin-arg-escape-show=locals -w" } */

typedef void (*destructor) (void *);
#define STATIC ((destructor) 0)
#define TRANSIENT ((destructor) -1)

struct value { char *text; destructor destroy; char own[32]; };

static char *kept;
static char *last;

/* Keeps P or not.  */
static void
look (char *p, _Bool keep)
{
  if (keep)
    kept = p;
  *p = 0;
}

void
flag (void)
{
  char a[8]; /* { dg-note "'a' escapes its frame: stored in 'kept'" } */
  char b[8]; /* { dg-note "'b' does not escape" } */
  /* Two calls in one function, each with its own constant.  */
  look (a, 1);
  look (b, 0);
}

/* It is not known what N is.  */
void
unknown_flag (int n)
{
  char a[8]; /* { dg-note "'a' escapes its frame: stored in 'kept'" } */
  look (a, n);
}

/* Both constants get there.  */
void
either_flag (int n)
{
  char a[8]; /* { dg-note "'a' escapes its frame: stored in 'kept'" } */
  look (a, n ? 0 : 1);
}

/* A variable that is a constant.  */
void
flag_in_variable (void)
{
  char a[8]; /* { dg-note "'a' does not escape" } */
  const _Bool keep = 0;
  look (a, keep);
}

/* Z is copied if DESTROY is TRANSIENT, else kept.  */
static void
set_value (struct value *v, char *z, destructor destroy)
{
  if (destroy == TRANSIENT)
    {
      for (int i = 0; i < 32; i++)
	v->own[i] = z[i];
      v->destroy = 0;
    }
  else
    {
      v->text = z;
      v->destroy = destroy;
    }
}

/* The constant is passed on through two functions.  */
static void
set_checked (struct value *v, char *z, int n, destructor destroy)
{
  if (n > 0)
    set_value (v, z, destroy);
}

void
copied (struct value *v)
{
  char a[32]; /* { dg-note "'a' does not escape" } */
  set_checked (v, a, sizeof a, TRANSIENT);
}

void
not_copied (struct value *v)
{
  char a[32]; /* { dg-note "'a' escapes its frame: stored in memory that 'v' points to" } */
  set_checked (v, a, sizeof a, STATIC);
}

/* The constant is lost before it is looked at.  */
static void
destroyed (char *p, int keep)
{
  keep = kept != 0;
  if (keep)
    kept = p;
}

void
constant_destroyed (void)
{
  char a[8]; /* { dg-note "'a' escapes its frame: stored in 'kept'" } */
  destroyed (a, 0);
}

/* The constant is what comes in, but not always what is looked at.  */
static void
sometimes (char *p, int keep, int n)
{
  if (n > 3)
    keep = 1;
  if (keep)
    kept = p;
}

void
changed_sometimes (int n)
{
  char a[8]; /* { dg-note "'a' escapes its frame: stored in 'kept'" } */
  sometimes (a, 0, n);
}

/* It may be another constant, which is no better.  */
static void
still_not (char *p, int keep, int n)
{
  if (n > 3)
    keep = 0;
  if (keep)
    kept = p;
}

void
changed_to_same (int n)
{
  char a[8]; /* { dg-note "'a' does not escape" } */
  still_not (a, 0, n);
}

/* In the first turn of the loop KEEP is 0, in the next it is not.  */
static void
in_loop (char *p, int keep)
{
  for (int i = 0; i < 4; i++)
    {
      if (keep)
	kept = p;
      keep = keep + 1;
    }
}

void
changed_in_loop (void)
{
  char a[8]; /* { dg-note "'a' escapes its frame: stored in 'kept'" } */
  in_loop (a, 0);
}

/* No turn of the loop changes it.  */
static void
through_loop (char *p, int keep)
{
  for (int i = 0; i < 4; i++)
    {
      if (keep)
	kept = p;
      keep = keep & 1;
    }
}

void
same_in_loop (void)
{
  char a[8]; /* { dg-note "'a' does not escape" } */
  through_loop (a, 0);
}

/* One of several cases.  */
static char *
choose (char *p, char *q, int which)
{
  switch (which)
    {
    case 0:
      kept = p;
      break;
    case 1 ... 3:
      last = q;
      break;
    case 4:
      return p;
    default:
      break;
    }
  return 0;
}

char *
cases (void)
{
  char a[8]; /* { dg-note "'a' escapes its frame: stored in 'kept'" } */
  char b[8]; /* { dg-note "'b' does not escape" } */
  char c[8]; /* { dg-note "'c' does not escape" } */
  char d[8]; /* { dg-note "'d' escapes its frame: stored in 'last'" } */
  char e[8]; /* { dg-note "'e' escapes its frame: returned by 'cases'" } */
  char f[8]; /* { dg-note "'f' does not escape" } */
  choose (a, b, 0);
  choose (c, d, 2);
  choose (f, f, 17);
  return choose (e, f, 4);
}

/* The constant selects what is called.  */
static void keep_it (char *p) { kept = p; }
static void clear_it (char *p) { *p = 0; }

static void
call_one (char *p, int which)
{
  void (*f) (char *) = which == 1 ? keep_it : clear_it;
  f (p);
}

void
selected (void)
{
  char a[8]; /* { dg-note "'a' escapes its frame: stored in 'kept'" } */
  char b[8]; /* { dg-note "'b' does not escape" } */
  call_one (a, 1);
  call_one (b, 2);
}

/* Bits of it.  */
#define KEEP 4
#define CLEAR 2
static void
bits (char *p, unsigned flags)
{
  if (flags & KEEP)
    kept = p;
  if (flags & CLEAR)
    *p = 0;
}

void
flags (void)
{
  char a[8]; /* { dg-note "'a' escapes its frame: stored in 'kept'" } */
  char b[8]; /* { dg-note "'b' does not escape" } */
  bits (a, KEEP | CLEAR);
  bits (b, CLEAR);
}

/* With what else is asked in the same condition.  */
static void
both (char *p, int keep, int n)
{
  if (keep && n > 2)
    kept = p;
}

static void
one_of (char *p, int keep, int n)
{
  if (keep || n > 2)
    kept = p;
}

void
conditions (int n)
{
  char a[8]; /* { dg-note "'a' does not escape" } */
  char b[8]; /* { dg-note "'b' escapes its frame: stored in 'kept'" } */
  char c[8]; /* { dg-note "'c' escapes its frame: stored in 'kept'" } */
  both (a, 0, n);
  both (b, 1, n);
  one_of (c, 0, n);
}

/* Recursion: the constant is passed on in each step...  */
static void
walk (char *p, int keep, int n)
{
  if (keep)
    kept = p;
  if (n)
    walk (p + 1, keep, n - 1);
}

/* ... or it is another one in the next.  */
static void
alternate (char *p, int keep, int n)
{
  if (keep)
    kept = p;
  if (n)
    alternate (p + 1, !keep, n - 1);
}

static void odd (char *p, int keep, int n);

/* Of two functions that call each other.  */
static void
even (char *p, int keep, int n)
{
  if (n)
    odd (p, keep, n - 1);
}

static void
odd (char *p, int keep, int n)
{
  if (keep)
    kept = p;
  if (n)
    even (p, 1, n - 1);
}

void
recursive (int n)
{
  char a[8]; /* { dg-note "'a' does not escape" } */
  char b[8]; /* { dg-note "'b' escapes its frame: stored in 'kept'" } */
  char c[8]; /* { dg-note "'c' escapes its frame: stored in 'kept'" } */
  char d[8]; /* { dg-note "'d' escapes its frame: stored in 'kept'" } */
  walk (a, 0, n);
  walk (b, 1, n);
  alternate (c, 0, n);
  odd (d, 0, n);
}

/* Its address is taken, so anything may be in it.  */
static void set_int (int *p) { *p = 1; }

static void
addressed (char *p, int keep)
{
  set_int (&keep);
  if (keep)
    kept = p;
}

static void
is_volatile (char *p, volatile int keep)
{
  if (keep)
    kept = p;
}

void
in_memory (void)
{
  char a[8]; /* { dg-note "'a' escapes its frame: stored in 'kept'" } */
  char b[8]; /* { dg-note "'b' escapes its frame: stored in 'kept'" } */
  addressed (a, 0);
  is_volatile (b, 0);
}

/* What the callee gets is not what the caller gives.  */
static void
narrow (char *p, unsigned char keep)
{
  if (keep == 0)
    *p = 0;
  else
    kept = p;
}

static void
is_signed (char *p, int keep)
{
  if (keep == -1)
    kept = p;
}

static void
is_wide (char *p, unsigned long keep)
{
  if (keep == 0xffffffffffffffff)
    kept = p;
}

void
conversions (void)
{
  char a[8]; /* { dg-note "'a' does not escape" } */
  char b[8]; /* { dg-note "'b' escapes its frame: stored in 'kept'" } */
  char c[8]; /* { dg-note "'c' escapes its frame: stored in 'kept'" } */
  char d[8]; /* { dg-note "'d' escapes its frame: stored in 'kept'" } */
  char e[8]; /* { dg-note "'e' does not escape" } */
  narrow (a, 256);
  narrow (b, 257);
  is_signed (c, 0xffffffffu);
  is_wide (d, -1);
  is_wide (e, 0xffffffffu);
}

/* A definition in the old style, whose argument is promoted; and calls of one
   that give it another type than it has, or nothing.  */
static void old_style ();

void
old_calls (void)
{
  char a[8]; /* { dg-note "'a' does not escape" } */
  char b[8]; /* { dg-note "'b' escapes its frame: stored in 'kept'" } */
  char c[8]; /* { dg-note "'c' escapes its frame: stored in 'kept'" } */
  char d[8]; /* { dg-note "'d' escapes its frame: stored in 'kept'" } */
  old_style (a, 0);
  old_style (b, 1);
  old_style (c, 0.0);
  old_style (d);
}

static void
old_style (p, keep)
     char *p;
     short keep;
{
  if (keep)
    kept = p;
}

/* A null pointer.  */
static void
put (char *p, char **to)
{
  if (to)
    *to = p;
  else
    *p = 0;
}

static void
put_or_keep (char *p, char **to)
{
  if (to)
    *to = p;
  else
    kept = p;
}

void
null_pointers (char **to)
{
  char a[8]; /* { dg-note "'a' does not escape" } */
  char b[8]; /* { dg-note "'b' escapes its frame: stored in memory that 'to' points to" } */
  char c[8]; /* { dg-note "'c' escapes its frame: stored in 'kept'" } */
  put (a, 0);
  put (b, to);
  put_or_keep (c, 0);
}

/* Control that goes where it is not seen to go.  */
static void *buffer[5];

static void
jump (char *p, int keep)
{
  static void *const targets[] = { &&store, &&done };
  if (keep)
    goto *targets[keep];
  if (__builtin_setjmp (buffer))
    {
    store:
      kept = p;
    }
 done:;
}

static void
assembled (char *p, int keep)
{
  if (keep)
    return;
  asm goto ("" : : : : out);
  return;
 out:
  kept = p;
}

void
jumps (void)
{
  char a[8]; /* { dg-note "'a' escapes its frame: stored in 'kept'" } */
  char b[8]; /* { dg-note "'b' escapes its frame: stored in 'kept'" } */
  char c[8]; /* { dg-note "'c' does not escape" } */
  jump (a, 0);
  assembled (b, 0);
  assembled (c, 1);
}

/* What is kept is a local of the function that the constant is for.  */
static void
own_local (int keep)
{
  char a[8]; /* { dg-note "'a' escapes its frame: stored in 'kept'" } */
  look (a, keep);
}

void
call_own_local (void)
{
  own_local (0);
}

/* Named arguments of a function with variable ones; and one that passes on all
   that it got, whose constants are not in their places.  */
static void
variable (char *p, int keep, ...)
{
  if (keep)
    kept = p;
}

void
call_variable (void)
{
  char a[8]; /* { dg-note "'a' does not escape" } */
  char b[8]; /* { dg-note "'b' escapes its frame: stored in 'kept'" } */
  variable (a, 0, 1);
  variable (b, 1, 0);
}

/* Another function may take its place.  */
__attribute__ ((weak)) void
weak (char *p, int keep)
{
  if (keep)
    kept = p;
}

void
call_weak (void)
{
  char a[8]; /* { dg-note "'a' escapes its frame: passed to 'weak', whose body is not seen" } */
  weak (a, 0);
}

/* A global that got the address and has been overwritten when the function
   returns: others may have read it meanwhile, but it does not dangle.  */

struct frame
{
  struct frame *up;
  int n;
};

static int *g;
static int *h;
static struct frame *top;
static struct { int *first, *second; } pair;
extern int condition;

static int
read_g (void)
{
  return g ? *g : 0;
}

/* Set to null on the only path.  */
int
cleared (void)
{
  int x = 1; /* { dg-note "'x' escapes its frame: stored in 'g', reset before 'cleared' returns" } */
  int s;

  g = &x;
  s = read_g ();
  g = 0;
  return s;
}

/* The old value comes back.  */
int
restored (void)
{
  int x = 1; /* { dg-note "'x' escapes its frame: stored in 'g', reset before 'restored' returns" } */
  int *old = g;
  int s;

  g = &x;
  s = read_g ();
  g = old;
  return s;
}

/* OLD is read too late.  */
int
restored_itself (void)
{
  int x = 1; /* { dg-note "'x' escapes its frame: stored in 'g'" } */
  int *old;

  g = &x;
  old = g;
  g = 0;
  g = old;
  return read_g ();
}

/* Not on the path that returns early.  */
int
early_return (int n)
{
  int x = 1; /* { dg-note "'x' escapes its frame: stored in 'g'" } */

  g = &x;
  if (n)
    return read_g ();
  g = 0;
  return 0;
}

/* On both.  */
int
both_paths (int n)
{
  int x = 1; /* { dg-note "'x' escapes its frame: stored in 'g', reset before 'both_paths' returns" } */

  g = &x;
  if (n)
    {
      n = read_g ();
      g = 0;
    }
  else
    g = h;
  return n;
}

/* The last turn of the loop stores it once more.  */
int
in_loop (int n)
{
  int x = 1; /* { dg-note "'x' escapes its frame: stored in 'g'" } */

  while (n--)
    {
      g = 0;
      if (condition)
	g = &x;
    }
  return 0;
}

int
in_each_turn (int n)
{
  int x = 1; /* { dg-note "'x' escapes its frame: stored in 'g', reset before 'in_each_turn' returns" } */

  while (n--)
    {
      g = &x;
      x += read_g ();
      g = 0;
    }
  return x;
}

/* A program that ends with `exit' still runs what `atexit' was given.  */
void exit (int) __attribute__ ((noreturn));

int
exits (int n)
{
  int x = 1; /* { dg-note "'x' escapes its frame: stored in 'g'" } */

  g = &x;
  if (n)
    exit (read_g ());
  g = 0;
  return 0;
}

int
cannot_go_on (int n)
{
  int x = 1; /* { dg-note "'x' escapes its frame: stored in 'g', reset before 'cannot_go_on' returns" } */

  g = &x;
  if (n)
    __builtin_trap ();
  n = read_g ();
  g = 0;
  return n;
}

/* Only one of two places.  */
int
two_globals (void)
{
  int x = 1; /* { dg-note "'x' escapes its frame: stored in 'h'" } */

  g = &x;
  h = &x;
  g = 0;
  return 0;
}

/* The wrong field, and the right one.  */
int
wrong_field (void)
{
  int x = 1; /* { dg-note "'x' escapes its frame: stored in 'pair'" } */

  pair.first = &x;
  pair.second = 0;
  return 0;
}

int
right_field (void)
{
  int x = 1; /* { dg-note "'x' escapes its frame: stored in 'pair', reset before 'right_field' returns" } */

  pair.second = &x;
  x = *pair.second;
  pair.second = 0;
  return x;
}

/* A list of frames: what is restored was read from X.  */
static int
walk (void)
{
  int s = 0;

  for (struct frame *f = top; f; f = f->up)
    s += f->n;
  return s;
}

int
linked (int n)
{
  struct frame x = { top, n }; /* { dg-note "'x' escapes its frame: stored in 'top', reset before 'linked' returns" } */
  int s;

  top = &x;
  s = walk ();
  top = x.up;
  return s;
}

/* Functions do both.  */
static void
push (struct frame *f) /* { dg-note "leaking param: 'f': stored in 'top'" } */
{
  f->up = top;
  top = f;
}

static void
pop (void)
{
  top = top->up;
}

static void
pop_some (int n)
{
  if (n)
    top = top->up;
}

int
pushed_and_popped (int n)
{
  struct frame x = { 0, n }; /* { dg-note "'x' escapes its frame: stored in 'top', reset before 'pushed_and_popped' returns" } */

  push (&x);
  n = walk ();
  pop ();
  return n;
}

int
popped_by_hand (int n)
{
  struct frame x = { 0, n }; /* { dg-note "'x' escapes its frame: stored in 'top', reset before 'popped_by_hand' returns" } */

  push (&x);
  n = walk ();
  top = x.up;
  return n;
}

int
perhaps_popped (int n)
{
  struct frame x = { 0, n }; /* { dg-note "'x' escapes its frame: stored in 'top'" } */

  push (&x);
  n = walk ();
  pop_some (n);
  return n;
}

/* A parameter's value, and what its caller learns from that.  */
static int
with_frame (struct frame *f) /* { dg-note "leaking param: 'f': stored in 'top', reset before 'with_frame' returns" } */
{
  struct frame *old = top;
  int s;

  top = f;
  s = walk ();
  top = old;
  return s;
}

int
calls_with_frame (int n)
{
  struct frame x = { 0, n }; /* { dg-note "'x' escapes its frame: stored in 'top', reset before 'calls_with_frame' returns" } */

  return with_frame (&x);
}

/* What is known to keep nothing does not store it again.  */
int
used_afterwards (void)
{
  char x[8] = ""; /* { dg-note "'x' escapes its frame: stored in 's', reset before 'used_afterwards' returns" } */
  static char *s;
  int n;

  s = x;
  n = *s;
  s = 0;
  return n + __builtin_strlen (__builtin_strcpy (x, "abc"));
}

/* A heap block.  */
int
block (void)
{
  int *p = __builtin_malloc (sizeof *p); /* { dg-note {'malloc \(4\)' escapes: stored in 'g', reset before 'block' returns} } */
  int s;

  *p = 1;
  g = p;
  s = read_g ();
  g = 0;
  __builtin_free (p);
  return s;
}

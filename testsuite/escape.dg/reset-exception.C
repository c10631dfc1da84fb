// An exception is a way out of a function.

static int *g;
void may_throw ();
void cannot_throw () noexcept;

int
thrown ()
{
  int x = 1; // { dg-note "'x' escapes its frame: stored in 'g'" }

  g = &x;
  may_throw ();
  g = 0;
  return x;
}

int
not_thrown ()
{
  int x = 1; // { dg-note "'x' escapes its frame: stored in 'g', reset before 'not_thrown' returns" }

  g = &x;
  cannot_throw ();
  g = 0;
  return x;
}

struct guard
{
  int *old;
  guard () { old = g; }
  ~guard () { g = old; }
};

int
guarded ()
{
  int x = 1; // { dg-note "'x' escapes its frame: stored in 'g', reset before 'guarded' returns" }
  guard saved; // { dg-note "'saved' does not escape" }

  g = &x;
  may_throw ();
  return x;
}

// C++: references are pointers, `this' is a parameter, operator new makes
// blocks.

int *sink;

struct holder
{
  int *p;
  holder (int *q) : p (q) {} // { dg-note "leaking param: 'q' to '.this' level=0" }
};

holder *kept;

void
by_reference (int &r) // { dg-note "leaking param: 'r': stored in 'sink'" }
{
  sink = &r;
}

void
given ()
{
  int x; // { dg-note "'x' escapes its frame: stored in 'sink'" }

  by_reference (x);
}

void
block ()
{
  int x; // { dg-note "'x' escapes its frame: stored in 'operator new .*', which escapes" }

  kept = new holder (&x); // { dg-note {'operator new \(8\)' escapes: stored in 'kept'} }
}

int
stays ()
{
  int x = 1; // { dg-note "'x' does not escape" }
  holder h (&x); // { dg-note "'h' does not escape" }

  return *h.p;
}

// Temporaries die with their full expression, unless a reference is bound to
// them.

struct number
{
  int n;
  const int *address () const { return &n; }
};

// The pointer comes from a temporary that is gone.
int
used_after_expression ()
{
  const int *p = number { 3 }.address (); // { dg-note "'temporary' outlives its block: stored in 'p'" }

  return *p;
}

// It is used in the same expression.
int
used_in_expression ()
{
  return *number { 3 }.address ();
}

// The reference lets the temporary live on.
int
bound ()
{
  const number &r = number { 3 };

  return r.n;
}

static const number &
identity (const number &n) // { dg-note "leaking param: 'n' to result level=0" }
{
  return n;
}

// A reference that comes back from a function does not.
int
bound_through_call ()
{
  const number &r = identity (number { 3 }); // { dg-note "'temporary' outlives its block: stored in 'r'" }

  return r.n;
}

// The handler is outside of the block.
int
used_in_handler ()
{
  const int *p = 0;

  try
    {
      number n = { 3 }; // { dg-note "'n' outlives its block: stored in 'p'" }

      p = n.address ();
      throw 1;
    }
  catch (int)
    {
      return *p;
    }
}

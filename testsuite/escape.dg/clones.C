/* Constant arguments in C++: default arguments, and calls that throw.  Only the
   notes on locals are of interest here.  */

/* { dg-options "-fplugin-arg-escape-show=locals -w" } */

static char *kept;

/* KEEP is a constant at the call, wherever it was written.  */
static void
look (char *p, bool keep = false)
{
  if (keep)
    kept = p;
}

struct holder
{
  char *p;
  enum class policy { copy, hold };
  holder (char *q, policy how = policy::copy)
    : p (how == policy::hold ? q : nullptr)
  {
  }
};

holder *
defaults ()
{
  char a[8]; /* { dg-note "'a' does not escape" } */
  char b[8]; /* { dg-note "'b' escapes its frame: stored in 'kept'" } */
  char c[8]; /* { dg-note "'c' does not escape" } */
  char d[8]; /* { dg-note "'d' escapes its frame: .*" } */
  look (a);
  look (b, true);
  holder *h = new holder (c);
  delete h;
  return new holder (d, holder::policy::hold);
}

static void
may_throw (int n)
{
  if (n > 2)
    throw n;
}

/* The handler is reached from the call, whatever KEEP is.  */
static void
handled (char *p, bool keep, int n)
{
  if (keep)
    return;
  try
    {
      may_throw (n);
    }
  catch (int)
    {
      kept = p;
    }
}

/* No call leads to this one.  */
static void
not_handled (char *p, bool keep, int n)
{
  try
    {
      if (keep)
	may_throw (n);
    }
  catch (int)
    {
      kept = p;
    }
}

/* The constant is thrown, and what is caught is not known.  */
static void
thrown (char *p, bool keep)
{
  try
    {
      throw keep;
    }
  catch (bool k)
    {
      if (k)
	kept = p;
    }
}

void
exceptions (int n)
{
  char a[8]; /* { dg-note "'a' escapes its frame: stored in 'kept'" } */
  char b[8]; /* { dg-note "'b' does not escape" } */
  char c[8]; /* { dg-note "'c' escapes its frame: stored in 'kept'" } */
  char d[8]; /* { dg-note "'d' does not escape" } */
  handled (a, false, n);
  handled (b, true, n);
  thrown (c, false);
  not_handled (d, false, n);
}

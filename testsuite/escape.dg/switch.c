/* Each case of a switch is a way that may be taken.  */

int *sink;

void
stored_in_a_case (int n)
{
  int x = 0; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */
  int y = 0; /* { dg-note "'y' does not escape" } */
  int *p = &y;

  switch (n)
    {
    case 1:
      *p = 1;
      break;
    case 2 ... 5:
      p = &x;
      /* Fall through.  */
    case 7:
      sink = p == &y ? 0 : &x;
      break;
    default:
      *p = 2;
    }
}

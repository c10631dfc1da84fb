/* A computed goto may go to any label whose address is taken; that address
   is code and no part of the frame.  */

int *sink;
void *label;

void
stored_behind_a_label (int n)
{
  static void *const labels[] = { &&store, &&done };
  int x = 0; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */
  int y = 0; /* { dg-note "'y' does not escape" } */
  int *p = &y;

  *p = n;
  goto *labels[n];
store:
  sink = &x;
done:
  label = &&done;
}

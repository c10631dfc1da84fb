/* The column of a note is what the user sees: after a tab and after characters
   of several bytes it is not the byte in the line.  */

/* { dg-options "-fdiagnostics-column-unit=display -ftabstop=8" } */

void
plain (int *a, int *b) /* { dg-note "13: 'a' does not escape" } */
/* { dg-note "21: 'b' does not escape" "b" { target *-*-* } .-1 } */
{
}

void
after_tab (int *a,
	   int *b, /* { dg-note "17: 'b' does not escape" } */
	int	*c) /* { dg-note "18: 'c' does not escape" } */
/* { dg-note "17: 'a' does not escape" "a" { target *-*-* } .-3 } */
{
}

void
after_wide (int *a, /* é */ int *b) /* { dg-note "18: 'a' does not escape" } */
/* { dg-note "34: 'b' does not escape" "b" { target *-*-* } .-1 } */
{
}


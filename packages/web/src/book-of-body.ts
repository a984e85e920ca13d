/** Is that the book of the body of this name on its node? A book that goes on from a lost one is called `…~2`, `…~3`. */
export function isBookOf(body: string, origin: string): boolean {
  const first = origin.replace(/~[1-9][0-9]*$/, '');
  return origin === body || first === body || first.endsWith(`/${body}`);
}

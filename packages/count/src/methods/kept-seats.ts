/** Who of those in order is elected when so many seats are left, and some of them belong to sitting members. */
export function withSeatsKept(order: readonly number[], seats: number, kept: ReadonlySet<number>): number[] {
  let free = seats - kept.size;
  return order.filter((at) => {
    if (kept.has(at)) return true;
    free -= 1;
    return free >= 0;
  });
}

/** Two of one credential keep their order, for the last one counts; who came when is lost otherwise. */
export function shuffled<T extends { readonly credential: string; readonly nth: number }>(
  batch: readonly T[],
  /** Any number from 0 below that one, each as likely. */
  below: (bound: number) => number,
): readonly T[] {
  const places = batch.map((one) => one.credential);
  for (let left = places.length; left > 1; left--) {
    const other = below(left);
    [places[left - 1], places[other]] = [places[other] as string, places[left - 1] as string];
  }
  const queues = new Map<string, T[]>();
  for (const one of batch.toSorted((a, b) => b.nth - a.nth))
    queues.set(one.credential, [...(queues.get(one.credential) ?? []), one]);
  return places.map((credential) => queues.get(credential)?.pop() as T);
}

/** The same work for many, so many at a time; what comes out is in the order of the list, whoever finished first. */
export async function forEachOf<T, R>(
  list: readonly T[],
  work: (one: T, place: number) => Promise<R>,
  atOnce = 24,
): Promise<readonly R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let place = next++; place < list.length; place = next++) results[place] = await work(list[place] as T, place);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, list.length) }, worker));
  return results;
}

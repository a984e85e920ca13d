import type { Standing } from './types.ts';

/** What was recorded after the act `since` and before the first that is listed, page by page; null where an answer fails. */
export async function missedBetween(
  page: (after: number) => Promise<readonly Standing[] | null>,
  { since, first }: { readonly since: number; readonly first: number },
): Promise<readonly Standing[] | null> {
  const found: Standing[] = [];
  let after = since;
  for (;;) {
    const answered = await page(after);
    if (answered === null) return null;
    const missed = answered.filter(({ handOver }) => handOver < first);
    found.push(...missed);
    const last = missed.at(-1);
    if (last === undefined || missed.length < answered.length) return found;
    after = last.handOver;
  }
}

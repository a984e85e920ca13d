import type { NodeAddress } from './asking.ts';
import type { Tongue } from './tongue.ts';
import type { BoothWords } from './words-es.ts';

/** What each of the four pages is given. */
export interface PageProps {
  readonly node: NodeAddress;
  readonly tongue: Tongue;
  /** The words that all pages share. */
  readonly booth: BoothWords;
  /** What stood after `#` when the page was opened, and what was put there while it is open. */
  readonly fragments: readonly string[];
}

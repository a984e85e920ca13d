import type { Session } from '../../shell/session.ts';
import type { Shell } from '../../shell/shell.ts';
import type { Supply } from './supply-answer.ts';
import { type Known, useKnown } from './use-known.ts';

/** The committee's state of supply: an act of somebody else's is seen without pressing anything. */
export const useSupply = (shell: Shell, session: Session): Known<Supply> | null =>
  useKnown<Supply>(shell, session, '/supply', 5_000);

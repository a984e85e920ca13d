import type { Session } from '../../shell/session.ts';
import type { Shell } from '../../shell/shell.ts';
import { type Known, useKnown } from '../known/use-known.ts';
import type { Queues } from './queue-answer.ts';

/** Another phone serves too: what it has brought is heard without pressing anything. */
export const useQueues = (shell: Shell, session: Session): Known<Queues> | null =>
  useKnown<Queues>(shell, session, '/queues.json', 4_000);

import type { useSending } from '../../office/sending.tsx';
import type { BodyAreaProps } from '../../shell/area.ts';
import type { ChangeHere, Here } from './here.ts';
import type { Queue, Queues } from './queue-answer.ts';
import type { QueueWords } from './words-es.ts';

/** What every part of this area has. */
export interface PartProps extends BodyAreaProps {
  readonly words: QueueWords;
  readonly queues: Queues;
  readonly officer: boolean;
  readonly sending: ReturnType<typeof useSending>;
}

/** And every part of one queue. */
export interface OneProps extends PartProps {
  readonly queue: Queue;
  readonly here: Here;
  readonly change: ChangeHere;
}

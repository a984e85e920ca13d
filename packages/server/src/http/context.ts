import type { Node } from '../app/node.ts';
import type { EventStreams } from './event-streams.ts';
import type { Turns } from './turns.ts';

export type Log = (line: string) => void;

/** What the routes work with. */
export interface HttpContext {
  readonly node: Node;
  readonly log: Log;
  readonly streams: EventStreams;
  readonly turns: Turns;
  /** More ask for pages than can be made at once. */
  readonly onCrowd: () => void;
}

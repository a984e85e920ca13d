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
  /** A page must be made, or a hall asks for much at once. */
  readonly onAsked: () => void;
}

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
  /** Somebody asks for what takes work: a page that must be made, or what a hall asks for. */
  readonly onAsked: () => void;
}

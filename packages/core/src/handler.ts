import type { CommandName, InputFor } from './catalogue/commands.ts';
import type { Actor, Context, Decision } from './decision.ts';
import type { Need } from './facts.ts';
import type { BodyState } from './state.ts';
import type { Time } from './time.ts';

/** The rule behind one command. */
export interface Handler<N extends CommandName> {
  /** Facts from outside the book that `decide` will look at. Absent: none. */
  readonly needs?: (ask: Ask, input: InputFor<N>) => readonly Need[];
  readonly decide: (context: Context, input: InputFor<N>) => Decision;
}

export interface Ask {
  readonly state: BodyState;
  readonly actor: Actor;
  readonly at: Time;
}

export type Handlers = { readonly [N in CommandName]: Handler<N> };

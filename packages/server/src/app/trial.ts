import { type Command, decide, later, needs, type Time } from '@cabildo/core';
import { readActsAt } from '../store/acts.ts';
import { type BatchTools, freshFor } from './command-batch.ts';
import type { HallsAttended } from './halls-attended.ts';
import type { LoadedBook } from './loaded-book.ts';
import type { CommandRequest } from './node.ts';
import { gather } from './node-facts.ts';
import { problem, type Tried } from './outcome.ts';
import { VaultView } from './vault-view.ts';

/**
 * What the rules would answer to a command now, on the book as committed. Nothing is written, no refusal is minuted, and what
 * is asked in earnest a moment later may be answered otherwise.
 */
export async function tryCommand(
  { command: name, input, actor }: Omit<CommandRequest, 'key'>,
  book: LoadedBook,
  {
    store,
    facts,
    doors,
    threads,
    random,
    attended,
    now,
  }: BatchTools & { readonly attended: HallsAttended; now(): Time },
): Promise<Tried> {
  if (book.remote || book.kind !== 'body') return problem('not-here');
  const command = { name, input } as Command;
  const { origin, folded } = book;
  const { state } = folded;
  const at = later(now(), state.at);
  const evidence = await gather(needs(state, command, actor, at), {
    books: facts,
    store,
    doors,
    threads,
    vault: new VaultView(store, origin, attended.in(origin)),
    state,
    at,
    random,
    leafOf: async (index) => (await readActsAt(store, origin, [index]))[0]?.leaf ?? null,
    freeze: () => undefined,
  });
  const decision = decide({ state, at, actor, evidence, fresh: freshFor(command, random) }, command);
  if (!decision.ok) return { kind: 'refused', refusal: decision.refusal };
  return { kind: 'would', acts: decision.acts.map(({ act, data }) => ({ act, data })) };
}

import { hash } from 'node:crypto';
import { canonicalize } from '@cabildo/book';
import {
  type Accepted,
  type Actor,
  type Command,
  type Context,
  commandEntry,
  decide,
  needs,
  type Refusal,
  slipName,
} from '@cabildo/core';
import { readActsAt } from '../store/acts.ts';
import type { KeptAnswer, KeyedRequest } from '../store/idempotency.ts';
import type { Store } from '../store/open-store.ts';
import { isDatabaseTrouble } from '../store/trouble.ts';
import type { Threads } from './ballot/threads.ts';
import type { BookFactFinder } from './book-facts.ts';
import { memberName } from './cards.ts';
import type { Doors } from './doors.ts';
import { type BookDraft, TornDraft } from './draft.ts';
import type { CommandRequest } from './node.ts';
import { gather, type Sources } from './node-facts.ts';
import { type CommandOutcome, problem } from './outcome.ts';

/** A command as its book's writer takes it up. */
export interface Asked extends KeyedRequest {
  readonly command: Command;
  readonly actor: Actor;
}

export function askedOf(request: Pick<CommandRequest, 'command' | 'input' | 'actor' | 'key'>): Asked {
  const { command: name, input, actor, key } = request;
  const asked = { name, input } as Command;
  const principal = principalOf(actor);
  return {
    command: asked,
    actor,
    principal,
    key,
    request: hash('sha256', `${name}\n${canonicalize(input)}`, 'buffer'),
  };
}

/** Whose idempotency key it is. A seat that changes hands does not inherit its former holder's answers. */
function principalOf(actor: Actor): string {
  if (actor.kind === 'member') return actor.member;
  if (actor.kind === 'slip') return slipName(actor);
  return actor.kind === 'seat' ? `${actor.below}#${actor.seat} ${actor.holder}` : actor.kind;
}

export interface BatchTools {
  readonly store: Store;
  readonly facts: BookFactFinder;
  readonly doors: Doors;
  readonly threads: Threads;
  readonly random: (bytes: number) => Uint8Array;
}

/** Each command's outcome; a thrown error is a bug in that command alone. */
export type BatchResult = { readonly outcome: CommandOutcome } | { readonly bug: unknown };

/**
 * Decides the commands one after the other, each on the state that those before it have left in the draft. `kept` holds the
 * answers to those that were asked before.
 */
export async function decideBatch(
  batch: readonly Asked[],
  kept: readonly (KeptAnswer | undefined)[],
  draft: BookDraft,
  tools: BatchTools,
): Promise<BatchResult[]> {
  await foresee(batch, draft);
  await eraseAttendance(draft, tools);
  const answered = new Map<string, KeptAnswer>();
  const results: BatchResult[] = [];
  for (const [i, asked] of batch.entries()) {
    const name = JSON.stringify([asked.principal, asked.key]);
    const before = kept[i] ?? answered.get(name);
    if (before !== undefined) {
      results.push({ outcome: answerAgain(asked, before) });
      continue;
    }
    try {
      const outcome = await decideOne(asked, draft, tools);
      if (mattersLater(asked, outcome)) draft.remember(asked, outcome);
      answered.set(name, { request: asked.request, answer: JSON.stringify(outcome) });
      results.push({ outcome });
    } catch (bug) {
      // These concern the whole batch.
      if (bug instanceof TornDraft || isDatabaseTrouble(bug)) throw bug;
      results.push({ bug });
    }
  }
  return results;
}

/** What an outsider is refused changed nothing and is decided again when it is asked again: no row for it. */
const mattersLater = ({ actor }: Asked, outcome: CommandOutcome): boolean =>
  outcome.kind === 'done' || actor.kind !== 'anyone';

/** What was answered to the same request before; the key with another request is refused. */
export const answerAgain = (asked: Pick<KeyedRequest, 'request'>, kept: KeptAnswer): CommandOutcome =>
  Buffer.compare(asked.request, kept.request) === 0
    ? (JSON.parse(kept.answer) as CommandOutcome)
    : problem('idempotency-key-reused');

/** A hall that votes, or comes in: one query for all the ballots, and one for all the people, that its commands will ask about. */
async function foresee(batch: readonly Asked[], draft: BookDraft): Promise<void> {
  const { state, at } = draft;
  const wanted = batch.flatMap(({ command, actor }) => {
    const records = commandEntry(command.name)?.records ?? [];
    return foreseeable.some((record) => records.includes(record)) ? needs(state, command, actor, at) : [];
  });
  const { vault } = draft;
  await Promise.all([
    vault.foresee(wanted.filter((need) => need.fact === 'own-ballot')),
    vault.foreseeMembers(wanted.flatMap((need) => (need.fact === 'member' ? [need.member] : []))),
  ]);
}

/** What comes from many at the same moment. */
const foreseeable = ['ballot', 'attendance', 'card'] as const;

/** Who was at a sitting whose challenge period is over is deleted with whatever is done next in its book. */
async function eraseAttendance(draft: BookDraft, tools: BatchTools): Promise<void> {
  for (const sitting of await draft.vault.attendanceDue(draft.state, draft.at)) {
    await decideOne(
      { command: { name: 'EraseAttendance', input: { sitting } }, actor: { kind: 'anyone' } },
      draft,
      tools,
    );
  }
}

async function decideOne(
  { command, actor }: Pick<Asked, 'command' | 'actor'>,
  draft: BookDraft,
  tools: BatchTools,
): Promise<CommandOutcome> {
  const { state, at } = draft;
  const frozen = new Map<string, string>();
  const sources: Sources = {
    books: tools.facts,
    store: tools.store,
    vault: draft.vault,
    doors: tools.doors,
    threads: tools.threads,
    state,
    at,
    random: tools.random,
    leafOf: async (index) => draft.leafOf(index) ?? committedLeaf(tools.store, draft, index),
    freeze: (root, list) => frozen.set(Buffer.from(root).toString('base64'), list),
  };
  const evidence = await gather(needs(state, command, actor, at), sources);
  const decision = decide({ state, at, actor, evidence, fresh: freshFor(command, tools.random) }, command);
  if (decision.ok) return draft.accept(decision, frozen);
  if (isMinuted(draft, actor)) await draft.accept(minuted(command, decision.refusal), new Map());
  return { kind: 'refused', refusal: decision.refusal };
}

async function committedLeaf(store: Store, draft: BookDraft, index: number): Promise<Uint8Array | null> {
  const [row] = await readActsAt(store, draft.book.origin, [index]);
  return row?.leaf ?? null;
}

/** New identifiers, as many as the command gives to people. */
export function freshFor(command: Command, random: (bytes: number) => Uint8Array): Context['fresh'] {
  if (command.name === 'EnrolMembers')
    return { member: '', members: command.input.people.map(() => memberName(random)) };
  return { member: commandEntry(command.name)?.records.includes('member') === true ? memberName(random) : '' };
}

/** Only what people of the body were refused: anybody outside could fill the book with it. */
const isMinuted = ({ state }: BookDraft, actor: Actor): boolean =>
  state.statute?.rules.minutes.refusals === true && (actor.kind === 'member' || actor.kind === 'seat');

const minuted = (command: Command, { code, article }: Refusal): Accepted => ({
  ok: true,
  acts: [
    {
      act: 'RefusalMinuted',
      by: { office: 'statute', article: 'minutes.refusals' },
      data: { command: command.name, code, refusedBy: article.slice(0, 80) },
    },
  ],
  records: [],
  answer: {},
});

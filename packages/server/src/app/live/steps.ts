import {
  type Actor,
  type Candidate,
  decide,
  type Finding,
  inputOf,
  later,
  type Need,
  needKey,
  needs,
  objectionTo,
  sentence,
  statuteOf,
  stepsIn,
} from '@cabildo/core';
import { readActsAt } from '../../store/acts.ts';
import type { Store } from '../../store/open-store.ts';
import type { Threads } from '../ballot/threads.ts';
import type { BookCache } from '../book-cache.ts';
import type { BookFactFinder } from '../book-facts.ts';
import type { Doors } from '../doors.ts';
import type { HallsAttended } from '../halls-attended.ts';
import type { LoadedBook } from '../loaded-book.ts';
import { gather, type Sources } from '../node-facts.ts';
import { VaultView } from '../vault-view.ts';
import type { Step, StepRefusal, Steps } from './answer.ts';
import { questionsAnnounced } from './questions.ts';
import { type FindWays, fromNode } from './secret-steps.ts';
import type { Sentences } from './secret-words.ts';

interface StepTools {
  readonly store: Store;
  readonly books: BookCache;
  readonly facts: BookFactFinder;
  readonly doors: Doors;
  readonly threads: Threads;
  readonly attended: HallsAttended;
  readonly random: (bytes: number) => Uint8Array;
  /** Of secret votes. */
  readonly ways: FindWays;
  now(): string;
}

/**
 * What may come next, as the rules themselves say it: every candidate goes through `needs` and `decide` on the committed book, and
 * whatever comes of it is thrown away. Nothing here can write: it holds no writer.
 */
export async function stepsOf(
  tools: StepTools,
  book: LoadedBook,
  actor: Actor,
  sitting: number,
): Promise<Steps | null> {
  const { state } = book.folded;
  const now = tools.now();
  const candidates = stepsIn(state, sitting, now, await questionsAnnounced(tools, book, sitting));
  if (candidates === null) return null;
  const look = lookingOnce(sourcesOf(tools, book, later(now, state.at)));
  // Side by side: what one of them asks about is looked for while the others ask.
  const steps = await Promise.all(
    candidates.map(async (candidate) => {
      const known = await fromNode(tools.ways, book, actor, candidate);
      const { links, prepares, awaits } = known;
      const step = await stepOf(book, actor, later(now, state.at), known.candidate, look);
      return { ...(awaits === null ? step : waiting(step, awaits)), links, prepares };
    }),
  );
  const underWay = motionsPrepared(steps);
  const proposed = steps.findIndex((step) => step.lawful && step.onward && !isAnotherWay(step, underWay));
  return { size: state.size, steps, proposed: proposed < 0 ? null : proposed };
}

/** Of which a secret vote is being prepared: somebody makes a key or slips for it, or is about to. */
const motionsPrepared = (steps: readonly Step[]): ReadonlySet<unknown> =>
  new Set(steps.flatMap(({ links, input }) => (links.length > 0 ? [input.motion] : [])));

/** Proposed would be what undoes their work. */
const isAnotherWay = ({ command, input }: Step, prepared: ReadonlySet<unknown>): boolean =>
  command === 'OpenVote' && input.method !== 'secret' && prepared.has(input.motion);

type Look = (need: Need) => Promise<Finding>;

async function stepOf(
  { folded: { state } }: LoadedBook,
  actor: Actor,
  at: string,
  candidate: Candidate,
  look: Look,
): Promise<Omit<Step, 'links' | 'prepares'>> {
  const { command, missing, title, moves } = candidate;
  const evidence = await Promise.all(needs(state, command, actor, at).map(look));
  const decision = decide({ state, at, actor, evidence, fresh: { member: '' } }, command);
  const refusal = objectionTo(candidate, decision);
  return {
    command: command.name,
    input: inputOf(candidate),
    missing,
    about: title === null ? null : { title },
    onward: moves,
    lawful: refusal === null,
    refusal: refusal === null ? null : inBothLanguages(refusal, statuteOf(state)?.closing.offsetMinutes ?? 0),
  };
}

/** The rules have nothing against it, or only that a file is not here: what is missing is said in its place. */
function waiting<S extends Pick<Step, 'refusal'>>(step: S, sentences: Sentences): S {
  const { refusal } = step;
  if (refusal !== null && refusal.code !== 'archive-not-shown') return step;
  return { ...step, lawful: false, refusal: { code: 'archive-not-shown', article: 'secret', sentences } };
}

function inBothLanguages(refusal: Parameters<typeof sentence>[0], offsetMinutes: number): StepRefusal {
  const { code, article, needed, present, detail } = refusal;
  return {
    code,
    article,
    sentences: { es: sentence(refusal, 'es', offsetMinutes), en: sentence(refusal, 'en', offsetMinutes) },
    ...(needed === undefined ? {} : { needed }),
    ...(present === undefined ? {} : { present }),
    ...(detail === undefined ? {} : { detail }),
  };
}

/**
 * Forty candidates ask about the same hall. Ballots are not among what is looked at: of closing a vote nothing is said that
 * depends on them (decision 0009), and opening thousands of them each time that a desk asks would hold up those who vote.
 */
function lookingOnce(sources: Sources): Look {
  const found = new Map<string, Promise<Finding>>();
  return (need) => {
    if (need.fact === 'ballots') return Promise.resolve({ need, found: null, cites: [], bookKey: null });
    const key = needKey(need);
    const known = found.get(key);
    if (known !== undefined) return known;
    const looking = gather([need], sources).then(([finding]) => finding as Finding);
    found.set(key, looking);
    return looking;
  };
}

function sourcesOf(
  { store, facts, doors, threads, attended, random }: StepTools,
  { origin, folded }: LoadedBook,
  at: string,
): Sources {
  return {
    books: facts,
    store,
    doors,
    threads,
    vault: new VaultView(store, origin, attended.in(origin)),
    state: folded.state,
    at,
    random,
    leafOf: async (index) => (await readActsAt(store, origin, [index]))[0]?.leaf ?? null,
    freeze: () => undefined,
  };
}

import {
  type Actor,
  actsToSeal,
  holderOf,
  isGathering,
  later,
  phonesNeed,
  plusHours,
  rolesOf,
  signaturesThatCount,
  type Time,
  tableEntries,
  tableGet,
} from '@cabildo/core';
import { readDemand, readSignatures } from '../../store/vault/hall.ts';
import { delegationsHere } from '../delegations-here.ts';
import type { BookView, Node } from '../node.ts';

export type ReasonKind = 'sitting' | 'vote' | 'minutes' | 'seal' | 'petition' | 'report' | 'mandate';

/** Something that waits for one person; it names no one else. */
export interface Reason {
  readonly kind: ReasonKind;
  /** What it is about, told apart from every other of its kind in that body. */
  readonly thing: string;
  /** When it begins or ends. */
  readonly at: Time | null;
  /** Told at once to whoever wants that; the rest stands in what is sent every day or week. */
  readonly urgent: boolean;
}

/** Who comes late is still told that it began. */
const LATE_HOURS = 1;
/** In a hall nobody is called to a vote by e-mail; to one that stays open somebody may be. */
const VOTE_HOURS = 1;

/** Looks at one body once for everybody in it: what is the same for all is asked for once. */
export class Waiting {
  readonly #node: Node;
  readonly #book: BookView;
  readonly #at: Time;
  readonly #signers = new Map<number, Promise<ReadonlySet<string>>>();

  constructor(node: Node, book: BookView) {
    this.#node = node;
    this.#book = book;
    this.#at = later(node.now(), book.state.at);
  }

  /** `all`: also what is not urgent, which costs more to find. */
  async for(actor: Actor, all: boolean): Promise<readonly Reason[]> {
    const belongs = rolesOf(this.#book.state, actor, this.#at);
    if (!['member', 'delegate', 'officer', 'convener'].some((role) => belongs.has(role as 'member'))) return [];
    return [
      ...this.#sittings(),
      ...(await this.#votes(actor)),
      ...(await this.#seals(actor)),
      ...(await this.#petitions(actor)),
      ...(all ? await this.#delegations(actor) : []),
    ];
  }

  #sittings(): readonly Reason[] {
    const { state } = this.#book;
    return state.activeSittings.flatMap((index) => {
      const sitting = tableGet(state.sittings, index);
      if (sitting === undefined || sitting.opened !== null || sitting.calledOff) return [];
      if (plusHours(sitting.startsAt, LATE_HOURS) <= this.#at) return [];
      return [{ kind: 'sitting', thing: String(index), at: sitting.startsAt, urgent: true }];
    });
  }

  async #votes(actor: Actor): Promise<readonly Reason[]> {
    const { state, name } = this.#book;
    const isLong = state.activeSittings.some((sitting) =>
      (tableGet(state.sittings, sitting)?.motions ?? []).some((motion) => {
        const vote = tableGet(state.votes, tableGet(state.motions, motion)?.vote ?? -1);
        return vote !== undefined && vote.closed === null && plusHours(vote.openedAt, VOTE_HOURS) <= this.#at;
      }),
    );
    if (!isLong) return [];
    const me = await this.#node.me(actor, name);
    return (me?.openVotes ?? [])
      .filter(({ mayVote, voted, openedAt }) => mayVote && !voted && plusHours(openedAt, VOTE_HOURS) <= this.#at)
      .map(({ vote }) => ({ kind: 'vote', thing: String(vote), at: null, urgent: true }));
  }

  async #seals(actor: Actor): Promise<readonly Reason[]> {
    const { state, origin } = this.#book;
    const found: Reason[] = [];
    for (const { index, act, office, sealers } of actsToSeal({ state, actor, at: this.#at })) {
      const given = signaturesThatCount(sealers, await readSignatures(this.#node.store, origin, index));
      if (given.some((one) => one.office === office)) continue;
      const kind = act === 'MinutesApproved' ? 'minutes' : 'seal';
      found.push({ kind, thing: String(index), at: null, urgent: true });
    }
    return found;
  }

  async #petitions(actor: Actor): Promise<readonly Reason[]> {
    const holder = holderOf(actor);
    const gathering = tableEntries(this.#book.state.petitions).filter(([, one]) => isGathering(one, this.#at));
    const found: Reason[] = [];
    for (const [index, { until }] of gathering)
      if (holder !== null && !(await this.#signersOf(Number(index))).has(holder))
        found.push({ kind: 'petition', thing: String(index), at: until, urgent: true });
    return found;
  }

  #signersOf(petition: number): Promise<ReadonlySet<string>> {
    const { matters, since } = phonesNeed(petition);
    const known = this.#signers.get(petition);
    const signers =
      known ??
      readDemand(this.#node.store, this.#book.origin, matters, since).then(
        (rows) => new Set(rows.map(({ holder }) => holder)),
      );
    this.#signers.set(petition, signers);
    return signers;
  }

  async #delegations(actor: Actor): Promise<readonly Reason[]> {
    const { seats } = await delegationsHere(this.#node, this.#book, actor, 'public');
    const reports = seats.flatMap(({ above, seat, mine, recalled, due }): Reason[] => {
      const sits = mine === (recalled === null ? 'holder' : 'alternate');
      return sits && due !== null ? [{ kind: 'report', thing: `${above}#${seat}`, at: due, urgent: false }] : [];
    });
    const mandates = new Map(
      seats.flatMap(({ above, mandates: asked }) =>
        asked.flatMap(({ motion, instruction }): [string, Reason][] => {
          const thing = `${above}#${motion}`;
          return instruction === null ? [[thing, { kind: 'mandate', thing, at: null, urgent: false }]] : [];
        }),
      ),
    );
    return [...reports, ...mandates.values()];
  }
}

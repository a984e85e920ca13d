// The world of a run: three nodes, a network that loses things, and virtual time. Scenes are generators that say how many minutes
// they wait; everything that happens follows from the seed.
import { createHash } from 'node:crypto';
import { successorOrigin } from '@cabildo/book';
import type { Actor, CommandName, Decision, InputFor } from '@cabildo/core';
import { later, plusMinutes, type Time } from '@cabildo/core';
import { doorCode } from '../packages/core/test/federation/evidence.ts';
import { type Done, Federation } from '../packages/core/test/federation/federation.ts';
import { Agenda } from './agenda.ts';
import { Watch } from './checks/watch.ts';
import type { KeptBook } from './node/kept-book.ts';
import { type Crash, type Outcome, type Parcel, SimulatedNode } from './node/node.ts';
import { compareWithOutside } from './node/restore.ts';
import { type Rules, realRules } from './node/rules.ts';
import { Witness } from './node/witness.ts';
import { type Chance, chanceFrom } from './prng.ts';

/** Yields minutes to wait; what it was refused it leaves off (`Stopped`). */
export type Scene = Generator<number, void, void>;

/** A scene that cannot go on: refused, or its node has not answered. People go home. */
export class Stopped extends Error {}

export interface Settings {
  readonly seed: number;
  readonly bodies: number;
  readonly days: number;
  readonly rules?: Rules;
}

const minutesADay = 24 * 60;

export class Simulation extends Federation {
  readonly settings: Settings;
  readonly chance: Chance;
  readonly nodes: readonly SimulatedNode[];
  readonly agenda = new Agenda<Scene>();
  readonly witnesses: readonly Witness[] = [new Witness(), new Witness()];
  readonly watch: Watch;
  readonly reached = {
    accepted: new Map<string, number>(),
    refused: new Map<string, number>(),
    acts: new Map<string, number>(),
  };
  /** Assemblies that never came to be, each with what stood in the way last: nothing happens in such a district. */
  readonly unfounded: string[] = [];
  readonly troubles = {
    crashes: 0,
    lost: 0,
    repeated: 0,
    partitions: 0,
    restores: 0,
    rollbacks: 0,
    noticed: 0,
    successors: 0,
    pulls: 0,
    forks: 0,
  };
  step = 0;
  readonly #homes = new Map<string, SimulatedNode>();
  readonly #trace = createHash('sha256');
  readonly #partedUntil = new Map<string, Time>();
  readonly #start: Time;

  constructor(settings: Settings) {
    super();
    this.settings = settings;
    this.chance = chanceFrom(settings.seed);
    const rules = settings.rules ?? realRules;
    this.nodes = [0, 1, 2].map((number) => new SimulatedNode(`node-${number}.example`, rules));
    this.watch = new Watch(this);
    this.#start = this.now;
  }

  home(origin: string): SimulatedNode {
    const known = this.#homes.get(origin);
    if (known !== undefined) return known;
    const node = this.nodes[this.#homes.size % this.nodes.length] as SimulatedNode;
    this.#homes.set(origin, node);
    return node;
  }

  /** The book in which a body goes on now. */
  latest(origin: string): string {
    const next = successorOrigin(origin);
    return this.#homes.has(next) ? this.latest(next) : origin;
  }

  /** The same body, under whatever name its book goes on. */
  living<B extends { readonly origin: string }>(body: B): B {
    const first = body.origin;
    return Object.defineProperty({ ...body }, 'origin', { enumerable: true, get: () => this.latest(first) });
  }

  origins(): readonly string[] {
    return [...this.#homes.keys()];
  }

  override book(origin: string): KeptBook {
    return this.home(origin).own(origin);
  }

  /** Read from the screen at the door, which goes by the clock of its node. */
  override atDoor(origin: string, sitting: number): InputFor<'CheckIn'> {
    const at = later(this.home(origin).clock(this.now), this.book(origin).state.at);
    return { sitting, door: doorCode(origin, sitting, at) };
  }

  /** Time is the agenda’s alone. */
  override pass(): void {}

  note(what: string): void {
    this.#trace.update(`${this.step} ${this.now} ${what}\n`);
  }

  traceHash(): string {
    return this.#trace.copy().digest('hex');
  }

  /** A person’s device asks, and asks again under the same key until it is answered. */
  override do<N extends CommandName>(
    origin: string,
    actor: Actor,
    name: N,
    input: InputFor<N>,
  ): Decision & { done?: Done } {
    this.step += 1;
    const node = this.home(origin);
    const asked = { origin, actor, command: { name, input } as never, key: `key-${this.step}` };
    this.watch.before(origin);
    let outcome = node.execute(asked, this.now, this.#crash());
    for (let tries = 1; outcome.kind === 'lost' && tries < 5; tries++) outcome = node.execute(asked, this.now, null);
    this.note(`${name} ${origin} ${outcome.kind}`);
    const decision = this.#decisionOf(origin, name, outcome);
    this.watch.after(origin, outcome, name);
    if (outcome.kind === 'done' && this.chance.happens(0.02)) {
      this.troubles.repeated += 1;
      const again = node.execute(asked, this.now, null);
      this.watch.repeated(origin, outcome, again);
    }
    return decision;
  }

  #crash(): Crash {
    if (!this.chance.happens(0.004)) return null;
    this.troubles.crashes += 1;
    return this.chance.happens(0.5) ? 'before-commit' : 'after-commit';
  }

  #decisionOf(origin: string, name: string, outcome: Outcome): Decision & { done?: Done } {
    if (outcome.kind === 'lost' || outcome.kind === 'closed') throw new Stopped(outcome.kind);
    if (outcome.kind === 'refused') {
      const { refusal } = outcome;
      const [minuted] = this.book(origin).acts.slice(-1);
      if (minuted?.act === 'RefusalMinuted') this.reached.acts.set('RefusalMinuted', 1);
      this.reached.refused.set(refusal.code, (this.reached.refused.get(refusal.code) ?? 0) + 1);
      return { ok: false, refusal };
    }
    this.reached.accepted.set(name, (this.reached.accepted.get(name) ?? 0) + 1);
    const acts = this.book(origin).acts.slice(outcome.from, outcome.to);
    for (const { act } of acts) this.reached.acts.set(act, (this.reached.acts.get(act) ?? 0) + 1);
    return { ...outcome.accepted, done: { ...outcome.accepted, acts } };
  }

  override must<N extends CommandName>(origin: string, actor: Actor, name: N, input: InputFor<N>): Done {
    const decision = this.do(origin, actor, name, input);
    if (!decision.ok) throw new Stopped(`${name}: ${JSON.stringify(decision.refusal)}`);
    if (decision.done === undefined) throw new Error('an accepted command has acts');
    return decision.done;
  }

  play(scene: Scene, inMinutes = 0): void {
    this.agenda.add(plusMinutes(this.now, inMinutes), scene);
  }

  /** Until the last day is over. */
  run(disasters: readonly Scene[]): void {
    this.play(this.#network());
    this.play(this.#trouble());
    for (const scene of disasters) this.play(scene);
    const end = plusMinutes(this.#start, this.settings.days * minutesADay);
    for (let next = this.agenda.take(); next !== null && next.at <= end; next = this.agenda.take()) {
      this.now = next.at;
      try {
        const { done, value } = next.what.next();
        if (done !== true) this.play(next.what, value as number);
      } catch (error) {
        if (!(error instanceof Stopped)) throw error;
        this.note(`stopped: ${error.message}`);
      }
    }
    this.watch.end();
  }

  *#network(): Scene {
    for (;;) {
      for (const [number, node] of this.nodes.entries()) this.#pull(number, node);
      yield 120 + this.chance.below(180);
    }
  }

  #pull(number: number, node: SimulatedNode): void {
    for (const origin of this.#homes.keys()) {
      const source = this.home(origin);
      if (source === node || this.#parted(number, this.nodes.indexOf(source))) continue;
      const held = node.books.get(origin)?.range.size ?? 0;
      if (source.own(origin).range.size === held && !this.chance.happens(0.01)) continue;
      if (this.chance.happens(0.1)) this.troubles.lost += 1;
      else this.#send(node, source, origin, held);
    }
  }

  #send(node: SimulatedNode, source: SimulatedNode, origin: string, held: number): void {
    const parcel = source.parcelFor(origin, held);
    if (parcel === null) return;
    this.troubles.pulls += 1;
    const restores = source.restores;
    const delivery = () => this.#deliver(node, parcel, () => source.restores === restores);
    this.play(delivery(), this.chance.below(90));
    if (this.chance.happens(0.1)) this.play(delivery(), this.chance.below(3 * minutesADay));
  }

  // biome-ignore lint/correctness/useYield: a scene of one moment
  *#deliver(node: SimulatedNode, parcel: Parcel, isConnected: () => boolean): Scene {
    // What a node sends is sent by a process: put back from a backup, it is another one.
    if (!isConnected()) return;
    const taken = node.take(parcel, this.now);
    if (taken === 'fork') this.troubles.forks += 1;
    this.note(`${node.name} ${parcel.head.origin} ${parcel.head.size} ${taken}`);
    this.watch.pulled(node, parcel.head.origin);
  }

  #parted(a: number, b: number): boolean {
    return (this.#partedUntil.get([a, b].sort().join()) ?? '') > this.now;
  }

  *#trouble(): Scene {
    for (;;) {
      yield minutesADay + this.chance.below(4 * minutesADay);
      const pair = this.chance.pick(['0,1', '0,2', '1,2']);
      this.troubles.partitions += 1;
      this.#partedUntil.set(pair, plusMinutes(this.now, this.chance.below(4 * minutesADay)));
      this.note(`parted ${pair}`);
      if (this.chance.happens(0.1)) this.chance.pick(this.nodes).restart();
      // Clocks are set well when bodies are founded, and drift afterwards.
      this.chance.pick(this.nodes).skewSeconds = this.chance.below(600) - 300;
    }
  }

  /** What a node that was put back does when it can reach the others. */
  compare(node: SimulatedNode): void {
    const others = this.nodes.filter((other) => other !== node);
    for (const { origin, successor } of compareWithOutside(node, others, this.now)) {
      this.note(`${origin} ${successor ?? 'opened'}`);
      this.watch.reread(origin);
      if (successor === null) continue;
      this.troubles.successors += 1;
      this.#homes.set(successor, node);
    }
  }
}

import type { Calendar } from './calendar.ts';
import { type ActReceipt, type Caller, callerAt, post } from './client.ts';
import type { People } from './people.ts';
import type { Voice } from './voice.ts';

/** A node of the story; the federation may be spread over several. */
export interface StageNode {
  readonly base: string;
  readonly name: string;
  /** Of the node's operator, who founds bodies and is nobody inside them. */
  readonly operatorToken: string;
}

export interface StageWitness {
  /** Of its node, as its signature names it. */
  readonly name: string;
  /** As the assembly appoints it. */
  readonly title: string;
  /** Verifier key. */
  readonly key: string;
}

/** Everything that a chapter of the story plays with. */
export interface Stage {
  /** The node that keeps this body's book. */
  nodeOf(body: string): StageNode;
  /** Before a command that rests on the book of a body elsewhere: lets that body's node hear of it. */
  carry(from: string, to: string): Promise<void>;
  /** Somebody outside these nodes who cosigns their heads. */
  readonly witness: StageWitness;
  /** Resolves once the witness has seen the heads of now. */
  witnessed(): Promise<void>;
  readonly calendar: Calendar;
  readonly people: People;
  readonly voice: Voice;
  /** Where copies of books are put to be tampered with. */
  readonly workDir: string;
}

/** A person of the story who has signed in to one body. */
export interface Person extends Caller {
  readonly name: string;
  /** Identifier in that body, or the seat. */
  readonly holder: string;
}

export interface Assembly {
  readonly name: string;
  readonly title: string;
  readonly origin: string;
  readonly key: string;
  readonly roll: readonly string[];
  readonly presidency: Person;
  readonly secretary: Person;
  readonly tellers: readonly [Person, Person];
  /** Names under which the officers' device keys are made. */
  readonly devices: { readonly presidency: string; readonly secretary: string };
}

/** Signs in with a card; the token is the phone's own, so a repeated sign-in is the same sign-in. */
export async function signIn(stage: Stage, body: string, name: string, holder: string, card: string): Promise<Person> {
  const token = stage.people.tokenOf(`${body}/${name}`);
  const { base } = stage.nodeOf(body);
  const reply = await post(`${base}/api/sign-in`, { body, card, token }, null, null);
  if (reply.status === 200) return { ...callerAt(base, token), name, holder };
  if ((reply.content as { code?: string }).code === 'card-used') return { ...replaced, name, holder };
  throw new Error(`${name} could not sign in to ${body}: ${JSON.stringify(reply.content)}`);
}

/**
 * A story that was cut off is played again from the start, and by then the recalled delegate's card has been replaced:
 * that phone, the only one, said all it had to say before, and last voted against the mandate.
 */
const saidBefore = { ok: true, acts: [], answer: { againstMandate: true } } as const;
const replaced: Caller = { ask: async () => saidBefore, must: async () => saidBefore };

export const originOf = (stage: Stage, body: string): string => `${stage.nodeOf(body).name}/${body}`;

/** Whoever happens to be there, without a card. */
export const anyoneAt = (stage: Stage, body: string): Caller => callerAt(stage.nodeOf(body).base, null);

/** `acta X7K2-...`: how the story points at an act. */
export const cited = (act: ActReceipt): string => `[${act.act} ${act.index} · ${act.code}]`;

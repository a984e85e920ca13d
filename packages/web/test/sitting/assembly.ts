// An assembly of delegates that is convened, its seats accredited, on a node that serves the client: three bases with sealed
// elections. What the bases do is written as it stands in their books.
import { base64Encode } from '@cabildo/book';
import { generateKey } from '@cabildo/book/node';
import { type Actor, type DraftAct, tableGet } from '@cabildo/core';
import type { Node } from '../../../server/src/app/index.ts';
import {
  convened,
  done,
  freshKey,
  lightStatute,
  type TestBody,
  withNode,
} from '../../../server/test/app/node-fixture.ts';
import { type Body, makeBody, memberName } from '../../../server/test/exchange/fixture.ts';
import type { Live } from '../../src/live-answer.ts';
import { withServer } from '../hall.ts';

export interface Assembly {
  readonly node: Node;
  readonly body: TestBody;
  readonly url: string;
  readonly sitting: number;
  readonly bases: readonly Body[];
  /** A card for whoever holds the seat of that base now. */
  seatCard(base: Body): Promise<string>;
  addressOf(card: string): string;
  /** A card for whoever convened it, and presides. */
  readonly card: string;
  /** The base tells its delegate how to vote, sealed by its officers. */
  mandate(base: Body, motion: number, instruction: 'yes' | 'no'): Promise<void>;
  /** The base takes its delegate back, sealed; nobody above knows of it yet. */
  recall(base: Body): Promise<void>;
  /** Somebody from the street shows it, with the base’s book as proof. */
  presentRecall(base: Body): Promise<void>;
  lastMotion(): Promise<number>;
  lastResult(): Promise<{ readonly tallies: readonly object[]; readonly dropped: number }>;
}

const delegateOf = (base: number): string => memberName(10 + base);
const alternateOf = (base: number): string => memberName(20 + base);

/** `seated`: the credentials of every seat have been checked already. */
export async function withAssembly(
  web: string,
  work: (assembly: Assembly) => Promise<void>,
  { seated = true } = {},
): Promise<void> {
  await withNode(async ({ node }) => {
    await withServer(node, web, async (url) => work(await assemblyOn(node, url, seated)));
  });
}

async function assemblyOn(node: Node, url: string, seated: boolean): Promise<Assembly> {
  const body = await foundAssembly(node);
  const names = ['alto-lima', 'ballivian', 'rio-seco'];
  const bases: Body[] = [];
  /** Base → the act that elected its delegate. */
  const elections = new Map<string, number>();
  for (const [i, name] of names.entries()) {
    const { base, election } = await baseBelow(node, body, name, i);
    bases.push(base);
    elections.set(base.origin, election);
  }
  const notice = [
    { matter: 'ordinary', title: 'Gas' },
    { matter: 'election', title: 'Directiva' },
  ];
  const sitting = await convened(node, body, { kind: 'founding', place: 'Colegio Los Andes', notice });
  if (seated)
    for (const { origin } of bases) await done(node, body, 'AccreditSeat', { sitting, below: origin, seat: 1 });
  const anyone: Actor = { kind: 'anyone' };
  const place = (base: Body): number => bases.indexOf(base);
  return {
    node,
    body,
    url,
    sitting,
    bases,
    card: body.founded.card.code,
    async seatCard({ origin }) {
      const { answer } = await done(node, body, 'IssueSeatCard', { below: origin, seat: 1 });
      return (answer.card as { code: string }).code;
    },
    addressOf: (card) => `${url}/phone#body=${body.name}&card=${card}`,
    async mandate(base, motion, instruction) {
      const { state } = (await node.book(body.origin))!;
      const { textHash } = tableGet(state.motions, motion)!;
      const on = { book: body.origin, index: motion };
      await base.seal(await base.write('MandateGiven', { vote: 0, on, textHash, instruction }));
    },
    async recall(base) {
      await base.recall(body.origin, elections.get(base.origin)!, 1, delegateOf(place(base)));
    },
    async presentRecall({ origin }) {
      await done(node, body, 'PresentRecall', { below: origin, seat: 1 }, anyone);
    },
    async lastMotion() {
      return (await live(url, body, sitting)).motions.at(-1)!.motion;
    },
    async lastResult() {
      const { last } = await live(url, body, sitting);
      const answer = await fetch(`${url}/api/bodies/${body.name}/votes/${last?.vote}`);
      return ((await answer.json()) as { result: { tallies: object[]; dropped: number } }).result;
    },
  };
}

async function live(url: string, body: TestBody, sitting: number): Promise<Live> {
  return (await (await fetch(`${url}/api/bodies/${body.name}/sittings/${sitting}/live`)).json()) as Live;
}

export async function foundAssembly(node: Node): Promise<TestBody> {
  const { signer } = generateKey();
  const name = 'asamblea';
  const founder = { name: 'Felipa Quispe', key: base64Encode(signer.publicKey) };
  const methods = ['devices', 'roll-call', 'delegation-cards'] as const;
  const rules = lightStatute().rules.map((rule) => ({ ...rule, methods }));
  const statute = lightStatute({ mandates: { binding: 'refuse' }, rules });
  const input = { name, title: 'Asamblea Popular', kind: 'delegate', founder, statute, provisionalDays: 60 };
  const founded = await node.foundBody({ input, actor: { kind: 'operator' }, key: freshKey() });
  if (founded.kind !== 'founded') throw new Error(JSON.stringify(founded));
  const convener: Actor = { kind: 'member', member: founded.member };
  return { name, origin: founded.origin, founder: convener, signer, founded };
}

interface Sent {
  readonly base: Body;
  readonly election: number;
}

/** A proven base with its officers, its sealed election of one delegate with an alternate, admitted above. */
export async function baseBelow(node: Node, above: TestBody, name: string, place: number): Promise<Sent> {
  const base = await makeBody({ node }, name);
  const held = await base.sitting();
  const text = base64Encode(new Uint8Array(32));
  const minutes = await base.write('MinutesApproved', { sitting: held, firstAct: 0, lastAct: held, text });
  await base.seal(minutes);
  const witnesses = ['n1.example/junta', 'n2.example/junta'].map((book) => ({ book, index: 9 }));
  await base.write('BodyProven', { minutes, witnesses });
  const seats = [{ seat: 1, holder: delegateOf(place), alternate: alternateOf(place) }];
  const term = { from: '2005-01-01T00:00:00Z', until: '2099-01-01T00:00:00Z' };
  const election = await base.write('DelegatesElected', { vote: 0, to: above.origin, ...term, seats });
  await base.seal(election);
  const admitted: DraftAct = {
    act: 'AffiliationAdmitted',
    data: { below: base.origin, key: await base.key(), title: name, entitlement: 1 },
    by: { office: 'convener', article: 'test' },
  } as unknown as DraftAct;
  const outcome = await node.record(above.origin, [admitted]);
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return { base, election };
}

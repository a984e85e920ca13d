import type { Me } from '../answers.ts';
import { ask, type Reply, randomText } from './asking.ts';
import type { Person } from './person.ts';
import { makePhoneKey } from './phone-key.ts';
import type { Storage } from './storage.ts';

/** Who signed in, and what a question after that would have answered. */
export interface SignedIn {
  readonly person: Person;
  readonly me: Me | null;
}

/**
 * The phone's own token goes along with the card and is kept before it is sent: sent again, after an answer that was
 * lost, it is the same sign-in. A card that was already used by somebody on this phone is that person again.
 */
export async function signIn(storage: Storage, body: string, card: string): Promise<Reply<SignedIn>> {
  const mark = markOf(card);
  const here = (await storage.all('people')).filter((person) => person.body === body);
  const known = here.find((person) => person.card === mark);
  const person = known ?? newPerson(body, mark);
  if (known === undefined) await storage.put('people', person).catch(() => undefined);
  const key = await keyFor(storage, person.id);
  const reply = await present(card, person, key);
  if (reply.kind !== 'problem' || known?.signedIn === true) return reply;
  await storage.delete('people', person.id).catch(() => undefined);
  await storage.delete('keys', person.id).catch(() => undefined);
  if (reply.problem.code !== 'card-used') return reply;
  // By words what was scanned before, or the other way round.
  for (const one of here.filter(({ signedIn }) => signedIn)) {
    const again = await present(card, one, await keyFor(storage, one.id));
    if (again.kind === 'ok') return again;
  }
  return reply;
}

/** Made once, and given to the node only where it was kept: a session whose key is lost could send nothing any more. */
async function keyFor(storage: Storage, person: string): Promise<string | null> {
  try {
    const known = await storage.get('keys', person);
    if (known !== undefined) return known.publicKey;
    await storage.put('keys', await makePhoneKey(person));
    return (await storage.get('keys', person))?.publicKey ?? null;
  } catch {
    return null;
  }
}

async function present(card: string, person: Person, key: string | null): Promise<Reply<SignedIn>> {
  const { body, token } = person;
  const given = { body, card, token, me: true, ...(key === null ? {} : { key }) };
  const reply = await ask<{ readonly origin: string; readonly me?: Me }>('/api/sign-in', { body: given });
  if (reply.kind !== 'ok') return reply;
  const { origin, me = null } = reply.value;
  return { kind: 'ok', value: { person: { ...person, origin, signedIn: true }, me } };
}

const newPerson = (body: string, card: number): Person => ({
  id: randomText(9),
  body,
  origin: null,
  title: '',
  token: randomText(32),
  signedIn: false,
  card,
  shown: 0,
});

/** 32 bits of a card (FNV-1a): enough to know it again, far too little to make it up. */
function markOf(card: string): number {
  let mark = 0x811c9dc5;
  for (const letter of card.trim().toLowerCase().replace(/\s+/g, ' ')) {
    mark = Math.imul(mark ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return mark;
}

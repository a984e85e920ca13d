// A base whose founding sitting has as many people as the measurement wants, all of it over HTTP.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MeasuredNode } from '../node-process.ts';
import { Phone } from './phone.ts';

export interface Hall {
  readonly url: string;
  readonly body: string;
  readonly sitting: number;
  readonly presidium: Phone;
  /** Everybody who is not a teller, not signed in yet. */
  readonly people: readonly Person[];
  /** What the presidium’s desk asks for to show itself. */
  readonly deskReads: readonly string[];
  /** What a member’s phone asks for besides who one is. */
  readonly phoneReads: readonly string[];
  /** At the door, with the phone as the channel. */
  admit(person: Person): Promise<void>;
  /** Counts the hall and opens the sitting. */
  open(): Promise<void>;
  /** Tables a motion and opens the vote by phone on it. */
  openVote(title: string): Promise<number>;
  /** What is shown at the door now. */
  doorCode(): Promise<string>;
}

export interface Person {
  readonly member: string;
  readonly phone: Phone;
  readonly card: string;
}

const BODY = 'villa-ingenio';
/** Any 32 bytes are an Ed25519 key as far as enrolling it goes. */
const DEVICE_KEY = Buffer.alloc(32, 7).toString('base64');
/** People whom the presidium enrols at the same time. */
const TOGETHER = 64;

export async function largeHall({ url, data }: MeasuredNode, size: number): Promise<Hall> {
  const token = (await readFile(join(data, 'operator-token'), 'utf8')).trim();
  const presidium = await founded(url, token);
  const does = (command: string, input: object, key: string) => presidium.does(BODY, command, input, key);
  const enrolled = await inParallel(TOGETHER, size + 2, async (i) => {
    const { answer } = await does('EnrolMember', { name: `Persona ${i}` }, `enrol-${i}`);
    const { member } = answer as { member: string };
    const issued = await does('IssueCard', { member }, `card-${i}`);
    const { card } = issued.answer as { card: { code: string } };
    return { member, phone: new Phone(url), card: card.code };
  });
  const notice = [
    { matter: 'ordinary', title: 'Agua' },
    { matter: 'election', title: 'Directiva' },
  ];
  const sitting = indexOf(await convenedNow((input, key) => does('ConveneSitting', { ...input, notice }, key)));
  const tellers = enrolled.slice(0, 2);
  await does('AppointTellers', { sitting, tellers: tellers.map(({ member }) => member) }, 'tellers');
  const shown = `/api/bodies/${BODY}/sittings/${sitting}`;
  return {
    url,
    body: BODY,
    sitting,
    presidium,
    people: enrolled.slice(2),
    deskReads: [`${shown}/live`, `${shown}/steps`],
    phoneReads: [`/api/bodies/${BODY}/me`, `${shown}/live`],
    async admit({ member }) {
      await does('AdmitAtDoor', { sitting, member }, `admit-${member}`);
    },
    async open() {
      for (const teller of tellers) {
        await signIn(teller);
        await teller.phone.does(BODY, 'CountPresence', { sitting, round: 1, present: size + 2 }, 'count');
      }
      await does('OpenSitting', { sitting, call: 'first' }, 'open');
    },
    async openVote(title) {
      const motion = { sitting, matter: 'ordinary', title, text: `${title}.`, proposal: { kind: 'resolution' } };
      const tabled = indexOf(await does('TableMotion', motion, `table-${keyed(title)}`));
      return indexOf(await does('OpenVote', { motion: tabled, method: 'devices' }, `open-${keyed(title)}`));
    },
    async doorCode() {
      const { content } = await presidium.get(`${shown}/door`);
      return (content as { code: string }).code;
    },
  };
}

/** An idempotency key is of visible ASCII characters. */
const keyed = (text: string): string => text.replaceAll(/[^a-zA-Z0-9]/g, '-');

export const signIn = ({ phone, card }: Pick<Person, 'phone' | 'card'>): Promise<void> => phone.signIn(BODY, card);

/** Without notice a sitting starts at the moment at which it is convened: a second may turn on the way. */
async function convenedNow(
  convene: (input: object, key: string) => Promise<Record<string, unknown>>,
): Promise<Record<string, unknown>> {
  for (let tried = 0; ; tried++) {
    const startsAt = `${new Date().toISOString().slice(0, 19)}Z`;
    try {
      return await convene({ kind: 'founding', place: 'Sede', startsAt }, `convene-${tried}`);
    } catch (error) {
      if (!String(error).includes('notice-too-short')) throw error;
    }
  }
}

const indexOf = (done: Record<string, unknown>): number => {
  const [first] = done.acts as { index: number }[];
  if (first === undefined) throw new Error('nothing was written');
  return first.index;
};

async function founded(url: string, operatorToken: string): Promise<Phone> {
  const statute = await hallStatute();
  const founder = { name: 'Convocante', key: DEVICE_KEY };
  const input = { name: BODY, title: 'Junta Villa Ingenio', kind: 'base', founder, statute, provisionalDays: 60 };
  const reply = await fetch(`${url}/api/bodies`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${operatorToken}`,
      'idempotency-key': 'found',
    },
    body: JSON.stringify(input),
  });
  const answer = (await reply.json()) as { card: { code: string } };
  if (reply.status !== 201) throw new Error(`the body was not founded: ${JSON.stringify(answer)}`);
  const phone = new Phone(url);
  await signIn({ phone, card: answer.card.code });
  return phone;
}

/** The sample’s own statute, under which a sitting can be held at any hour of the day and at once. */
async function hallStatute(): Promise<object> {
  const path = join(import.meta.dirname, '../../samples/distrito-6/estatutos/junta.json');
  const statute = JSON.parse(await readFile(path, 'utf8')) as object;
  return { ...statute, notice: { hours: 0 }, closing: { hour: 24, offsetMinutes: 0 } };
}

/** `count` times, so many at a time. */
export async function inParallel<T>(width: number, count: number, work: (i: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let i = next++; i < count; i = next++) results[i] = await work(i);
  };
  await Promise.all(Array.from({ length: Math.min(width, count) }, worker));
  return results;
}

// A sitting from the founding to a closed vote by phone, over HTTP alone, as the phones of a hall give their commands.
import { baseStatute, post } from '../../server/test/assembly-over-http.ts';

export interface HeldSitting {
  readonly origin: string;
  readonly key: string;
  readonly sitting: number;
  readonly vote: number;
}

interface Someone {
  readonly member: string;
  readonly token: string;
}

/** Any 32 bytes are an Ed25519 key as far as enrolling it goes. */
const DEVICE_KEY = Buffer.alloc(32, 7).toString('base64');

/** Three members vote: yes, yes, no. */
export async function holdSitting(url: string, operatorToken: string, body: string): Promise<HeldSitting> {
  let keys = 0;
  const send = async (path: string, input: object, token?: string): Promise<Record<string, unknown>> => {
    const { status, body: answer } = await post(`${url}${path}`, input, token, `held-${keys++}`);
    if (status !== 200 && status !== 201) throw new Error(`${path}: ${status} ${JSON.stringify(answer)}`);
    return answer as Record<string, unknown>;
  };
  const statute = { ...(baseStatute as object), notice: { hours: 0 }, closing: { hour: 24, offsetMinutes: 0 } };
  const founder = { name: 'Convocante', key: DEVICE_KEY };
  const input = { name: body, title: 'Villa Ingenio', kind: 'base', founder, statute, provisionalDays: 60 };
  const founded = await send('/api/bodies', input, operatorToken);
  const signIn = async (card: { readonly code: string }): Promise<string> => {
    const token = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url');
    await send('/api/sign-in', { body, card: card.code, token });
    return token;
  };
  const presidium = await signIn(founded.card as { code: string });
  const does = (command: string, given: object, token = presidium): Promise<Record<string, unknown>> =>
    send(`/api/bodies/${body}/commands/${command}`, given, token);
  const people: Someone[] = [];
  for (const name of ['Juana Choque', 'Pedro Mamani', 'Rosa Condori']) {
    const { member } = (await does('EnrolMember', { name })).answer as { member: string };
    const { card } = (await does('IssueCard', { member })).answer as { card: { code: string } };
    people.push({ member, token: await signIn(card) });
  }
  const notice = ['ordinary', 'election'].map((matter) => ({ matter, title: 'Agua y directiva' }));
  const convene = (): Promise<Record<string, unknown>> =>
    does('ConveneSitting', { kind: 'founding', place: 'Sede', startsAt: thisSecond(), notice });
  const sitting = indexOf(await untilInTime(convene));
  for (const { member } of people) await does('AdmitAtDoor', { sitting, member });
  const tellers = people.slice(0, 2);
  await does('AppointTellers', { sitting, tellers: tellers.map(({ member }) => member) });
  for (const { token } of tellers) await does('CountPresence', { sitting, round: 1, present: 3 }, token);
  await does('OpenSitting', { sitting, call: 'first' });
  const motion = { sitting, matter: 'ordinary', title: 'Agua', text: 'Que se arregle el tanque.' };
  const tabled = indexOf(await does('TableMotion', { ...motion, proposal: { kind: 'resolution' } }));
  const vote = indexOf(await does('OpenVote', { motion: tabled, method: 'devices' }));
  for (const [i, { token }] of people.entries()) await does('CastVote', { vote, choice: i < 2 ? 'yes' : 'no' }, token);
  await does('CloseVote', { vote });
  return { origin: String(founded.origin), key: String(founded.key), sitting, vote };
}

const thisSecond = (): string => `${new Date().toISOString().slice(0, 19)}Z`;

/** The second may be over before the node hears of it: then that of the next attempt is given. */
async function untilInTime<T>(attempt: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!String(error).includes('notice-too-short')) throw error;
    }
  }
}

const indexOf = (done: Record<string, unknown>): number => (done.acts as { index: number }[])[0]?.index ?? -1;

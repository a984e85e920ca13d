import { createHash } from 'node:crypto';
import { base64Decode, base64Encode, sealText, utf8Encode } from '@cabildo/book';
import { type ActReceipt, actOf, type Done } from './client.ts';
import { type Assembly, originOf, type Person, type Stage } from './stage.ts';

export interface Item {
  readonly matter: string;
  readonly title: string;
  readonly text: string;
  /** Of a territory: GeoJSON. */
  readonly map?: string;
  readonly proposal: object;
  readonly hands: Hands;
}

export interface Hands {
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
}

export interface Evening {
  /** Name of this sitting in the story: keys of its commands begin with it. */
  readonly id: string;
  readonly kind: 'ordinary' | 'extraordinary' | 'founding';
  readonly day: number;
  readonly hour: number;
  /** The day of the convocation. */
  readonly convenedOn: number;
  readonly place: string;
  readonly present: number;
  readonly call: 'first' | 'second';
  readonly matters: readonly Announced[];
}

/** An item of the notice, with the text that is to be decided where the rules want it named. */
export interface Announced {
  readonly matter: string;
  readonly title: string;
  readonly text?: string;
}

/** A matter alone, or with its text. */
export type Named = string | Omit<Announced, 'title'>;

export const titled = (
  matters: readonly Named[],
  titles: Readonly<Record<string, string>> = {},
): readonly Announced[] =>
  matters.map((one) => {
    const item = typeof one === 'string' ? { matter: one } : one;
    return { ...item, title: titles[item.matter] ?? item.matter };
  });

export const noticeOf = (matters: readonly Announced[]): readonly object[] =>
  matters.map(({ matter, title, text }) => ({
    matter,
    title,
    ...(text === undefined ? {} : { textHash: createHash('sha256').update(text).digest('base64') }),
  }));

/** Who runs a sitting: a founder at first, the elected presidency afterwards. */
export interface Chair {
  readonly body: string;
  readonly presidium: Person;
  readonly tellers: readonly [Person, Person];
}

export const chairOf = (assembly: Assembly): Chair => ({
  body: assembly.name,
  presidium: assembly.presidency,
  tellers: assembly.tellers,
});

/** Calls the sitting, in time for the notice that the statute wants. */
export async function convene(stage: Stage, chair: Chair, evening: Evening): Promise<number> {
  const { kind, place, id } = evening;
  stage.calendar.goTo(evening.convenedOn, 9);
  const startsAt = stage.calendar.time(evening.day, evening.hour);
  const input = { kind, place, startsAt, notice: noticeOf(evening.matters) };
  const convened = await chair.presidium.must(chair.body, 'ConveneSitting', input, `${id}/convene`);
  return actOf(convened, 'SittingConvened').index;
}

/** The evening comes: tellers are appointed and count the hall. */
export async function assemble(stage: Stage, chair: Chair, evening: Evening, sitting: number): Promise<void> {
  stage.calendar.goTo(evening.day, evening.hour, 1);
  const tellers = chair.tellers.map(({ holder }) => holder);
  await chair.presidium.must(chair.body, 'AppointTellers', { sitting, tellers }, `${evening.id}/tellers`);
  await countHall(chair, sitting, 1, [evening.present, evening.present], evening.id);
}

export async function gather(stage: Stage, chair: Chair, evening: Evening): Promise<number> {
  const sitting = await convene(stage, chair, evening);
  await assemble(stage, chair, evening, sitting);
  return sitting;
}

/** Each teller enters a number alone. */
async function countHall(
  { body, tellers }: Chair,
  sitting: number,
  round: number,
  numbers: readonly [number, number],
  id: string,
): Promise<void> {
  for (const [position, teller] of tellers.entries()) {
    const present = numbers[position] ?? 0;
    await teller.must(body, 'CountPresence', { sitting, round, present }, `${id}/count-${round}-${position}`);
  }
}

export async function open(stage: Stage, chair: Chair, evening: Evening, sitting: number): Promise<void> {
  if (evening.call === 'second') stage.calendar.goTo(evening.day, evening.hour, 31);
  await chair.presidium.must(chair.body, 'OpenSitting', { sitting, call: evening.call }, `${evening.id}/open`);
}

/** Tables a motion, lets two tellers count the hands and closes the vote. */
export async function decideByHands(chair: Chair, sitting: number, id: string, item: Item): Promise<Done> {
  const { body, presidium, tellers } = chair;
  const { matter, title, text, map, proposal, hands } = item;
  const input = { sitting, matter, title, text, proposal, ...(map === undefined ? {} : { map }) };
  const tabled = await presidium.must(body, 'TableMotion', input, `${id}/table`);
  const motion = actOf(tabled, 'MotionTabled').index;
  const opened = await presidium.must(body, 'OpenVote', { motion, method: 'hands' }, `${id}/vote`);
  const vote = actOf(opened, 'VoteOpened').index;
  for (const teller of tellers)
    await teller.must(body, 'CountBlock', { vote, block: 'sala', round: 1, ...hands }, `${id}/hands-${teller.name}`);
  return presidium.must(body, 'CloseVote', { vote }, `${id}/close`);
}

/** Officers sign an act with the keys on their own devices; the last needed signature seals it. */
export async function seal(
  stage: Stage,
  body: string,
  act: ActReceipt,
  signers: readonly { readonly person: Person; readonly device: string }[],
): Promise<void> {
  for (const { person, device } of signers) {
    const signature = sign(stage, body, act, device);
    await person.must(body, 'SignAct', { index: act.index, signature }, `${body}/sign-${act.index}-${person.name}`);
  }
}

function sign(stage: Stage, body: string, act: ActReceipt, device: string): string {
  const leaf = base64Decode(act.leaf);
  if (leaf === undefined) throw new Error(`the node gave no leaf hash for act ${act.index}`);
  const text = sealText(originOf(stage, body), act.index, leaf);
  return base64Encode(stage.people.deviceOf(device).sign(utf8Encode(text)));
}

export const sealBoth = (stage: Stage, assembly: Assembly, act: ActReceipt): Promise<void> =>
  seal(stage, assembly.name, act, [
    { person: assembly.presidency, device: assembly.devices.presidency },
    { person: assembly.secretary, device: assembly.devices.secretary },
  ]);

/** An ordinary evening of a base, called before, with these motions decided by hands. */
export async function hold(
  stage: Stage,
  assembly: Assembly,
  plan: Evening,
  sitting: number,
  items: readonly Item[],
): Promise<readonly Done[]> {
  const chair = chairOf(assembly);
  await assemble(stage, chair, plan, sitting);
  await open(stage, chair, plan, sitting);
  const results: Done[] = [];
  for (const [number, item] of items.entries())
    results.push(await decideByHands(chair, sitting, `${plan.id}/${number}`, item));
  await assembly.presidency.must(assembly.name, 'CloseSitting', { sitting }, `${plan.id}/end`);
  return results;
}

export async function evening(
  stage: Stage,
  assembly: Assembly,
  plan: Evening,
  items: readonly Item[],
): Promise<readonly Done[]> {
  return hold(stage, assembly, plan, await convene(stage, chairOf(assembly), plan), items);
}

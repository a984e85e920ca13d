import { readFile, writeFile } from '../../store/secret/files.ts';
import { addMessage, readMessages, type TrusteeMessage } from '../../store/secret/messages.ts';
import { type BallotTools, bookHash, type Election, readElection, sha256 } from './elections.ts';
import type { Messages } from './jobs.ts';
import { refused, type Said, said } from './said.ts';
import type { Kept, TrusteeSays } from './secret-votes.ts';
import { laterSteps, type Step, stepsFor, type TrusteeStep } from './steps.ts';

/** What is needed of a trial to check what trustees make of it. */
export interface TrialParts {
  readonly election: string;
  readonly trustees: string;
  readonly tally: string;
  readonly keys: readonly string[];
}

/** A trustee’s message: looked at, and kept once. A wrong one is not kept, so that it can be made again. */
export async function keepMessage(tools: BallotTools, says: TrusteeSays): Promise<Said<Kept>> {
  const found = await readElection(tools, says.election);
  if (!found.ok) return found;
  const election = found.value;
  const { size } = election.prepared.sizes;
  const { seat, message } = says;
  if (seat < 1 || seat > size || !tools.codes.isOf(election.uuid, `trustee-${seat}`, says.code))
    return refused('wrong-ballot-code');
  const step = stepNamed(election, says.step);
  if (step === null) return refused('step-not-due', says.step);
  const all = await readMessages(tools.store, election.uuid);
  const before = all.find((one) => one.seat === seat && one.step === step);
  if (before !== undefined) return before.message === message ? said('known') : refused('already-sent', step);
  const good = await isGood(tools, election, all, { seat, step, message });
  if (!good.ok) return good;
  if (!good.value) return refused('message-not-valid', step);
  const added = await addMessage(tools.store, election.uuid, { seat, step, message });
  if (!added) return keepMessage(tools, says);
  await makeTrialIfDue(tools, election);
  tools.touched(election.origin);
  return said('kept');
}

const stepNamed = ({ prepared }: Election, step: string): Step | null =>
  [...stepsFor(prepared.sizes), ...laterSteps].find((one) => one === step) ?? null;

/** Steps that everybody has taken. */
const isComplete = (all: readonly TrusteeMessage[], step: Step, size: number): boolean =>
  all.filter((one) => one.step === step).length === size;

type Said1 = Omit<TrusteeMessage, 'step'> & { readonly step: Step };

async function isGood(
  tools: BallotTools,
  election: Election,
  all: readonly TrusteeMessage[],
  { seat, step, message }: Said1,
): Promise<Said<boolean>> {
  const { sizes } = election.prepared;
  if (step === 'trial' || step === 'share') {
    const about = step === 'trial' ? await trialOf(tools, election.uuid) : await sumOf(tools, election);
    if (about === null) return refused('step-not-due', step);
    return said(await tools.threads.ask('checkShare', { ...about, share: { owner: seat, json: message } }));
  }
  const steps = stepsFor(sizes);
  const earlier = steps.slice(0, steps.indexOf(step));
  if (!earlier.every((one) => isComplete(all, one, sizes.size))) return refused('step-not-due', step);
  const messages = messagesBy(all);
  return said(await tools.threads.ask('checkMessage', { sizes, step, seat, message, messages }));
}

/** Of each step everybody’s, in the order of their seats. */
function messagesBy(all: readonly TrusteeMessage[]): Messages {
  const by: Partial<Record<TrusteeStep, string[]>> = {};
  for (const { step, message } of all) {
    const list = by[step as TrusteeStep] ?? [];
    list.push(message);
    by[step as TrusteeStep] = list;
  }
  return by;
}

/** Made when the last key is there, once; what a crash has kept from being made is made when somebody asks. */
async function makeTrialIfDue(tools: BallotTools, election: Election): Promise<void> {
  const { sizes, plan } = election.prepared;
  const all = await readMessages(tools.store, election.uuid);
  const last = stepsFor(sizes).at(-1) ?? 'key';
  if (!isComplete(all, last, sizes.size) || (await trialOf(tools, election.uuid)) !== null) return;
  const time = Math.floor(Date.parse(tools.now()) / 1_000);
  const { archive, ...parts } = await tools.threads.ask('makeTrial', { plan, sizes, messages: messagesBy(all), time });
  const { uuid } = election;
  const about = Buffer.from(JSON.stringify(parts satisfies TrialParts));
  const files = { trial: Buffer.from(archive), 'trial-parts': about };
  for (const kind of ['trial', 'trial-parts'] as const)
    await writeFile(tools.store, {
      election: uuid,
      kind,
      sha256: sha256(files[kind]),
      count: null,
      content: files[kind],
    });
}

export async function trialOf({ store }: BallotTools, election: string): Promise<TrialParts | null> {
  const file = await readFile(store, election, 'trial-parts');
  return file === undefined ? null : (JSON.parse(file.content.toString('utf8')) as TrialParts);
}

export const trialArchive = async ({ store }: BallotTools, election: string): Promise<Buffer | null> =>
  (await readFile(store, election, 'trial'))?.content ?? null;

/** What the trustees open once the box is closed; null before. */
async function sumOf({ store }: BallotTools, { uuid, counted }: Election) {
  const [election, trustees] = await Promise.all([
    readFile(store, uuid, 'election'),
    readFile(store, uuid, 'trustees'),
  ]);
  if (counted === null || election === undefined || trustees === undefined) return null;
  return {
    election: election.content.toString('utf8'),
    trustees: trustees.content.toString('utf8'),
    tally: counted.tally,
  };
}

export const keyHash = (key: string): string => bookHash(key);

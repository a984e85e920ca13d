/** A teller's halves of slips: the secret ones for paper alone, the public ones for everybody. */
import { groupNamed, type HalfFields, newCredential, publishHalf, secretOf, writeHalves } from '@cabildo/ballot';
import { browserDerive, browserMachine, browserRandom } from '../machine.ts';
import type { Status } from '../status.ts';

export interface MadeHalves {
  /** Slip n at place n. */
  readonly texts: readonly string[];
  /** The file of the public halves. */
  readonly file: string;
}

/** After so many the screen has its turn. */
const AT_ONCE = 5;

/** Null where `signal` ended it. */
export async function makeHalves(
  { election, group: named }: Status,
  { teller, count }: { readonly teller: number; readonly count: number },
  progress: (done: number) => void,
  signal: AbortSignal,
): Promise<MadeHalves | null> {
  const group = groupNamed(named, browserMachine);
  if (group === undefined) throw new Error(`no group ${named}`);
  const workshop = { group, machine: browserMachine, random: browserRandom };
  const texts: string[] = [];
  const halves: HalfFields[] = [];
  for (let number = 1; number <= count; number++) {
    const text = newCredential(browserRandom);
    const secret = await secretOf(text, election, group, browserDerive);
    texts.push(text);
    halves.push(publishHalf(workshop, { election, teller, number }, secret));
    if (number % AT_ONCE !== 0) continue;
    progress(number);
    await new Promise((resolve) => setTimeout(resolve));
    if (signal.aborted) return null;
  }
  return { texts, file: writeHalves({ election, teller, halves }) };
}

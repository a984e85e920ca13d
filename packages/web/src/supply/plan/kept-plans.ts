import type { Session } from '../../shell/session.ts';
import type { Shell } from '../../shell/shell.ts';
import type { MadePlan } from './make-plan.ts';

const PATH = '/supply/plans';
/** Plans that are before a vote, or are being entered; older ones are in their files. */
const MOST_KEPT = 8;

/** Plans made on this device: their lines are entered part by part once they are adopted, which may be days later. */
export async function keptPlans(shell: Shell, session: Session): Promise<readonly MadePlan[]> {
  const person = session.person?.id;
  if (person === undefined) return [];
  const kept = await shell.storage.get('known', [person, PATH]).catch(() => undefined);
  return (kept?.value ?? []) as readonly MadePlan[];
}

export async function keepPlan(shell: Shell, session: Session, made: MadePlan): Promise<void> {
  const person = session.person?.id;
  if (person === undefined) return;
  const others = (await keptPlans(shell, session)).filter(({ plan }) => plan !== made.plan);
  const value = [...others, made].slice(-MOST_KEPT);
  await shell.storage.put('known', { person, path: PATH, value, at: Date.now() }).catch(() => undefined);
}

/** A plan from the file that was saved of it; null of anything else. Its hashes are made again, as a file may be anybody's. */
export function planIn(text: string, hash: (text: string) => string): MadePlan | null {
  try {
    const found = JSON.parse(text) as Partial<MadePlan>;
    const { problemText, planText, closures, parts, replaces } = found;
    if (typeof problemText !== 'string' || typeof planText !== 'string' || !Array.isArray(parts)) return null;
    const isLine = (line: unknown): boolean =>
      typeof line === 'object' &&
      line !== null &&
      ['lot', 'site', 'quantity'].every((name) => Number.isSafeInteger((line as Record<string, unknown>)[name]));
    if (!parts.every((part) => Array.isArray(part) && part.every(isLine))) return null;
    return {
      replaces: typeof replaces === 'number' ? replaces : null,
      problemText,
      planText,
      closures: typeof closures === 'string' ? closures : '',
      parts,
      problem: hash(problemText),
      plan: hash(planText),
    };
  } catch {
    return null;
  }
}

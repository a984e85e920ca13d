import type { Method } from './method.ts';
import { Refused } from './refused.ts';
import type { CountResult } from './result.ts';
import { Settings } from './settings.ts';

/** What the result of an election says that its vacancies are filled by. */
export type Original = Pick<CountResult, 'method' | 'options' | 'seats' | 'elected'>;

type Request = {
  readonly method: string;
  readonly seats?: number;
  readonly options?: Readonly<Record<string, string>>;
};

/** What may be said anew for each vacancy; everything else was fixed before the election. */
const ANEW = ['vacated', 'unavailable', 'original-lots', 'lots'];

/** The rule of the election, with what the vacancy adds to it; another rule is refused. */
export function underOriginal(request: Request, original: Original, { options: specs }: Method): Required<Request> {
  if (request.method !== original.method) throw otherRule('method', request.method, original.method);
  if (request.seats !== undefined && request.seats !== original.seats) {
    throw otherRule('seats', String(request.seats), String(original.seats));
  }
  const known = (name: string): boolean => Object.hasOwn(specs, name);
  const { lots = '', ...fixed } = original.options;
  const before = new Settings(request.method, specs, only(fixed, known)).values;
  const given = request.options ?? {};
  const now = new Settings(request.method, specs, { ...before, ...only(given, (name) => !isConstraint(name)) }).values;
  for (const [name, value] of Object.entries(now)) {
    if (!ANEW.includes(name) && value !== before[name]) throw otherRule(name, value, before[name] ?? '');
  }
  for (const [name, value] of Object.entries(given)) {
    if (isConstraint(name) && fixed[name] !== value) throw otherRule(name, value, fixed[name] ?? '–');
  }
  const earlier = before.vacated ?? '';
  if (!`${now.vacated},`.startsWith(earlier === '' ? '' : `${earlier},`)) {
    throw otherRule('vacated', now.vacated ?? '', `${earlier},…`);
  }
  const drawn = [before['original-lots'] ?? '', lots].filter((list) => list !== '').join(',');
  return {
    method: original.method,
    seats: original.seats,
    options: { ...fixed, ...now, ...(drawn !== '' && { 'original-lots': drawn }) },
  };
}

/** The request that gave the original result. */
export function asItWas({ method, seats, options }: Original): Required<Request> & { lots: string[] } {
  const { lots = '', ...fixed } = options;
  return { method, seats, options: fixed, lots: lots.split(',').filter((id) => id !== '') };
}

export function otherBallots(): Refused {
  return new Refused('other-ballots', {
    es: 'De estas papeletas, con esa regla, no sale el resultado de la elección: no son las mismas.',
    en: 'These ballots under that rule do not give the result of the election: they are not the same.',
  });
}

const isConstraint = (name: string): boolean => /^(group|min|max)\./.test(name);

const only = (options: Readonly<Record<string, string>>, keep: (name: string) => boolean): Record<string, string> =>
  Object.fromEntries(Object.entries(options).filter(([name]) => keep(name)));

function otherRule(name: string, now: string, before: string): Refused {
  return new Refused('other-rule', {
    es: `La regla se fijó antes de la elección: ${name}=${before}, no ${name}=${now}.`,
    en: `The rule was fixed before the election: ${name}=${before}, not ${name}=${now}.`,
  });
}

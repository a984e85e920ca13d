import { leastVoters } from '../secret/rules.ts';
import type { BodyKind } from './contradictions.ts';
import type { Statute } from './fields.ts';
import type { StatuteProblem } from './problem.ts';

type Found = readonly StatuteProblem[];

/** Secret votes that one person could open, that would tell each person's vote, or that a mandate forbids. */
export const secretProblems = (statute: Statute, kind: BodyKind | null): Found => [
  ...matterProblems(statute, kind),
  ...numberProblems(statute),
];

function matterProblems({ rules, secret }: Statute, kind: BodyKind | null): Found {
  const inSecret = rules.filter(({ methods }) => methods.includes('secret'));
  const found = inSecret.flatMap(({ matter, methods }): Found => {
    const article = `rules.${matter}`;
    return [
      ...(secret === undefined ? [{ problem: 'secret-without-trustees', article } as const] : []),
      // A hall that is too small for it, or whose trustees lost their keys, decides all the same.
      ...(methods.includes('urn') ? [] : [{ problem: 'no-urn-beside', article, present: 'secret' } as const]),
      // In an assembly of delegates anything but an election may be mandated (DESIGN section 6, Mandate).
      ...(kind !== null && kind !== 'base' && matter !== 'election'
        ? [{ problem: 'mandated-or-secret', article, present: 'secret' } as const]
        : []),
    ];
  });
  if (secret !== undefined && inSecret.length === 0)
    return [...found, { problem: 'nothing-in-secret', article: 'secret' }];
  return found;
}

function numberProblems({ secret }: Statute): Found {
  if (secret === undefined) return [];
  const { trustees, threshold, lists = [] } = secret;
  const article = 'secret';
  const found: StatuteProblem[] = [];
  if (threshold < 2) found.push({ problem: 'one-opens-alone', article, present: threshold });
  if (threshold > trustees) found.push({ problem: 'more-than-the-trustees', article, present: threshold });
  if (leastVoters(secret) < 2) found.push({ problem: 'secret-of-one', article, present: leastVoters(secret) });
  for (const present of [leastVoters(secret), secret.every ?? 1])
    if (present > mostVoters) found.push({ problem: 'longer-than-any-use', article, present });
  if (secret.lists !== undefined && lists.length < 2)
    found.push({ problem: 'one-list-alone', article, present: lists.length });
  // With t−1 trustees of each list there are never enough lists for all of them otherwise.
  else if (secret.lists !== undefined && lists.length * (threshold - 1) < trustees)
    found.push({ problem: 'one-list-alone', article, present: lists.length });
  for (const present of lists.filter((name, position) => lists.indexOf(name) !== position))
    found.push({ problem: 'named-twice', article, present });
  return found;
}

/** No place holds more people than that. */
const mostVoters = 100_000;

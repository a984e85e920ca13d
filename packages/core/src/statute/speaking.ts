import type { BodyKind } from './contradictions.ts';
import type { Statute } from './fields.ts';
import type { StatuteProblem } from './problem.ts';

/** No list of speakers lasts longer than a night. */
const mostSeconds = 36_000;

/** Times that leave no room for a speech, and sectors or bodies that are not there. */
export function speakingProblems({ speaking }: Statute, kind: BodyKind | null): readonly StatuteProblem[] {
  if (speaking === undefined) return [];
  const { seconds = 0, group, sectors = [], reply, translation } = speaking;
  const found: StatuteProblem[] = [];
  for (const present of [seconds, group?.seconds ?? 0, reply?.seconds ?? 0, translation?.seconds ?? 0])
    if (present > mostSeconds) found.push({ problem: 'longer-than-any-use', article: 'speaking', present });
  if (group !== undefined && group.seconds < seconds)
    found.push({ problem: 'less-than-one-speech', article: 'speaking.group', present: group.seconds });
  if (group?.of === 'sector' && sectors.length === 0)
    found.push({ problem: 'sectors-missing', article: 'speaking.sectors' });
  if (group?.of === 'body' && kind === 'base')
    found.push({ problem: 'members-have-no-delegation', article: 'speaking.group', present: 'body' });
  for (const present of sectors.filter((name, position) => sectors.indexOf(name) !== position))
    found.push({ problem: 'named-twice', article: 'speaking.sectors', present });
  return found;
}

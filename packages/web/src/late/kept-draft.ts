import type { Person } from '../shell/person.ts';
import type { Shell } from '../shell/shell.ts';
import type { LateDraft } from './late-draft.ts';

/** With what the phone keeps of that person: whoever signs out takes the own drafts along, and nobody else’s. */
const pathOf = (meeting: string | null): string => `draft/late/${meeting ?? ''}`;

export async function keptDraft({ storage }: Shell, person: Person, meeting: string | null): Promise<LateDraft | null> {
  const kept = await storage.get('known', [person.id, pathOf(meeting)]).catch(() => undefined);
  return kept === undefined ? null : (kept.value as LateDraft);
}

export const keepDraft = (
  { storage }: Shell,
  person: Person,
  meeting: string | null,
  draft: LateDraft,
): Promise<void> =>
  storage
    .put('known', { person: person.id, path: pathOf(meeting), value: draft, at: Date.now() })
    // What cannot be kept is on the screen still; the frame says that this browser forgets.
    .catch(() => undefined);

export const dropDraft = ({ storage }: Shell, person: Person, meeting: string | null): Promise<void> =>
  storage.delete('known', [person.id, pathOf(meeting)]).catch(() => undefined);

import type { Person } from '../../shell/person.ts';
import type { Shell } from '../../shell/shell.ts';
import type { DraftStatute } from './draft-answer.ts';

export interface KeptDraft {
  readonly statute: DraftStatute;
  /** The text under which it was announced to a sitting, and the draft of then, as canonical JSON. */
  readonly announced: { readonly title: string; readonly text: string; readonly of: string } | null;
}

const PATH = 'draft/statute';

/** With what this device keeps of that person, as a late entry is: it goes when the person signs out. */
export async function keptDraft({ storage }: Shell, person: Person): Promise<KeptDraft | null> {
  const kept = await storage.get('known', [person.id, PATH]).catch(() => undefined);
  return kept === undefined ? null : (kept.value as KeptDraft);
}

export const keepDraft = ({ storage }: Shell, person: Person, draft: KeptDraft): Promise<void> =>
  storage
    .put('known', { person: person.id, path: PATH, value: draft, at: Date.now() })
    // What cannot be kept is on the screen still, and can be saved as a file.
    .catch(() => undefined);

export const dropDraft = ({ storage }: Shell, person: Person): Promise<void> =>
  storage.delete('known', [person.id, PATH]).catch(() => undefined);

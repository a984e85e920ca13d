import { useEffect, useState } from 'preact/hooks';
import type { Me } from '../../answers.ts';
import { signText } from '../../seals/device-key.ts';
import { type KeptKey, keptKey, keyHolderOf } from '../../seals/key-store.ts';
import { ask, bodyPath } from '../../shell/asking.ts';
import type { Person } from '../../shell/person.ts';
import type { Shell } from '../../shell/shell.ts';
import { useShell } from '../../shell/watching.ts';

/** A key on this phone that the book of an assembly has enrolled for one of its offices. */
export interface OfficerKey {
  /** The whole name of that assembly's book, as sites name it. */
  readonly book: string;
  readonly kept: KeptKey;
}

/** As commands take it. */
export interface SignedByOfficer {
  readonly book: string;
  readonly key: string;
  readonly signature: string;
}

/** Throws where the browser has lost the key. */
export const officerSigns = async ({ book, kept }: OfficerKey, text: string): Promise<SignedByOfficer> => ({
  book,
  key: kept.publicKey,
  signature: await signText(kept, text),
});

/** Of everybody who is signed in on this phone, whichever committee is shown: the site's assembly is seldom the committee itself. */
export function useOfficerKeys(shell: Shell): readonly OfficerKey[] {
  const { people } = useShell(shell);
  const [keys, setKeys] = useState<readonly OfficerKey[]>([]);
  const who = people.map(({ id }) => id).join(' ');
  useEffect(() => {
    let over = false;
    void Promise.all(shell.state.people.map((person) => keyOf(shell, person))).then((found) => {
      if (!over) setKeys(found.flatMap((one) => one ?? []));
    });
    return () => {
      over = true;
    };
  }, [shell, who]);
  return keys;
}

async function keyOf(shell: Shell, { id, body, origin, token }: Person): Promise<OfficerKey | null> {
  if (origin === null) return null;
  const reply = await ask<Me>(`${bodyPath(body)}/me`, { token });
  // Without a network by what the node last said: whether it still holds is decided where the signature arrives.
  const known =
    reply.kind === 'unreachable' ? await shell.storage.get('known', [id, '/me']).catch(() => undefined) : null;
  const me = reply.kind === 'ok' ? reply.value : (known?.value as Me | undefined);
  if (me?.officeKey == null) return null;
  const kept = await keptKey(body, keyHolderOf(me.actor)).catch(() => undefined);
  return kept?.publicKey === me.officeKey.key ? { book: origin, kept } : null;
}

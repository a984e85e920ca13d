import { useCallback, useEffect, useState } from 'preact/hooks';
import type { SittingAreaProps } from '../../shell/area.ts';
import { fetchBody, fetchKit, type KeptKit, keepKit, keptKit } from './fetch-kit.ts';

export interface KitNow {
  readonly kept: KeptKit | null;
  /** How far fetching has come; null while nothing is fetched. */
  readonly progress: { readonly done: number; readonly of: number } | null;
  /** The last try found no network. */
  readonly failed: boolean;
  fetch(): Promise<void>;
  /** Something was accredited: how the seats stand is asked, the credentials stay. */
  look(): Promise<void>;
  /** This desk accepts that person in that seat. */
  letIn(key: string, holder: string): Promise<void>;
}

/** What this desk holds: first as it was kept, then, where there is a network, as it is. */
export function useKit({ shell, session, sitting }: Pick<SittingAreaProps, 'shell' | 'session' | 'sitting'>): KitNow {
  const { storage } = shell;
  const [kept, setKept] = useState<KeptKit | null>(null);
  const [progress, setProgress] = useState<KitNow['progress']>(null);
  const [failed, setFailed] = useState(false);
  const take = useCallback(
    async (found: KeptKit): Promise<void> => {
      setKept(found);
      await keepKit(storage, session, sitting, found);
    },
    [storage, session, sitting],
  );
  const fetch = useCallback(async (): Promise<void> => {
    setProgress({ done: 0, of: 0 });
    const found = await fetchKit(session, (done, of) => setProgress({ done, of }));
    setProgress(null);
    setFailed(found === null);
    const before = (await keptKit(storage, session, sitting))?.kit.letIn;
    if (found !== null) await take(before === undefined ? found : { ...found, kit: { ...found.kit, letIn: before } });
  }, [storage, session, sitting, take]);
  const look = useCallback(async (): Promise<void> => {
    const body = await fetchBody(session);
    if (body === null || kept === null) return;
    await take({ kit: { ...kept.kit, body }, at: kept.at });
  }, [session, kept, take]);
  const letIn = async (key: string, holder: string): Promise<void> => {
    if (kept === null) return;
    await take({ ...kept, kit: { ...kept.kit, letIn: { ...kept.kit.letIn, [key]: holder } } });
  };
  useEffect(() => {
    void keptKit(storage, session, sitting).then(async (known) => {
      if (known !== null) setKept(known);
      await fetch();
    });
  }, [storage, session, sitting, fetch]);
  return { kept, progress, failed, fetch, look, letIn };
}

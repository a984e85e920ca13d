import type { ComponentType, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { WaitingSeal } from '../answers.ts';
import { useWords } from '../form/words-later.ts';
import { pathOf } from '../shell/address.ts';
import type { BodyAreaProps } from '../shell/area.ts';
import { Later } from '../shell/later.tsx';
import { Icon } from '../shell/parts.tsx';
import { useSession } from '../shell/watching.ts';
import { whyNoKeys } from './device-key.ts';
import { type KeptKey, keptKey, keyHolderOf } from './key-store.ts';
import { SealAct } from './seal-act.tsx';
import { SealKey } from './seal-key.tsx';
import type { Device, SealProps } from './seal-props.ts';
import { sealWords } from './words.ts';

/** What waits for my signature, and the key with which I sign. */
export function Seals(props: BodyAreaProps): JSX.Element {
  const { session, formats } = props;
  const state = useSession(session);
  const says = useWords(sealWords, formats);
  const [chosen, setChosen] = useState<WaitingSeal | null>(null);
  const [device, setDevice] = useState<Device>();
  const { body } = session;
  const holder = keyHolderOf(state.me?.actor);
  useEffect(() => {
    void deviceFor(body, holder).then(setDevice);
  }, [body, holder]);
  if (says === null) return <p role="status">{formats.words.loading}</p>;
  const made = (key: KeptKey): void => setDevice({ noKeys: null, key });
  const all = { session, state, formats, says, device };
  const waiting = state.me?.toSeal ?? [];
  if (chosen !== null) return <SealAct {...all} item={chosen} leave={() => setChosen(null)} />;
  return (
    <>
      <Waiting {...all} waiting={waiting} choose={setChosen} />
      {device?.key == null ? null : <Later load={loadObjections} props={all} formats={formats} />}
      <SealKey {...all} holder={holder} made={made} />
      <div class="foot">
        <a class="plain" href={pathOf({})}>
          {formats.words.back}
        </a>
      </div>
    </>
  );
}

/** Nobody objects without a key of an office on this phone. */
const loadObjections = (): Promise<ComponentType<SealProps>> =>
  import('./objections.tsx').then((part) => part.Objections);

async function deviceFor(body: string, holder: string): Promise<Device> {
  const [noKeys, key] = await Promise.all([whyNoKeys(), keptKey(body, holder).catch(() => undefined)]);
  return { noKeys, key: key ?? null };
}

interface WaitingProps {
  readonly waiting: readonly WaitingSeal[];
  readonly choose: (item: WaitingSeal) => void;
}

function Waiting(props: SealProps & WaitingProps): JSX.Element {
  const { waiting, says } = props;
  const mine = waiting.filter(({ signed }) => !signed);
  const others = waiting.filter(({ signed }) => signed);
  return (
    <section>
      <h1>{mine.length === 0 ? says.nothing : says.waiting}</h1>
      <List {...props} waiting={mine} />
      {others.length === 0 ? null : <h2>{says.others}</h2>}
      <List {...props} waiting={others} />
    </section>
  );
}

function List({ waiting, says, choose, formats: { number } }: SealProps & WaitingProps): JSX.Element | null {
  if (waiting.length === 0) return null;
  return (
    <ul class="choose">
      {waiting.map((item) => (
        <li key={item.index}>
          <button type="button" class="action quiet" onClick={() => choose(item)}>
            <Icon name="book" />
            <span>
              {says.kinds[item.act] ?? item.act}
              <small>
                {says.act(number(item.index))} · {says.progress(number(item.signatures), number(item.needed))}
              </small>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

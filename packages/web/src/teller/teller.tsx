import './teller.css';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { IconName } from '../../look/icons.ts';
import { useWords } from '../form/words-later.ts';
import type { Live } from '../live-answer.ts';
import type { SittingAreaProps } from '../shell/area.ts';
import { Action, Icon, Refusal } from '../shell/parts.tsx';
import { useLive } from '../shell/watching.ts';
import { Admit } from './admit.tsx';
import { Counts } from './counts.tsx';
import { DoorCode } from './door-code.tsx';
import { Slips } from './slips.tsx';
import type { TellerProps } from './teller-props.ts';
import { tellerWords } from './words.ts';

type Tab = 'count' | 'door' | 'slips';

const tabs: readonly { readonly tab: Tab; readonly icon: IconName }[] = [
  { tab: 'count', icon: 'hand' },
  { tab: 'door', icon: 'people' },
  { tab: 'slips', icon: 'card' },
];

const atTheDoor = ['convener', 'presidium', 'secretary', 'teller', 'former-officer'];

/** The phone of whoever counts and stands at the door: big keys, one thing at a time, held in one hand. */
export function Teller(props: SittingAreaProps): JSX.Element {
  const { session, sitting, formats } = props;
  const words = useWords(tellerWords, formats);
  const { live, problem } = useLive(session, sitting);
  if (live !== null && words !== null) return <Working {...props} live={live} words={words} />;
  if (problem !== null) return <Refusal said={problem.sentences} formats={formats} />;
  return (
    <p class="soft" role="status">
      {formats.words.loading}
    </p>
  );
}

function Working(props: TellerProps): JSX.Element {
  const { live, words } = props;
  const [tab, setTab] = useState<Tab>('count');
  const [code, setCode] = useState(false);
  const may = live.mine?.roles.some((role) => atTheDoor.includes(role)) === true;
  if (live.phase === 'closed' || live.phase === 'called-off') return <p>{words.over}</p>;
  if (!may) return <NotYet words={words} />;
  if (code)
    return (
      <div class="teller-area">
        <DoorCode {...props} leave={() => setCode(false)} />
      </div>
    );
  const shown = tabs.filter((one) => one.tab === 'count' || !live.delegates);
  return (
    <div class="teller-area">
      {tab === 'count' ? <Counts {...props} /> : null}
      {tab === 'door' ? (
        <>
          <Admit {...props} />
          <Action icon="key" tone="quiet" onClick={() => setCode(true)}>
            {words.door.show}
          </Action>
        </>
      ) : null}
      {tab === 'slips' ? <Slips {...props} /> : null}
      {shown.length < 2 ? null : <Tabs shown={shown} tab={tab} go={setTab} live={live} words={words} />}
    </div>
  );
}

const NotYet = ({ words }: Pick<TellerProps, 'words'>): JSX.Element => (
  <>
    <h1>{words.notTeller}</h1>
    <p>{words.notTellerHow}</p>
  </>
);

interface TabsProps extends Pick<TellerProps, 'words'> {
  readonly shown: typeof tabs;
  readonly tab: Tab;
  readonly go: (tab: Tab) => void;
  readonly live: Live;
}

/** At the bottom, where the thumb is. */
function Tabs({ shown, tab, go, words }: TabsProps): JSX.Element {
  return (
    <nav class="teller-tabs no-print" aria-label={words.tabsLabel}>
      {shown.map((one) => (
        <button
          key={one.tab}
          type="button"
          aria-current={one.tab === tab ? 'page' : undefined}
          onClick={() => go(one.tab)}
        >
          <Icon name={one.icon} />
          <span>{words.tabs[one.tab]}</span>
        </button>
      ))}
    </nav>
  );
}

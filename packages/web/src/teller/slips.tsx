import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Problem } from '../answers.ts';
import { Qr } from '../qr/qr.tsx';
import { Action, Icon, Refusal } from '../shell/parts.tsx';
import { type DoorAnswer, useDoor } from './door-code.tsx';
import { type Channel, useIssuing } from './issuing.ts';
import { Keypad } from './keypad.tsx';
import { type Slip, slipAddress } from './slip.ts';
import { SlipSheet } from './slip-sheet.tsx';
import type { TellerProps } from './teller-props.ts';
import { VoidSlip } from './void-slip.tsx';

const channels = [
  { channel: 'phone', icon: 'check' },
  { channel: 'card', icon: 'card' },
  { channel: 'paper', icon: 'pen' },
] as const;

/** A sheet of three rows of three fits one page of A4. */
const ON_A_PAGE = 9;

/** Slips for people on no roll: as many as the tellers have counted at the door and nobody else has checked in. */
export function Slips(props: TellerProps): JSX.Element {
  const { session, sitting, live, formats, words } = props;
  const [offset] = useState(() => Date.parse(live.now) - Date.now());
  const door = useDoor(session, sitting, offset);
  const issuing = useIssuing(props);
  const [doing, setDoing] = useState<'nothing' | 'sheet' | 'void'>('nothing');
  if (door === null || !issuing.read)
    return (
      <p class="soft" role="status">
        {formats.words.loading}
      </p>
    );
  if (door === 'denied' || door.slips === null) return <p>{words.slips.none}</p>;
  const { busy, problem, given, issue } = issuing;
  const leave = (): void => {
    issuing.handedOver();
    setDoing('nothing');
  };
  if (given.length > 1) return <SlipSheet {...props} slips={given} leave={leave} />;
  const [one] = given;
  if (one !== undefined) return <OneSlip {...props} slip={one} leave={leave} />;
  if (issuing.lost) return <Lost {...props} again={issuing.again} />;
  if (doing === 'sheet')
    return (
      <HowMany
        {...props}
        left={door.slips.left ?? 0}
        busy={busy}
        problem={problem}
        make={issue}
        leave={() => setDoing('nothing')}
      />
    );
  if (doing === 'void') return <VoidSlip {...props} leave={() => setDoing('nothing')} />;
  return (
    <>
      <h1>{words.slips.title}</h1>
      <Rule {...props} slips={door.slips} />
      {door.slips.left === null
        ? null
        : channels.map(({ channel, icon }) => (
            <Action key={channel} icon={icon} tone="indigo" busy={busy} onClick={() => void issue(1, channel)}>
              {words.slips[channel]}
            </Action>
          ))}
      {problem === null ? null : <Refusal said={problem.sentences} formats={formats} />}
      <Action icon="copy" tone="quiet" onClick={() => setDoing('sheet')}>
        {words.slips.sheet}
      </Action>
      <button type="button" class="plain" onClick={() => setDoing('void')}>
        {words.slips.voidTitle}
      </button>
    </>
  );
}

function Rule({
  slips,
  formats,
  words,
}: TellerProps & { readonly slips: NonNullable<DoorAnswer['slips']> }): JSX.Element {
  const { left, out, mark } = slips;
  return (
    <>
      <p>{words.slips.how}</p>
      <p class="mark">{words.slips.mark(mark)}</p>
      <p class="figure" role="status">
        {left === null
          ? words.slips.notCounted
          : left === 1
            ? words.slips.left
            : words.slips.leftCount(formats.number(left))}
      </p>
      <p class="soft">{words.slips.out(formats.number(out))}</p>
    </>
  );
}

/** No slip is in the air: the same ones come again. */
function Lost({ formats, words, again }: TellerProps & { readonly again: () => Promise<void> }): JSX.Element {
  return (
    <div class="card ochre" role="alert">
      <h1>
        <Icon name="offline" /> {words.slips.lostTitle}
      </h1>
      <p>{words.slips.lostHow}</p>
      <Action icon="copy" tone="indigo" onClick={() => void again()}>
        {formats.words.again}
      </Action>
    </div>
  );
}

interface OneSlipProps extends TellerProps {
  readonly slip: Slip;
  readonly leave: () => void;
}

/** Held up to whoever has come in: they scan it from this screen, so no printer is needed. */
function OneSlip({ slip, leave, session, formats, words }: OneSlipProps): JSX.Element {
  const { number, code } = slip;
  return (
    <>
      <h1>{words.slips.number(formats.number(number))}</h1>
      {code === null ? (
        <p>{words.slips.written}</p>
      ) : (
        <>
          <Qr text={slipAddress(session.body, code)} label={code} />
          <p class="code">{code}</p>
          <p>{words.slips.scan}</p>
          <p class="soft">{words.slips.onlyNow}</p>
        </>
      )}
      <Action icon="people" tone="indigo" onClick={leave}>
        {words.slips.another}
      </Action>
    </>
  );
}

interface HowManyProps extends TellerProps {
  readonly left: number;
  readonly busy: boolean;
  readonly problem: Problem | null;
  readonly make: (count: number, channel: Channel) => Promise<void>;
  readonly leave: () => void;
}

function HowMany({ left, busy, problem, make, leave, formats, words }: HowManyProps): JSX.Element {
  const [count, setCount] = useState(Math.min(ON_A_PAGE, left));
  return (
    <>
      <h1>{words.slips.howMany}</h1>
      <p class="soft">{words.slips.leftCount(formats.number(left))}</p>
      <Keypad label={words.slips.howMany} value={count} onChange={setCount} formats={formats} words={words} />
      <Action icon="copy" tone="green" busy={busy || count < 1} onClick={() => void make(Math.min(60, count), 'phone')}>
        {words.slips.make}
      </Action>
      {problem === null ? null : <Refusal said={problem.sentences} formats={formats} />}
      <button type="button" class="plain" onClick={leave}>
        {words.back}
      </button>
    </>
  );
}

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Sitting } from '../answers.ts';
import type { ScreenProps } from '../screen-props.ts';
import { CheckIn } from './check-in.tsx';
import { Action, Badge, NotCounted, Refusal } from './parts.tsx';

/** Between votes: the sitting, and whether I am in it. */
export function Hall(props: ScreenProps): JSX.Element {
  const { phone, state, formats } = props;
  const { words } = formats;
  const sittings = state.me?.sittings ?? [];
  const kind = state.me?.actor.kind;
  return (
    <>
      <NotCounted state={state} formats={formats} />
      <Refusal trouble={state.trouble} at="sign-in" formats={formats} />
      <Seals {...props} />
      {sittings.length === 0 ? (
        <>
          <h1>{words.sittings.none}</h1>
          <p class="soft">{words.sittings.noneHow}</p>
        </>
      ) : (
        sittings.map((sitting) => <OneSitting key={sitting.sitting} sitting={sitting} {...props} />)
      )}
      <div class="foot">
        {kind === 'member' || kind === 'seat' ? (
          <button type="button" class="plain" onClick={() => phone.showSeals(true)}>
            {words.seals.own}
          </button>
        ) : null}
        <button type="button" class="plain" onClick={() => void phone.choose()}>
          {words.signIn.different}
        </button>
        <Leave {...props} />
      </div>
    </>
  );
}

/** An officer is told first of all what cannot take effect without them. */
function Seals({ phone, state, formats: { words, number } }: ScreenProps): JSX.Element | null {
  const waiting = (state.me?.toSeal ?? []).filter(({ signed }) => !signed).length;
  if (waiting === 0) return null;
  return (
    <div class="card ochre">
      <h2>{waiting === 1 ? words.seals.one : words.seals.several(number(waiting))}</h2>
      <Action icon="pen" tone="indigo" onClick={() => phone.showSeals(true)}>
        {words.seals.go}
      </Action>
    </div>
  );
}

function OneSitting({ phone, state, formats, sitting }: ScreenProps & { readonly sitting: Sitting }): JSX.Element {
  const { words, number, time } = formats;
  const seat = state.me?.actor.kind === 'seat';
  return (
    <section>
      <p class="soft">{sitting.opened ? words.sittings.open : words.sittings.next}</p>
      <h1>{sitting.place}</h1>
      <p>{time(sitting.startsAt)}</p>
      {sitting.present === null ? null : (
        <p class="soft">
          {words.sittings.presence(number(sitting.present), number(sitting.roll))}
          {sitting.needed === null ? null : ` · ${words.sittings.needed(number(sitting.needed))}`}
        </p>
      )}
      {seat ? (
        <Standing title={words.sittings.seat} how={words.sittings.seatHow} />
      ) : sitting.checkedIn ? (
        <Standing title={words.sittings.checkedIn} how={words.sittings.checkedInHow} />
      ) : (
        <CheckIn phone={phone} state={state} formats={formats} sitting={sitting.sitting} />
      )}
    </section>
  );
}

const Standing = ({ title, how }: { readonly title: string; readonly how: string }): JSX.Element => (
  <div class="card">
    <Badge tone="green" icon="check">
      {title}
    </Badge>
    <p class="soft">{how}</p>
  </div>
);

function Leave({ phone, formats: { words } }: ScreenProps): JSX.Element {
  const [asked, setAsked] = useState(false);
  if (!asked)
    return (
      <button type="button" class="plain" onClick={() => setAsked(true)}>
        {words.signIn.leave}
      </button>
    );
  return (
    <div class="card ochre" role="alertdialog" aria-label={words.signIn.leave}>
      <p>{words.signIn.leaveAsk}</p>
      <Action icon="cross" tone="red" onClick={() => void phone.leave()}>
        {words.signIn.leaveYes}
      </Action>
      <Action icon="check" tone="quiet" onClick={() => setAsked(false)}>
        {words.signIn.leaveNo}
      </Action>
    </div>
  );
}

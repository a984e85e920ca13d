import type { JSX } from 'preact';
import { Qr } from '../qr/qr.tsx';
import { Action } from '../shell/parts.tsx';
import { type Slip, slipAddress } from './slip.ts';
import type { TellerProps } from './teller-props.ts';

interface SheetProps extends TellerProps {
  readonly slips: readonly Slip[];
  readonly leave: () => void;
}

/** A sheet of slips for the printer: cut along the lines. The codes are on this page and on paper, and nowhere else. */
export function SlipSheet({ slips, leave, session, live, formats, words }: SheetProps): JSX.Element {
  return (
    <>
      <h1 class="no-print">{words.slips.sheet}</h1>
      <p class="no-print">{words.slips.onlyNow}</p>
      <div class="no-print">
        <Action icon="copy" tone="green" onClick={() => print()}>
          {words.slips.print}
        </Action>
        <button type="button" class="plain" onClick={leave}>
          {words.back}
        </button>
      </div>
      <div class="slip-sheet">
        {slips.map(({ number, code }) => (
          <section key={number} class="slip">
            <p class="slip-number">{words.slips.number(formats.number(number))}</p>
            {code === null ? null : <Qr text={slipAddress(session.body, code)} label={code} />}
            <p class="soft">{words.slips.good}</p>
            <p class="code">{code}</p>
            <p class="soft">
              {live.title} · {formats.time(live.startsAt)} · {location.host}/phone
            </p>
          </section>
        ))}
      </div>
    </>
  );
}

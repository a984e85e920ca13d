import { checkActCode } from '@cabildo/book';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { SelectField, TextField } from '../../form/fields.tsx';
import { PhotographLater } from '../../scan/photograph.tsx';
import { Action } from '../../shell/parts.tsx';
import { ScanLater } from '../../shell/scan-later.tsx';
import { type DeskKit, seatKey } from './desk-answer.ts';
import type { DeskProps } from './desk-props.ts';
import { seatsOf } from './fetch-kit.ts';
import { useSeatSearch } from './seat-search.tsx';
import { MOST_BYTES, type Shown, shownIn } from './shown.ts';

type Props = DeskProps & { readonly kit: DeskKit; readonly show: (shown: Shown) => void };

/** By the camera, as a file, or typed: a desk whose camera is broken goes on. */
export function ShowCredential(props: Props): JSX.Element {
  const { formats, words, show } = props;
  const scanned = (text: string): boolean => {
    show(shownIn(text));
    return true;
  };
  return (
    <section class="card">
      <ScanLater
        label={words.scan}
        formats={formats}
        scanned={scanned}
        otherwise={<PhotographLater formats={formats} scanned={scanned} />}
      />
      <div class="field">
        <label for="credential-file">{words.file}</label>
        <input
          id="credential-file"
          type="file"
          accept=".json,application/json"
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            currentTarget.value = '';
            // Of a file that is too large nothing is read.
            if (file !== undefined && file.size > MOST_BYTES) show({ kind: 'nothing', why: 'too-large' });
            else void file?.text().then((text) => show(shownIn(text)));
          }}
        />
      </div>
      <ByHand {...props} />
    </section>
  );
}

function ByHand({ kit, words, formats, show }: Props): JSX.Element {
  const { hand } = words;
  const [chosen, setChosen] = useState('');
  const [code, setCode] = useState('');
  const seats = seatsOf(kit.body).map((place) => ({
    ...place,
    key: seatKey(place.below, place.seat),
    said: words.seat(kit.body.state.affiliates[place.below]?.title ?? place.below, formats.number(place.seat)),
  }));
  const { found, field, more } = useSeatSearch('seat', seats, { words, formats });
  const one = found.find(({ key }) => key === chosen) ?? found[0];
  const check = (): void => {
    if (one === undefined) return;
    const { below, seat, origin: above } = one;
    const checked = checkActCode(code);
    show(
      checked.ok
        ? { kind: 'reference', reference: { below, above, seat, code: checked.code } }
        : { kind: 'nothing', why: 'code-mistyped' },
    );
  };
  return (
    <details>
      <summary>{hand.title}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          check();
        }}
      >
        {field}
        <SelectField
          id="seat"
          label={hand.seat}
          value={one?.key ?? ''}
          choices={found.map(({ key, said }) => ({ value: key, words: said }))}
          onChange={setChosen}
        />
        {more}
        <TextField id="code" label={hand.code} max={20} value={code} onChange={setCode} />
        <Action icon="check" tone="quiet" submit>
          {hand.check}
        </Action>
      </form>
    </details>
  );
}

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Action } from '../shell/parts.tsx';
import { ChoiceField } from './fields.tsx';
import { iconOf, labelOf } from './labels.ts';
import type { StepFormProps } from './props.ts';
import { useSeats } from './seats.ts';

/** Which seat of which body below: of those to be accredited the next one stands there by itself. */
export function SeatForm({ step, live, session, words, formats, busy, onSend, onCancel }: StepFormProps): JSX.Element {
  const [chosen, setChosen] = useState('');
  const known = useSeats(session, words, live.size);
  const accredits = step.command === 'AccreditSeat';
  const seats = known?.filter(({ sitting }) => !accredits || sitting !== live.sitting) ?? [];
  const one = seats.find(({ key }) => key === chosen) ?? seats[0];
  const { fields } = words;
  return (
    <form
      class="missing"
      onSubmit={(event) => {
        event.preventDefault();
        if (one !== undefined && !busy) onSend({ ...step.input, below: one.below, seat: one.seat });
      }}
    >
      <p class="soft" role="status">
        {known === null
          ? formats.words.loading
          : accredits
            ? fields.toAccredit(formats.number(seats.length))
            : fields.recallHow}
      </p>
      {one === undefined ? null : (
        <>
          <ChoiceField
            label={fields.seat}
            value={one.key}
            among={seats.map(({ key, said }) => [key, said])}
            onChange={setChosen}
          />
          <Action icon={iconOf(step)} tone="indigo" submit busy={busy}>
            {labelOf(step, words, formats)}
          </Action>
        </>
      )}
      <button type="button" class="plain" onClick={onCancel}>
        {fields.cancel}
      </button>
    </form>
  );
}

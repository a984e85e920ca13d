import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Step } from '../live-answer.ts';
import { TickField } from './fields.tsx';
import { partsOf, unitsOf } from './parts.ts';
import type { DeskProps } from './props.ts';

interface Props extends Pick<DeskProps, 'live' | 'words'> {
  readonly step: Step;
  readonly onChange: (parts: readonly string[]) => void;
}

/** A motion is divided where its sentences begin. */
export function PartsField({ live, words, step, onChange }: Props): JSX.Element {
  const text = live.motions.find(({ motion }) => motion === step.input.motion)?.text ?? '';
  const units = unitsOf(text);
  const [starts, setStarts] = useState<ReadonlySet<number>>(new Set());
  const change = (place: number, begins: boolean): void => {
    const next = new Set(starts);
    if (begins) next.add(place);
    else next.delete(place);
    setStarts(next);
    onChange(next.size === 0 ? [] : partsOf(units, next));
  };
  return (
    <fieldset class="parts">
      <legend>{words.fields.divide}</legend>
      {units.map((unit, place) => (
        <div key={`${place} ${unit}`}>
          {place === 0 ? null : (
            <TickField
              label={words.fields.startsHere}
              value={starts.has(place)}
              onChange={(begins) => change(place, begins)}
            />
          )}
          <p class="text">{unit.trim()}</p>
        </div>
      ))}
    </fieldset>
  );
}

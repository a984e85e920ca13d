import type { HandOverLine } from '@cabildo/core';
import type { JSX } from 'preact';
import { NumberField } from '../../form/fields.tsx';
import { calledIn, type PartProps } from './parts.ts';

interface LinesProps extends PartProps {
  readonly lines: readonly HandOverLine[];
  /** A correction may say that something else was given. */
  readonly givenToo?: boolean;
  readonly changed: (lines: readonly HandOverLine[]) => void;
}

export const possible = (lines: readonly HandOverLine[]): boolean =>
  lines.every(({ given, received, damaged }) => given > 0 && received <= given && damaged <= received);

/** What came of each line, and what of it was damaged; what is missing follows. */
export function Lines({ lines, givenToo = false, changed, state, words, formats }: LinesProps): JSX.Element {
  const called = calledIn(state.book?.registers);
  const { number } = formats;
  const change = (lot: number, part: Partial<HandOverLine>): void =>
    changed(lines.map((line) => (line.lot === lot ? { ...line, ...part } : line)));
  return (
    <>
      {lines.map(({ lot, given, received, damaged }) => {
        const names = [called.item(lot), number(lot)] as const;
        return (
          <section key={lot} class="card">
            <p>
              <strong>{words.lotPlain(...names)}</strong>
            </p>
            {givenToo ? (
              <NumberField
                id={`given-${lot}`}
                label={words.givenOf(...names)}
                value={given}
                onChange={(value) => change(lot, { given: value ?? 0 })}
              />
            ) : (
              <p>{words.gave(number(given))}</p>
            )}
            <NumberField
              id={`came-${lot}`}
              label={words.came(...names)}
              value={received}
              onChange={(value) => change(lot, { received: value ?? 0 })}
            />
            <NumberField
              id={`damaged-${lot}`}
              label={words.damaged(...names)}
              value={damaged}
              onChange={(value) => change(lot, { damaged: value ?? 0 })}
            />
            {given > received ? <p role="status">{words.missing(number(given - received))}</p> : null}
          </section>
        );
      })}
      {possible(lines) ? null : (
        <p class="refusal" role="alert">
          {words.tooMuch}
        </p>
      )}
    </>
  );
}

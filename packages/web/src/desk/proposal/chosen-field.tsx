import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Formats } from '../../shell/formats.ts';
import { type Choice, type Found, FoundField, useFound } from '../../shell/found-field.tsx';
import { useOwnId } from '../own-id.ts';

interface ChosenProps<T> {
  readonly label: string;
  /** Where it is asked for; what was typed goes after it. */
  readonly path: string;
  readonly foundIn: (answer: T) => Found;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly formats: Formats;
}

/** One of what the node has; nothing is chosen before somebody chooses, and what was chosen stays while something else is looked for. */
export function ChosenField<T>({ path, foundIn, onChange, ...props }: ChosenProps<T>): JSX.Element {
  const [typed, onType] = useState('');
  const [kept, setKept] = useState<Choice>(nothing);
  const found = useFound(path, typed, foundIn);
  const choose = (value: string): void => {
    setKept(found?.rows.find(([one]) => one === value) ?? (value === '' ? nothing : kept));
    onChange(value);
  };
  const besides = kept === nothing ? [nothing] : [nothing, kept];
  return <FoundField {...props} {...{ found, besides, typed, onType }} id={useOwnId()} onChange={choose} />;
}

const nothing: Choice = ['', ''];

interface BodiesFound {
  readonly bodies: readonly { readonly origin: string; readonly title: string }[];
  readonly all: number;
}

const bodiesIn = ({ bodies, all }: BodiesFound): Found => ({
  rows: bodies.map(({ origin, title }) => [origin, title]),
  all,
});

type OneProps = Omit<ChosenProps<never>, 'path' | 'foundIn'>;

/** One of the bodies whose books are here. */
export const BodyChosen = (props: OneProps): JSX.Element => (
  <ChosenField {...props} path="/api/bodies-found?" foundIn={bodiesIn} />
);

import type { JSX } from 'preact';
import type { Step } from '../live-answer.ts';
import { TextField } from './fields.tsx';
import type { DeskProps } from './props.ts';

/** Of each trustee the list that they stand for; their keys the node knows. */
export const LISTS = 'trustees.list';

interface Trustee {
  readonly list: string;
  readonly key: string;
}

const trusteesIn = ({ trustees }: Step['input']): readonly Trustee[] => (trustees ?? []) as readonly Trustee[];

export const listsOf = ({ input }: Step): readonly string[] => trusteesIn(input).map(({ list }) => list);

export function withLists({ [LISTS]: lists, ...input }: Step['input']): Step['input'] {
  if (lists === undefined) return input;
  const named = trusteesIn(input).map(({ key }, at) => ({ list: (lists as readonly string[])[at] ?? '', key }));
  return { ...input, trustees: named };
}

/** Enough of a key to read it aloud beside the paper that its trustee holds. */
const SHOWN = 8;

export function ListsField({
  step,
  words,
  lists,
  onChange,
}: Pick<DeskProps, 'words'> & {
  readonly step: Step;
  readonly lists: readonly string[];
  readonly onChange: (lists: readonly string[]) => void;
}): JSX.Element {
  return (
    <>
      {trusteesIn(step.input).map(({ key }, at) => (
        <TextField
          key={key}
          label={words.fields.trustee(String(at + 1), key.slice(0, SHOWN))}
          most={60}
          value={lists[at] ?? ''}
          onChange={(list) => onChange(lists.with(at, list))}
        />
      ))}
    </>
  );
}

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Mark } from '../../form/press.tsx';
import { Refusal } from '../../shell/parts.tsx';
import type { PaperCard } from './card-sheet.tsx';
import { csvOf } from './csv-out.ts';
import type { StepProps } from './step-props.ts';

export interface OnRoll {
  readonly member: string;
  readonly name: string;
  readonly household: string | null;
}

interface Props extends StepProps {
  readonly roll: readonly OnRoll[];
  readonly add: (cards: readonly PaperCard[]) => void;
}

/** Everybody on it, for whoever keeps it; a card that was lost is made anew, and the old one is void. */
export function OnRollList(props: Props): JSX.Element {
  const { words, formats, roll, body, session, add } = props;
  const [refused, setRefused] = useState<{ readonly es: string; readonly en: string } | 'unreachable' | null>(null);
  const nameOf = (member: string | null): string => roll.find((one) => one.member === member)?.name ?? '';
  const save = (): void => {
    const rows = [
      [...words.roll.columns],
      ...roll.map(({ name, household, member }) => [name, nameOf(household ?? member)]),
    ];
    const url = URL.createObjectURL(new Blob([csvOf(rows)], { type: 'text/csv' }));
    const link = Object.assign(document.createElement('a'), { href: url, download: `${body.body}.csv` });
    link.click();
    URL.revokeObjectURL(url);
  };
  const cardFor = async ({ member, name }: OnRoll): Promise<void> => {
    setRefused(null);
    const sent = await session.send('IssueCard', { member });
    if (sent.kind === 'refused') return setRefused(sent.problem.sentences);
    if (sent.kind === 'waiting') return setRefused('unreachable');
    add([{ name, ...(sent.done.answer.card as Pick<PaperCard, 'code' | 'words'>) }]);
  };
  return (
    <details>
      <summary>{words.roll.all(formats.number(roll.length))}</summary>
      {refused === null ? null : <Refusal said={refused === 'unreachable' ? null : refused} formats={formats} />}
      <ul class="on-roll">
        {roll.map((one) => (
          <li key={one.member}>
            <span>{one.name}</span>
            <button type="button" class="small" onClick={() => void cardFor(one)}>
              {words.roll.newCard}
              <span class="unseen"> {one.name}</span>
            </button>
          </li>
        ))}
      </ul>
      <button type="button" class="small" onClick={save}>
        <Mark name="file" />
        {words.roll.save}
      </button>
    </details>
  );
}

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Mark } from '../../form/press.tsx';
import { Refusal } from '../../shell/parts.tsx';
import { A_PAGE, Paged } from '../choosing/paged.tsx';
import type { Find } from '../choosing/use-found.ts';
import { TroubleNote, useSending } from '../sending.tsx';
import type { PaperCard } from './card-sheet.tsx';
import { csvOf } from './csv-out.ts';
import type { StepProps } from './step-props.ts';

interface OnRoll {
  readonly member: string;
  readonly name: string;
}

interface Enrolled extends OnRoll {
  readonly household: string | null;
}

interface Roll {
  readonly people: readonly Enrolled[];
  readonly all: number;
}

interface Props extends StepProps {
  readonly all: number;
  readonly add: (cards: readonly PaperCard[]) => void;
}

/** Everybody on it, for whoever keeps it; a card that was lost is made anew, and the old one is void. */
export function OnRollList(props: Props): JSX.Element {
  const { words, formats, all, body, session, add } = props;
  const [refused, setRefused] = useState<{ readonly es: string; readonly en: string } | 'unreachable' | null>(null);
  // Asked for twice while it waits, the first card would be void before it is printed.
  const { busy, trouble, send } = useSending(session);
  // No name stands in an address: what is looked for is sent.
  const find: Find<OnRoll> = async (q, from) => {
    const named = q.trim();
    if (named !== '') {
      const reply = await session.ask<{ readonly people: readonly OnRoll[] }>('/roll/who', { body: { name: named } });
      return reply.kind === 'ok' ? { rows: reply.value.people, all: reply.value.people.length } : null;
    }
    const reply = await session.ask<Roll>(`/roll?from=${from}&most=${A_PAGE}`);
    return reply.kind === 'ok' ? { rows: reply.value.people, all: reply.value.all } : null;
  };
  const save = async (): Promise<void> => {
    setRefused(null);
    const reply = await session.ask<Roll>('/roll');
    if (reply.kind !== 'ok') return setRefused(reply.kind === 'problem' ? reply.problem.sentences : 'unreachable');
    const names = new Map(reply.value.people.map(({ member, name }) => [member, name]));
    const rows = [
      [...words.roll.columns],
      ...reply.value.people.map(({ name, household, member }) => [name, names.get(household ?? member) ?? '']),
    ];
    const url = URL.createObjectURL(new Blob([csvOf(rows)], { type: 'text/csv' }));
    const link = Object.assign(document.createElement('a'), { href: url, download: `${body.body}.csv` });
    link.click();
    URL.revokeObjectURL(url);
  };
  const cardFor = async ({ member, name }: OnRoll): Promise<void> => {
    setRefused(null);
    const done = await send('IssueCard', { member });
    if (done !== null) add([{ name, ...(done.answer.card as Pick<PaperCard, 'code' | 'words'>) }]);
  };
  return (
    <details>
      <summary>{words.roll.all(formats.number(all))}</summary>
      {refused === null ? null : <Refusal said={refused === 'unreachable' ? null : refused} formats={formats} />}
      <TroubleNote trouble={trouble} waits={words.waits} formats={formats} />
      <Paged
        id="on-roll"
        find={find}
        formats={formats}
        again={all}
        keyOf={({ member }) => member}
        row={(one) => (
          <>
            <span>{one.name}</span>
            <button
              type="button"
              class="small"
              aria-disabled={busy}
              onClick={() => (busy ? undefined : void cardFor(one))}
            >
              {words.roll.newCard}
              <span class="unseen"> {one.name}</span>
            </button>
          </>
        )}
      />
      <button type="button" class="small" onClick={() => void save()}>
        <Mark name="file" />
        {words.roll.save}
      </button>
    </details>
  );
}

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { ChoiceField, HourField, NumberField, SelectField, TextField } from '../../form/fields.tsx';
import { fromLocalInput, toLocalInput, toSecond } from '../../meeting/hours.ts';
import { Action, Icon } from '../../shell/parts.tsx';
import { TroubleNote, useSending } from '../sending.tsx';
import type { OneAsked } from './consultation-props.ts';
import { kindChoices } from './kinds.ts';
import { type PaperSheet, paperInput, sheetProblem } from './paper-sheet.ts';

const figures = ['present', 'yes', 'no', 'abstain'] as const;

/** The kit’s form for the result, typed as it was filled in by hand, in its order. */
export function PaperResult(props: OneAsked & { readonly text: string }): JSX.Element {
  const { question, text, body, session, formats, words, changed } = props;
  const { paper } = words;
  const offsetMinutes = body.state.statute?.rules.closing.offsetMinutes ?? 0;
  const [sheet, setSheet] = useState<PaperSheet>(empty);
  const [tried, setTried] = useState(false);
  const { busy, trouble, send } = useSending(session, changed);
  const id = `paper-${question.consultation}`;
  const heldAt = fromLocalInput(sheet.heldAt, offsetMinutes);
  const problem = sheetProblem(sheet, { heldAt, now: toSecond(Date.now()), issuedAt: question.issuedAt });
  const enter = async (): Promise<void> => {
    setTried(true);
    if (problem !== null || heldAt === null || busy) return;
    await send('EnterLateSitting', paperInput(sheet, heldAt, { ...question, text }));
  };
  const set = (part: Partial<PaperSheet>): void => setSheet({ ...sheet, ...part });
  return (
    <details>
      <summary>{paper.title}</summary>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void enter();
        }}
      >
        <p class="soft">{paper.how}</p>
        <HourField
          id={`${id}-held`}
          label={paper.heldAt}
          value={sheet.heldAt}
          max={toLocalInput(toSecond(Date.now()), offsetMinutes)}
          onChange={(value) => set({ heldAt: value })}
        />
        <TextField
          id={`${id}-place`}
          label={words.place}
          max={160}
          value={sheet.place}
          onChange={(place) => set({ place })}
        />
        <SelectField
          id={`${id}-kind`}
          label={words.kind}
          value={sheet.kind}
          choices={kindChoices(words)}
          onChange={(kind) => set({ kind })}
        />
        <ChoiceField
          name={`${id}-call`}
          label={paper.call}
          inRow
          value={sheet.call}
          choices={(['first', 'second'] as const).map((value) => ({ value, words: paper.calls[value] }))}
          onChange={(call) => set({ call })}
        />
        {figures.map((name) => (
          <NumberField
            key={name}
            id={`${id}-${name}`}
            label={paper.figures[name]}
            value={sheet[name]}
            onChange={(value) => set({ [name]: value })}
          />
        ))}
        <Action icon="book" tone="indigo" submit busy={busy}>
          {paper.send}
        </Action>
        {tried && problem !== null ? (
          <p class="refusal" role="alert">
            <Icon name="alert" /> {paper.problems[problem]}
          </p>
        ) : null}
      </form>
      <TroubleNote trouble={trouble} waits={words.waits} inBook={words.inBook} formats={formats} />
    </details>
  );
}

const empty: PaperSheet = {
  heldAt: '',
  place: '',
  kind: 'ordinary',
  call: 'first',
  present: null,
  yes: null,
  no: null,
  abstain: null,
};

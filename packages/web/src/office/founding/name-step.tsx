import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { ChoiceField, SelectField, TextField } from '../../form/fields.tsx';
import { Action } from '../../shell/parts.tsx';
import { bodyNameOf, isBodyName } from './body-name.ts';
import type { Draft } from './found.ts';
import type { FoundingProps } from './founding-props.ts';
import type { Invited } from './invitation.ts';
import { TerritoryField } from './territory-field.tsx';

interface Props extends FoundingProps {
  readonly invited: Invited;
  readonly draft: Draft;
  readonly change: (draft: Draft) => void;
  readonly next: () => void;
}

/** Whole and half hours from UTC−12 to UTC+14. */
const offsets = Array.from({ length: 53 }, (_, i) => i * 30 - 720);

const sign = (minutes: number): string => {
  const [hours, rest] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  if (minutes === 0) return 'UTC';
  return `UTC${minutes < 0 ? '−' : '+'}${hours}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
};

/** Who meets, what they are called, and who convenes them. */
export function NameStep(props: Props): JSX.Element {
  const { words, formats, invited, draft, change, next } = props;
  const [asked, setAsked] = useState(false);
  const [own, setOwn] = useState(draft.name !== bodyNameOf(draft.title));
  const [wrongMap, setWrongMap] = useState(false);
  const set = (part: Partial<Draft>): void => change({ ...draft, ...part });
  const missing = {
    title: draft.title.trim() === '' ? words.missing.title : null,
    name: isBodyName(draft.name) ? null : words.missing.name,
    founder: draft.founder.trim() === '' ? words.missing.founder : null,
    territory: wrongMap ? words.missing.territory : null,
  };
  const error = (field: keyof typeof missing): string | null => (asked ? missing[field] : null);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (Object.values(missing).every((one) => one === null)) next();
      }}
    >
      <p class="soft">{words.step('1', '2')}</p>
      <h1>{words.title}</h1>
      <p>{words.invited(invited.node, formats.time(invited.until))}</p>
      <p>
        <a class="plain" href={`/guide/first-assembly?lang=${formats.tag}`} target="_blank" rel="noopener">
          {words.guide}
        </a>
      </p>
      <ChoiceField
        name="kind"
        label={words.kind}
        value={draft.kind}
        choices={(['base', 'delegate'] as const).map((value) => ({ value, words: words.kinds[value] }))}
        onChange={(kind) => set({ kind })}
      />
      <TextField
        id="title"
        label={words.bodyTitle}
        hint={words.bodyTitleHow}
        error={error('title')}
        max={120}
        value={draft.title}
        onChange={(title) => set(own ? { title } : { title, name: bodyNameOf(title) })}
      />
      <TextField
        id="body-name"
        label={words.bodyName}
        hint={words.bodyNameHow(`${invited.node}/${draft.name}`)}
        error={error('name')}
        max={63}
        value={draft.name}
        onChange={(name) => {
          setOwn(true);
          set({ name: name.toLowerCase() });
        }}
      />
      <TextField
        id="founder"
        label={words.founder}
        hint={words.founderHow}
        error={error('founder')}
        max={120}
        auto="name"
        value={draft.founder}
        onChange={(founder) => set({ founder })}
      />
      <HourOfPlace {...props} />
      <TerritoryField
        {...props}
        map={draft.territory}
        onChange={(territory, wrong) => {
          setWrongMap(wrong);
          set({ territory });
        }}
      />
      {error('territory') === null ? null : (
        <p class="refusal" role="alert">
          {error('territory')}
        </p>
      )}
      <Action icon="next" tone="indigo" submit>
        {words.toStatute}
      </Action>
    </form>
  );
}

function HourOfPlace({ words, draft, change }: Props): JSX.Element {
  return (
    <SelectField
      id="offset"
      label={words.offset}
      hint={words.offsetHow}
      value={String(draft.offsetMinutes)}
      choices={[...new Set([...offsets, draft.offsetMinutes])]
        .sort((a, b) => a - b)
        .map((minutes) => ({ value: String(minutes), words: sign(minutes) }))}
      onChange={(value) => change({ ...draft, offsetMinutes: Number(value) })}
    />
  );
}

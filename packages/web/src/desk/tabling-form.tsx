import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Live, LiveItem } from '../live-answer.ts';
import { Action } from '../shell/parts.tsx';
import { ChoiceField, TextField } from './fields.tsx';
import { keptText } from './kept-texts.ts';
import { labelOf } from './labels.ts';
import {
  beginProposal,
  isWhole,
  kindsFor,
  type ProposalDraft,
  ProposalFields,
  proposalOf,
} from './proposal-fields.tsx';
import type { StepFormProps } from './props.ts';

/** The item that a step of tabling is for: the one that the sitting is at, if it has that matter. */
function itemFor({ agenda, item }: Live, matter: unknown, title: string | undefined): LiveItem | undefined {
  const fitting = agenda.filter((one) => one.matter === matter);
  return fitting.find((one) => one.title === title) ?? fitting.find((one) => one.item === item) ?? fitting[0];
}

/** A motion or an amendment: its title, its whole text, and what it does if it carries. */
export function TablingForm({ step, busy, onSend, onCancel, ...props }: StepFormProps): JSX.Element {
  const { live, words, formats } = props;
  const given = step.input.proposal as { readonly kind: string; readonly motion?: number } | undefined;
  const amended = live.motions.find(({ motion }) => given?.kind === 'amend-motion' && motion === given.motion);
  const item = itemFor(live, step.input.matter, step.about?.title);
  const known = keptText(item?.textHash ?? null);
  const [title, setTitle] = useState(amended === undefined && known !== null ? (item?.title ?? '') : '');
  const [text, setText] = useState(amended?.text ?? known ?? '');
  const kinds = kindsFor(String(step.input.matter), given?.kind);
  const [draft, setDraft] = useState<ProposalDraft>(() => beginProposal(kinds[0] ?? 'resolution', live, given));
  const complete = title.trim() !== '' && text.trim() !== '' && isWhole(draft);
  const send = (): void =>
    onSend({ ...step.input, title: title.trim(), text, proposal: { ...given, ...proposalOf(draft) } });
  return (
    <form
      class="missing"
      onSubmit={(event) => {
        event.preventDefault();
        if (complete && !busy) send();
      }}
    >
      {item === undefined || amended !== undefined ? null : (
        <p class="soft">
          {words.fields.under}: {formats.number(item.item + 1)} · {item.title}
        </p>
      )}
      <TextField label={words.fields.title} most={200} value={title} onChange={setTitle} />
      <TextField label={words.fields.text} most={20_000} lines={6} value={text} onChange={setText} />
      {known === null || amended !== undefined ? null : <p class="soft">{words.fields.keptText}</p>}
      {kinds.length < 2 ? null : (
        <ChoiceField
          label={words.fields.does}
          value={draft.kind}
          among={kinds.map((kind) => [kind, words.fields.doesKinds[kind] ?? kind])}
          onChange={(kind) => setDraft(beginProposal(kind, live, given))}
        />
      )}
      <ProposalFields {...props} draft={draft} onChange={setDraft} />
      <Action icon="pen" tone="indigo" submit busy={busy || !complete}>
        {labelOf(step, words, formats)}
      </Action>
      <button type="button" class="plain" onClick={onCancel}>
        {words.fields.cancel}
      </button>
    </form>
  );
}

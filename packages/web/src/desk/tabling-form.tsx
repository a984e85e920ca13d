import type { ComponentType, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Live, LiveItem } from '../live-answer.ts';
import { Later } from '../shell/later.tsx';
import { Action } from '../shell/parts.tsx';
import { useAnnounced } from './announced.ts';
import { TextField } from './fields.tsx';
import { labelOf } from './labels.ts';
import type { Drafted, KindsOfProposalProps } from './proposal/proposal-kinds.tsx';
import { beginProposal, isWhole, type ProposalDraft, ProposalFields, proposalOf } from './proposal-fields.tsx';
import type { StepFormProps } from './props.ts';

/** The item that a step of tabling is for: the one that the sitting is at, if it has that matter. */
function itemFor({ agenda, item }: Live, matter: unknown, title: string | undefined): LiveItem | undefined {
  const fitting = agenda.filter((one) => one.matter === matter);
  return fitting.find((one) => one.title === title) ?? fitting.find((one) => one.item === item) ?? fitting[0];
}

interface Given {
  readonly kind: string;
  readonly motion?: number;
}

/** A motion or an amendment: its title, its whole text, and what it does if it carries. */
export function TablingForm({ step, busy, onSend, onCancel, ...props }: StepFormProps): JSX.Element {
  const { live, words, formats, session } = props;
  const given = step.input.proposal as Given | undefined;
  const amended = live.motions.find(({ motion }) => given?.kind === 'amend-motion' && motion === given.motion);
  const matter = String(step.input.matter);
  const item = itemFor(live, matter, step.about?.title);
  const announced = useAnnounced(session, amended === undefined ? item : undefined);
  const [title, setTitle] = useState('');
  const [text, setText] = useState(amended?.text ?? '');
  const [drafted, setDrafted] = useState<Drafted>({ proposal: { kind: 'resolution' }, whole: true });
  useEffect(() => {
    if (announced == null) return;
    setText((typed) => (typed === '' ? announced : typed));
    setTitle((typed) => (typed === '' ? (item?.title ?? '') : typed));
  }, [announced]);
  const complete = title.trim() !== '' && text.trim() !== '' && drafted.whole;
  const send = (): void => {
    const { proposal, map } = drafted;
    onSend({ ...step.input, title: title.trim(), text, proposal, ...(map === undefined ? {} : { map }) });
  };
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
      {announced == null || text !== announced ? null : <p class="soft">{words.fields.keptText}</p>}
      {given === undefined || given.kind === 'resolution' ? (
        <Later load={loadKinds} props={{ ...props, matter, onChange: setDrafted }} formats={formats} />
      ) : (
        <OfStep {...props} given={given} onChange={setDrafted} />
      )}
      <Action icon="pen" tone="indigo" submit busy={busy || !complete}>
        {labelOf(step, words, formats)}
      </Action>
      <button type="button" class="plain" onClick={onCancel}>
        {words.fields.cancel}
      </button>
    </form>
  );
}

/** What a motion can do beside deciding its text is asked of the node, by whoever tables one. */
const loadKinds = (): Promise<ComponentType<KindsOfProposalProps>> =>
  import('./proposal/proposal-kinds.tsx').then((part) => part.ProposalKinds);

interface OfStepProps extends Omit<KindsOfProposalProps, 'matter'> {
  readonly given: Given;
}

/** An amendment, a presidium, minutes: the step says what it is. */
function OfStep({ given, onChange, ...props }: OfStepProps): JSX.Element {
  const [draft, setDraft] = useState<ProposalDraft>(() => beginProposal(given.kind, props.live, given));
  useEffect(() => onChange({ proposal: { ...given, ...proposalOf(draft) }, whole: isWhole(draft) }), [draft]);
  return <ProposalFields {...props} draft={draft} onChange={setDraft} />;
}

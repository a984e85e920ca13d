import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Step } from '../live-answer.ts';
import { Action, Icon, Refusal } from '../shell/parts.tsx';
import type { Sent } from '../shell/sent.ts';
import { iconOf, labelOf } from './labels.ts';
import { useOwnId } from './own-id.ts';
import type { DeskProps } from './props.ts';
import { useSending } from './sending.ts';
import { StepForm } from './step-form.tsx';
import { StepLinks } from './step-links.tsx';
import { isOthers } from './steps.ts';

interface Props extends DeskProps {
  readonly step: Step;
  readonly tone?: 'indigo' | 'green' | 'quiet';
  readonly label?: string;
}

/** A step as its button. What is missing is asked for under it; where it is refused the reason stands beside it. */
export function StepButton(props: Props): JSX.Element {
  const { step, words, formats, session, tone = 'quiet' } = props;
  const [open, setOpen] = useState(false);
  const { busy, sent, send, prepare } = useSending(session);
  const why = useOwnId();
  const label = props.label ?? labelOf(step, words, formats);
  const sure = (words.sure as Readonly<Record<string, string>>)[step.command];
  const asks = (step.missing.length > 0 && step.prepares === null) || sure !== undefined;
  if (!step.lawful)
    return (
      <div class="step refused">
        <button type="button" class={`action ${tone}`} aria-disabled="true" aria-describedby={why}>
          <Icon name={iconOf(step)} />
          <span>{label}</span>
        </button>
        <Reason step={step} id={why} words={words} formats={formats} />
        <StepLinks links={step.links} formats={formats} />
      </div>
    );
  const done = async (input: Readonly<Record<string, unknown>>): Promise<Sent> => {
    const answer = await send(step.command, input);
    // A commission of credentials goes on with the next seat.
    if (answer.kind !== 'refused' && step.command !== 'AccreditSeat') setOpen(false);
    return answer;
  };
  const press = async (): Promise<void> => {
    if (step.prepares === null) await done(step.input);
    else {
      await prepare(step, step.prepares);
      props.known.again();
    }
  };
  return (
    <div class="step">
      <button
        type="button"
        class={`action ${tone}`}
        aria-disabled={busy}
        aria-expanded={asks ? open : undefined}
        onClick={() => (busy ? undefined : asks ? setOpen(!open) : void press())}
      >
        <Icon name={iconOf(step)} />
        <span>{label}</span>
      </button>
      {open && sure !== undefined ? (
        <Sure {...props} sure={sure} onYes={() => void done(step.input)} onNo={() => setOpen(false)} />
      ) : open ? (
        <StepForm {...props} busy={busy} onSend={(input) => void done(input)} onCancel={() => setOpen(false)} />
      ) : null}
      <SentNote sent={sent} words={words} formats={formats} />
      <StepLinks links={step.links} formats={formats} />
    </div>
  );
}

/** The rule's own sentence; whose it is, where that is all. */
export function Reason({
  step,
  id,
  words,
  formats,
}: Pick<DeskProps, 'words' | 'formats'> & { readonly step: Step; readonly id?: string }): JSX.Element | null {
  const { refusal } = step;
  if (refusal === null) return null;
  const said = isOthers(step) ? words.next.who(whoMay(String(refusal.needed), words)) : formats.said(refusal.sentences);
  // Others are at work on it: that is no fault of anybody.
  const waits = refusal.code === 'archive-not-shown';
  return (
    <p class={isOthers(step) || waits ? 'why theirs' : 'why'} id={id}>
      <Icon name={isOthers(step) ? 'people' : waits ? 'clock' : 'alert'} />
      <span>{said}</span>
    </p>
  );
}

function whoMay(needed: string, { roles }: DeskProps['words']): string {
  const named = needed.split(' | ').flatMap((role) => roles[role] ?? []);
  return [...new Set(named)].slice(0, 3).join(', ');
}

export function SentNote({
  sent,
  words,
  formats,
}: Pick<DeskProps, 'words' | 'formats'> & { readonly sent: Sent | null }): JSX.Element | null {
  if (sent === null || sent.kind === 'done') return null;
  if (sent.kind === 'refused') return <Refusal said={sent.problem.sentences} formats={formats} />;
  return (
    <p class="why" role="status">
      <Icon name="offline" />
      <span>{words.sent.waiting}</span>
    </p>
  );
}

function Sure({
  words,
  sure,
  onYes,
  onNo,
}: Pick<DeskProps, 'words'> & {
  readonly sure: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
}): JSX.Element {
  return (
    <div class="sure">
      <p>{sure}</p>
      <Action icon="check" tone="red" onClick={onYes}>
        {words.sure.yes}
      </Action>
      <Action icon="back" tone="quiet" onClick={onNo}>
        {words.sure.no}
      </Action>
    </div>
  );
}

import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { ChoiceField, HourField, NumberField, SelectField, TextField } from '../form/fields.tsx';
import { Confirm, Press } from '../form/press.tsx';
import { toLocalInput, toSecond } from '../meeting/hours.ts';
import { type Meeting, waysToDecide } from '../meeting/meeting.ts';
import { randomText } from '../shell/asking.ts';
import type { Formats } from '../shell/formats.ts';
import { Action } from '../shell/parts.tsx';
import { type LateDecision, type LateDraft, newDecision, notFitting, problemsOf } from './late-draft.ts';
import type { Matter, SittingKind } from './terms-es.ts';
import type { LateWords } from './words-es.ts';

export interface LateFormProps {
  readonly draft: LateDraft;
  readonly meeting: Meeting | null;
  readonly words: LateWords;
  readonly formats: Formats;
  change(draft: LateDraft): void;
  onReady(): void;
}

type Wrong = (id: string) => string | null;

export function LateForm({ draft, meeting, words, formats, change, onReady }: LateFormProps): JSX.Element {
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const now = toSecond(Date.now());
  const problems = tried ? problemsOf(draft, now) : {};
  const count = Object.keys(problems).length;
  const wrong: Wrong = (id) => (problems[id] === undefined ? null : words.problems[problems[id]]);
  const submit = (event: Event): void => {
    event.preventDefault();
    setTried(true);
    const [first] = Object.keys(problemsOf(draft, now));
    if (first === undefined) onReady();
    else document.getElementById(first)?.focus();
  };
  return (
    <form ref={form} class="late" onSubmit={submit} noValidate>
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <p class="soft">{meeting === null ? words.kept : words.fromMeeting(meeting.assembly)}</p>
      {meeting === null ? null : <NotFittingHere meeting={meeting} words={words} />}
      <Sitting draft={draft} words={words} wrong={wrong} now={now} change={change} />
      <h2>{words.decisions}</h2>
      {draft.decisions.map((decision, i) => (
        <DecisionFields
          key={decision.id}
          decision={decision}
          number={i + 1}
          words={words}
          wrong={wrong}
          change={(next) =>
            change({ ...draft, decisions: draft.decisions.map((one) => (one.id === next.id ? next : one)) })
          }
          remove={() => change({ ...draft, decisions: draft.decisions.filter(({ id }) => id !== decision.id) })}
        />
      ))}
      <Press
        mark="plus"
        onPress={() => {
          const next = newDecision(randomText(6));
          change({ ...draft, decisions: [...draft.decisions, next] });
          // Whoever types goes on typing.
          setTimeout(() => document.getElementById(`late-title-${next.id}`)?.focus());
        }}
      >
        {words.more}
      </Press>
      {wrong('late-more') === null ? null : <p class="refusal">{wrong('late-more')}</p>}
      <Action icon="check" tone="indigo" submit>
        {words.preview}
      </Action>
      <p class="refusal" role="status">
        {count === 0 ? '' : words.someWrong(formats.number(count))}
      </p>
    </form>
  );
}

function NotFittingHere({
  meeting,
  words,
}: {
  readonly meeting: Meeting;
  readonly words: LateWords;
}): JSX.Element | null {
  const left = notFitting(meeting);
  if (left.length === 0) return null;
  return (
    <section class="card ochre">
      <h2>{words.notFitting.title}</h2>
      <ul>
        {left.map((name) => (
          <li key={name}>{words.notFitting[name]}</li>
        ))}
      </ul>
      <p>{words.notFitting.tied}</p>
    </section>
  );
}

interface SittingProps extends Pick<LateFormProps, 'draft' | 'words' | 'change'> {
  readonly wrong: Wrong;
  readonly now: string;
}

const choicesOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, said]) => ({ value, words: said }));

function Sitting({ draft, words, wrong, now, change }: SittingProps): JSX.Element {
  const set = (part: Partial<LateDraft>): void => change({ ...draft, ...part });
  return (
    <>
      <HourField
        id="late-held"
        label={words.heldAt}
        value={draft.heldAt}
        max={toLocalInput(now, draft.offsetMinutes)}
        error={wrong('late-held')}
        onChange={(heldAt) => set({ heldAt })}
      />
      <TextField
        id="late-place"
        label={words.place}
        max={160}
        value={draft.place}
        error={wrong('late-place')}
        onChange={(place) => set({ place })}
      />
      <SelectField
        id="late-kind"
        label={words.kind}
        value={draft.kind}
        choices={choicesOf(words.terms.sittingKind)}
        onChange={(kind) => set({ kind: kind as SittingKind })}
      />
      <ChoiceField
        name="late-call"
        label={words.call}
        inRow
        value={draft.call}
        choices={(['first', 'second'] as const).map((value) => ({ value, words: words.terms.call[value] }))}
        onChange={(call) => set({ call })}
      />
      <NumberField
        id="late-present"
        label={words.present}
        hint={words.presentHow}
        value={draft.present}
        onChange={(present) => set({ present })}
      />
      <TextField
        id="late-agenda"
        label={words.agenda}
        hint={words.agendaHow}
        rows={4}
        max={5_000}
        value={draft.agenda}
        error={wrong('late-agenda')}
        onChange={(agenda) => set({ agenda })}
      />
    </>
  );
}

interface DecisionProps {
  readonly decision: LateDecision;
  readonly number: number;
  readonly words: LateWords;
  readonly wrong: Wrong;
  change(decision: LateDecision): void;
  remove(): void;
}

function DecisionFields({ decision, number, words, wrong, change, remove }: DecisionProps): JSX.Element {
  const { id, matter, title, text, announced } = decision;
  return (
    <fieldset class="card decision">
      <legend>{words.decision(number)}</legend>
      <TextField
        id={`late-title-${id}`}
        label={words.decisionTitle}
        max={200}
        value={title}
        error={wrong(`late-title-${id}`)}
        onChange={(value) => change({ ...decision, title: value })}
      />
      <ChoiceField
        name={`late-how-${id}`}
        label={words.how}
        value={decision.how}
        choices={waysToDecide.map((value) => ({ value, words: words.ways[value] }))}
        onChange={(how) => change({ ...decision, how })}
      />
      {decision.how === 'hands' ? (
        <Hands {...{ decision, words, wrong, change }} />
      ) : (
        <Objections {...{ decision, words, change }} />
      )}
      <details open={matter !== 'ordinary' || text !== ''}>
        <summary>{words.moreFields}</summary>
        <SelectField
          id={`late-matter-${id}`}
          label={words.matter}
          value={matter}
          choices={choicesOf(words.terms.matter)}
          onChange={(value) => change({ ...decision, matter: value as Matter })}
        />
        {matter === 'consultation' ? (
          <a class="plain" href="/office">
            {words.toAnswer}
          </a>
        ) : null}
        {matter === 'ordinary' ? null : (
          <label class="tick">
            <input
              type="checkbox"
              checked={announced}
              onChange={(event) => change({ ...decision, announced: event.currentTarget.checked })}
            />
            <span>{words.announced}</span>
          </label>
        )}
        <TextField
          id={`late-text-${id}`}
          label={words.decisionText}
          rows={2}
          max={4_000}
          value={text}
          onChange={(value) => change({ ...decision, text: value })}
        />
        <Confirm
          mark="trash"
          label={words.remove}
          ask={words.removeAsk}
          yes={words.yesWord}
          no={words.noWord}
          onYes={remove}
        />
      </details>
    </fieldset>
  );
}

type HowProps = Pick<DecisionProps, 'decision' | 'words' | 'change'>;

function Hands({ decision, words, wrong, change }: HowProps & Pick<DecisionProps, 'wrong'>): JSX.Element {
  const { id, yes, no, abstain } = decision;
  return (
    <div class="figures">
      <NumberField
        id={`late-yes-${id}`}
        label={words.yes}
        value={yes}
        error={wrong(`late-yes-${id}`)}
        onChange={(value) => change({ ...decision, yes: value })}
      />
      <NumberField
        id={`late-no-${id}`}
        label={words.no}
        value={no}
        onChange={(value) => change({ ...decision, no: value })}
      />
      <NumberField
        id={`late-abstain-${id}`}
        label={words.abstain}
        value={abstain}
        onChange={(value) => change({ ...decision, abstain: value })}
      />
    </div>
  );
}

/** An acclamation has no numbers: what makes it one is that objections were asked for. */
function Objections({ decision, words, change }: HowProps): JSX.Element {
  const { id, asked, objections } = decision;
  return (
    <>
      <NumberField
        id={`late-asked-${id}`}
        label={words.asked}
        value={asked}
        onChange={(value) => change({ ...decision, asked: value })}
      />
      <NumberField
        id={`late-objections-${id}`}
        label={words.objections}
        value={objections}
        onChange={(value) => change({ ...decision, objections: value })}
      />
    </>
  );
}

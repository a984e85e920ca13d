import type { FormField } from '@cabildo/core';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { NumberField, SelectField } from '../../form/fields.tsx';
import type { Formats } from '../../shell/formats.ts';
import { Action, Badge, Icon } from '../../shell/parts.tsx';
import type { DraftRead, PastTried, Trial } from './draft-answer.ts';
import type { StatuteWords } from './words-es.ts';

interface Sides {
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
}

/** A vote that nobody has taken. */
export interface Imagined {
  readonly matter: string;
  readonly sitting: string;
  readonly call: 'first' | 'second';
  readonly roll: number;
  readonly present: number;
  readonly votes: Sides;
  readonly bodies?: Sides;
}

interface TrialProps {
  /** The article that says how each matter is decided: its choices are the form’s. */
  readonly rules: FormField | undefined;
  /** Where delegates sit a majority may be of delegations. */
  readonly countsBodies: boolean;
  readonly read: DraftRead | null;
  readonly words: StatuteWords;
  readonly formats: Formats;
  readonly onTry: (imagined: Imagined) => void;
}

/** “Would this have passed?”: of a vote that is imagined, and of those that the book holds. */
export function TrialCard(props: TrialProps): JSX.Element {
  const { read, words } = props;
  const imagined = read?.imagined ?? null;
  return (
    <section class="card article trial" id="trial">
      <h2>{words.trial.title}</h2>
      <p class="soft">{words.trial.how}</p>
      <ImagineForm {...props} />
      <div role="status" class="tried">
        {imagined === null ? null : 'refused' in imagined ? (
          <p class="refusal">
            <Icon name="alert" />
            <span>{imagined.refused}</span>
          </p>
        ) : (
          <>
            <OneTrial under={words.trial.draft} trial={imagined.draft} />
            {imagined.present === null ? null : <OneTrial under={words.trial.present} trial={imagined.present} />}
          </>
        )}
      </div>
      {read?.past === undefined ? null : <Past past={read.past} {...props} />}
    </section>
  );
}

const passes: readonly string[] = ['carried', 'suspended'];

const tones = {
  carried: 'green',
  suspended: 'ochre',
  tied: 'ochre',
  undetermined: 'ochre',
  'not-known': 'rest',
} as const;

const Verdict = ({ trial }: { readonly trial: Trial }): JSX.Element => (
  <Badge
    tone={tones[trial.verdict as keyof typeof tones] ?? 'red'}
    icon={passes.includes(trial.verdict) ? 'check' : trial.verdict === 'not-known' ? 'minus' : 'cross'}
  >
    {trial.verdictSaid}
  </Badge>
);

const OneTrial = ({ under, trial }: { readonly under: string; readonly trial: Trial }): JSX.Element => (
  <div class="one-trial">
    <h3>{under}</h3>
    <Verdict trial={trial} />
    <ul class="plain-list">
      {trial.says.map((said) => (
        <li key={said}>{said}</li>
      ))}
    </ul>
  </div>
);

/** As the statute’s own form names them. */
function choicesOf(rules: FormField | undefined, name: string) {
  const field = rules?.item?.fields?.find((one) => one.name === name);
  const choices = field?.choices ?? field?.item?.choices ?? [];
  return choices.map(({ value, label }) => ({ value, words: label }));
}

function ImagineForm({ rules, countsBodies, words, onTry }: TrialProps): JSX.Element {
  const { trial } = words;
  const [matter, setMatter] = useState('ordinary');
  const [sitting, setSitting] = useState('ordinary');
  const [call, setCall] = useState<Imagined['call']>('first');
  const [numbers, setNumbers] = useState<Readonly<Record<string, number | null>>>({ abstain: 0 });
  const figure = (name: keyof typeof trial.numbers): JSX.Element => (
    <NumberField
      id={`trial-${name}`}
      label={trial.numbers[name]}
      value={numbers[name] ?? null}
      onChange={(value) => setNumbers((before) => ({ ...before, [name]: value }))}
    />
  );
  const sides = (yes: string, no: string, abstain: string): Sides => ({
    yes: numbers[yes] ?? 0,
    no: numbers[no] ?? 0,
    abstain: numbers[abstain] ?? 0,
  });
  const { roll, present } = numbers;
  const whole = roll != null && roll > 0 && present != null;
  const tryIt = (): void => {
    if (!whole) return;
    const told = numbers.bodiesYes != null || numbers.bodiesNo != null;
    onTry({
      matter,
      sitting,
      call,
      roll,
      present,
      votes: sides('yes', 'no', 'abstain'),
      ...(countsBodies && told ? { bodies: sides('bodiesYes', 'bodiesNo', 'bodiesAbstain') } : {}),
    });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        tryIt();
      }}
    >
      <SelectField
        id="trial-matter"
        label={trial.matter}
        value={matter}
        choices={choicesOf(rules, 'matter')}
        onChange={setMatter}
      />
      <div class="pair">
        <SelectField
          id="trial-sitting"
          label={trial.sitting}
          value={sitting}
          choices={choicesOf(rules, 'sittings')}
          onChange={setSitting}
        />
        <SelectField
          id="trial-call"
          label={trial.call}
          value={call}
          choices={(['first', 'second'] as const).map((value) => ({ value, words: trial.calls[value] }))}
          onChange={(value) => setCall(value as Imagined['call'])}
        />
        {figure('roll')}
        {figure('present')}
      </div>
      <div class="three">
        {figure('yes')}
        {figure('no')}
        {figure('abstain')}
      </div>
      {countsBodies ? (
        <div class="three">
          {figure('bodiesYes')}
          {figure('bodiesNo')}
          {figure('bodiesAbstain')}
        </div>
      ) : null}
      <Action icon="check" tone="indigo" submit busy={!whole}>
        {trial.go}
      </Action>
    </form>
  );
}

function Past({ past, words, formats }: TrialProps & { readonly past: readonly PastTried[] }): JSX.Element {
  const { trial } = words;
  const other = past.filter(({ draft, outcome }) => passes.includes(draft.verdict) !== (outcome === 'carried'));
  return (
    <>
      <h3>{trial.past}</h3>
      {past.length === 0 ? (
        <p class="soft">{trial.nonePast}</p>
      ) : (
        <>
          <p>{trial.otherwise(formats.number(other.length), formats.number(past.length))}</p>
          <ul class="plain-list past">
            {past.map((one) => (
              <li key={one.vote} data-vote={one.vote}>
                <details>
                  <summary>
                    <span>
                      {one.title} <span class="soft">{formats.time(one.at)}</span>
                    </span>
                    <span class="verdicts">
                      <span>
                        {trial.atTheTime}: {trial.outcomes[one.outcome] ?? one.outcome}
                      </span>{' '}
                      <span>
                        {trial.draft}: <Verdict trial={one.draft} />
                      </span>
                    </span>
                  </summary>
                  <OneTrial under={trial.draft} trial={one.draft} />
                  {one.present === null ? null : <OneTrial under={trial.present} trial={one.present} />}
                </details>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

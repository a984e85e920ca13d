import type { JSX } from 'preact';
import type { Rule, Tally, VoteAnswer } from '../answers.ts';
import type { Formats } from '../language.ts';
import type { ReceiptCheck } from '../receipt.ts';
import { holds } from '../receipt.ts';
import type { ScreenProps } from '../screen-props.ts';
import { Action, Badge, Icon } from './parts.tsx';

/** What came of the vote, by which rule, and whether my vote is in it. */
export function ResultScreen({ phone, state, formats }: ScreenProps): JSX.Element | null {
  const { words } = formats;
  if (state.result === null) return null;
  const { vote, check } = state.result;
  return (
    <>
      <p class="soft">{words.result.label}</p>
      <h1>{vote.motion.title}</h1>
      <Outcome vote={vote} formats={formats} />
      {check === null ? null : <Receipt check={check} counted={vote.receipt?.counted === true} formats={formats} />}
      <p>
        <a href={`/b/${encodeURIComponent(state.body ?? '')}/acts/${vote.result?.act}`}>{words.result.acta}</a>
      </p>
      <Action icon="check" tone="indigo" onClick={() => phone.dismiss()}>
        {words.result.done}
      </Action>
    </>
  );
}

const tones = {
  carried: ['green', 'check'],
  rejected: ['red', 'cross'],
  tied: ['ochre', 'minus'],
  undetermined: ['ochre', 'clock'],
  annulled: ['red', 'cross'],
} as const;

function Outcome({ vote, formats }: { readonly vote: VoteAnswer; readonly formats: Formats }): JSX.Element | null {
  const { words, number } = formats;
  if (vote.result === null) return null;
  const { outcome, tallies } = vote.result;
  const [tone, icon] = tones[outcome];
  return (
    <div class="card done">
      <Badge tone={tone} icon={icon}>
        {words.result[outcome]}
      </Badge>
      {tallies.map((tally, i) => (
        <div key={i}>
          <Meter vote={vote} tally={tally} formats={formats} />
          <p>{words.result.tally(number(tally.yes), number(tally.no), number(tally.abstain))}</p>
        </div>
      ))}
      <p class="soft">{words.result.rule(ruleWords(vote.rule, formats))}</p>
    </div>
  );
}

function ruleWords({ num, den, strict, of }: Rule, { words: { result } }: Formats): string {
  if (strict && num * 2 === den) return result.half(result.of[of]);
  return strict ? result.above(num, den, result.of[of]) : result.atLeast(num, den, result.of[of]);
}

/** The bar with a black tick where the rule lies. */
function Meter({
  vote,
  tally,
  formats,
}: {
  readonly vote: VoteAnswer;
  readonly tally: Tally;
  readonly formats: Formats;
}): JSX.Element | null {
  const { rule, present, roll } = vote;
  const voted = tally.yes + tally.no + tally.abstain;
  const total = { cast: tally.yes + tally.no, voted, present, roll, bodies: voted }[rule.of];
  if (total === 0) return null;
  const wide = (value: number): number => (1000 * Math.min(value, total)) / total;
  const { number, words } = formats;
  return (
    <svg
      class="meter"
      role="img"
      aria-label={words.result.tally(number(tally.yes), number(tally.no), number(tally.abstain))}
      viewBox="0 0 1000 12"
      preserveAspectRatio="none"
    >
      <rect class="ground" width="1000" height="12" />
      <rect class="yes" width={wide(tally.yes)} height="12" />
      <rect class="no" x={wide(tally.yes)} width={wide(tally.no)} height="12" />
      {rule.of === 'bodies' ? null : <rect class="tick" x={(1000 * rule.num) / rule.den - 4} width="9" height="12" />}
    </svg>
  );
}

interface ReceiptProps {
  readonly check: ReceiptCheck | undefined;
  readonly counted: boolean;
  readonly formats: Formats;
}

function Receipt({ check, counted, formats }: ReceiptProps): JSX.Element {
  const { words } = formats;
  if (check === undefined)
    return (
      <p class="soft" role="status">
        {words.receipt.checking}
      </p>
    );
  const good = holds(check);
  return (
    <section
      class="card"
      aria-label={words.receipt.title}
      data-receipt={good ? 'verified' : counted ? 'broken' : 'dropped'}
    >
      {good ? (
        <Badge tone="green" icon="shield">
          {words.receipt.good}
        </Badge>
      ) : (
        <p class="refusal" role="alert">
          <Icon name="alert" />
          <span>{counted ? words.receipt.bad : words.receipt.dropped}</span>
        </p>
      )}
      <details open={!good}>
        <summary>{words.receipt.how}</summary>
        <Steps check={check} formats={formats} />
      </details>
      <p class="soft">{words.receipt.note}</p>
    </section>
  );
}

function Steps({
  check,
  formats: { words, number },
}: {
  readonly check: ReceiptCheck;
  readonly formats: Formats;
}): JSX.Element {
  const steps = [
    [check.asPressed !== false, check.asPressed === null ? words.receipt.elsewhere : words.receipt.asPressed],
    [check.counted, words.receipt.counted],
    [check.closed, words.receipt.closed],
    [check.inBook, words.receipt.inBook],
  ] as const;
  return (
    <>
      <ul class="steps">
        {steps.map(([good, said]) => (
          <li key={said} class={good ? 'well' : 'badly'}>
            <Icon name={good ? 'check' : 'cross'} />
            {said}
          </li>
        ))}
      </ul>
      {check.head === null ? null : (
        <p class="soft">
          {words.receipt.head(number(check.head.size))} <code>{check.head.root.slice(0, 12)}…</code>
        </p>
      )}
    </>
  );
}

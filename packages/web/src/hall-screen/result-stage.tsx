import type { JSX } from 'preact';
import type { Rule, Tally } from '../answers.ts';
import type { LiveResult } from '../live-answer.ts';
import { Icon, Meter } from '../shell/parts.tsx';
import type { HallProps } from './hall-props.ts';
import { Headline } from './headline.tsx';
import type { HallWords } from './words-es.ts';

type ResultProps = HallProps & { readonly result: LiveResult };

const tones = {
  carried: ['green', 'check'],
  rejected: ['red', 'cross'],
  tied: ['ochre', 'minus'],
  undetermined: ['ochre', 'clock'],
  annulled: ['red', 'cross'],
} as const;

/** What was decided, by which numbers and which rule, and what it means from now on. */
export function ResultStage(props: ResultProps): JSX.Element {
  const { result, words, formats } = props;
  const { number } = formats;
  const [tone, icon] = tones[result.outcome];
  const rules = result.and === null ? [result.rule] : [result.rule, result.and];
  return (
    <>
      <Headline text={result.title} label={words.result} over={result.tallies.length > 1 || rules.length > 1} />
      <p class={`wall-outcome ${tone} ${words.outcomes[result.outcome].length > 20 ? 'smaller' : ''}`}>
        <Icon name={icon} /> {words.outcomes[result.outcome]}
      </p>
      {result.tallies.map((tally, i) => (
        <Numbers key={i} {...props} tally={tally} rules={rules} />
      ))}
      {rules.map((rule, i) => (
        <p key={i} class="wall-soft">
          {ruleSaid(rule, result.tallies, { result, words, formats })}
        </p>
      ))}
      {result.tallies.length === 0 ? <p class="wall-soft">{words.method_[result.method]}</p> : null}
      <p class="wall-soft">
        {words.turnout(number(result.turnout), number(result.present), number(result.roll))} ·{' '}
        {result.slips === 0 ? null : `${slipsSaid(result.slips, words, formats)} · `}
        {words.act(number(result.act))}
      </p>
      {result.lot === null ? null : <p>{words.lot}</p>}
      {result.standing === null ? null : <p>{words.standing[result.standing]}</p>}
    </>
  );
}

function Numbers({
  result,
  tally,
  rules,
  words,
  formats: { number },
}: ResultProps & { readonly tally: Tally; readonly rules: readonly Rule[] }): JSX.Element {
  return (
    <div class="wall-numbers">
      <p>
        {(['yes', 'no', 'abstain'] as const).map((choice) => (
          <span key={choice}>
            <strong>{number(tally[choice])}</strong> {words.tally[choice]}
          </span>
        ))}
      </p>
      {rules.map((rule, i) => (
        <RuleMeter key={i} {...{ result, tally, rule, words, number }} />
      ))}
    </div>
  );
}

interface RuleProps {
  readonly result: LiveResult;
  readonly tally: Tally;
  readonly rule: Rule;
  readonly words: HallWords;
  readonly number: (value: number) => string;
}

/** People on no roll, of an open cabildo. */
export const slipsSaid = (slips: number, words: HallWords, { plural, number }: HallProps['formats']): string =>
  plural(slips, { one: words.slips.one, other: words.slips.other(number(slips)) });

/** The bar is what the rule counts, the tick where it lies. */
function RuleMeter({ result, tally, rule, words, number }: RuleProps): JSX.Element | null {
  const total = baseOf(rule, tally, result);
  if (total === null) return null;
  return (
    <Meter
      parts={[
        { value: tally.yes, tone: 'yes' },
        { value: tally.no, tone: 'no' },
      ]}
      total={total}
      tick={(total * rule.num) / rule.den}
      label={`${number(tally.yes)} ${words.tally.yes}, ${number(tally.no)} ${words.tally.no}`}
    />
  );
}

/** The rule in words, and the number that it came to where there is one count. */
function ruleSaid(
  rule: Rule,
  tallies: readonly Tally[],
  { result, words, formats: { number } }: Pick<ResultProps, 'result' | 'words' | 'formats'>,
): string {
  const said = words.rule(ruleWords(rule, words, number));
  const [tally, another] = tallies;
  const total = tally === undefined || another !== undefined ? null : baseOf(rule, tally, result);
  if (total === null) return said;
  const line = (total * rule.num) / rule.den;
  return `${said} · ${words.reached(number(rule.strict ? Math.floor(line) + 1 : Math.ceil(line)))}`;
}

/** Of delegations the numbers are of seats: where the line lies among them nobody can draw. */
function baseOf({ of }: Rule, { yes, no, abstain }: Tally, { present, roll }: LiveResult): number | null {
  return { cast: yes + no, voted: yes + no + abstain, present, roll, bodies: null }[of];
}

function ruleWords({ num, den, strict, of }: Rule, words: HallWords, number: (value: number) => string): string {
  const base = words.bases[of];
  if (strict && num * 2 === den) return words.half(base);
  return strict ? words.above(number(num), number(den), base) : words.atLeast(number(num), number(den), base);
}

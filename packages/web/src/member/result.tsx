import type { JSX } from 'preact';
import type { Rule, Tally, VoteAnswer } from '../answers.ts';
import type { LiveResult } from '../live-answer.ts';
import { ReadAloud } from '../read-aloud/read-aloud.tsx';
import type { Formats } from '../shell/formats.ts';
import { Action, Alert, Badge, Icon, Meter } from '../shell/parts.tsx';
import { holds, type ReceiptCheck } from './receipt-check.ts';
import type { ScreenProps } from './screen-props.ts';
import type { MemberWords } from './words-es.ts';

/** What came of the vote, by which rule, and whether my vote is in it. */
export function ResultScreen({ session, member, state, live, formats, words }: ScreenProps): JSX.Element | null {
  if (state.result === null) return null;
  const { vote, check } = state.result;
  const standing = live?.last?.vote === vote.vote ? live.last.standing : null;
  return (
    <>
      <p class="soft">{words.result.label}</p>
      <h1>{vote.motion.title}</h1>
      <ReadAloud
        pieces={[[vote.motion.title], words.result[vote.result?.outcome ?? 'undetermined']]}
        formats={formats}
      />
      <Outcome vote={vote} standing={standing} formats={formats} words={words} />
      {check === null ? null : (
        <Receipt check={check} counted={vote.receipt?.counted === true} formats={formats} words={words} />
      )}
      <p>
        <a href={`/b/${encodeURIComponent(session.body)}/acts/${vote.result?.act}`}>{words.result.acta}</a>
      </p>
      <Action icon="check" tone="indigo" onClick={() => member.dismiss()}>
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

interface OutcomeProps {
  readonly vote: VoteAnswer;
  /** Of a resolution: what it waits for. */
  readonly standing?: LiveResult['standing'];
  readonly formats: Formats;
  readonly words: MemberWords;
}

function Outcome({ vote, standing = null, formats, words }: OutcomeProps): JSX.Element | null {
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
          <TallyMeter vote={vote} tally={tally} formats={formats} words={words} />
          <p>{tallyWords(tally, formats, words)}</p>
        </div>
      ))}
      {standing === null ? null : <p>{words.now.standing[standing]}</p>}
      <p class="soft">{words.result.rule(ruleWords(vote.rule, words))}</p>
    </div>
  );
}

function ruleWords({ num, den, strict, of }: Rule, { result }: MemberWords): string {
  if (strict && num * 2 === den) return result.half(result.of[of]);
  return strict ? result.above(num, den, result.of[of]) : result.atLeast(num, den, result.of[of]);
}

/** The bar with a black tick where the rule lies. */
function TallyMeter({ vote, tally, formats, words }: OutcomeProps & { readonly tally: Tally }): JSX.Element | null {
  const { rule, present, roll } = vote;
  const voted = tally.yes + tally.no + tally.abstain;
  const total = { cast: tally.yes + tally.no, voted, present, roll, bodies: voted }[rule.of];
  return (
    <Meter
      parts={[
        { value: tally.yes, tone: 'yes' },
        { value: tally.no, tone: 'no' },
      ]}
      total={total}
      tick={rule.of === 'bodies' ? null : (total * rule.num) / rule.den}
      label={tallyWords(tally, formats, words)}
    />
  );
}

function tallyWords({ yes, no, abstain }: Tally, { number }: Formats, { result }: MemberWords): string {
  return result.tally(number(yes), number(no), number(abstain));
}

interface ReceiptProps {
  readonly check: ReceiptCheck | undefined;
  readonly counted: boolean;
  readonly formats: Formats;
  readonly words: MemberWords;
}

function Receipt({ check, counted, formats, words }: ReceiptProps): JSX.Element {
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
        <Alert>{counted ? words.receipt.bad : words.receipt.dropped}</Alert>
      )}
      <details open={!good}>
        <summary>{words.receipt.how}</summary>
        <Steps check={check} formats={formats} words={words} />
      </details>
      <p class="soft">{words.receipt.note}</p>
    </section>
  );
}

function Steps({
  check,
  formats: { number },
  words,
}: Pick<ReceiptProps, 'formats' | 'words'> & { readonly check: ReceiptCheck }): JSX.Element {
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

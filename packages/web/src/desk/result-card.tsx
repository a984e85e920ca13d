import type { JSX } from 'preact';
import type { LiveResult } from '../live-answer.ts';
import { Badge, Icon, Meter } from '../shell/parts.tsx';
import { ruleInWords } from './labels.ts';
import type { DeskProps } from './props.ts';
import { StepButton } from './step-button.tsx';
import { stepsFor } from './steps.ts';

/** The last vote that was closed: the numbers, the rule, and what followed. Every figure leads to the act that proves it. */
export function ResultCard(props: DeskProps): JSX.Element | null {
  const { live, words, formats, session, known } = props;
  const { last } = live;
  if (last === null) return null;
  const tone = last.outcome === 'carried' ? 'green' : last.outcome === 'rejected' ? 'red' : 'ochre';
  const icon = last.outcome === 'carried' ? 'check' : last.outcome === 'rejected' ? 'cross' : 'alert';
  const actPath = (index: number): string => `/b/${encodeURIComponent(session.body)}/acts/${index}`;
  const { number, plural } = formats;
  return (
    <section class="card result" aria-labelledby="result-title">
      <p class="soft">{words.result.title}</p>
      <div class="motion-head">
        <h3 id="result-title">{last.title}</h3>
        <Badge tone={tone} icon={icon}>
          {words.motion.outcomes[last.outcome]}
        </Badge>
      </div>
      <Numbers last={last} words={words} formats={formats} />
      <p class="soft">
        {ruleInWords(last.rule, words)}
        {last.and === null ? '' : ` · ${ruleInWords(last.and, words)}`}.{' '}
        {words.result.present(number(last.turnout), number(last.present), number(last.roll))}{' '}
        {last.slips === 0
          ? null
          : `${plural(last.slips, { one: words.result.slips.one, other: words.result.slips.other(number(last.slips)) })}. `}
        <a href={actPath(last.act)}>{words.result.act(number(last.act))}</a>
      </p>
      {last.standing === null ? null : (
        <Badge
          tone={last.standing === 'in-force' ? 'green' : 'ochre'}
          icon={last.standing === 'in-force' ? 'check' : 'clock'}
        >
          {words.result.standing[last.standing]}
        </Badge>
      )}
      {last.election === null ? null : (
        <p class="links">
          <a href={`/ballot/c/${last.election}`}>
            <Icon name="shield" />
            {words.result.check}
          </a>
        </p>
      )}
      {last.lot === null ? null : (
        <>
          <p class="why">
            <Icon name="alert" />
            <span>{words.result.lot}</span>
          </p>
          {stepsFor(known, ['AnnounceLot', 'DrawLot'], { vote: last.vote }).map((step) => (
            <StepButton key={step.command} {...props} step={step} />
          ))}
        </>
      )}
    </section>
  );
}

function Numbers({
  last,
  words,
  formats,
}: Pick<DeskProps, 'words' | 'formats'> & { readonly last: LiveResult }): JSX.Element | null {
  const { number } = formats;
  const [tally] = last.tallies;
  if (tally === undefined || last.method === 'acclamation' || last.method === 'consensus') return null;
  const said = last.tallies.map(({ yes, no, abstain }) =>
    words.result.numbers(number(yes), number(no), number(abstain)),
  );
  if (said.length > 1)
    return (
      <>
        <p>{words.result.either}</p>
        <ul>
          {said.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </>
    );
  const { num, den, of } = last.rule;
  const base =
    of === 'cast' ? tally.yes + tally.no : of === 'voted' ? last.turnout : of === 'present' ? last.present : last.roll;
  return (
    <>
      <p class="figures">{said[0]}</p>
      {of === 'bodies' ? null : (
        <Meter
          parts={[
            { value: tally.yes, tone: 'yes' },
            { value: tally.no, tone: 'no' },
          ]}
          total={base}
          tick={(base * num) / den}
          label={`${words.result.meter}: ${said[0]}`}
        />
      )}
    </>
  );
}

import type { JSX } from 'preact';
import type { Live } from '../live-answer.ts';
import { Icon, Meter } from '../shell/parts.tsx';
import type { HallProps } from './hall-props.ts';
import { Headline } from './headline.tsx';
import type { Stage } from './stage.ts';

type Still = Exclude<Stage['show'], 'vote' | 'result' | 'motion'>;

/** Between decisions: where the hall is, what comes, and until when. */
export function StillStage({ show, ...props }: HallProps & { readonly show: Still }): JSX.Element {
  const { live, words, formats } = props;
  const { number } = formats;
  if (show === 'before') return <Before {...props} />;
  if (show === 'recess')
    return (
      <>
        <Headline text={words.recess} />
        <p>
          {live.recess === null || Date.parse(live.recess) <= props.now
            ? words.soon
            : words.until(hourThere(live.recess, live))}
        </p>
      </>
    );
  if (show === 'closed')
    return (
      <>
        <Headline text={words.closed} />
        <p class="wall-soft">{words.closedHow}</p>
      </>
    );
  if (show === 'called-off') return <Headline text={words.calledOff} />;
  if (show === 'crowd' && live.crowd !== null)
    return (
      <>
        <Headline text={words.crowd(number(live.crowd.atLeast), number(live.crowd.atMost))} />
        <p>{words.crowdHow}</p>
        <p class="wall-soft">{words.method(live.crowd.method)}</p>
      </>
    );
  const item = live.agenda.find((one) => one.item === live.item);
  return (
    <>
      <Headline text={item?.title ?? words.between} />
      <Agenda {...props} />
    </>
  );
}

/** The hall's own hour, wherever the projector's computer believes to be. */
const hourThere = (time: string, { offsetMinutes }: Pick<Live, 'offsetMinutes'>): string =>
  new Date(Date.parse(time) + offsetMinutes * 60_000).toISOString().slice(11, 16);

/** While people come in: from when, how many are there and how many it takes. */
function Before(props: HallProps): JSX.Element {
  const { live, words, formats, now } = props;
  const { number } = formats;
  const late = now >= Date.parse(live.calls.second.from);
  const call = late ? live.calls.second : live.calls.first;
  const here = live.present ?? live.door.checkedIn ?? 0;
  const said = words.arrived(number(here), number(live.roll));
  return (
    <>
      <Headline text={words.starts(hourThere(live.startsAt, live))} label={live.place} />
      {live.calls.second.from === live.calls.first.from ? null : (
        <p class="wall-soft">{words.second(hourThere(live.calls.second.from, live))}</p>
      )}
      <Meter parts={[{ value: here, tone: 'here' }]} total={live.roll} tick={call.needed} label={said} />
      <p class="wall-number">
        {said} <span class="wall-soft">· {words.needed(number(call.needed))}</span>
      </p>
      <Agenda {...props} />
    </>
  );
}

function Agenda({ live, words }: HallProps): JSX.Element | null {
  if (live.agenda.length === 0) return null;
  return (
    <section class={live.agenda.length > 5 ? 'wall-agenda many' : 'wall-agenda'} aria-label={words.agenda}>
      <ol>
        {live.agenda.map(({ item, title, state }) => (
          <li key={item} class={state} aria-current={state === 'now' ? 'step' : undefined}>
            <span>{title}</span>
            {state === 'next' ? null : (
              <span class="wall-soft">
                <Icon name={state === 'done' ? 'check' : 'clock'} /> {state === 'done' ? words.done : words.now}
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

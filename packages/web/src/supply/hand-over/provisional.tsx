import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Confirm } from '../../form/press.tsx';
import { Alert, Badge } from '../../shell/parts.tsx';
import { type OfficerKey, officerSigns } from '../known/officer-keys.ts';
import { confirmedText } from './agreed.ts';
import { isDisputed } from './disputed.ts';
import { amountsIn, calledIn, type PartProps } from './parts.ts';
import type { Registers, Standing } from './types.ts';
import { Versions } from './versions.tsx';

interface ProvisionalProps extends PartProps {
  /** Whoever gives orders here sees all of them, and others those that their office may sign. */
  readonly all: boolean;
}

/** Hand-overs that only the giver has signed, or nobody: an officer of the site's assembly signs what came there. */
export function Provisional(props: ProvisionalProps): JSX.Element | null {
  const { state, officers, words, all } = props;
  if (state.book === null) return null;
  const { handOvers, registers } = state.book;
  const shown = handOvers
    .filter((one) => one.provisional)
    .map((standing) => ({ standing, officer: officerOf(registers, officers, standing.to) }))
    .filter(({ officer }) => all || officer !== undefined)
    .reverse();
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby="provisional">
      <h2 id="provisional">{words.provisional.title}</h2>
      <p class="soft">{words.provisional.how}</p>
      {shown.map(({ standing, officer }) => (
        <One key={standing.handOver} {...props} standing={standing} officer={officer} />
      ))}
    </section>
  );
}

const officerOf = ({ sites }: Registers, officers: readonly OfficerKey[], to: number): OfficerKey | undefined => {
  const assembly = sites.find(({ site }) => site === to)?.assembly ?? null;
  return officers.find(({ book }) => book === assembly);
};

interface OneProps extends PartProps {
  readonly standing: Standing;
  readonly officer: OfficerKey | undefined;
}

/** All that is signed, in words; and below it the very text. */
function One(props: OneProps): JSX.Element {
  const { phone, state, words, formats, standing, officer } = props;
  const { handOver, kind, from, to, trip, madeAt, signed } = standing;
  const [failed, setFailed] = useState(false);
  // State comes too late for the second of two quick taps.
  const signing = useRef(false);
  const { number, time } = formats;
  const called = calledIn(state.book?.registers);
  const text = confirmedText(state.book?.registers.origin ?? '', standing);
  const isSent = state.sendings.some(({ input, refused }) => input.handOver === handOver && refused === null);
  const sign = async (): Promise<void> => {
    if (officer === undefined || signing.current) return;
    signing.current = true;
    setFailed(false);
    const by = await officerSigns(officer, text).catch(() => null);
    if (by === null) setFailed(true);
    else await phone.confirm(standing, { kind: 'officer', ...by });
    signing.current = false;
  };
  return (
    <article class="card" data-provisional={handOver}>
      <h3>
        {words.kinds[kind]}: {words.ofTo(called.place(from), called.place(to))}
      </h3>
      <ul>
        {signed.map((line) => (
          <li key={line.lot}>
            {words.lotPlain(called.item(line.lot), number(line.lot))}: {amountsIn([line], props)}
          </li>
        ))}
      </ul>
      {trip === null ? null : <p>{words.tripOf(number(trip))}</p>}
      <p>{words.provisional.madeAt(time(madeAt))}</p>
      {isDisputed(standing) ? <Versions {...props} /> : null}
      <p>
        <a class="line" href={`/b/${encodeURIComponent(phone.body)}/acts/${handOver}`}>
          {words.act(number(handOver))}
        </a>
      </p>
      {officer === undefined ? (
        <p class="soft">{words.provisional.waits}</p>
      ) : (
        <>
          <details>
            <summary>{words.showText}</summary>
            <p class="signed-text">{text}</p>
          </details>
          {isSent ? (
            <Badge tone="ochre" icon="clock">
              {words.states.waiting}
            </Badge>
          ) : (
            <Confirm
              mark="pen"
              tone="indigo"
              label={words.provisional.sign}
              ask={words.provisional.ask}
              yes={words.provisional.yes}
              no={words.no}
              onYes={() => void sign()}
            />
          )}
          {failed ? <Alert>{words.provisional.failed}</Alert> : null}
        </>
      )}
    </article>
  );
}

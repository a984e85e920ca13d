import type { JSX } from 'preact';
import { isDisputed } from './disputed.ts';
import { amountsIn, calledIn, type PartProps } from './parts.ts';
import type { Standing } from './types.ts';
import { Versions } from './versions.tsx';

interface ProvisionalProps extends PartProps {
  readonly shown: readonly Standing[];
  /** Where the phone may sign for the receiving site's assembly. */
  readonly sign?: (standing: Standing) => JSX.Element;
  /** For officers of the committee: what they wrote down wrongly is put right. */
  readonly ofReport?: ((standing: Standing) => JSX.Element) | null;
}

/** Hand-overs that only the giver has signed, or nobody, the newest first. */
export function Provisional(props: ProvisionalProps): JSX.Element | null {
  const { words, shown } = props;
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby="provisional">
      <h2 id="provisional">{words.provisional.title}</h2>
      <p class="soft">{words.provisional.how}</p>
      {shown.toReversed().map((standing) => (
        <One key={standing.handOver} {...props} standing={standing} />
      ))}
    </section>
  );
}

/** All that is signed, in words. */
function One(props: ProvisionalProps & { readonly standing: Standing }): JSX.Element {
  const { phone, state, words, formats, standing, sign, ofReport } = props;
  const { handOver, kind, from, to, trip, madeAt, signed } = standing;
  const { number, time } = formats;
  const called = calledIn(state.book?.registers);
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
      {sign === undefined ? <p class="soft">{words.provisional.waits}</p> : sign(standing)}
      {ofReport?.(standing)}
    </article>
  );
}

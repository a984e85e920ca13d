import type { HandOverLine } from '@cabildo/core';
import type { JSX } from 'preact';
import { amountsIn, calledIn, type PartProps } from './parts.ts';
import type { Standing, Version } from './types.ts';

/** What each side has signed of the same hand-over, beside each other; where they differ it is said, and not by colour alone. */
export function Versions(props: PartProps & { readonly standing: Standing }): JSX.Element {
  const { phone, state, words, formats, standing } = props;
  const called = calledIn(state.book?.registers);
  const known = state.book?.versions ?? [];
  const lineOf = (act: number, lot: number): HandOverLine | undefined =>
    linesOf(known, standing, act)?.find((one) => one.lot === lot);
  const acts = [standing.handOver, ...standing.disputes];
  const said = (line: HandOverLine | undefined): string =>
    line === undefined ? words.notInIt : amountsIn([line], props);
  const lots = [...new Set(acts.flatMap((act) => (linesOf(known, standing, act) ?? []).map(({ lot }) => lot)))];
  const differs = (lot: number): boolean => {
    const all = acts.filter((act) => linesOf(known, standing, act) !== null).map((act) => said(lineOf(act, lot)));
    return new Set(all).size > 1;
  };
  return (
    <div class="versions">
      {acts.map((act) => {
        const found = known.find((one) => one.act === act);
        return (
          <section key={act} data-version={act}>
            <h3>
              <a class="line" href={`/b/${encodeURIComponent(phone.body)}/acts/${act}`}>
                {words.act(formats.number(act))}
              </a>
            </h3>
            <p class="soft">{found === undefined ? words.notHere : words.signedBy[found.signed]}</p>
            {linesOf(known, standing, act) === null ? null : (
              <ul>
                {lots.map((lot) => (
                  <li key={lot}>
                    {words.lotPlain(called.item(lot), formats.number(lot))}:{' '}
                    {differs(lot) ? <strong>{said(lineOf(act, lot))}</strong> : said(lineOf(act, lot))}
                  </li>
                ))}
              </ul>
            )}
          </section>
        );
      })}
    </div>
  );
}

/** What stands is in the list; the other text is in its act, which comes a moment later. */
function linesOf(
  known: readonly Version[],
  { handOver, signed }: Standing,
  act: number,
): readonly HandOverLine[] | null {
  return act === handOver ? signed : (known.find((one) => one.act === act)?.lines ?? null);
}

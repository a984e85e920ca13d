import type { JSX } from 'preact';
import type { Formats } from '../../shell/formats.ts';
import type { Calculated, Compared } from './make-plan.ts';
import type { PlanWords } from './words-es.ts';

interface Props {
  readonly found: Extract<Calculated, { ok: true }>;
  readonly rule: string;
  readonly words: PlanWords;
  readonly formats: Formats;
}

/** Who gets what under every rule, and why under the one that was chosen. */
export function Comparison({ found, rule, words, formats }: Props): JSX.Element {
  const { compared, lines, withoutPlace, made } = found;
  if (compared.length === 0) return <p role="status">{words.calculate.nothing}</p>;
  return (
    <div class="calculated">
      {withoutPlace.length === 0 ? null : (
        <p class="card ochre">{words.calculate.withoutPlace(withoutPlace.join(', '))}</p>
      )}
      {compared.map((one) => (
        <ItemTable key={one.item} one={one} rule={rule} words={words} formats={formats} />
      ))}
      <h3>{words.calculate.why}</h3>
      <ul>
        {lines.map(({ site, item, said }) => (
          <li key={`${item} ${site}`}>
            {item}: {said}
          </li>
        ))}
      </ul>
      <p class="soft">
        {words.calculate.hashes} <code class="text">{made.plan}</code>
      </p>
    </div>
  );
}

function ItemTable({
  one,
  rule,
  words,
  formats: { number },
}: Omit<Props, 'found'> & { readonly one: Compared }): JSX.Element {
  const { item, stock, sites, rules } = one;
  return (
    <>
      <h3>{words.calculate.item(item, number(stock))}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is moved sideways is moved by keys too */}
      <section class="rows" aria-label={item} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.calculate.site}</th>
              <th scope="col">{words.calculate.claim}</th>
              {rules.map((each) => (
                <th key={each.rule} scope="col" data-chosen={each.rule === rule}>
                  {words.rules[each.rule]?.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sites.map(({ id, claim, awards }) => (
              <tr key={id}>
                <th scope="row">{id}</th>
                <td>{number(claim)}</td>
                {awards.map((award, column) => (
                  <td key={rules[column]?.rule} data-chosen={rules[column]?.rule === rule}>
                    {number(award)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <ul>
        {rules.map((each) => (
          <li key={each.rule}>
            <strong>{words.rules[each.rule]?.title}</strong>: {each.said}
          </li>
        ))}
      </ul>
    </>
  );
}

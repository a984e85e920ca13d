import { needText } from '@cabildo/core';
import type { JSX } from 'preact';
import { nowText } from '../hand-over/agreed.ts';
import { calledIn } from '../hand-over/parts.ts';
import type { PhoneState } from '../hand-over/phone-state.ts';
import type { NeedAsked } from '../hand-over/types.ts';
import type { OfficerKey } from '../known/officer-keys.ts';
import { type ForSitesProps, officerOf } from './for-sites-props.ts';
import { OfficerSign } from './officer-sign.tsx';

interface NeedToSign {
  readonly need: NeedAsked;
  readonly officer: OfficerKey;
}

/** Those that run, of sites for whose assembly this phone has the key of an office. */
export function needsFor({ book }: PhoneState, officers: readonly OfficerKey[]): readonly NeedToSign[] {
  const { needs = [] } = book?.registers ?? {};
  const now = nowText();
  return needs.flatMap((need) => {
    const officer = book === null ? undefined : officerOf(book.registers, officers, need.site);
    return officer === undefined || need.until <= now ? [] : [{ need, officer }];
  });
}

/** What sites of an assembly ask for, before an officer of it who need be nobody in the committee. */
export function NeedsAsked(props: ForSitesProps): JSX.Element | null {
  const { state, officers, own } = props;
  const shown = needsFor(state, officers);
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby="needs-asked">
      <h2 id="needs-asked">{own.title}</h2>
      <p class="soft">{own.how}</p>
      {shown.map((one) => (
        <One key={one.need.need} {...props} {...one} />
      ))}
    </section>
  );
}

type OneProps = ForSitesProps & NeedToSign;

function One({ phone, state, words, own, formats, need, officer }: OneProps): JSX.Element {
  const { registers } = state.book ?? {};
  const item = registers?.items.find((one) => one.item === need.item);
  const place = calledIn(registers).place(need.site);
  const asked = own.asks(item?.title ?? '', formats.number(need.quantity), formats.day(need.until));
  const text = needText(registers?.origin ?? '', need);
  const isSent = state.sendings.some(({ input, refused }) => input.need === need.need && refused === null);
  return (
    <article class="card" data-need={need.need}>
      <h3>{place}</h3>
      <p>{asked}</p>
      <p>
        <a class="line" href={`/b/${encodeURIComponent(phone.body)}/acts/${need.need}`}>
          {words.act(formats.number(need.need))}
        </a>
      </p>
      <OfficerSign
        {...{ words, own, officer, text, isSent }}
        label={own.sign}
        ask={own.ask(`${place}: ${asked}`)}
        signed={(by) => phone.countersign(need, by)}
      />
    </article>
  );
}

import type { JSX } from 'preact';
import type { Live, LiveMotion } from '../live-answer.ts';
import type { HallProps } from './hall-props.ts';

/** The longer it is, the smaller: a title must fit beside everything else that a hall needs. */
interface HeadlineProps {
  readonly text: string;
  readonly label?: string;
  /** Something longer stands under it. */
  readonly over?: boolean;
}

export function Headline({ text, label, over = false }: HeadlineProps): JSX.Element {
  const length = text.length + (over ? 60 : 0);
  const size = length > 110 ? 'smallest' : length > 60 ? 'smaller' : '';
  return (
    <>
      {label === undefined ? null : <p class="wall-label">{label}</p>}
      <h1 class={size}>{text}</h1>
    </>
  );
}

/** Who moved it, and how many amendments have gone into it. */
export function Mover({
  motion,
  live,
  formats,
  words,
}: Omit<HallProps, 'now'> & { readonly motion: LiveMotion }): JSX.Element | null {
  const { body, called, office = '' } = motion.mover ?? {};
  const who = body ?? (called === undefined ? words.offices[office] : formats.said(called));
  const accepted = acceptedOf(live, motion.motion);
  const said = [
    ...(who === undefined ? [] : [words.of(who)]),
    ...(accepted === 0
      ? []
      : [
          formats.plural(accepted, {
            one: words.amended.one,
            other: words.amended.other(formats.number(accepted)),
          }),
        ]),
  ];
  return said.length === 0 ? null : <p class="wall-soft">{said.join(' · ')}</p>;
}

const acceptedOf = ({ motions }: Live, motion: number): number =>
  motions.filter(({ amends, outcome }) => amends?.motion === motion && outcome === 'carried').length;

import type { ComponentChildren, JSX } from 'preact';
import { type IconName, icons } from '../../look/icons.ts';
import type { Sentences } from '../answers.ts';
import type { Formats } from './formats.ts';

export const Icon = ({ name }: { readonly name: IconName }): JSX.Element => <Strokes paths={icons[name]} />;

export const Strokes = ({ paths }: { readonly paths: readonly string[] }): JSX.Element => (
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    {paths.map((d) => (
      <path key={d} d={d} />
    ))}
  </svg>
);

interface ActionProps {
  readonly icon: IconName;
  readonly tone: 'green' | 'red' | 'indigo' | 'quiet';
  readonly busy?: boolean;
  /** The button that sends the form around it. */
  readonly submit?: boolean;
  readonly onClick?: () => void;
  readonly children: ComponentChildren;
}

/** The big button: full width, at least 56 px high, an icon and a word. It stays focusable while its answer is awaited. */
export const Action = ({ icon, tone, busy = false, submit = false, onClick, children }: ActionProps): JSX.Element => (
  <button
    type={submit ? 'submit' : 'button'}
    class={`action ${tone}`}
    aria-disabled={busy}
    onClick={() => (busy ? undefined : onClick?.())}
  >
    <Icon name={icon} />
    <span>{children}</span>
  </button>
);

/** A state: colour, icon and word together. */
export const Badge = ({
  tone,
  icon,
  children,
}: {
  readonly tone: 'green' | 'red' | 'ochre' | 'indigo' | 'rest';
  readonly icon: IconName;
  readonly children: ComponentChildren;
}): JSX.Element => (
  <span class={`badge ${tone}`}>
    <Icon name={icon} />
    <span>{children}</span>
  </span>
);

/** What does not go, said at once and where it was tried. */
export const Alert = ({
  icon = 'alert',
  children,
}: {
  readonly icon?: IconName;
  readonly children: ComponentChildren;
}): JSX.Element => (
  <p class="refusal" role="alert">
    <Icon name={icon} />
    <span>{children}</span>
  </p>
);

/** A refusal stands where the button is, and says the rule. `said` null: the node could not be reached. */
export const Refusal = ({
  said,
  formats,
}: {
  readonly said: Sentences | null;
  readonly formats: Formats;
}): JSX.Element => <Alert>{said === null ? formats.words.unreachable : formats.said(said)}</Alert>;

interface Part {
  readonly value: number;
  readonly tone: 'yes' | 'no' | 'here';
}

/** A bar of parts of a whole, with a black tick where the rule lies. `label` says the same in words. */
export function Meter({
  parts,
  total,
  tick,
  label,
}: {
  readonly parts: readonly Part[];
  readonly total: number;
  readonly tick: number | null;
  readonly label: string;
}): JSX.Element | null {
  if (total <= 0) return null;
  const wide = (value: number): number => (1000 * Math.min(Math.max(value, 0), total)) / total;
  const starts = parts.map((_, i) => parts.slice(0, i).reduce((all, { value }) => all + value, 0));
  return (
    <svg class="meter" role="img" aria-label={label} viewBox="0 0 1000 12" preserveAspectRatio="none">
      <rect class="ground" width="1000" height="12" />
      {parts.map(({ value, tone }, i) => (
        <rect key={tone} class={tone} x={wide(starts[i] ?? 0)} width={wide(value)} height="12" />
      ))}
      {tick === null ? null : <rect class="tick" x={wide(tick) - 4} width="9" height="12" />}
    </svg>
  );
}

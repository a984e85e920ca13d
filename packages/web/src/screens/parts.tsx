import type { ComponentChildren, JSX } from 'preact';
import { type IconName, icons } from '../../look/icons.ts';
import type { Formats } from '../language.ts';
import type { PhoneState, Trouble } from '../phone-state.ts';

export const Icon = ({ name }: { readonly name: IconName }): JSX.Element => (
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    {icons[name].map((d) => (
      <path key={d} d={d} />
    ))}
  </svg>
);

interface ActionProps {
  readonly icon: IconName;
  readonly tone: 'green' | 'red' | 'indigo' | 'quiet';
  readonly busy?: boolean;
  readonly onClick: () => void;
  readonly children: ComponentChildren;
}

/** The big button: full width, at least 56 px high, an icon and a word. It stays focusable while its answer is awaited. */
export const Action = ({ icon, tone, busy = false, onClick, children }: ActionProps): JSX.Element => (
  <button type="button" class={`action ${tone}`} aria-disabled={busy} onClick={() => (busy ? undefined : onClick())}>
    <Icon name={icon} />
    <span>{children}</span>
  </button>
);

export const Badge = ({
  tone,
  icon,
  children,
}: {
  readonly tone: string;
  readonly icon: IconName;
  readonly children: ComponentChildren;
}): JSX.Element => (
  <span class={`badge ${tone}`}>
    <Icon name={icon} />
    {children}
  </span>
);

/** A refusal stands where the button is, and says the rule. */
export function Refusal({
  trouble,
  at,
  formats,
}: {
  readonly trouble: Trouble | null;
  readonly at: Trouble['at'];
  readonly formats: Formats;
}): JSX.Element | null {
  if (trouble === null || trouble.at !== at) return null;
  const { words, language } = formats;
  return (
    <p class="refusal" role="alert">
      <Icon name="alert" />
      <span>{trouble.sentences === null ? words.unreachable : trouble.sentences[language]}</span>
    </p>
  );
}

/** A vote that waited on this phone and was refused when it arrived: it is said until the next one is cast. */
export function NotCounted({
  state: { trouble },
  formats,
}: {
  readonly state: Pick<PhoneState, 'trouble'>;
  readonly formats: Formats;
}): JSX.Element | null {
  if (trouble?.at !== 'unsent') return null;
  return (
    <div class="card red">
      <h2>{formats.words.unsent.refused}</h2>
      <Refusal trouble={trouble} at="unsent" formats={formats} />
    </div>
  );
}

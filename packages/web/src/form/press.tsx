import './form.css';
import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Strokes } from '../shell/parts.tsx';
import { type MarkName, marks } from './marks.ts';

export const Mark = ({ name }: { readonly name: MarkName }): JSX.Element => <Strokes paths={marks[name]} />;

interface PressProps {
  readonly mark: MarkName;
  readonly tone?: 'green' | 'red' | 'indigo' | 'quiet';
  /** It stays focusable, so that whoever uses a keyboard finds the reason beside it. */
  readonly off?: boolean;
  readonly describedBy?: string;
  readonly onPress: () => void;
  readonly children: ComponentChildren;
}

/** The big button: an icon and a word. */
export const Press = ({
  mark,
  tone = 'quiet',
  off = false,
  describedBy,
  onPress,
  children,
}: PressProps): JSX.Element => (
  <button
    type="button"
    class={`action ${tone}`}
    aria-disabled={off}
    aria-describedby={describedBy}
    onClick={() => (off ? undefined : onPress())}
  >
    <Mark name={mark} />
    <span>{children}</span>
  </button>
);

/** A small button in a row of others; still 48 px high. */
export const Small = ({ mark, onPress, children }: Pick<PressProps, 'mark' | 'onPress' | 'children'>): JSX.Element => (
  <button type="button" class="small" onClick={onPress}>
    <Mark name={mark} />
    <span>{children}</span>
  </button>
);

interface ConfirmProps {
  readonly mark: MarkName;
  readonly label: string;
  readonly ask: string;
  readonly yes: string;
  readonly no: string;
  readonly tone?: 'red' | 'indigo';
  /** What this page is for at this moment. */
  readonly main?: boolean;
  readonly onYes: () => void;
}

/** What cannot be undone is asked once more, in the same place. */
export function Confirm({ mark, label, ask, yes, no, tone = 'red', main = false, onYes }: ConfirmProps): JSX.Element {
  const [asking, setAsking] = useState(false);
  if (!asking)
    return (
      <Press mark={mark} tone={main ? tone : 'quiet'} onPress={() => setAsking(true)}>
        {label}
      </Press>
    );
  return (
    <div class="card confirm" role="alertdialog" aria-label={label}>
      <p>{ask}</p>
      <div class="pair">
        <Press mark="check" tone={tone} onPress={onYes}>
          {yes}
        </Press>
        <Press mark="cross" onPress={() => setAsking(false)}>
          {no}
        </Press>
      </div>
    </div>
  );
}

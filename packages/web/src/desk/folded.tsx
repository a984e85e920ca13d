import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';

/** Nothing in it is drawn before it is opened. */
export function Folded({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  const [open, setOpen] = useState(false);
  return (
    <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{title}</summary>
      {open ? children : null}
    </details>
  );
}

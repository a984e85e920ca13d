import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/**
 * The one `main` of a screen. A new screen (`name` changes) takes the focus, so that keyboard and screen reader begin at
 * its top; the first one does not.
 */
export function Focused({
  name,
  wide = false,
  children,
}: {
  readonly name: string;
  readonly wide?: boolean;
  readonly children: ComponentChildren;
}): JSX.Element {
  const place = useRef<HTMLElement>(null);
  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (shown.current !== null && shown.current !== name && shown.current !== 'loading') {
      place.current?.focus();
      scrollTo(0, 0);
    }
    shown.current = name;
  }, [name]);
  const [screen] = name.split(' ');
  return (
    <main ref={place} tabIndex={-1} data-screen={screen} class={wide ? 'wide' : ''}>
      {children}
    </main>
  );
}

import type { JSX } from 'preact';
import type { StepLink } from '../live-answer.ts';
import { Qr } from '../qr/qr.tsx';
import type { Formats } from '../shell/formats.ts';
import { Folded } from './folded.tsx';

/** Where others do their part, on small pages that know nobody: to be opened here, or scanned from here. */
export function StepLinks({
  links,
  formats,
}: {
  readonly links: readonly StepLink[];
  readonly formats: Formats;
}): JSX.Element {
  return (
    <>
      {links.map(({ said, path }) => {
        const [title, address] = [formats.said(said), location.origin + path];
        return (
          <Folded key={path} title={title}>
            <Qr text={address} label={title} />
            <a class="address" href={path} target="_blank" rel="noopener">
              {address}
            </a>
          </Folded>
        );
      })}
    </>
  );
}

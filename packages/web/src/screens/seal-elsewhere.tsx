import type { JSX } from 'preact';
import type { SealProps } from './seal-props.ts';

/** The way of whoever cannot or will not sign with a browser. */
export const Elsewhere = ({ says }: Pick<SealProps, 'says'>): JSX.Element => (
  <>
    <p>{says.key.commandLine}</p>
    <p>
      <code>npx cabildo key new --out llave.pem</code>
    </p>
  </>
);

/** As little of a key as tells two of them apart at a glance. */
export const start = (key: string): string => `${key.slice(0, 8)}…`;

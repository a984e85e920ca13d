import type { ComponentType } from 'preact';
import type { Formats } from './formats.ts';
import type { Session } from './session.ts';
import type { Shell } from './shell.ts';

/**
 * An area of the client, opened by its address: `/phone/<name>/<body>/<sitting>` for one of a sitting, `/phone/<name>`
 * for one that stands alone. Words and styles are the area's own; the frame around it (name, language, people on this
 * phone, what waits unsent, how old what is shown is) is the shell's.
 */
export type Area =
  | { readonly of: 'sitting'; readonly who: 'person' | 'anyone'; readonly load: () => Promise<SittingScreen> }
  | { readonly of: 'body'; readonly who: 'person'; readonly load: () => Promise<BodyScreen> }
  | { readonly of: 'phone'; readonly load: () => Promise<PhoneScreen> };

export type SittingScreen = ComponentType<SittingAreaProps>;
export type BodyScreen = ComponentType<BodyAreaProps>;
export type PhoneScreen = ComponentType<AreaProps>;

/** For an area that stands alone. */
export interface AreaProps {
  readonly shell: Shell;
  readonly formats: Formats;
}

/** `who: 'person'`: `session.person` is there, because the shell asks for the card first. `'anyone'`: it may be null. */
export interface BodyAreaProps extends AreaProps {
  readonly session: Session;
}

export interface SittingAreaProps extends BodyAreaProps {
  readonly sitting: number;
}

import { ask, type Reply } from '../../shell/asking.ts';

const KEPT = 'cabildo/invitation';

/** What the node says of an invitation. */
export interface Invited {
  readonly node: string;
  readonly until: string;
  readonly founded: string | null;
}

/**
 * Taken out of the address before the shell clears it. It stays until this tab is closed: a page that is loaded again shall not ask
 * for the link once more.
 */
export function takeInvitation(): void {
  const found = invitationIn(location.hash);
  if (found === null) return;
  history.replaceState(history.state, '', location.pathname + location.search);
  try {
    sessionStorage.setItem(KEPT, found);
  } catch {
    passing = found;
  }
}

/** Where the browser keeps nothing. */
let passing: string | null = null;

export function keptInvitation(): string | null {
  try {
    return sessionStorage.getItem(KEPT) ?? passing;
  } catch {
    return passing;
  }
}

export function forgetInvitation(): void {
  passing = null;
  try {
    sessionStorage.removeItem(KEPT);
  } catch {
    // Then there was none either.
  }
}

/** In a whole link, or what stands behind its last sign of equality. */
export function invitationIn(text: string): string | null {
  const found = /(?:^|[#&]invitation=)([\w-]+\.[\w-]{12}\.[\w-]{22})\s*$/.exec(text.trim());
  return found?.[1] ?? null;
}

export const askInvited = (invitation: string): Promise<Reply<Invited>> =>
  ask<Invited>('/api/invitation', { token: invitation });

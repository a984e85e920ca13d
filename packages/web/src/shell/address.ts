import { ROOT } from './root.ts';

/** Where in the client somebody is: `/phone`, `/phone/<area>`, `/phone/<area>/<body>`, `/phone/<area>/<body>/<sitting>`. */
export interface Address {
  /** Empty on the member's own page. */
  readonly area: string;
  readonly body: string | null;
  readonly sitting: number | null;
}

export function addressIn(path: string): Address {
  const [area = '', body, sitting] = path.slice(ROOT.length).split('/').slice(1);
  return {
    area,
    body: body === undefined || body === '' ? null : decoded(body),
    sitting: sitting === undefined || !/^\d{1,15}$/.test(sitting) ? null : Number(sitting),
  };
}

export const pathOf = ({ area, body, sitting }: Partial<Address>): string =>
  [ROOT, area, body === null || body === undefined ? undefined : encodeURIComponent(body), sitting ?? undefined]
    .filter((part) => part !== undefined && part !== '')
    .join('/');

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Calls `changed` with every address to come; links below `/phone` then need no new page. */
export function followAddress(changed: (address: Address) => void): void {
  addEventListener('popstate', () => changed(addressIn(location.pathname)));
  document.addEventListener('click', (event) => {
    const link = (event.target as Element | null)?.closest?.('a');
    if (link == null || event.defaultPrevented || !isPlain(event) || !isOurs(link)) return;
    event.preventDefault();
    history.pushState(null, '', link.href);
    changed(addressIn(link.pathname));
  });
}

const isPlain = ({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean =>
  button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey;

const isOurs = ({ origin, pathname, target, hash, download }: HTMLAnchorElement): boolean =>
  origin === location.origin &&
  (pathname === ROOT || pathname.startsWith(`${ROOT}/`)) &&
  target === '' &&
  hash === '' &&
  download === '';

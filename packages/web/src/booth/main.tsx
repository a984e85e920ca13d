/** The ballot's own pages, apart from the app: no session, no cookie, no service worker, nothing kept. */
import { type ComponentType, render } from 'preact';
import '../../look/look.css';
import { Frame } from './frame.tsx';
import type { PageProps } from './page-props.ts';
import { type PageLetter, placeOf } from './place.ts';

const pages: Readonly<Record<PageLetter, () => Promise<ComponentType<PageProps>>>> = {
  v: () => import('./voter/voter.tsx').then(({ Voter }) => Voter),
  c: () => import('./check/check.tsx').then(({ Check }) => Check),
  t: () => import('./trustee/trustee.tsx').then(({ Trustee }) => Trustee),
  h: () => import('./slips/slips.tsx').then(({ Slips }) => Slips),
};

const place = placeOf(location.pathname);
const root = document.getElementById('ballot');
if (root !== null)
  render(
    <Frame
      node={place === null ? null : { origin: '', election: place.election }}
      load={place === null ? null : pages[place.page]}
    />,
    root,
  );

import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Focused } from '../../shell/focused.tsx';
import type { PageProps } from '../page-props.ts';
import { type PlaceLink, readPlaceLink } from '../place-link.ts';
import { NoStatus, useStatus } from '../with-status.tsx';
import { LeftOver } from './left-over.tsx';
import { Make } from './make.tsx';
import type { SlipsProps } from './slips-props.ts';
import { en } from './words-en.ts';
import { es } from './words-es.ts';

/** A teller's halves of the slips, and later the slips that nobody drew. */
export function Slips(props: PageProps): JSX.Element {
  const { node, tongue, fragments } = props;
  const words = { es, en }[tongue.language];
  const known = useStatus(node);
  const [link, setLink] = useState<PlaceLink | null>(null);
  useEffect(() => {
    const found = readPlaceLink(fragments.at(-1) ?? '', 'h', node.election);
    if (found !== null) setLink(found);
  }, [fragments.length]);
  const { status, ask } = known;
  if (link === null)
    return (
      <Focused name="link">
        <h1>{words.link.title}</h1>
        <p>{words.link.how}</p>
      </Focused>
    );
  if (status === null)
    return (
      <Focused name="loading">
        <NoStatus known={known} props={props} />
      </Focused>
    );
  const given: SlipsProps = { ...props, words, link, status, ask };
  return (
    <Focused name="slips">
      <p class="soft no-print">
        {words.teller(tongue.number(link.place))} · {status.title}
      </p>
      <Make {...given} />
      <div class="no-print">
        <LeftOver {...given} />
      </div>
    </Focused>
  );
}

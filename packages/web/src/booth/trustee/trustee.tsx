import type { JSX } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { Focused } from '../../shell/focused.tsx';
import type { PageProps } from '../page-props.ts';
import { type PlaceLink, readPlaceLink } from '../place-link.ts';
import { AtSeat } from './at-seat.tsx';
import { nodeCarrier } from './board.ts';
import { EnterLink } from './enter-link.tsx';
import { en } from './words-en.ts';
import { es } from './words-es.ts';

/** The trustee's page as a node serves it. */
export function Trustee({ node, fragments, ...props }: PageProps): JSX.Element {
  const words = { es, en }[props.tongue.language];
  const [link, setLink] = useState<PlaceLink | null>(null);
  useEffect(() => {
    const found = readPlaceLink(fragments.at(-1) ?? '', 't', node.election);
    if (found !== null) setLink(found);
  }, [fragments.length]);
  const carrier = useMemo(() => (link === null ? null : nodeCarrier(node, link.code)), [link]);
  if (link === null || carrier === null)
    return (
      <Focused name="link">
        <EnterLink {...props} {...{ words }} election={node.election} enter={setLink} />
      </Focused>
    );
  return <AtSeat key={link.place} {...props} {...{ words, carrier }} seat={link.place} origin="" />;
}

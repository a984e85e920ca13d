import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Small } from '../../form/press.tsx';
import { positionsIn, wordsOf } from '../known/position.ts';
import type { Site } from '../known/supply-answer.ts';
import { AddForm } from './add-form.tsx';
import type { Written } from './read-row.ts';
import type { RegisterProps } from './register-props.ts';

/** What the registers say of a site now, as the form has it. */
function writtenOf({ title, peopleServed, assembly, location, area, near }: Site): Written {
  const [at] = positionsIn(location);
  return {
    title,
    peopleServed: String(peopleServed),
    assembly: assembly ?? '',
    ...(at === undefined ? {} : { lon: String(at[0]), lat: String(at[1]) }),
    where: wordsOf(location),
    area: area ?? '',
    publish: area === null && near === null ? 'no' : 'si',
  };
}

/** What is said of a site is said anew, all of it, in one act; what was said before stays in its own. */
export function ChangeSite({ site, ...props }: RegisterProps & { readonly site: Site }): JSX.Element {
  const [isOpen, setIsOpen] = useState(false);
  return isOpen ? (
    <AddForm {...props} begun={writtenOf(site)} of={site.site} />
  ) : (
    <Small mark="pen" onPress={() => setIsOpen(true)}>
      {props.words.change}
    </Small>
  );
}

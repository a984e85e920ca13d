import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { TextField } from '../../form/fields.tsx';
import { useWords } from '../../form/words-later.ts';
import type { AreaProps } from '../../shell/area.ts';
import { foundingWords } from './words.ts';

/** From nothing to a first sitting, for whoever was invited to found a body on this node. */
export function Founding({ formats }: AreaProps): JSX.Element {
  const words = useWords(foundingWords, formats.language);
  const [invitation, setInvitation] = useState('');
  if (words === null) return <p role="status">{formats.words.loading}</p>;
  return (
    <>
      <h1>{words.title}</h1>
      <TextField
        id="invitation"
        label={words.invitation}
        hint={words.invitationHow}
        value={invitation}
        onChange={setInvitation}
      />
    </>
  );
}

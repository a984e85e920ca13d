import './registers.css';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useWords } from '../../form/words-later.ts';
import { pathOf } from '../../shell/address.ts';
import type { BodyAreaProps } from '../../shell/area.ts';
import { useOfficerKeys } from '../known/officer-keys.ts';
import { useSupply } from '../known/use-supply.ts';
import { AddForm } from './add-form.tsx';
import { CountStock } from './count-stock.tsx';
import { ImportStep } from './import-step.tsx';
import { type RegisterName, registerNames } from './register-kinds.ts';
import { RegisterList } from './register-list.tsx';
import { registerWords } from './words.ts';

/** What the committee knows: items, sites, vehicles, needs, what came in, closures, who is coming, beds and meals; and counts. */
export function RegistersArea({ shell, session, formats }: BodyAreaProps): JSX.Element {
  const words = useWords(registerWords, formats);
  const known = useSupply(shell, session);
  const officers = useOfficerKeys(shell);
  const [name, setName] = useState<RegisterName>('sites');
  if (words === null || known === null) return <p role="status">{formats.words.loading}</p>;
  const { value: supply } = known;
  const proof = (act: number): string => `/b/${encodeURIComponent(session.body)}/acts/${act}`;
  const props = { name, supply, session, officers, formats, words, proof };
  return (
    <>
      <h1>{words.title}</h1>
      <p class="soft">{words.how}</p>
      <nav class="tabs" aria-label={words.title}>
        {registerNames.map((one) => (
          <button key={one} type="button" class="small" aria-pressed={one === name} onClick={() => setName(one)}>
            {words.registers[one].title}
          </button>
        ))}
      </nav>
      <section aria-labelledby="register">
        <h2 id="register">{words.registers[name].title}</h2>
        <p class="soft">{words.registers[name].how}</p>
        <RegisterList key={name} {...props} />
        {name === 'lots' ? <CountStock {...props} /> : null}
        {supply.officer ? (
          <>
            <AddForm key={`add ${name}`} {...props} />
            <ImportStep key={`import ${name}`} {...props} />
          </>
        ) : (
          <p class="soft">{words.officersOnly}</p>
        )}
      </section>
      <div class="foot">
        <a class="plain" href={pathOf({})}>
          {formats.words.back}
        </a>
      </div>
    </>
  );
}

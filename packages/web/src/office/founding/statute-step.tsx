import type { Statute } from '@cabildo/core';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '../../answers.ts';
import { ChoiceField, TextField } from '../../form/fields.tsx';
import { Action, Refusal } from '../../shell/parts.tsx';
import { LARGEST_STATUTE_FILE, statuteInFile } from '../statute-file.ts';
import { bringsKey, type Draft, type Founded, found, isPublicKey } from './found.ts';
import type { FoundingProps } from './founding-props.ts';
import { type Template, useReading, useTemplates } from './templates.ts';

interface Props extends FoundingProps {
  readonly invitation: string;
  readonly draft: Draft;
  readonly back: () => void;
  readonly onFounded: (founded: Founded) => void;
}

/** By which rules: a template or a file of one's own, read out; then the body is founded. */
export function StatuteStep(props: Props): JSX.Element {
  const { formats } = props;
  const [tries, setTries] = useState(0);
  // Kept here: in another language the templates come anew, and the choice stays.
  const [name, setName] = useState<string | null>(null);
  const [own, setOwn] = useState<Statute | null>(null);
  const reply = useTemplates(formats.language, tries);
  if (reply === null) return <p role="status">{formats.words.loading}</p>;
  if (reply.kind === 'ok')
    return <Choose {...props} templates={reply.value.templates} {...{ name, setName, own, setOwn }} />;
  return (
    <>
      <Refusal said={reply.kind === 'problem' ? reply.problem.sentences : null} formats={formats} />
      <Action icon="back" tone="indigo" onClick={() => setTries(tries + 1)}>
        {formats.words.again}
      </Action>
    </>
  );
}

/** Stands for the file among the templates' names. */
const OWN = 'own file';

interface ChooseProps extends Props {
  readonly templates: readonly Template[];
  readonly name: string | null;
  readonly setName: (name: string) => void;
  readonly own: Statute | null;
  readonly setOwn: (statute: Statute | null) => void;
}

function Choose(props: ChooseProps): JSX.Element {
  const { templates, draft, words, formats, back, setName, own, setOwn } = props;
  const fitting = templates.filter(({ kind }) => kind === draft.kind);
  const name = props.name ?? fitting[0]?.name ?? OWN;
  const chosen = name === OWN ? own : (fitting.find((template) => template.name === name)?.statute ?? null);
  const placed =
    chosen === null || name === OWN
      ? chosen
      : { ...chosen, closing: { ...chosen.closing, offsetMinutes: draft.offsetMinutes } };
  return (
    <>
      <p class="soft">{words.step('2', '2')}</p>
      <h1>{words.statute}</h1>
      <p>{words.statuteHow}</p>
      <ChoiceField
        name="template"
        label={words.template}
        value={name}
        choices={[
          ...fitting.map(({ name: value, title }) => ({ value, words: title })),
          { value: OWN, words: words.ownStatute },
        ]}
        onChange={setName}
      />
      {name === OWN ? <OwnFile {...props} take={setOwn} /> : null}
      {placed === null ? null : <Chosen key={name} {...props} statute={placed} />}
      <button type="button" class="plain" onClick={back}>
        {formats.words.back}
      </button>
    </>
  );
}

/** As the editor of statutes or `cabildo statute read --json` has written it. */
function OwnFile({ words, take }: Props & { readonly take: (statute: Statute | null) => void }): JSX.Element {
  const [wrong, setWrong] = useState<'notJson' | 'tooLarge' | null>(null);
  const read = async (file: File | undefined): Promise<void> => {
    const isLarge = file !== undefined && file.size > LARGEST_STATUTE_FILE;
    const found = file === undefined || isLarge ? null : statuteInFile(await file.text());
    setWrong(file === undefined || found !== null ? null : isLarge ? 'tooLarge' : 'notJson');
    take(found as Statute | null);
  };
  return (
    <div class="field">
      <label for="own-statute">{words.ownFile}</label>
      <input
        id="own-statute"
        type="file"
        accept=".json,application/json"
        aria-describedby="own-statute-how"
        onChange={(event) => void read(event.currentTarget.files?.[0])}
      />
      <p id="own-statute-how" class="soft">
        {words.ownFileHow}{' '}
        <a href="/office/new-statute" target="_blank" rel="noopener">
          {words.editor}
        </a>
      </p>
      {wrong !== null ? (
        <p class="refusal" role="alert">
          {words[wrong]}
        </p>
      ) : null}
    </div>
  );
}

function Chosen(props: Props & { readonly statute: Statute }): JSX.Element {
  const { statute, draft, words, formats } = props;
  const reply = useReading(statute, draft.kind, formats.language);
  if (reply === null) return <p role="status">{formats.words.loading}</p>;
  if (reply.kind !== 'ok')
    return <Refusal said={reply.kind === 'problem' ? reply.problem.sentences : null} formats={formats} />;
  const { sections, problems } = reply.value;
  return (
    <>
      <details class="card reading">
        <summary>{words.read(statute.title)}</summary>
        {sections.map(({ article, title, sentences }) => (
          <section key={article}>
            <h2>{title}</h2>
            {sentences.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </section>
        ))}
      </details>
      {problems.length === 0 ? (
        <Found {...props} />
      ) : (
        <ul class="refusal" role="alert">
          {problems.map(({ says }) => (
            <li key={says}>{says}</li>
          ))}
        </ul>
      )}
    </>
  );
}

type Trouble = Problem | 'unreachable' | 'no-key' | null;

function Found(props: Props & { readonly statute: Statute }): JSX.Element {
  const { invitation, draft, statute, words, formats, onFounded } = props;
  const [brings, setBrings] = useState(false);
  const [brought, setBrought] = useState('');
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>(null);
  useEffect(() => {
    void bringsKey().then(setBrings);
  }, []);
  const go = async (): Promise<void> => {
    if (brings && !isPublicKey(brought.trim())) return setTrouble('no-key');
    setBusy(true);
    setTrouble(null);
    const input = { ...draft, title: draft.title.trim(), founder: draft.founder.trim() };
    const reply = await found(invitation, input, statute, brings ? brought.trim() : null).catch(() => null);
    setBusy(false);
    if (reply === null) return setTrouble('no-key');
    if (reply.kind === 'ok') return onFounded(reply.value);
    setTrouble(reply.kind === 'problem' ? reply.problem : 'unreachable');
  };
  return (
    <>
      <div class="card">
        <p>
          <strong>{draft.title}</strong>
        </p>
        <p>{words.provisional(draft.founder, formats.number(draft.provisionalDays))}</p>
      </div>
      {brings ? (
        <TextField
          id="key"
          label={words.key}
          hint={words.keyHow}
          error={trouble === 'no-key' ? words.missing.key : null}
          value={brought}
          onChange={setBrought}
        />
      ) : null}
      {trouble === null || (brings && trouble === 'no-key') ? null : trouble === 'no-key' ? (
        <p class="refusal" role="alert">
          {words.keyNotKept}
        </p>
      ) : (
        <Refusal said={trouble === 'unreachable' ? null : trouble.sentences} formats={formats} />
      )}
      <Action icon="check" tone="green" busy={busy} onClick={() => void go()}>
        {words.found(draft.title)}
      </Action>
      <p class="soft">{words.foundHow}</p>
    </>
  );
}

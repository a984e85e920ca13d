import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { download } from '../../booth/download.ts';
import { Small } from '../../form/press.tsx';
import { Action, Badge } from '../../shell/parts.tsx';
import { type Flaw, type ImportFile, MOST_BYTES, MOST_ROWS, readImport } from './import-file.ts';
import { type Register, registers } from './register-kinds.ts';
import type { RegisterProps } from './register-props.ts';
import { type Refused, sendRows } from './send-rows.ts';
import { registerWords } from './words.ts';
import type { RegisterWords } from './words-es.ts';

interface Chosen {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly file: ImportFile;
}

/** A file, looked at before anything of it is taken; whole or not at all, and each row once, however often it is sent. */
export function ImportStep(props: RegisterProps): JSX.Element {
  const { name, supply, words, formats } = props;
  const register: Register = registers[name];
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const choose = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return setChosen(null);
    const bytes = new Uint8Array(await file.slice(0, MOST_BYTES + 1).arrayBuffer());
    const choiceWords = await allChoiceWords();
    setChosen({ name: file.name, bytes, file: readImport(register, bytes, { supply, choiceWords }) });
    // The same file, mended, is chosen again.
    if (input.current !== null) input.current.value = '';
  };
  const heads = register.fields.map(({ also, name: own }) => (formats.language === 'es' ? (also[0] ?? own) : own));
  return (
    <details class="card">
      <summary>{words.import.title}</summary>
      <p>
        {words.import.how(formats.number(MOST_ROWS))} {register.beside === undefined ? null : words.import.map}
      </p>
      <p class="soft">{words.import.columns(heads.join(' ; '))}</p>
      <Small mark="file" onPress={() => download(`${name}.csv`, `\ufeff${heads.join(';')}\r\n`)}>
        {words.import.empty}
      </Small>
      <div class="field">
        <label for={`${name}-file`}>{words.import.file}</label>
        <input
          id={`${name}-file`}
          ref={input}
          type="file"
          accept=".csv,.txt,.tsv,.json,.geojson,text/csv,application/geo+json"
          onChange={(event) => void choose(event.currentTarget.files?.[0])}
        />
      </div>
      {chosen === null ? null : chosen.file.ok ? (
        <Preview key={chosen.name} {...props} chosen={chosen} rows={chosen.file.rows} />
      ) : (
        <Flaws {...props} name={name} file={chosen.name} flaws={chosen.file.flaws} />
      )}
    </details>
  );
}

/** A file may be in either language, whatever the screen speaks. */
async function allChoiceWords(): Promise<Readonly<Record<string, readonly string[]>>> {
  const loaded = await Promise.allSettled([registerWords.es(), registerWords.en()]);
  const all = loaded.flatMap((one) => (one.status === 'fulfilled' ? [one.value.choices] : []));
  const names = new Set(all.flatMap((one) => Object.keys(one)));
  return Object.fromEntries([...names].map((name) => [name, all.flatMap((one) => one[name] ?? [])]));
}

type Rows = Extract<ImportFile, { ok: true }>['rows'];
const SHOWN = 12;

function Preview({
  chosen,
  rows,
  name,
  session,
  words,
  formats,
}: RegisterProps & { readonly chosen: Chosen; readonly rows: Rows }): JSX.Element {
  const { number } = formats;
  const register: Register = registers[name];
  const fresh = rows.filter(({ known }) => !known);
  const [sent, setSent] = useState<number | null>(null);
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const [cut, setCut] = useState(false);
  const busy = sent !== null && sent < fresh.length && !cut;
  const send = async (): Promise<void> => {
    setCut(false);
    setRefused([]);
    setSent(0);
    const outcome = await sendRows(session, { command: register.command, bytes: chosen.bytes, rows: fresh }, setSent);
    setRefused(outcome.refused);
    setCut(outcome.cut);
    await session.refresh();
  };
  return (
    <div data-preview={rows.length}>
      <h3>{words.import.preview(chosen.name)}</h3>
      <p>{words.import.rows(number(fresh.length), number(rows.length - fresh.length))}</p>
      <ul class="rows-read">
        {rows.slice(0, SHOWN).map(({ line, input, known }) => (
          <li key={line}>
            <span class="soft">{words.import.line(number(line))}</span> {saidOf(input, words)}
            {known ? (
              <Badge tone="rest" icon="minus">
                {words.import.known}
              </Badge>
            ) : null}
          </li>
        ))}
      </ul>
      {rows.length > SHOWN ? <p class="soft">{words.import.more(number(rows.length - SHOWN))}</p> : null}
      {sent === null || cut ? (
        <Action icon="check" tone="indigo" onClick={() => void send()}>
          {cut ? words.import.goOn : words.import.take(number(fresh.length))}
        </Action>
      ) : null}
      <p role="status">
        {sent === null
          ? ''
          : cut
            ? words.import.cut(number(sent), number(fresh.length))
            : busy
              ? words.import.sending(number(sent), number(fresh.length))
              : words.import.done(number(fresh.length - refused.length), number(fresh.length))}
      </p>
      {refused.length === 0 ? null : (
        <div class="refusal flaws" role="alert">
          <ul>
            {refused.map(({ line, problem }) => (
              <li key={line}>
                {words.import.line(number(line))}: {formats.said(problem.sentences)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

/** What of a row a person knows it by: words and figures, not the numbers of acts. */
const saidOf = (input: Readonly<Record<string, unknown>>, { choices }: RegisterWords): string =>
  Object.entries(input)
    .filter(
      ([field, value]) => (typeof value === 'string' || typeof value === 'number') && !['item', 'site'].includes(field),
    )
    .map(([field, value]) => (field === 'title' ? value : (choices[String(value)] ?? value)))
    .join(' · ');

function Flaws({
  words,
  formats,
  file,
  flaws,
}: RegisterProps & { readonly file: string; readonly flaws: readonly Flaw[] }): JSX.Element {
  const { number, said } = formats;
  return (
    <div class="refusal flaws" role="alert">
      <p>
        <strong>{words.import.refused(file)}</strong>
      </p>
      <ul>
        {flaws.map(({ line, column, field, cell, what }) => (
          <li key={`${line} ${column} ${field}`}>
            {words.import.place(number(line), number(column))}
            {field === null ? '' : `, ${words.fields[field] ?? field}`}
            {cell === '' ? '' : ` (${cell})`}: {typeof what === 'string' ? words.flaws[what] : said(what)}
          </li>
        ))}
      </ul>
    </div>
  );
}

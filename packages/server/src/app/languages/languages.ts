import { timingSafeEqual } from 'node:crypto';
import {
  type LanguageFile,
  type LanguageProblem,
  nameProblem,
  parseLanguageFile,
  parseLanguageHead,
  type Time,
  type Translation,
  translationProblem,
} from '@cabildo/core';
import {
  approveVoice,
  deleteVoice,
  type KeptString,
  readLanguages,
  readVoice,
  type Translator,
  writeLanguage,
  writeStrings,
  writeTranslator,
  writeVoice,
} from '../../store/languages.ts';
import type { Store } from '../../store/open-store.ts';
import { type TranslatorInvitation, tokenHash, translatorInvitations } from './invitations.ts';
import { type Draft, type Entry, Language, type Reviewed } from './language.ts';
import { readJson, sources, translatable } from './sources.ts';

const shipped = ['ay', 'qu', 'gn'] as const;
/** A seized page is not to fill the disk. */
const MOST_VOICES = 400;

export type LanguageRefusal =
  | 'no-such-language'
  | 'no-such-source'
  | 'not-a-translator'
  | 'not-a-reviewer'
  | 'own-translation'
  | 'changed-meanwhile'
  | 'no-draft'
  | 'too-many-voices'
  | 'invitation-used'
  | 'invitation-unknown';

export type LanguageOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly code: LanguageRefusal }
  | { readonly kind: 'problems'; readonly problems: readonly LanguageProblem[] };

const done: LanguageOutcome = { kind: 'done' };
const refused = (code: LanguageRefusal): LanguageOutcome => ({ kind: 'refused', code });

interface Tools {
  readonly store: Store;
  readonly operatorToken: string;
  readonly random: (bytes: number) => Uint8Array;
  now(): Time;
}

/** The languages of a node: those that came with it, and what people here have made of them since. */
export class Languages {
  readonly #tools: Tools;
  readonly #languages = new Map<string, Language>();
  readonly #translators = new Map<string, Translator>();
  readonly invitations: ReturnType<typeof translatorInvitations>;

  private constructor(tools: Tools) {
    this.#tools = tools;
    this.invitations = translatorInvitations(tools);
  }

  static async open(tools: Tools): Promise<Languages> {
    const opened = new Languages(tools);
    for (const tag of shipped) opened.#take(readShipped(tag));
    opened.#takeKept(await readLanguages(tools.store));
    return opened;
  }

  #take({ strings, ...head }: LanguageFile): void {
    const language = this.#languages.get(head.tag) ?? new Language(head);
    language.head = head;
    for (const { source, said, from, reviewedBy, reviewed } of strings)
      if (reviewedBy !== null && reviewed !== null)
        language.entries.set(source, { draft: null, reviewed: { said, from, reviewedBy, reviewed } });
    this.#languages.set(head.tag, language);
  }

  #takeKept({ heads, strings, voices, translators }: Awaited<ReturnType<typeof readLanguages>>): void {
    for (const head of heads) this.#take({ ...head, strings: [] });
    for (const { tag, source, draft, reviewed } of strings)
      this.at(tag)?.entries.set(source, {
        draft: draft === null ? null : (JSON.parse(draft) as Draft),
        reviewed: reviewed === null ? null : (JSON.parse(reviewed) as Reviewed),
      });
    for (const { tag, source, ...voice } of voices) this.at(tag)?.voices.set(source, voice);
    for (const translator of translators) this.#translators.set(translator.id, translator);
  }

  async #put(language: Language, changed: ReadonlyMap<string, Entry>): Promise<void> {
    const { tag } = language.head;
    const rows: KeptString[] = [...changed].map(([source, { draft, reviewed }]) => ({
      tag,
      source,
      draft: draft === null ? null : JSON.stringify(draft),
      reviewed: reviewed === null ? null : JSON.stringify(reviewed),
    }));
    await writeStrings(this.#tools.store, rows);
    for (const [source, entry] of changed) language.entries.set(source, entry);
    language.version += 1;
  }

  all(): readonly Language[] {
    return [...this.#languages.values()];
  }

  at(tag: string): Language | undefined {
    return this.#languages.get(tag);
  }

  /** Those of which there is something to read for everybody. */
  spoken(): readonly Language[] {
    return this.all().filter(({ reviewedCount }) => reviewedCount > 0);
  }

  /** With the token that whoever opens the invitation has made; the same again is answered again. */
  async join(invitation: TranslatorInvitation | null, named: string, token: string): Promise<LanguageOutcome> {
    if (invitation === null) return refused('invitation-unknown');
    const wrong = nameProblem(named);
    if (wrong !== null) return { kind: 'problems', problems: [{ entry: null, field: 'named', code: wrong }] };
    const { id, tag, may } = invitation;
    const translator: Translator = { id, tag, may, named, token: tokenHash(token) };
    const known = this.#translators.get(id);
    if (known !== undefined) return timingSafeEqual(known.token, translator.token) ? done : refused('invitation-used');
    if (!(await writeTranslator(this.#tools.store, translator))) return refused('invitation-used');
    this.#translators.set(id, translator);
    return done;
  }

  translatorBy(token: string): Translator | null {
    const given = tokenHash(token);
    for (const translator of this.#translators.values())
      if (timingSafeEqual(translator.token, given)) return translator;
    return null;
  }

  async describe({ tag }: Translator, value: unknown): Promise<LanguageOutcome> {
    const parsed = parseLanguageHead(value);
    if ('problems' in parsed) return { kind: 'problems', problems: parsed.problems };
    if (parsed.head.tag !== tag) return refused('not-a-translator');
    await writeLanguage(this.#tools.store, parsed.head);
    this.#take({ ...parsed.head, strings: [] });
    const language = this.#languages.get(tag);
    if (language !== undefined) language.version += 1;
    return done;
  }

  async propose(by: Translator, source: string, said: Translation, from: string): Promise<LanguageOutcome> {
    const language = this.at(by.tag);
    if (language === undefined) return refused('no-such-language');
    if (by.may !== 'translate') return refused('not-a-translator');
    if (!translatable().has(source)) return refused('no-such-source');
    const wrong = translationProblem(source, said);
    if (wrong !== null) return { kind: 'problems', problems: [{ entry: null, ...wrong }] };
    const reviewed = language.entries.get(source)?.reviewed ?? null;
    await this.#put(language, new Map([[source, { draft: { said, from, by: by.id }, reviewed }]]));
    return done;
  }

  /** `seen` is what the reviewer read: what was changed meanwhile is not what was reviewed. */
  async review(by: Translator, source: string, seen: Translation): Promise<LanguageOutcome> {
    const language = this.at(by.tag);
    const entry = language?.entries.get(source);
    if (language === undefined) return refused('no-such-language');
    if (by.may !== 'review') return refused('not-a-reviewer');
    if (entry?.draft == null) return entry?.reviewed == null ? refused('no-draft') : done;
    const { said, from, by: author } = entry.draft;
    if (JSON.stringify(said) !== JSON.stringify(seen)) return refused('changed-meanwhile');
    if (author === by.id || from === by.named) return refused('own-translation');
    const reviewed = { said, from, reviewedBy: by.named, reviewed: this.#tools.now().slice(0, 10) };
    await this.#put(language, new Map([[source, { draft: null, reviewed }]]));
    return done;
  }

  /** All of a file or nothing of it. What it says is reviewed is proposed here: who reviews must be known here. */
  async bringIn(by: Translator, value: unknown, write: boolean): Promise<LanguageOutcome & { changed?: number }> {
    const language = this.at(by.tag);
    if (language === undefined) return refused('no-such-language');
    if (by.may !== 'translate') return refused('not-a-translator');
    const parsed = parseLanguageFile(value, translatable());
    if ('problems' in parsed) return { kind: 'problems', problems: parsed.problems };
    if (parsed.file.tag !== by.tag)
      return { kind: 'problems', problems: [{ entry: null, field: 'tag', code: 'tag', needed: by.tag }] };
    const changed = new Map<string, Entry>();
    for (const { source, said, from } of parsed.file.strings) {
      const known = language.entries.get(source);
      const standing = known?.draft ?? known?.reviewed ?? null;
      if (standing !== null && JSON.stringify(standing.said) === JSON.stringify(said)) continue;
      changed.set(source, { draft: { said, from, by: by.id }, reviewed: known?.reviewed ?? null });
    }
    if (write) await this.#put(language, changed);
    return { kind: 'done', changed: changed.size };
  }

  async record(by: Translator, source: string, mediaType: string, content: Uint8Array): Promise<LanguageOutcome> {
    const language = this.at(by.tag);
    if (language === undefined) return refused('no-such-language');
    if (by.may !== 'translate') return refused('not-a-translator');
    if (!translatable().has(source)) return refused('no-such-source');
    if (!language.voices.has(source) && language.voices.size >= MOST_VOICES) return refused('too-many-voices');
    const voice = { mediaType, by: by.id, reviewed: false };
    await writeVoice(this.#tools.store, { tag: by.tag, source, ...voice }, content);
    language.voices.set(source, voice);
    return done;
  }

  async approve(by: Translator, source: string): Promise<LanguageOutcome> {
    const language = this.at(by.tag);
    const voice = language?.voices.get(source);
    if (language === undefined || voice === undefined) return refused('no-draft');
    if (by.may !== 'review') return refused('not-a-reviewer');
    if (voice.by === by.id) return refused('own-translation');
    await approveVoice(this.#tools.store, by.tag, source);
    language.voices.set(source, { ...voice, reviewed: true });
    return done;
  }

  async silence(by: Translator, source: string): Promise<LanguageOutcome> {
    await deleteVoice(this.#tools.store, by.tag, source);
    this.at(by.tag)?.voices.delete(source);
    return done;
  }

  voice(tag: string, source: string): Promise<Uint8Array | null> {
    return readVoice(this.#tools.store, tag, source);
  }
}

function readShipped(tag: string): LanguageFile {
  const parsed = parseLanguageFile(readJson(`${tag}.json`), new Set(sources().map(({ source }) => source)));
  if ('problems' in parsed) throw new Error(`${tag}.json: ${JSON.stringify(parsed.problems)}`);
  return parsed.file;
}

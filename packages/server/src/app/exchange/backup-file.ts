import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import type { Cell, ColumnShape, TableShape } from '../../store/snapshot.ts';

/**
 * A backup is lines of JSON: a header; for each table its name, then an array for each row, with a check line (SHA-256 of
 * all bytes before it) after every thousand rows; at the end a trailer. So a changed byte is found between two lines.
 */
export const BACKUP_FORMAT = 'cabildo-backup/1';

export interface BackupHeader {
  readonly format: typeof BACKUP_FORMAT;
  readonly node: string;
  readonly made: string;
  /** A known text under the vault key that opens this backup's cells; base64. */
  readonly vault: string;
  readonly migrations: readonly string[];
  readonly tables: readonly TableShape[];
}

/** Bound into the known text of the header. */
export const VAULT_PLACE = 'backup\nvault';
export const VAULT_TEXT = 'cabildo';

export type EncodedCell = string | number | boolean | null;

export const encodeCell = (cell: Cell): EncodedCell => (Buffer.isBuffer(cell) ? cell.toString('base64') : cell);

export const decodeCell = (cell: EncodedCell, { type }: ColumnShape): Cell =>
  type === 'bytea' && typeof cell === 'string' ? Buffer.from(cell, 'base64') : cell;

const WRITE_AT = 1 << 20;

/** Writes lines to `<path>.part`, readable by its owner alone, and gives it its name once it is whole and on disk. */
export class BackupWriter {
  readonly #path: string;
  readonly #file: FileHandle;
  readonly #hash: Hash = createHash('sha256');
  #buffer = '';
  #lines = 0;

  private constructor(path: string, file: FileHandle) {
    this.#path = path;
    this.#file = file;
  }

  static async open(path: string): Promise<BackupWriter> {
    const there = await stat(path).catch(() => undefined);
    if (there?.isDirectory()) throw Object.assign(new Error(`${path} is a folder`), { code: 'EISDIR', path });
    const file = await open(`${path}.part`, 'w', 0o600);
    await file.chmod(0o600);
    return new BackupWriter(path, file);
  }

  async line(value: unknown): Promise<void> {
    this.#buffer += `${JSON.stringify(value)}\n`;
    this.#lines++;
    if (this.#buffer.length >= WRITE_AT) await this.#flush();
  }

  /** A line that vouches for all before it. */
  async check(): Promise<void> {
    await this.#flush();
    await this.line({ check: this.#digest() });
  }

  async finish(): Promise<void> {
    await this.#flush();
    await this.line({ end: this.#digest(), lines: this.#lines + 1 });
    await this.#flush();
    await this.#file.sync();
    await this.#file.close();
    await rename(`${this.#path}.part`, this.#path);
  }

  /** What is cut short helps nobody, and holds what is reserved. */
  async abandon(): Promise<void> {
    await this.#file.close();
    await rm(`${this.#path}.part`, { force: true });
  }

  #digest(): string {
    return this.#hash.copy().digest('base64');
  }

  async #flush(): Promise<void> {
    const bytes = Buffer.from(this.#buffer, 'utf8');
    this.#buffer = '';
    this.#hash.update(bytes);
    await this.#file.writeFile(bytes);
  }
}

export interface BackupFault {
  readonly reason: 'unreadable' | 'not-a-backup' | 'newer-format' | 'altered' | 'truncated';
  readonly detail: string;
}

export type BackupLine =
  | { readonly kind: 'header'; readonly header: BackupHeader }
  | { readonly kind: 'table'; readonly table: TableShape }
  | { readonly kind: 'row'; readonly row: readonly EncodedCell[] };

const MAX_LINE = 256_000_000;

/** The lines of a backup, in order; ends with a fault at the first place that is not as it was written. */
export async function* readBackup(path: string): AsyncGenerator<BackupLine | BackupFault> {
  const hash = createHash('sha256');
  let header: BackupHeader | undefined;
  let sound = 0;
  let number = 0;
  for await (const line of linesOf(path)) {
    if (typeof line !== 'string') return yield { reason: 'unreadable', detail: line.message };
    number++;
    const fault = (reason: BackupFault['reason'], what: string): BackupFault => ({
      reason,
      detail: `${what}, between line ${sound + 1} and line ${number}`,
    });
    const value = parsed(line);
    if (header === undefined) {
      const found = headerOf(value, line);
      if ('reason' in found) return yield found;
      header = found;
      yield { kind: 'header', header };
    } else if (Array.isArray(value)) yield { kind: 'row', row: value as EncodedCell[] };
    else if (value === undefined) return yield fault('altered', 'a line is no JSON');
    else if ('check' in value || 'end' in value) {
      const whole = hash.copy().digest('base64') === (value.check ?? value.end);
      if (!whole) return yield fault('altered', 'the file was altered');
      sound = number;
      if ('end' in value) {
        if (value.lines !== number) return yield fault('altered', 'lines are missing or were added');
        return;
      }
    } else {
      const table = header.tables.find(({ name }) => name === value.table);
      if (table === undefined) return yield fault('altered', 'a line names no table of this backup');
      yield { kind: 'table', table };
    }
    hash.update(`${line}\n`);
  }
  if (header === undefined) return yield { reason: 'not-a-backup', detail: `${path} is empty` };
  yield { reason: 'truncated', detail: `the file ends after line ${number} without its last line` };
}

async function* linesOf(path: string): AsyncGenerator<string | Error> {
  let rest: Buffer = Buffer.alloc(0);
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: WRITE_AT })) {
      let part = Buffer.concat([rest, chunk as Buffer]);
      for (let at = part.indexOf(10); at >= 0; at = part.indexOf(10)) {
        yield part.toString('utf8', 0, at);
        part = part.subarray(at + 1);
      }
      if (part.length > MAX_LINE) return yield new Error('a line is longer than any backup has');
      rest = part;
    }
  } catch (error) {
    yield error instanceof Error ? error : new Error(String(error));
  }
}

function parsed(line: string): Record<string, unknown> | unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function headerOf(value: Record<string, unknown> | unknown[] | undefined, line: string): BackupHeader | BackupFault {
  const format = value !== undefined && !Array.isArray(value) ? value.format : undefined;
  if (format === BACKUP_FORMAT) {
    const header = value as unknown as BackupHeader;
    return isHeader(header) ? header : { reason: 'altered', detail: 'the first line was altered' };
  }
  if (typeof format === 'string' && format.startsWith('cabildo-backup/')) {
    return { reason: 'newer-format', detail: `this program reads ${BACKUP_FORMAT}, not ${format}` };
  }
  if (line.startsWith('{"format":"cabildo-backup/')) return { reason: 'altered', detail: 'the first line was altered' };
  return { reason: 'not-a-backup', detail: 'the first line is not that of a backup' };
}

function isHeader({ node, made, vault, migrations, tables }: BackupHeader): boolean {
  const texts = [node, made, vault].every((text) => typeof text === 'string');
  const shapes = Array.isArray(tables) && tables.every((table) => typeof table?.name === 'string' && isColumns(table));
  return texts && shapes && Array.isArray(migrations);
}

const isColumns = ({ columns }: TableShape): boolean =>
  Array.isArray(columns) && columns.every((one) => typeof one?.name === 'string' && typeof one.type === 'string');

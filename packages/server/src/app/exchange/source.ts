import { lstat, readFile, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** Why something could not be read from another node, a web server or a stick. */
export type SourceFault =
  | 'missing'
  | 'too-large'
  | 'too-slow'
  | 'unreachable'
  | 'redirected'
  | 'refused-by-server'
  | 'not-a-file'
  | 'bad-source';

export type SourceRead =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly fault: SourceFault; readonly detail: string };

/** Where the files of a book lie: the same static directory over HTTP or on a stick. Never throws. */
export interface Source {
  read(path: string, maxBytes: number): Promise<SourceRead>;
}

export interface SourceLimits {
  /** For one file, from the request to its last byte. */
  readonly fileMs: number;
  /** For everything that is read through this source. */
  readonly totalMs: number;
  readonly totalBytes: number;
}

const defaultLimits: SourceLimits = { fileMs: 15_000, totalMs: 600_000, totalBytes: 1_000_000_000 };

const MAX_REDIRECTS = 3;

/** `source` is a base URL (`http://…/books/<body>`) or a directory. */
export function openSource(source: string, limits: Partial<SourceLimits> = {}): Source {
  const all = { ...defaultLimits, ...limits };
  const web = /^https?:\/\//i.test(source);
  const reader = web ? webSource(source, all) : directorySource(source);
  const deadline = Date.now() + all.totalMs;
  let left = all.totalBytes;
  return {
    async read(path, maxBytes) {
      if (Date.now() > deadline) return fault('too-slow', `${source} took longer than ${all.totalMs} ms altogether`);
      if (left <= 0) return fault('too-large', `${source} gave more than ${all.totalBytes} bytes altogether`);
      const read = await reader.read(path, Math.min(maxBytes, left));
      if (read.ok) left -= read.bytes.length;
      return read;
    },
  };
}

const fault = (name: SourceFault, detail: string): Extract<SourceRead, { ok: false }> => ({
  ok: false,
  fault: name,
  detail,
});

function webSource(base: string, limits: SourceLimits): Source {
  return {
    async read(path, maxBytes) {
      const url = URL.parse(`${base.replace(/\/+$/, '')}/${path}`);
      if (url === null || url.username !== '') return fault('bad-source', `${base} is no address to read from`);
      const signal = AbortSignal.timeout(limits.fileMs);
      try {
        const response = await fetchOnHost(url, signal);
        if (!(response instanceof Response)) return response;
        if (response.status === 404 || response.status === 410) return await dropped(response, 'missing', url);
        if (!response.ok) return await dropped(response, 'refused-by-server', url);
        return await limited(response, maxBytes, url);
      } catch (error) {
        if (signal.aborted) return fault('too-slow', `${url} took longer than ${limits.fileMs} ms`);
        return fault('unreachable', `${url}: ${reasonOf(error)}`);
      }
    },
  };
}

export type Posted =
  | { readonly ok: true; readonly status: number; readonly text: string }
  | Extract<SourceRead, { ok: false }>;

const MAX_ANSWER_BYTES = 64_000;

/** Posts text to another node or witness; any status is an answer. Never throws. */
export async function post(address: string, body: string, limitMs = defaultLimits.fileMs): Promise<Posted> {
  const url = URL.parse(address);
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '') {
    return fault('bad-source', `${address} is no address to send to`);
  }
  const signal = AbortSignal.timeout(limitMs);
  try {
    const response = await fetch(url.href, { method: 'POST', body, redirect: 'manual', signal });
    if (response.status >= 300 && response.status < 400) {
      await response.body?.cancel();
      return fault('redirected', `${url} leads elsewhere`);
    }
    const read = await limited(response, MAX_ANSWER_BYTES, url);
    return read.ok ? { ok: true, status: response.status, text: Buffer.from(read.bytes).toString('utf8') } : read;
  } catch (error) {
    if (signal.aborted) return fault('too-slow', `${url} took longer than ${limitMs} ms`);
    return fault('unreachable', `${url}: ${reasonOf(error)}`);
  }
}

/** Follows redirects on the same host only: another host is another source, which nobody has named. */
async function fetchOnHost(first: URL, signal: AbortSignal): Promise<Response | SourceRead> {
  let url = first;
  for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
    const response = await fetch(url, { redirect: 'manual', signal, headers: { accept: '*/*' } });
    if (response.status < 300 || response.status >= 400) return response;
    await response.body?.cancel();
    const next = URL.parse(response.headers.get('location') ?? '', url.href);
    if (next === null || next.host !== first.host || next.protocol !== first.protocol) {
      return fault('redirected', `${url} leads to ${next?.host ?? 'nowhere'}; only ${first.host} was named`);
    }
    url = next;
  }
  return fault('redirected', `${first} leads from one address to the next`);
}

async function dropped(response: Response, name: SourceFault, url: URL): Promise<SourceRead> {
  await response.body?.cancel();
  return fault(name, `${url} answered ${response.status}`);
}

async function limited(response: Response, maxBytes: number, url: URL): Promise<SourceRead> {
  const parts: Uint8Array[] = [];
  let length = 0;
  // The stream is what counts: a declared length may lie, and compression hides the real one.
  for await (const part of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    length += part.length;
    // Leaving the loop cancels the stream.
    if (length > maxBytes) return fault('too-large', `${url} is larger than ${maxBytes} bytes`);
    parts.push(part);
  }
  return { ok: true, bytes: Buffer.concat(parts, length) };
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message || cause.name : String(cause);
}

function directorySource(directory: string): Source {
  return {
    async read(path, maxBytes) {
      try {
        const root = await realpath(directory);
        const place = await realpath(join(root, path));
        const found = await lstat(place);
        // A stick may hold links that lead elsewhere, and pipes that never end.
        if (!found.isFile() || !place.startsWith(root + sep)) return fault('not-a-file', `${path} is no plain file`);
        if (found.size > maxBytes) return fault('too-large', `${path} is larger than ${maxBytes} bytes`);
        return { ok: true, bytes: await readFile(place) };
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        const gone = code === 'ENOENT' || code === 'ENOTDIR';
        return fault(gone ? 'missing' : 'unreachable', `${join(directory, path)}: ${code ?? reasonOf(error)}`);
      }
    },
  };
}

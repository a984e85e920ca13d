/** What the commands for safe-conducts are given. */
import { open } from 'node:fs/promises';
import { type Cargo, cargoes, isCargo, type KeyList, MAX_KEY_LIST, readKeyList } from '@cabildo/book';
import { misuse, Stop } from './stop.ts';

export async function keyListIn(file: string): Promise<KeyList> {
  const read = readKeyList(await smallText(file, MAX_KEY_LIST));
  if (read.ok) return read.list;
  const where = [file, read.path].filter(Boolean).join(': ');
  throw new Stop(
    'not-a-key-list',
    { es: `${where}: aquí va ${read.needed.es}.`, en: `${where}: what belongs here is ${read.needed.en}.` },
    {
      es: 'La lista de un organismo se descarga de /api/bodies/<organismo>/passes.json.',
      en: 'A body’s list is downloaded from /api/bodies/<body>/passes.json.',
    },
  );
}

export function cargoIn(given: string, command: string): Cargo {
  if (isCargo(given)) return given;
  const names = cargoes.join(', ');
  throw misuse({ es: `--cargo ${given}: puede ser ${names}.`, en: `--cargo ${given}: may be ${names}.` }, command);
}

/** A file that is no larger than anything of its kind is. Of a pipe or a device nobody knows before: no more of it is read. */
export async function smallText(file: string, max: number): Promise<string> {
  const found = await open(file);
  try {
    if ((await found.stat()).isDirectory())
      throw Object.assign(new Error('is a directory'), { code: 'EISDIR', path: file });
    const bytes = Buffer.alloc(max + 1);
    let size = 0;
    for (let read = -1; read !== 0 && size <= max; size += read)
      read = (await found.read(bytes, size, bytes.length - size)).bytesRead;
    if (size <= max) return bytes.toString('utf8', 0, size);
  } finally {
    await found.close();
  }
  throw new Stop('too-large', { es: `${file}: más de ${max} bytes.`, en: `${file}: more than ${max} bytes.` });
}

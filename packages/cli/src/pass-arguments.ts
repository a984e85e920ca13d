/** What the commands for safe-conducts are given. */
import { type Cargo, cargoes, isCargo, type KeyList, MAX_KEY_LIST, readKeyList } from '@cabildo/book';
import { smallText } from './small-file.ts';
import { misuse, Stop } from './stop.ts';

export function keyListIn(file: string): KeyList {
  const read = readKeyList(smallText(file, MAX_KEY_LIST));
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

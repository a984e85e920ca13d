/** Failures of the system, of the network and of the database, as sentences for the person at the terminal. */

import type { Text } from './language.ts';
import { both, Stop } from './stop.ts';

const system: Readonly<Record<string, (place: string) => Text>> = {
  ENOENT: (place) => ({ es: `${place} no existe.`, en: `${place} does not exist.` }),
  ENOTDIR: (place) => ({ es: `${place} no es una carpeta.`, en: `${place} is not a folder.` }),
  EISDIR: (place) => ({ es: `${place} es una carpeta, no un archivo.`, en: `${place} is a folder, not a file.` }),
  EACCES: (place) => ({ es: `Sin permiso para ${place}.`, en: `No permission for ${place}.` }),
  EPERM: (place) => ({ es: `Sin permiso para ${place}.`, en: `No permission for ${place}.` }),
  EROFS: (place) => ({ es: `${place} es sólo de lectura.`, en: `${place} is read-only.` }),
  ENOSPC: (place) => ({ es: `No queda espacio para ${place}.`, en: `No space is left for ${place}.` }),
  EEXIST: (place) => ({ es: `${place} ya existe.`, en: `${place} exists already.` }),
  ELOOP: (place) => ({
    es: `${place} es un enlace que gira en círculo.`,
    en: `${place} is a link that goes in circles.`,
  }),
  ENAMETOOLONG: (place) => ({ es: `El nombre ${place} es demasiado largo.`, en: `The name ${place} is too long.` }),
  EIO: (place) => ({
    es: `${place} no se puede leer (fallo del disco).`,
    en: `${place} cannot be read (disk failure).`,
  }),
};

/** What to say for anything that was thrown. */
export function stopFor(error: unknown): Stop {
  if (error instanceof Stop) return error;
  const { code, path, syscall, name, message } = error as Readonly<Record<string, unknown>>;
  if (name === 'DatabaseInUse' || (name === 'DatabaseProblem' && code === 'in-use')) return inUse(error);
  const subject = typeof name === 'string' ? speakers[name] : undefined;
  if (subject !== undefined) return spoken(subject, String(message), error);
  if (typeof code === 'string' && typeof path === 'string') {
    // Making a folder on a read-only medium ends in "not there" too.
    const text = code === 'ENOENT' && syscall === 'mkdir' ? notMade(path) : system[code]?.(path);
    if (text !== undefined) return new Stop(code.toLowerCase(), text, undefined, error);
  }
  if (code === 'EADDRINUSE') return addressInUse(error as { address?: string; port?: number });
  return unexpected(error);
}

const notMade = (place: string): Text => ({
  es: `${place} no se puede crear: la carpeta donde iría es sólo de lectura o no existe. Dé otra carpeta.`,
  en: `${place} cannot be made: the folder in which it would lie is read-only or missing. Give another folder.`,
});

/** Errors whose message was written for whoever starts the node. */
const speakers: Readonly<Record<string, Text & { readonly code: string }>> = {
  DatabaseProblem: { code: 'database', es: 'La base de datos', en: 'Database' },
  NodeNameProblem: { code: 'node-name', es: 'El nombre del nodo', en: "The node's name" },
  VaultKeyProblem: { code: 'vault-key', es: 'La llave de los datos reservados', en: 'The key of the vault' },
};

function spoken(subject: Text & { readonly code: string }, message: string, cause: unknown): Stop {
  const text: Text = { es: `${subject.es}: ${message}`, en: `${subject.en}: ${message}` };
  return new Stop(subject.code, text, undefined, cause);
}

function inUse(cause: unknown): Stop {
  return new Stop(
    'in-use',
    {
      es: 'Otro proceso de Cabildo ya trabaja con estos datos.',
      en: 'Another Cabildo process is already working on these data.',
    },
    {
      es: 'Deténgalo, o dé otra carpeta con --data. Exportar y buscar actos funciona también a su lado.',
      en: 'Stop it, or give another folder with --data. Exporting and looking up acts also work beside it.',
    },
    cause,
  );
}

function addressInUse(error: { address?: string; port?: number }): Stop {
  const place = `${error.address ?? ''}:${error.port ?? ''}`;
  return new Stop(
    'port-in-use',
    { es: `${place} ya está ocupado por otro programa.`, en: `${place} is taken by another program.` },
    { es: 'Dé otro puerto con --port.', en: 'Give another port with --port.' },
    error,
  );
}

function unexpected(error: unknown): Stop {
  const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const [line = ''] = said.split('\n');
  return new Stop(
    'unexpected',
    both(line),
    {
      es: 'Esto no debía pasar. Repítalo con --debug y envíe lo que muestre a quien mantiene el programa (CONTRIBUTING.md).',
      en: 'This should not happen. Run it again with --debug and send what it shows to the maintainers (CONTRIBUTING.md).',
    },
    error,
  );
}

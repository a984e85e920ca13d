import { generateKeyPairSync } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import type { ExitCode, Invocation } from '../command.ts';
import { publicKeyOf } from '../device-key.ts';
import { both, Stop } from '../stop.ts';

/** Makes the key of an officer's device, as a PEM file that OpenSSL reads too. An existing file is never written over. */
export async function keyNew({ values, terminal }: Invocation): Promise<ExitCode> {
  const file = values.out ?? '';
  const { privateKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ format: 'pem', type: 'pkcs8' });
  try {
    await writeFile(file, pem, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    throw notWritten(file, (error as NodeJS.ErrnoException).code);
  }
  const publicKey = publicKeyOf(privateKey);
  terminal.answer({ ok: true, file, publicKey }, [
    publicKey,
    terminal.say({
      es: 'Es la llave pública: dela a quien presenta la elección. El archivo no sale de este aparato.',
      en: 'This is the public key: give it to whoever tables the election. The file stays on this device.',
    }),
  ]);
  return 0;
}

function notWritten(file: string, code: string | undefined): Stop {
  if (code === 'EEXIST')
    return new Stop(
      'file-exists',
      { es: `${file} ya existe y no se toca.`, en: `${file} exists already and is left alone.` },
      { es: 'Una llave se guarda en un archivo nuevo.', en: 'A key goes into a new file.' },
    );
  return new Stop(
    'not-writable',
    { es: `No se puede escribir ${file}.`, en: `${file} cannot be written.` },
    both(code ?? ''),
  );
}

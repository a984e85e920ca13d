import { extendsArchive } from '@cabildo/ballot';
import { nodeMachine } from '@cabildo/ballot/node';
import type { ExitCode, Invocation } from '../command.ts';
import type { Text } from '../language.ts';
import { printable } from '../printable.ts';
import { openArchive, unreadable } from '../secret-ballot/open-archive.ts';

export async function ballotVerifyDiff({ positionals, terminal }: Invocation): Promise<ExitCode> {
  const [oldFile = '', newFile = ''] = positionals;
  const [old, now] = [openArchive(oldFile), openArchive(newFile)];
  try {
    const compared = await extendsArchive(old, now, nodeMachine);
    terminal.answer({ ...compared, old: oldFile, new: newFile }, [
      printable(
        terminal.say(compared.ok ? extended(newFile, oldFile, compared.bytesAdded) : broken(newFile, compared)),
      ),
    ]);
    return compared.ok ? 0 : 1;
  } catch (error) {
    throw unreadable(oldFile, error);
  } finally {
    old.close();
    now.close();
  }
}

const extended = (now: string, old: string, bytes: number): Text => ({
  es: `${now} continúa ${old}: ${bytes === 0 ? 'es el mismo' : `${bytes} bytes más`}.`,
  en: `${now} goes on where ${old} ended: ${bytes === 0 ? 'it is the same' : `${bytes} bytes more`}.`,
});

function broken(
  now: string,
  { entry, name, reason }: Extract<Awaited<ReturnType<typeof extendsArchive>>, { ok: false }>,
): Text {
  const place = { es: `entrada ${entry} ${name}`, en: `entry ${entry} ${name}` };
  if (reason === 'old-damaged') {
    return {
      es: `El archivo de antes está dañado (${place.es}).`,
      en: `The earlier archive is damaged (${place.en}).`,
    };
  }
  if (reason === 'shorter') {
    return {
      es: `${now} es más corto que el de antes: termina en ${place.es}.`,
      en: `${now} is shorter than the earlier one: it ends in ${place.en}.`,
    };
  }
  return {
    es: `${now} NO continúa el de antes: difiere en ${place.es}.`,
    en: `${now} does NOT go on where the earlier one ended: it differs in ${place.en}.`,
  };
}

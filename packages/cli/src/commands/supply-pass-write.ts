import { randomBytes } from 'node:crypto';
import {
  base64Encode,
  cargoCode,
  cargoName,
  crockfordEncode,
  judge,
  type KeyList,
  type Pass,
  parseTime,
  plateOf,
  signPass,
  verdictWords,
} from '@cabildo/book';
import { nodeCrypto } from '@cabildo/book/node';
import encodeQR from 'qr';
import type { ExitCode, Invocation } from '../command.ts';
import { readDeviceKey } from '../device-key.ts';
import { cargoIn, keyListIn } from '../pass-arguments.ts';
import { misuse, Stop } from '../stop.ts';

const COMMAND = 'supply pass write';

/** Writes a pass that the body's own list will find valid, or says why it would not. */
export async function supplyPassWrite({ values, language, terminal }: Invocation): Promise<ExitCode> {
  const list = keyListIn(values.keys ?? '');
  const signer = await readDeviceKey(values.key ?? '');
  const pass: Pass = {
    key: nameIn(list, base64Encode(signer.publicKey), values.key ?? ''),
    id: crockfordEncode(new Uint8Array(randomBytes(5))),
    cargo: cargoIn(values.cargo ?? '', COMMAND),
    vehicle: values.vehicle === undefined ? null : plateOf(values.vehicle),
    from: minuteIn('from', values.from ?? ''),
    until: minuteIn('until', values.until ?? ''),
    closures: closuresIn(values.closures ?? ''),
  };
  const text = signed(pass, list.origin, signer);
  const verdict = judge({ text, at: pass.from }, [list], nodeCrypto);
  if (verdict.finding !== 'valid')
    throw new Stop(verdict.finding, {
      es: verdictWords(verdict, 'es').found,
      en: verdictWords(verdict, 'en').found,
    });
  const about = [cargoName(pass.cargo, language), pass.vehicle ?? '–', `${pass.from} – ${pass.until}`].join(' · ');
  const opens = list.closures.filter(({ number }) => pass.closures.includes(number)).map(({ name }) => name);
  terminal.answer({ text, pass, code: cargoCode(pass.cargo) }, [
    encodeQR(text, 'ascii', { encoding: 'alphanumeric', ecc: 'low' }),
    text,
    about,
    ...(opens.length === 0 ? [] : [opens.join(', ')]),
  ]);
  return 0;
}

function signed(pass: Pass, origin: string, signer: Parameters<typeof signPass>[2]): string {
  try {
    return signPass(pass, origin, signer);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw misuse(
      {
        es: 'Así no cabe o no se puede decir en un salvoconducto: el fin después del comienzo, una placa de dos a diez letras y cifras, y no más cortes de los que caben en 200 bytes (seis de cinco cifras).',
        en: 'A safe-conduct cannot say this: its end comes after its beginning, a plate has two to ten letters and digits, and there are no more closures than go into 200 bytes (six of five digits).',
      },
      COMMAND,
    );
  }
}

function nameIn(list: KeyList, key: string, file: string): string {
  const named = list.keys.find((one) => one.key === key);
  if (named !== undefined) return named.name;
  throw new Stop(
    'key-not-named',
    {
      es: `La llave de ${file} no está en la lista de «${list.body}».`,
      en: `The key in ${file} is not in the list of “${list.body}”.`,
    },
    {
      es: 'La nombra la asamblea que decidió el corte; después se descarga la lista de nuevo.',
      en: 'The assembly that decided the closure names it; then the list is downloaded again.',
    },
  );
}

function minuteIn(option: string, given: string): string {
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/.test(given) ? given.replace('Z', ':00Z') : given;
  if (parseTime(time) !== undefined && /^20.*:00Z$/.test(time)) return time;
  throw misuse(
    {
      es: `--${option} ${given}: un minuto en UTC, como 2026-11-22T06:30Z.`,
      en: `--${option} ${given}: a minute in UTC, such as 2026-11-22T06:30Z.`,
    },
    COMMAND,
  );
}

function closuresIn(given: string): readonly number[] {
  if (/^\d{1,15}([.,]\d{1,15})*$/.test(given))
    return [...new Set(given.split(/[.,]/).map(Number))].sort((a, b) => a - b);
  throw misuse(
    {
      es: `--closures ${given}: números de actos, como 12.15.`,
      en: `--closures ${given}: numbers of acts, such as 12.15.`,
    },
    COMMAND,
  );
}

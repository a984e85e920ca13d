import { openCheckpoint, parseVkey, type VerifierKey } from '@cabildo/book';
import { nodeCrypto } from '@cabildo/book/node';
import { actOf } from '../client.ts';
import { text } from '../read.ts';
import { cited, type Stage } from '../stage.ts';
import { presidencySeat, seated } from './assembly.ts';
import type { Cast } from './chapter-founding.ts';

/** The assembly names somebody who does not depend on its node and signs, with a time, which head was seen. */
export async function chapterWitness(stage: Stage, { popular }: Cast): Promise<void> {
  const { voice, witness } = stage;
  voice.chapter({ es: 'Un testigo de afuera', en: 'A witness from outside' });
  const input = { name: witness.title, key: witness.key };
  const presidency = seated(popular, presidencySeat);
  const appointed = actOf(
    await presidency.must(popular.name, 'AppointWitness', input, 'assembly/witness'),
    'WitnessAppointed',
  );
  await stage.witnessed();
  await assertSeen(stage, popular.name);
  voice.step({
    es: `La Asamblea nombra testigo a «${witness.title}» ${cited(appointed)}. Su nodo, ${witness.name}, firma con fecha y hora qué cabeza vio del registro de este nodo, donde está la de cada libro. Desde ahora quien opera el nodo ya no puede mostrar otra historia sin que se note.`,
    en: `The assembly appoints “${witness.title}” as its witness ${cited(appointed)}. Its node, ${witness.name}, signs with date and time which head it saw of this node’s log, in which the head of each book is. From now on whoever runs the node cannot show another history unnoticed.`,
  });
  voice.step({
    es: 'Aquí es sólo un suplente: llave y carpeta propias, pero la misma máquina, así que no prueba nada contra quien la maneja. Uno de verdad corre en el equipo de un vecino: cabildo witness --help, y docs/decisions/0005-exchange.md.',
    en: 'Here it is only a stand-in: its own key and folder, but the same machine, so it proves nothing against whoever runs that. A real one runs on a neighbour’s machine: cabildo witness --help, and docs/decisions/0005-exchange.md.',
  });
}

/** As an outsider reads it: the log's checkpoint with the cosignature on it. */
async function assertSeen(stage: Stage, body: string): Promise<void> {
  const { base } = stage.nodeOf(body);
  const [note, key] = [await text(`${base}/books/heads/checkpoint`), await text(`${base}/books/heads/key.txt`)];
  const witnesses = [keyIn(stage.witness.key)];
  const opened = openCheckpoint(note, keyIn(key.trim()), nodeCrypto, { witnesses });
  if (!opened.ok || opened.cosignatures.length === 0) throw new Error(`the witness has not signed: ${note}`);
}

function keyIn(vkey: string): VerifierKey {
  const parsed = parseVkey(vkey, nodeCrypto);
  if (!parsed.ok) throw new Error(`${vkey}: ${parsed.reason}`);
  return parsed.key;
}

/** `2026-06-20 14:05 UTC`, from seconds since 1970. */
export const dayAndMinute = (seconds: number): string =>
  `${new Date(seconds * 1_000).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

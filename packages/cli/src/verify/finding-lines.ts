/** Findings of an audit as lines for people. */
import type { Finding, FindingCode } from '@cabildo/book';
import type { Language } from '../language.ts';

/** Spanish for what the verifier says in English; by code, because details stand in the place and the act. */
const spanish: Readonly<Record<FindingCode, string>> = {
  'bad-key': 'La llave no se puede usar.',
  'key-file-differs': 'No es la llave que usted dio.',
  'checkpoint-missing': 'Falta la cabeza del libro.',
  'checkpoint-malformed': 'La cabeza del libro no tiene la forma debida.',
  'checkpoint-signature': 'La cabeza del libro no está firmada con la llave dada.',
  'checkpoint-origin': 'La cabeza es de otro libro que la llave.',
  'cosignature-wrong': 'La firma de un testigo es falsa.',
  'heads-proof-wrong': 'No muestra quién vio la cabeza.',
  'root-differs': 'El árbol no lleva a la raíz que la cabeza firma.',
  'tile-missing': 'Falta este archivo de resúmenes.',
  'tile-length': 'Este archivo de resúmenes tiene otro tamaño que el debido.',
  'tile-differs': 'Este archivo de resúmenes fue cambiado.',
  'subtree-differs': 'Ni los actos ni sus resúmenes son lo que el árbol dice.',
  'entries-missing': 'Falta este archivo de actos.',
  'entries-damaged': 'Este archivo no tiene todos sus actos, o tiene bytes que sobran.',
  'entry-differs': 'Este acto fue cambiado: no es el que la cabeza del libro respalda.',
  'entry-or-tile-differs': 'Este acto o su resumen fue cambiado; el árbol no dice cuál de los dos.',
  'old-tile-differs': 'No es el comienzo del archivo de hoy.',
  'leaf-malformed': 'No tiene la forma de un acto.',
  'leaf-index': 'El acto dice otro número que el de su lugar.',
  'leaf-book': 'El acto es de otro libro.',
  'time-backwards': 'El acto lleva una hora anterior a la del acto que lo precede.',
  'enrolment-refused': 'Las llaves que este acto inscribe no valen.',
  'seal-refused': 'Este sello no vale.',
  'recovery-refused': 'Esta fe de otros organismos, o esta oposición a ella, no vale.',
  'disclosure-malformed': 'No es el archivo de lo declarado en este acto.',
  'disclosure-differs': 'No es aquello a lo que el acto se comprometió.',
  'disclosure-withdrawn': 'Fue retirado por un acto posterior y todavía está aquí.',
  'erasure-malformed': 'Este acto retira algo que nunca se declaró.',
  'attachment-differs': 'Este adjunto no es el que el acto nombra.',
  fork: 'La llave de este libro firmó dos cabezas que no pueden ser ambas ciertas.',
  'fork-evidence-invalid': 'No prueba ninguna bifurcación.',
  'stray-file': 'Nada en el libro habla de este archivo.',
  'unknown-signature': 'Firma de una llave desconocida; no se comprobó.',
  'too-many-findings': 'Hay más hallazgos; no se listan.',
};

export function findingMessage(finding: Finding, language: Language): string {
  return language === 'es' ? spanish[finding.code] : finding.message;
}

/** `act 17 DelegatesElected 7K3M9-QX2T4: …  [tile/entries/000.p/212]` */
export function findingLine(finding: Finding, language: Language): string {
  const { index, act, actCode: code, place } = finding;
  const noun = language === 'es' ? 'acto' : 'act';
  const where = index === undefined ? [] : [`${noun} ${index}`, act ?? '', code === undefined ? '' : spacedCode(code)];
  const named = where.filter((part) => part !== '').join(' ');
  return `  ${named === '' ? '' : `${named}: `}${findingMessage(finding, language)}  [${place}, ${finding.code}]`;
}

/** Two groups of five are easier to read over a radio. */
export function spacedCode(code: string): string {
  return `${code.slice(0, 5)}-${code.slice(5)}`;
}

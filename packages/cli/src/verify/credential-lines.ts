/** A verified (or refused) credential as lines for people. */
import type { CredentialCheck, CredentialHead, VerifiedCredential } from '@cabildo/book';
import type { Language, Text } from '../language.ts';

export function credentialLines(verified: VerifiedCredential, at: string, language: Language): string[] {
  const say = (text: Text) => text[language];
  const { ok, seat, holder, alternate, term, heads, caveats, checks } = verified;
  const failed = checks.filter((check) => !check.ok);
  const lines = [say(ok ? verdicts.good : verdicts.bad)];
  if (seat !== undefined) {
    lines.push(
      say({
        es: `  asiento ${seat.seat} de ${seat.below} en ${seat.above}`,
        en: `  seat ${seat.seat} of ${seat.below} in ${seat.above}`,
      }),
    );
  }
  if (holder !== undefined) {
    const second = alternate === undefined ? '' : `, ${say({ es: 'suplente', en: 'alternate' })} ${alternate}`;
    lines.push(`  ${say({ es: 'titular', en: 'holder' })} ${holder}${second}`);
  }
  if (term !== undefined) {
    lines.push(
      say({
        es: `  del ${term.from} al ${term.until}; verificada para ${at}`,
        en: `  from ${term.from} to ${term.until}; verified for ${at}`,
      }),
    );
  }
  lines.push(...heads.map((head) => `  ${headLine(head, language)}`));
  if (failed.length > 0) lines.push(say({ es: 'No se cumple:', en: 'What does not hold:' }));
  lines.push(...failed.map((check) => `  ${check.name}: ${checkText(check, language)}`));
  if (caveats.length > 0) lines.push(say({ es: 'Lo que no puede decir:', en: 'What it cannot say:' }));
  lines.push(...caveats.map((caveat) => `  ${caveatText(caveat, language)}`));
  return lines;
}

const verdicts = {
  good: {
    es: 'La credencial vale: lleva de este asiento hasta el acto sellado que eligió a su titular.',
    en: 'The credential is good: it leads from this seat back to the sealed act that elected its holder.',
  },
  bad: { es: 'La credencial no vale.', en: 'The credential is not good.' },
} satisfies Record<string, Text>;

const DAY = 86_400;
const HOUR = 3_600;

function headLine(head: CredentialHead, language: Language): string {
  const { book, size, age, ageBy, witnesses } = head;
  const old = ageText(Math.abs(age));
  const witnessed = witnesses.map(({ name }) => name).join(', ');
  const es =
    ageBy === 'witnessed' ? `vista hace ${old} por ${witnessed}` : `de hace ${old} según el libro mismo, sin testigo`;
  const en =
    ageBy === 'witnessed' ? `seen ${old} ago by ${witnessed}` : `${old} old by the book's own word, no outside witness`;
  return language === 'es' ? `${book}: cabeza de ${size} actos, ${es}` : `${book}: head of ${size} acts, ${en}`;
}

function ageText(seconds: number): string {
  const days = Math.floor(seconds / DAY);
  const hours = Math.floor((seconds % DAY) / HOUR);
  const minutes = Math.floor((seconds % HOUR) / 60);
  if (days > 0) return `${days} d ${hours} h`;
  return hours > 0 ? `${hours} h ${minutes} min` : `${minutes} min`;
}

/**
 * Names are `book:<origin>`, `<link>.<what>`, `<link>.<what>.<n>` or `<link>.recovery.<n>.<what>`; Spanish goes by the part that
 * says what.
 */
function checkText({ name, detail }: CredentialCheck, language: Language): string {
  if (language === 'en') return detail;
  const what = name
    .replace(/:.*$/, '')
    .replace(/^\d+\./, '')
    .replace(/\.\d+$/, '')
    .replace(/^recovery\.\d+\./, 'recovery-')
    .replace(/\.\d+$/, '');
  const known = [what, what.replace(/^recovery-/, '')].find((one) => Object.hasOwn(spanish, one));
  const text = known === undefined ? undefined : spanish[known];
  const reason = / \(no: (.*)\)\.$/.exec(detail)?.[1];
  return text === undefined ? detail : text + (reason === undefined ? '' : ` (${reason})`);
}

const spanish: Readonly<Record<string, string>> = {
  format: 'El archivo tiene la forma de una credencial.',
  chain: 'Los eslabones bajan desde el asiento, cada uno desde el organismo que el anterior nombró.',
  'root-key': 'La llave dada es la de la asamblea más alta.',
  book: 'La cabeza de este libro está firmada con su llave.',
  head: 'La cabeza de este libro está en el registro de cabezas de su nodo.',
  witness: 'El testigo fue nombrado por la asamblea más alta.',
  affiliation: 'El acto de afiliación está en el libro de arriba.',
  'lower-key': 'El libro de arriba admitió al organismo y nombra su llave.',
  entitlement: 'El asiento cabe en los que corresponden al organismo.',
  founded: 'El acto de fundación está en su libro.',
  'founding-first': 'La fundación es el primer acto de su libro, o el que sigue al que dice qué libro continúa.',
  succeeded: 'El libro empieza por decir qué libro continúa.',
  officers: 'La elección de la mesa está en su libro.',
  election: 'La elección de delegados está en su libro.',
  seal: 'El sello está en su libro.',
  sealed: 'La elección está sellada por suficientes oficinas.',
  'sealed-by-officers': 'El sello es de la mesa cuya elección se muestra.',
  'officers-term': 'La mesa estaba en su plazo cuando selló.',
  handover: 'El traspaso entre mesas está en su libro.',
  'handover-seal': 'El traspaso está sellado con las llaves anteriores.',
  recovery: 'La declaración de que otros organismos dan fe de la elección está en el libro.',
  'recovery-claim': 'La declaración nombra la elección de la mesa y a otros dos organismos.',
  'recovery-due': 'El plazo para oponerse terminó.',
  'recovery-bodies': 'Dan fe dos organismos que el libro conocía de antes.',
  'recovery-known': 'El libro conocía a ese organismo antes de la elección, con esa llave.',
  'recovery-knowing': 'El acto por el que lo conocía está en el libro.',
  'recovery-attested': 'La fe de ese organismo está en su libro.',
  'recovery-election': 'Ese organismo da fe de esa elección, por su hash.',
  'recovery-attesting': 'La mesa de ese organismo está a su vez respaldada.',
  enrolment: 'El acto inscribe llaves.',
  'key-replacement': 'El cambio de llave está en su libro.',
  'elected-for': 'La elección es para asientos de ese organismo.',
  term: 'El plazo del mandato corre en ese momento.',
  holder: 'La elección llena ese asiento, una sola vez.',
  base: 'El organismo es una base: la cadena termina aquí.',
  'next-seat': 'El delegado es el asiento del que trata el eslabón siguiente.',
};

const spanishCaveats: Readonly<Record<string, string>> = {
  'no-later-acts': 'Una revocatoria, otra mesa o una desafiliación posterior a estas cabezas no se vería aquí.',
  'book-not-hall':
    'Muestra lo que dicen los libros y quién los selló, no que las asambleas se reunieron ni que contaron bien.',
  'officers-unattested':
    'Quiénes son la mesa descansa en la palabra de su nodo: nada aquí lleva de la llave de quien convocó a las suyas:',
  'officers-recovered':
    'Quiénes son la mesa descansa en otros dos organismos, que dan fe de la elección; si alguien de la anterior se opuso a tiempo está en el libro, no aquí:',
  successor: 'Este libro continúa otro; lo que tomó de él lo puede comparar quien lo tenga:',
  'self-declared-age': 'Ningún testigo ajeno vio esta cabeza:',
  'head-from-later': 'La cabeza es posterior al momento de la verificación:',
};

/** Caveats come as `code: sentence`; some end with the book that they are about. */
function caveatText(caveat: string, language: Language): string {
  const [code = '', ...rest] = caveat.split(': ');
  const sentence = rest.join(': ');
  if (language === 'en') return sentence;
  const text = Object.hasOwn(spanishCaveats, code) ? spanishCaveats[code] : undefined;
  if (text === undefined) return sentence;
  const book = /(?:^| of )(\S+?)(?:\.$| is from| rests on| goes on from)/.exec(sentence)?.[1] ?? '';
  return text.endsWith(':') ? `${text} ${book}` : text;
}

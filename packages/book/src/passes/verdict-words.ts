/** What the block's screen says: first whether it passes, then what was found, then what to do. */
import type { Cargo } from './cargo.ts';
import type { Issuer, PassFinding, Verdict } from './judge.ts';

export type PassLanguage = 'es' | 'en';
type Text = Readonly<Record<PassLanguage, string>>;

export interface VerdictWords {
  /** For life it begins “let it pass”, always. */
  readonly answer: string;
  readonly found: string;
  readonly todo: string;
  /** How old the list is; said first where the body wants a newer one. */
  readonly age?: string;
  readonly stale: boolean;
}

const answers: Readonly<Record<Verdict['answer'], Text>> = {
  'let-pass': { es: 'Déjelo pasar', en: 'Let it pass' },
  valid: { es: 'Vale: puede pasar', en: 'Valid: it may pass' },
  'ask-cargo': {
    es: 'Si lleva enfermos, oxígeno o medicinas, o es una ambulancia: déjelo pasar. Si no, mire qué lleva',
    en: 'If it carries patients, oxygen or medicine, or is an ambulance: let it pass. If not, see what it carries',
  },
  'not-valid': { es: 'Este papel no abre este corte', en: 'This paper does not open this closure' },
};

const found: Readonly<Record<PassFinding, Text>> = {
  valid: { es: 'El salvoconducto vale.', en: 'The safe-conduct is valid.' },
  'no-document': { es: 'No trae papel.', en: 'There is no paper.' },
  misread: { es: 'El papel no se puede leer entero.', en: 'The paper cannot be read in full.' },
  'other-version': {
    es: 'El papel es de otra versión que este teléfono no conoce.',
    en: 'The paper is of another version, which this phone does not know.',
  },
  'unknown-issuer': {
    es: 'Este teléfono no tiene la lista de llaves de quien lo dio.',
    en: 'This phone does not hold the key list of whoever issued it.',
  },
  forged: {
    es: 'La firma no es de la llave que el papel nombra: se leyó mal o se cambió.',
    en: 'The signature is not of the key that the paper names: misread, or changed.',
  },
  'key-withdrawn': {
    es: 'La llave que lo firmó fue retirada.',
    en: 'The key that signed it has been withdrawn.',
  },
  'beyond-key': {
    es: 'La llave que lo firmó no podía darlo: otros cortes, otra carga u otro tiempo.',
    en: 'The key that signed it could not issue it: other closures, another cargo or another time.',
  },
  revoked: { es: 'Fue revocado.', en: 'It has been revoked.' },
  'not-yet': { es: 'Todavía no empieza.', en: 'It does not begin yet.' },
  expired: { es: 'Ya venció.', en: 'It has expired.' },
  'wrong-closure': { es: 'Es para otro corte.', en: 'It is for another closure.' },
  'wrong-cargo': { es: 'Es para otra carga.', en: 'It is for another cargo.' },
  'wrong-vehicle': { es: 'Es para otro vehículo.', en: 'It is for another vehicle.' },
};

const afterwards: Text = {
  es: 'Anótelo y que se revise después.',
  en: 'Note it, and have it checked afterwards.',
};

const todo: Readonly<Record<PassFinding, Text>> = {
  valid: { es: 'Compare la placa y cuente el paso.', en: 'Compare the plate, and count the passage.' },
  'no-document': {
    es: 'La asamblea que decidió el corte puede dar un salvoconducto ahora mismo.',
    en: 'The assembly that decided the closure can issue a safe-conduct right now.',
  },
  misread: {
    es: 'Léalo otra vez, o escriba el texto que está debajo del código.',
    en: 'Read it again, or type the text below the code.',
  },
  'other-version': {
    es: 'Abra esta página una vez con red, o pregunte por radio a quien lo dio.',
    en: 'Open this page once with a network, or ask whoever issued it by radio.',
  },
  'unknown-issuer': {
    es: 'Pida por radio la lista de llaves, o pregunte por el código del papel.',
    en: 'Ask for the key list by radio, or ask about the code on the paper.',
  },
  forged: {
    es: 'Léalo otra vez; si sale lo mismo, pregunte a la asamblea que el papel nombra.',
    en: 'Read it again; if it says the same, ask the assembly that the paper names.',
  },
  'key-withdrawn': { es: 'Que lo pidan de nuevo a la asamblea.', en: 'Have it asked for again at the assembly.' },
  'beyond-key': { es: 'Pregunte a la asamblea que el papel nombra.', en: 'Ask the assembly that the paper names.' },
  revoked: { es: 'Pregunte a la asamblea que lo revocó.', en: 'Ask the assembly that revoked it.' },
  'not-yet': { es: 'Puede esperar aquí, o volver a su hora.', en: 'It may wait here, or come back at its hour.' },
  expired: { es: 'Que pidan otro: se hace en un minuto.', en: 'Have another one asked for: it takes a minute.' },
  'wrong-closure': {
    es: 'Que pidan uno a la asamblea que decidió este corte.',
    en: 'Have one asked for at the assembly that decided this closure.',
  },
  'wrong-cargo': { es: 'Vale sólo para lo que nombra.', en: 'It holds only for what it names.' },
  'wrong-vehicle': {
    es: 'Si cambiaron de vehículo, que la asamblea lo confirme por radio.',
    en: 'If they changed vehicles, have the assembly confirm it by radio.',
  },
};

export function verdictWords({ answer, finding, issuer }: Verdict, language: PassLanguage): VerdictWords {
  const life = answer === 'let-pass' && finding !== 'valid' && finding !== 'no-document';
  const counted: Text = { es: 'Cuente el paso.', en: 'Count the passage.' };
  const next = life ? afterwards : answer === 'let-pass' && finding === 'no-document' ? counted : todo[finding];
  return {
    answer: answers[answer][language],
    found: found[finding][language],
    todo: next[language],
    ...(issuer !== undefined && { age: ageWords(issuer, language) }),
    stale: issuer?.stale ?? false,
  };
}

function ageWords({ body, ageMinutes }: Issuer, language: PassLanguage): string {
  const age = duration(ageMinutes, language);
  return language === 'es'
    ? `La lista de «${body}» es de hace ${age}: lo que pasó después no se ve aquí.`
    : `The list of “${body}” is ${age} old: what happened since is not seen here.`;
}

/** The largest unit that fits, rounded down. */
function duration(minutes: number, language: PassLanguage): string {
  const [count, one, many] =
    minutes < 60
      ? ([minutes, { es: 'minuto', en: 'minute' }, { es: 'minutos', en: 'minutes' }] as const)
      : minutes < 48 * 60
        ? ([Math.floor(minutes / 60), { es: 'hora', en: 'hour' }, { es: 'horas', en: 'hours' }] as const)
        : ([Math.floor(minutes / 1_440), { es: 'día', en: 'day' }, { es: 'días', en: 'days' }] as const);
  return `${count} ${(count === 1 ? one : many)[language]}`;
}

const cargoNames: Readonly<Record<Cargo, Text>> = {
  patients: { es: 'enfermos', en: 'patients' },
  ambulances: { es: 'ambulancia', en: 'ambulance' },
  oxygen: { es: 'oxígeno', en: 'oxygen' },
  medicine: { es: 'medicinas', en: 'medicine' },
  blood: { es: 'sangre', en: 'blood' },
  dialysis: { es: 'diálisis', en: 'dialysis' },
  'health-staff': { es: 'personal de salud', en: 'health staff' },
  'hospital-food': { es: 'comida para hospital', en: 'hospital food' },
  'hospital-fuel': { es: 'combustible para hospital', en: 'hospital fuel' },
  'infant-food': { es: 'alimento infantil', en: 'infant food' },
  'common-pots': { es: 'ollas comunes', en: 'common pots' },
  water: { es: 'agua', en: 'water' },
  fire: { es: 'bomberos', en: 'fire brigade' },
  rescue: { es: 'rescate', en: 'rescue' },
  funerals: { es: 'sepelio', en: 'funeral' },
  goods: { es: 'otros bienes', en: 'other goods' },
};

export const cargoName = (cargo: Cargo, language: PassLanguage): string => cargoNames[cargo][language];

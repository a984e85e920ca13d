import type { Language } from '../languages/locale.ts';
import type { ReasonKind } from './reasons.ts';

/** What letters say. No person is named, and no title or text that a hall has typed is quoted: it may name one. */
export interface LetterWords {
  /** All that a subject says to whoever has not asked for more. */
  readonly quiet: string;
  readonly several: (number: string) => string;
  readonly quietText: string;
  readonly seeHere: string;
  readonly stop: string;
  readonly reasons: Readonly<Record<ReasonKind, (when: string) => string>>;
  readonly confirm: {
    readonly subject: string;
    readonly text: string;
    readonly here: string;
    readonly orType: (code: string) => string;
    readonly notYou: string;
  };
  readonly test: { readonly subject: string; readonly text: string };
}

const es: LetterWords = {
  quiet: 'Cabildo: algo le espera',
  several: (number) => `Cabildo: ${number} asuntos le esperan`,
  quietText: 'Algo le espera en Cabildo.',
  seeHere: 'Véalo en su página:',
  stop: 'Para no recibir más correo, y que se borre esta dirección:',
  reasons: {
    sitting: (when) => `Sesión convocada para el ${when}`,
    vote: () => 'Una votación abierta en la que usted vota',
    minutes: () => 'Un acta por firmar',
    seal: () => 'Un acto por firmar',
    petition: (when) => `Un pedido de revocatoria, hasta el ${when}: usted decide si firma`,
    report: (when) => `Un informe a la base, hasta el ${when}`,
    mandate: () => 'Un mandato por dar, en sesión',
  },
  confirm: {
    subject: 'Cabildo: confirme esta dirección',
    text: 'Alguien dio esta dirección para recibir avisos. Si fue usted, confírmela en el plazo de un día:',
    here: 'Confirmar la dirección',
    orType: (code) => `O escriba en esa página este código: ${code}`,
    notYou: 'Si no fue usted, no haga nada: sin confirmar no llega nada más.',
  },
  test: {
    subject: 'Cabildo: prueba de correo',
    text: 'Este correo salió por el servidor de la asamblea. La cuenta funciona.',
  },
};

const en: LetterWords = {
  quiet: 'Cabildo: something waits for you',
  several: (number) => `Cabildo: ${number} matters wait for you`,
  quietText: 'Something waits for you in Cabildo.',
  seeHere: 'See it on your page:',
  stop: 'For no more e-mail, and to have this address deleted:',
  reasons: {
    sitting: (when) => `Sitting convened for ${when}`,
    vote: () => 'An open vote in which you vote',
    minutes: () => 'Minutes to sign',
    seal: () => 'An act to sign',
    petition: (when) => `A petition for recall, until ${when}: you decide whether to sign`,
    report: (when) => `A report to the base, by ${when}`,
    mandate: () => 'A mandate to give, in a sitting',
  },
  confirm: {
    subject: 'Cabildo: confirm this address',
    text: 'Somebody gave this address to be told what waits for them. If that was you, confirm it within a day:',
    here: 'Confirm the address',
    orType: (code) => `Or type this code on that page: ${code}`,
    notYou: 'If it was not you, do nothing: unconfirmed, nothing more is sent.',
  },
  test: {
    subject: 'Cabildo: test of e-mail',
    text: 'This letter went out through the assembly’s server. The account works.',
  },
};

export const letterWords: Readonly<Record<Language, LetterWords>> = { es, en };

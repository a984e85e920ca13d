import type { Phrases } from './phrase.ts';

/** Open books: entries, periods, and who may sign. */
export const accountsPhrases = {
  'entry-not-balanced': [
    ({ needed, present }) => `Las líneas en ${needed} tienen que sumar cero, y suman ${present}.`,
    ({ needed, present }) => `The lines in ${needed} have to add up to zero; they add up to ${present}.`,
  ],
  'too-few-lines': [
    () => 'Un asiento tiene dos líneas o más, ninguna de ellas cero: de dónde sale y adónde va.',
    () => 'An entry has two lines or more, none of them zero: where it comes from and where it goes.',
  ],
  'no-such-day': [
    ({ present }) => `El ${present} no está en el calendario.`,
    ({ present }) => `There is no ${present} in the calendar.`,
  ],
  'day-to-come': [
    ({ needed, present }) => `Hoy es ${needed}; el ${present} todavía no ha llegado.`,
    ({ needed, present }) => `Today is ${needed}; ${present} has not come yet.`,
  ],
  'period-closed': [
    ({ needed }) =>
      `La asamblea aprobó las cuentas hasta el ${needed}, y ese período está cerrado: anótenlo con un día posterior.`,
    ({ needed }) =>
      `The assembly has approved the accounts up to ${needed}, and that period is closed: book it on a later day.`,
  ],
  'opening-too-late': [
    ({ present }) => `Lo que había al empezar se anota antes del primer informe de cuentas (acto n.º ${present}).`,
    ({ present }) =>
      `What there was at the beginning is booked before the first report of accounts (act no. ${present}).`,
  ],
  'reversed-before': [
    ({ needed, present }) => `El asiento es del ${needed}: no se anula el ${present}, que es antes.`,
    ({ needed, present }) => `The entry is of ${needed}: it cannot be reversed on ${present}, which is before.`,
  ],
  'second-by-another': [
    () => 'La segunda firma es de otra persona que pueda asentar, no de quien asentó.',
    () => 'The second signature is of another person who may book, not of the one who has booked it.',
  ],
  'account-of-a-person': [
    ({ present }) => `Una cuenta no lleva el nombre de una persona: ${present}.`,
    ({ present }) => `No account is called by a person: ${present}.`,
  ],
  'too-many-commodities': [
    ({ needed }) => `Un libro lleva cuentas en ${needed} monedas a lo más.`,
    ({ needed }) => `A book keeps accounts in at most ${needed} kinds of money.`,
  ],
  'nothing-booked': [
    ({ present }) => `Hasta el ${present} no hay asientos de los que informar.`,
    ({ present }) => `Up to ${present} there are no entries to report on.`,
  ],
} satisfies Partial<Phrases>;

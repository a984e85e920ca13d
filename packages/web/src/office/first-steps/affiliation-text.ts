import type { Formats, Language } from '../../shell/formats.ts';

/** What a notice names and a motion brings: the same words on both days, in whichever language either was written. */
export interface AffiliationText {
  readonly title: string;
  readonly text: string;
}

type Said = (body: { readonly title: string; readonly origin: string }, seats: string) => AffiliationText;

const request: Readonly<Record<Language, Said>> = {
  es: ({ title, origin }) => ({
    title: `Pedir la afiliación a ${title}`.slice(0, 160),
    text: `Que esta asamblea pida pertenecer a ${title} (libro ${origin}).`,
  }),
  en: ({ title, origin }) => ({
    title: `Ask to belong to ${title}`.slice(0, 160),
    text: `That this assembly ask to belong to ${title} (book ${origin}).`,
  }),
};

const admission: Readonly<Record<Language, Said>> = {
  es: ({ title, origin }, seats) => ({
    title: `Admitir a ${title}`.slice(0, 160),
    text: `Que se admita a ${title} (libro ${origin}), con ${seats} ${seats === '1' ? 'puesto' : 'puestos'}.`,
  }),
  en: ({ title, origin }, seats) => ({
    title: `Admit ${title}`.slice(0, 160),
    text: `That ${title} (book ${origin}) be admitted, with ${seats} ${seats === '1' ? 'seat' : 'seats'}.`,
  }),
};

type Each = Readonly<Record<Language, AffiliationText>>;

export const requestTexts = (above: { readonly title: string; readonly origin: string }): Each => ({
  es: request.es(above, ''),
  en: request.en(above, ''),
});

export const admissionTexts = (below: { readonly title: string; readonly origin: string }, seats: number): Each => ({
  es: admission.es(below, String(seats)),
  en: admission.en(below, String(seats)),
});

export const textIn = (texts: Each, { language }: Formats): AffiliationText => texts[language];

import type { Language } from '../shell/formats.ts';

const es = {
  print: 'Imprimir o guardar como PDF',
  share: 'Compartir como texto',
  copy: 'Copiar el texto',
  copied: 'Copiado.',
  notCopied: 'Este navegador no deja copiar aquí: seleccione el texto del acta.',
  warning: 'Lo que imprima o comparta ya no se puede recoger.',
};

const en: typeof es = {
  print: 'Print or save as PDF',
  share: 'Share as text',
  copy: 'Copy the text',
  copied: 'Copied.',
  notCopied: 'This browser does not let anything be copied here: select the text of the minutes.',
  warning: 'What you print or share cannot be taken back.',
};

export const paperWords: Readonly<Record<Language, typeof es>> = { es, en };

export const es = {
  print: 'Imprimir o guardar como PDF',
  share: 'Compartir como texto',
  copy: 'Copiar el texto',
  copied: 'Copiado.',
  notCopied: 'Este navegador no deja copiar aquí: seleccione el texto del acta.',
  warning: 'Lo que imprima o comparta ya no se puede recoger.',
};

export type PaperWords = typeof es;

export const es = {
  name: 'Voto secreto',
  other: 'English',
  loading: 'Un momento…',
  again: 'Intentar de nuevo',
  back: 'Volver',
  unreachable: 'No hay respuesta del servidor. Revise la señal e intente de nuevo.',
  nothingHere: 'Esta dirección no lleva a ninguna votación',
  nothingHereHow: 'Lea otra vez el código QR del papel o de la pantalla de la sala.',
  copy: 'Copiar',
  copied: 'Copiado',
  print: 'Imprimir',
  camera: {
    start: 'Leer con la cámara',
    how: 'Ponga el código delante de la cámara. Nada de la imagen sale de este aparato.',
    denied: 'El navegador no deja usar la cámara. Escriba los caracteres.',
    none: 'Aquí no hay cámara que se pueda usar. Escriba los caracteres.',
    other: 'Ese código no es el que hace falta. Pruebe con el otro papel.',
    several: 'Muestre un solo código.',
    stop: 'Cerrar la cámara',
  },
};

export type BoothWords = typeof es;

export const es = {
  nothing: 'Ningún lugar de los registros tiene todavía longitud y latitud: con la primera hay mapa.',
  press: 'Toque el mapa donde está, o escriba los grados.',
  label: (spots: string) => `Mapa con ${spots}`,
  kinds: { depot: 'depósito', site: 'lugar', closure: 'corte' },
};

export type MapWords = typeof es;

import type { EssentialService } from './essential.ts';

/** How the services of the closed list are called by people. */
export const essentialWords: Readonly<Record<EssentialService, readonly [es: string, en: string]>> = {
  patients: ['enfermos', 'patients'],
  ambulances: ['ambulancias', 'ambulances'],
  oxygen: ['oxígeno', 'oxygen'],
  medicine: ['medicinas', 'medicine'],
  blood: ['sangre para transfusión', 'blood for transfusion'],
  dialysis: ['diálisis', 'dialysis'],
  'health-staff': ['personal de salud', 'health staff'],
  'hospital-food': ['alimentos para hospitales', 'food for hospitals'],
  'hospital-fuel': ['combustible para hospitales y ambulancias', 'fuel for hospitals and ambulances'],
  'infant-food': ['leche y alimento para niños pequeños', 'milk and food for small children'],
  'common-pots': ['víveres para ollas comunes', 'food for common pots'],
  water: ['agua', 'water'],
  fire: ['bomberos', 'fire brigade'],
  rescue: ['rescate', 'rescue'],
  funerals: ['entierros', 'funerals'],
};

const byName = new Map(
  Object.entries(essentialWords).flatMap(([service, words]) =>
    [service, ...words].map((name) => [name.toLowerCase(), service] as const),
  ),
);

/** The service of the list that these words of a statute are, in either language; what is none of them is itself. */
export const serviceNamed = (words: string): string => byName.get(words.trim().toLowerCase()) ?? words.trim();

import { type ExemptionLimits, essentialWords, type Time } from '@cabildo/core';

/** Services by their names in the book; one that a statute names in its own words is said so. */
const serviceIn = (language: 0 | 1): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries({ ...essentialWords, goods: ['otros bienes', 'other goods'] as const }).map(([service, words]) => [
      service,
      words[language],
    ]),
  );

/** For whom, where, when and until when a service passes. */
interface Limited {
  readonly service: Readonly<Record<string, string>>;
  limited(service: string, limits: ExemptionLimits, day: (time: Time) => string): string;
}

const joined = (service: string, parts: readonly (string | null | undefined)[]): string => {
  const said = parts.filter((part) => part !== null && part !== undefined);
  return said.length === 0 ? service : `${service} (${said.join('; ')})`;
};

export const passingEs: Limited = {
  service: serviceIn(0),
  limited: (service, { who, where, hours, until }, day) =>
    joined(service, [
      who === undefined ? null : `para ${who}`,
      where === undefined ? null : `en ${where}`,
      hours === undefined ? null : `de ${hours.from} a ${hours.until} h`,
      until === undefined ? null : `hasta el ${day(until)}`,
    ]),
};

export const passingEn: Limited = {
  service: serviceIn(1),
  limited: (service, { who, where, hours, until }, day) =>
    joined(service, [
      who === undefined ? null : `for ${who}`,
      where === undefined ? null : `at ${where}`,
      hours === undefined ? null : `from ${hours.from} to ${hours.until} h`,
      until === undefined ? null : `until ${day(until)}`,
    ]),
};

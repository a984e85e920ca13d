/**
 * Distances on the earth in whole decimetres. `Math.sin` and its kin may differ in the last bit from one engine to the
 * next; the four operations and the square root may not. So the curves are summed here, and every machine has the same
 * network.
 */

/** Mean radius of the earth (IUGG), in decimetres. */
const RADIUS_DM = 63_710_088;
const DEGREE = Math.PI / 180;

/** A place as GeoJSON has it: longitude, latitude, in degrees. */
export type Position = readonly [lon: number, lat: number];

export function decimetresBetween(from: Position, to: Position): number {
  const [south, north] = [from[1] * DEGREE, to[1] * DEGREE];
  const up = sine((north - south) / 2);
  const across = sine((turn(to[0] - from[0]) * DEGREE) / 2);
  const half = up * up + cosine(south) * cosine(north) * across * across;
  return Math.round(2 * RADIUS_DM * arcsine(Math.sqrt(Math.min(1, half))));
}

/** A difference of longitudes the short way round. */
export function turn(degrees: number): number {
  if (degrees > 180) return degrees - 360;
  return degrees < -180 ? degrees + 360 : degrees;
}

/** Of an angle in degrees. */
export const cosineOfDegrees = (degrees: number): number => cosine(degrees * DEGREE);

/** Taylor's series, until a term changes nothing any more; the angles here reach π/2, where that is after a dozen. */
function sine(angle: number): number {
  const square = angle * angle;
  let [term, sum] = [angle, 0];
  for (let n = 2; sum + term !== sum; n += 2) {
    sum += term;
    term = (-term * square) / (n * (n + 1));
  }
  return sum;
}

function cosine(angle: number): number {
  const square = angle * angle;
  let [term, sum] = [1, 0];
  for (let n = 1; sum + term !== sum; n += 2) {
    sum += term;
    term = (-term * square) / (n * (n + 1));
  }
  return sum;
}

/** Newton's method on `sine`, from the chord; near a right angle from the other side, where it is well-behaved. */
function arcsine(value: number): number {
  if (value > 0.8) return Math.PI / 2 - arcsine(Math.sqrt((1 - value) * (1 + value)));
  let angle = value;
  for (let round = 0; round < 5; round++) angle -= (sine(angle) - value) / cosine(angle);
  return angle;
}

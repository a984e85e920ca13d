// A figure, and what it was to be.
export interface Aim {
  readonly what: string;
  readonly value: number;
  readonly unit: 's' | 'ms' | 'a second' | 'of them';
  /** At most, where something was promised; otherwise the figure is only told. */
  readonly atMost?: number;
}

export const holds = ({ value, atMost }: Aim): boolean => atMost === undefined || value <= atMost;

export function tableOf(aims: readonly Aim[]): string {
  const width = Math.max(...aims.map(({ what }) => what.length));
  return aims
    .map((aim) => {
      const { what, value, unit, atMost } = aim;
      const shown = value >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)));
      const promised = atMost === undefined ? '' : `   ${holds(aim) ? 'holds' : 'MISSED'}: at most ${atMost} ${unit}`;
      return `  ${what.padEnd(width)}  ${shown.padStart(8)} ${unit}${promised}`;
    })
    .join('\n');
}

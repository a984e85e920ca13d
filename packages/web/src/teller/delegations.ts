export interface SeatHere {
  readonly below: string;
  readonly seat: number;
}

/** Who sits in this hall, as the book says: seats in the order in which they are called, and what their bodies are named. */
export interface Delegations {
  readonly seats: readonly SeatHere[];
  nameOf(below: string): string;
}

export interface BodyAnswer {
  readonly state: {
    readonly seats: Readonly<
      Record<
        string,
        { readonly below: string; readonly seat: number; readonly sitting: number; readonly vacant: boolean }
      >
    >;
    readonly affiliates: Readonly<Record<string, { readonly title: string }>>;
  };
}

export function delegationsIn({ state }: BodyAnswer, sitting: number): Delegations {
  const seats = Object.values(state.seats)
    .filter((seat) => seat.sitting === sitting && !seat.vacant)
    .map(({ below, seat }) => ({ below, seat }))
    .sort((a, b) => (a.below === b.below ? a.seat - b.seat : a.below < b.below ? -1 : 1));
  return { seats, nameOf: (below) => state.affiliates[below]?.title ?? below.split('/').at(-1) ?? below };
}

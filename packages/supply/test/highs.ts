// HiGHS, the solver of the University of Edinburgh compiled for JavaScript: somebody else's answer to the same question.

export type Highs = {
  solve(
    problem: string,
    options?: Readonly<Record<string, boolean | string>>,
  ): {
    readonly Status: string;
    readonly ObjectiveValue: number;
    readonly Columns: Readonly<Record<string, { readonly Primal?: number }>>;
  };
};

/** Loaded by name, so that the rest can be checked and run where it is not installed. */
export async function loadHighs(): Promise<Highs | null> {
  const name = 'highs';
  try {
    const { default: load }: { default: () => Promise<Highs> } = await import(name);
    return await load();
  } catch {
    if (process.env.CI === 'true') throw new Error('the package highs is needed for this test and is not installed');
    return null;
  }
}

/** A linear program in CPLEX's format; rows and bounds as they stand there. */
export const linearProgram = (goal: string, rows: readonly string[], bounds: readonly string[] = []): string =>
  [
    goal.startsWith('min') ? 'Minimize' : 'Maximize',
    ` ${goal.slice(4)}`,
    'Subject To',
    ...rows,
    'Bounds',
    ...bounds,
    'End',
  ].join('\n');

// A browser that has stopped answering fails the test that waits for it, by the name of the call, and not the whole run.

/** Longer than what a page is waited for (`setDefaultTimeout`), which says more about what is missing. */
const LONGEST_MS = 120_000;
const BEYOND_ITS_OWN_MS = 30_000;

interface Connection {
  sendMessageToServer(
    object: unknown,
    method: string,
    params: { readonly timeout?: number },
    options: unknown,
  ): unknown;
}

const guarded = new WeakSet<Connection>();

/**
 * Some calls to a browser have a time limit of their own; `newContext`, `newPage`, `evaluate` and `close` have none. All of them go
 * through one door of playwright-core, which its public interface does not show: the version is pinned, and another one whose
 * door is elsewhere fails here, at once.
 */
export function withDeadline(opener: object, longestMs = LONGEST_MS): void {
  const { _connection: connection } = opener as { readonly _connection?: Connection };
  if (typeof connection?.sendMessageToServer !== 'function')
    throw new Error('this playwright-core sends its calls another way: see packages/web/test/deadline.ts');
  if (guarded.has(connection)) return;
  guarded.add(connection);
  const send = connection.sendMessageToServer.bind(connection);
  connection.sendMessageToServer = (object, method, params, options) => {
    const own = params?.timeout;
    const most = own === undefined ? longestMs : Math.max(longestMs, own + BEYOND_ITS_OWN_MS);
    return inTime(
      Promise.resolve(send(object, method, params, options)),
      `the browser has not answered ${method}`,
      most,
    );
  };
}

/** The same answer, or a failure that says what was waited for and how long. */
export function inTime<T>(answer: Promise<T>, late: string, mostMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${late} within ${mostMs / 1_000} s`)), mostMs);
  });
  return Promise.race([answer, over]).finally(() => clearTimeout(timer));
}

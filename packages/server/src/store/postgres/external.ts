import pg from 'pg';
import { connect } from './connection.ts';
import { DatabaseProblem, errorText } from './problem.ts';

const oldestSupported = 15;

/** Looks whether a PostgreSQL of the operator's own can be used; says where it is without ever saying the password. */
export async function checkServer(url: string): Promise<{ version: string; place: string }> {
  const place = describe(url);
  const client = await connect(url, 'cabildo probe').catch((error) => {
    throw new DatabaseProblem(
      'unreachable',
      `the database at ${place} (DATABASE_URL) cannot be used: ${errorText(error)}`,
    );
  });
  try {
    const { rows } = await client.query<{ server_version: string }>('show server_version');
    const version = rows[0]?.server_version.split(' ')[0] ?? '';
    if (Number.parseInt(version, 10) >= oldestSupported) return { version, place };
    throw new DatabaseProblem(
      'too-old',
      `the database at ${place} is PostgreSQL ${version}; Cabildo needs ${oldestSupported} or later`,
    );
  } finally {
    await client.end();
  }
}

function describe(url: string): string {
  try {
    const { host, port, database } = new pg.Client({ connectionString: url });
    return `${host}:${port}/${database ?? ''}`;
  } catch {
    throw new DatabaseProblem('unreachable', 'DATABASE_URL is not of the form postgres://user:password@host:port/name');
  }
}

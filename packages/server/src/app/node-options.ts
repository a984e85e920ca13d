export interface NodeOptions {
  readonly databaseUrl: string;
  readonly dataDir: string;
  /** The node's name in origins, such as `el-alto.example`. */
  readonly name: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since 1970. */
  readonly clock?: () => number;
  readonly random?: (bytes: number) => Uint8Array;
  readonly log?: (line: string) => void;
  /** Connections for appending. */
  readonly writers?: number;
  /** Books kept in memory; others are replayed when needed. */
  readonly booksInMemory?: number;
  /** Beside a running node: no lock is taken and nothing may be appended. */
  readonly share?: boolean;
  readonly onLockLost?: () => void;
  /** Certificates that a body's mail server may have beside those that the machine believes. */
  readonly mailCa?: string;
}

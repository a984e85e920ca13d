/**
 * The server's settings, written anew at each start, so that a better setting of a later release reaches old data too.
 * What an operator wants otherwise goes into `own.conf` beside it, which wins.
 */
const settings: Record<string, string> = {
  // Only this machine, only with the password, and no socket that lies about in a folder.
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  password_encryption: 'scram-sha-256',

  // An acknowledged act survives a power cut.
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',

  // A node and its database share a small machine.
  max_connections: '60',
  shared_buffers: '32MB',
  work_mem: '4MB',
  maintenance_work_mem: '32MB',
  max_wal_size: '256MB',
  min_wal_size: '48MB',
  huge_pages: 'off',
  jit: 'off',
  io_method: 'sync',
  autovacuum_max_workers: '1',
  max_worker_processes: '2',
  max_parallel_workers: '0',
  max_parallel_workers_per_gather: '0',
  max_parallel_maintenance_workers: '0',
  max_logical_replication_workers: '0',
  wal_level: 'minimal',
  max_wal_senders: '0',

  // The log never quotes a statement or a row: they may hold names.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
  log_autovacuum_min_duration: '-1',
  log_timezone: 'UTC',
  lc_messages: 'C',

  timezone: 'UTC',
  datestyle: 'iso, ymd',
};

export function serverSettings(port: number, changed: Record<string, string> = {}): string {
  const lines = Object.entries({ ...settings, ...changed, port: String(port) }).map(
    ([name, value]) => `${name} = '${value.replaceAll("'", "''")}'`,
  );
  return [
    "# Written by Cabildo at each start. Settings of one's own belong in own.conf, in this folder.",
    ...lines,
    "include_if_exists = 'own.conf'",
    '',
  ].join('\n');
}

/** Where an exported book is read from: a directory, a web server, a zip. Paths are relative, with forward slashes. */
export interface BookReader {
  /** The file's bytes, or undefined if there is no such file. Rejects only when reading itself fails. */
  read(path: string): Promise<Uint8Array | undefined>;
  /** Every file's path, where the medium can tell; lets a verifier name files that do not belong to the book. */
  list?(): AsyncIterable<string>;
}

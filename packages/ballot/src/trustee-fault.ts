export interface TrusteeFault {
  readonly fault:
    | 'key-not-in-group'
    | 'key-proof'
    | 'key-twice'
    | 'threshold'
    | 'sizes'
    | 'certificate'
    | 'certificate-context'
    | 'coefficients'
    | 'ceremony-signature'
    | 'derived-key';
  /** Where in the trustees' file. */
  readonly path: string;
}

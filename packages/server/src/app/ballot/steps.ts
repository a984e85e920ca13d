/** How many trustees there are, and how many of them open the result. */
export interface Sizes {
  readonly size: number;
  readonly threshold: number;
}

/** What a trustee says before there is an election. */
export type TrusteeStep = 'key' | 'certificate' | 'coefficients' | 'verification';

const alone: readonly TrusteeStep[] = ['key'];
const together: readonly TrusteeStep[] = ['certificate', 'coefficients', 'verification'];

/** In their order: each needs the one before it of everybody. Where all are needed, nobody needs a share of another’s key. */
export const stepsFor = ({ size, threshold }: Sizes): readonly TrusteeStep[] => (threshold === size ? alone : together);

export const laterSteps = ['trial', 'share'] as const;

export type Step = TrusteeStep | (typeof laterSteps)[number];

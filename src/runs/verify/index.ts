export { verify } from './verify';
export type { Difference, Manner, Verification, VerifiedRun } from './result';

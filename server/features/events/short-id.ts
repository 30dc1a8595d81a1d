import { randomCode } from '../../platform/codes.ts';

const LENGTH = 4;

/** Four characters are few: another event may have drawn the same ones, and its index says so. */
export function drawShortId(): string {
  return randomCode(LENGTH);
}

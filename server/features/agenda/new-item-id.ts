import { randomCode } from '../../platform/codes.ts';

/** The id an item will have whose form is being filled in. */
export function newItemId(): string {
  return randomCode(8).toLowerCase();
}

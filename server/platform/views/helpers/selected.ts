import { isChosen } from './chosen.ts';

/** `<option value="{{value}}" {{selected value current}}>` or, when the model knows, `{{selected isCurrent}}`. */
export function selectedHelper(...given: unknown[]): string {
  return isChosen(given) ? 'selected' : '';
}

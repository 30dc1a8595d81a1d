import { isChosen } from './chosen.ts';

/** `<input type="checkbox" {{checked on}}>` or `<input type="radio" value="{{value}}" {{checked value current}}>`. */
export function checkedHelper(...given: unknown[]): string {
  return isChosen(given) ? 'checked' : '';
}

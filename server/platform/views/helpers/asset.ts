import type { HelperDelegate } from 'handlebars';

/** `{{asset "css/site.css"}}`: the address of a built file. */
export function assetHelper(asset: (name: string) => string): HelperDelegate {
  return (name: unknown) => asset(String(name));
}

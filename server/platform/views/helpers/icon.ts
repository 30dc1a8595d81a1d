import Handlebars, { type HelperDelegate } from 'handlebars';

/** `{{icon "check"}}`: a picture beside a word, so it is hidden from screen readers. An empty name draws nothing. */
export function iconHelper(sprite: () => string): HelperDelegate {
  return (name: unknown) => {
    if (name === null || name === undefined || name === '') return '';
    if (typeof name !== 'string' || !/^[a-z0-9-]+$/.test(name)) {
      throw new TypeError(`{{icon}} needs the name of an icon, not ${JSON.stringify(name)}`);
    }
    const address = Handlebars.escapeExpression(`${sprite()}#${name}`);
    return new Handlebars.SafeString(
      `<svg class="icon" aria-hidden="true"><use href="${address}"></use></svg>`,
    );
  };
}

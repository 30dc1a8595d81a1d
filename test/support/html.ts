/** Small ways to look at a page in a test, without a browser. */

/** The text a reader sees: no tags, single spaces, entities as the characters they stand for. */
export function visibleText(html: string): string {
  const body = html
    .replaceAll(/<(script|style|template)\b[^>]*>[\s\S]*?<\/\1>/g, ' ')
    .replaceAll(/<[^>]+>/g, ' ');
  return unescapeHtml(body).replaceAll(/\s+/g, ' ').trim();
}

export interface Element {
  attributes: Record<string, string>;
  /** What stands between its tags, as text; empty for elements that cannot hold any. */
  text: string;
}

/** Every element of this name, with its attributes. Good for links, fields and headings; it does not nest. */
export function elements(html: string, tag: string): Element[] {
  const pattern = new RegExp(`<${tag}\\b([^>]*)>(?:([\\s\\S]*?)</${tag}>)?`, 'g');
  return [...html.matchAll(pattern)].map(([, attributes = '', inner = '']) => ({
    attributes: attributesIn(attributes),
    text: visibleText(inner),
  }));
}

/** What the named field would send; undefined when there is no such field. */
export function fieldValue(html: string, field: string): string | undefined {
  const input = elements(html, 'input').find(({ attributes }) => attributes['name'] === field);
  if (input) return input.attributes['value'] ?? '';
  const area = elements(html, 'textarea').find(({ attributes }) => attributes['name'] === field);
  return area?.text;
}

/** Where the links and forms of a page lead. */
export function links(html: string): string[] {
  return elements(html, 'a').map(({ attributes }) => attributes['href'] ?? '');
}

function attributesIn(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)];
  return Object.fromEntries(pairs.map(([, key = '', value = '']) => [key, unescapeHtml(value)]));
}

function unescapeHtml(text: string): string {
  return text
    .replaceAll(/&#(?:x([0-9a-f]+)|(\d+));/gi, (_, hex: string | undefined, decimal: string | undefined) =>
      String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal)),
    )
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

import { IntlMessageFormat } from 'intl-messageformat';
import { isLocale, type Locale, locales } from '../../../../contract/locales.ts';
import { inLocale, type Localised } from '../../../../contract/localised.ts';
import en from '../../../../locales/en/door-app.json' with { type: 'json' };
import ru from '../../../../locales/ru/door-app.json' with { type: 'json' };
import vi from '../../../../locales/vi/door-app.json' with { type: 'json' };
import { parts } from '../../lib/dom.ts';

export type TextKey = keyof typeof vi;
export type Params = Readonly<Record<string, string | number>>;

const catalogues: Readonly<Record<Locale, Readonly<Record<TextKey, string>>>> = { vi, en, ru };
const REMEMBERED = 'rostrum-door-language';
const listeners = new Set<() => void>();
let current: Locale = 'vi';

export function language(): Locale {
  return current;
}

/** In the language of this device, or in another one. */
export function say(key: TextKey, params: Params = {}, locale: Locale = current): string {
  const text = catalogues[locale][key];
  if (!text.includes('{')) return text;
  return String(new IntlMessageFormat(text, locale, undefined, { ignoreTag: true }).format(params));
}

/** What others have written, in the language of this device or the nearest one there is. */
export function told(text: Localised): string {
  return inLocale(text, current);
}

/** What the person chose on this device, otherwise what the browser speaks. */
export function startLanguage(): void {
  const chosen = localStorage.getItem(REMEMBERED);
  const spoken = navigator.languages.map((each) => each.slice(0, 2)).find(isLocale);
  speak(isLocale(chosen) ? chosen : (spoken ?? locales[0]));
}

export function chooseLanguage(locale: Locale): void {
  localStorage.setItem(REMEMBERED, locale);
  speak(locale);
}

/** For a while only, as guests do at a kiosk. */
export function speak(locale: Locale): void {
  current = locale;
  document.documentElement.lang = locale;
  document.title = `${say('door-app.title')} – Rostrum`;
  writeTexts(document);
  for (const listener of listeners) listener();
}

/** Hears that another language is spoken. Returns a function that stops listening. */
export function onLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Writes the texts that the markup names by `data-text`, `data-label` and `data-hint`. */
export function writeTexts(root: ParentNode): void {
  for (const place of parts(root, '[data-text]')) place.textContent = named(place.dataset['text']);
  for (const place of parts(root, '[data-label]'))
    place.setAttribute('aria-label', named(place.dataset['label']));
  for (const place of parts(root, '[data-hint]', HTMLInputElement))
    place.placeholder = named(place.dataset['hint']);
}

function named(key = ''): string {
  if (!isKey(key)) throw new Error(`There is no text ${key}`);
  return say(key);
}

function isKey(key: string): key is TextKey {
  return key in vi;
}

import { isLocale, type Locale } from '../../../contract/locales.ts';

/** The best of our languages for an Accept-Language header. */
export function negotiateLocale(header: string | undefined, fallback: Locale): Locale {
  const wanted = (header ?? '').slice(0, 500).split(',').map(preference);
  const best = wanted.filter(({ weight }) => weight > 0).toSorted((a, b) => b.weight - a.weight);
  return best.map(({ language }) => language).find(isLocale) ?? fallback;
}

function preference(entry: string): { language: string; weight: number } {
  const [range = '', ...settings] = entry.split(';').map((part) => part.trim().toLowerCase());
  const quality = settings.find((setting) => setting.startsWith('q='));
  const weight = quality ? Number.parseFloat(quality.slice(2)) : 1;
  return { language: range.split('-')[0] ?? '', weight: Number.isFinite(weight) ? weight : 0 };
}

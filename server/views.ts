import { join } from 'node:path';
import { ensureAssets } from '../scripts/assets/ensure-assets.ts';
import type { Config } from './config.ts';
import * as write from './platform/i18n/format.ts';
import { translateKey } from './platform/i18n/translate.ts';
import { createViewEngine, type ViewEngine } from './platform/views/engine.ts';
import type { ViewFormats } from './platform/views/view-data.ts';

/** Compiles every template, and makes the files the pages ask for where they are missing or old. */
export async function openViews(config: Pick<Config, 'mode'>): Promise<ViewEngine> {
  const assets = await ensureAssets();
  return createViewEngine({
    folder: join(import.meta.dirname, '../views'),
    asset: (name) => known(assets, name),
    translate: translateKey,
    format,
    reload: config.mode === 'development',
    strict: config.mode === 'test',
  });
}

const format: ViewFormats = {
  date: (at, locale, zone, style) => write.formatDate(locale, at, zone, styleNamed(style)),
  time: (at, locale, zone) => write.formatTime(locale, at, zone),
  dateTime: (at, locale, zone, style) => write.formatDateTime(locale, at, zone, styleNamed(style)),
  number: (value, locale) => write.formatNumber(locale, value),
};

const dateStyles = ['full', 'long', 'short', 'numeric', 'formal'] as const satisfies write.DateStyle[];

function styleNamed(style: string | undefined): write.DateStyle | undefined {
  const named = dateStyles.find((candidate) => candidate === style);
  if (style !== undefined && !named) throw new Error(`There is no way to write a date called ${style}`);
  return named;
}

function known(assets: Readonly<Record<string, string>>, name: string): string {
  const address = assets[name];
  if (!address) throw new Error(`There is no asset ${name}`);
  return address;
}

import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import type { Locale } from '../../contract/locales.ts';

export interface Viewer {
  width?: number;
  height?: number;
  theme?: 'light' | 'dark';
  /** What the browser asks for; a page in another language than the account's needs `?lang=`. */
  locale?: Locale;
  /** A context of its own when absent: no cookies, no account. */
  context?: BrowserContext;
}

const regions: Record<Locale, string> = { vi: 'vi-VN', en: 'en-GB', ru: 'ru-RU' };

let opening: Promise<Browser> | undefined;

/** One Chromium for the whole run. */
export function openBrowser(): Promise<Browser> {
  return (opening ??= chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-background-networking'],
  }));
}

export async function openPage(viewer: Viewer = {}): Promise<Page> {
  const context = viewer.context ?? (await openContext(viewer));
  const page = await context.newPage();
  if (viewer.context && viewer.width) {
    await page.setViewportSize({ width: viewer.width, height: viewer.height ?? 900 });
  }
  return page;
}

/** Somebody's own browser: fresh cookies, one window size, theme and language. */
export async function openContext(viewer: Omit<Viewer, 'context'> = {}): Promise<BrowserContext> {
  const { width = 1440, height = 900, theme = 'light', locale = 'vi' } = viewer;
  const browser = await openBrowser();
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    locale: regions[locale],
    timezoneId: 'Asia/Ho_Chi_Minh',
    reducedMotion: 'reduce',
  });
  // A page is waited for as long as a slow machine may need; what is there at once costs nothing.
  context.setDefaultTimeout(30_000);
  return context;
}

/** Waits until every script of the page listens: before keys and drags, which nothing else would hear. */
export function whenAlive(page: Page): Promise<void> {
  return page.locator('html[data-alive]').waitFor({ state: 'attached' });
}

export interface Complaints {
  /** What the browser complained about since the last look: broken scripts, refused content, missing files. */
  take: () => string[];
}

/** Listens to everything a browser holds against a page. A test that wants silence asks for it. */
export function listenToComplaints(page: Page): Complaints {
  const heard: string[] = [];
  page.on('pageerror', (error) => heard.push(`${page.url()} ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      heard.push(`${page.url()} ${message.text()}`);
  });
  return { take: () => heard.splice(0) };
}

// Scripts take pictures with the same browser, outside mocha.
if ('after' in globalThis) after('close the browser', closeBrowser);

export async function closeBrowser(): Promise<void> {
  if (!opening) return;
  const browser = await opening;
  opening = undefined;
  await browser.close();
}

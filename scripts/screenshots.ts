import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { readConfig } from '../server/config.ts';
import { startDemo } from '../server/demo/start-demo.ts';
import { ensureAssets } from './assets/ensure-assets.ts';
import { type Picture, pictures, type Shown } from './screenshots/pictures.ts';

/**
 * `npm run screenshots`: the demo's pages as pictures, for the README and for eyes that compare. With names
 * (`-- letter waves`) only those are taken anew.
 */
const folder = join(import.meta.dirname, '../docs/screenshots');
const data = mkdtempSync(join(tmpdir(), 'rostrum-screenshots-'));
process.on('exit', () => rmSync(data, { recursive: true, force: true }));
/** The simulation lets people in; a hall with some of them is worth a picture. */
const ARRIVALS_MS = 25_000;

await ensureAssets();
const printed = await demo();
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-background-networking'],
});
await mkdir(folder, { recursive: true });
await new Promise((resolve) => setTimeout(resolve, ARRIVALS_MS));
const shown = await lookUp(browser);
const wanted = process.argv.slice(2);
const isWanted = ({ name }: Picture): boolean => wanted.length === 0 || wanted.includes(name);
for (const picture of pictures(shown).filter(isWanted)) await take(browser, picture);
await browser.close();
process.exit(0);

/** Starts the demo and returns the addresses it prints, by their names. */
async function demo(): Promise<Map<string, string>> {
  const lines = new Map<string, string>();
  const config = readConfig({
    LOG_LEVEL: 'error',
    PORT: '0',
    ROSTRUM_DATA: data,
    SESSION_SECRET: 'pictures are nobody’s secret, but the key must be long',
  });
  await startDemo(config, (line) => {
    const [, name, address] = /^ {2}(\S.*?) {2,}(http\S+)$/.exec(line) ?? [];
    if (name && address) lines.set(name, address);
  });
  return lines;
}

/** Addresses that only the pages know. */
async function lookUp(chrome: Browser): Promise<Shown> {
  const page = await signedIn(await chrome.newPage());
  const site = new URL(page.url()).origin;
  const event = new URL(printed.get('Everybody') ?? '').pathname.replace('/e/', '/events/');
  await page.goto(`${site}${event}/mail`);
  const mail = (await page.locator('a.row-link').first().getAttribute('href')) ?? '';
  await page.goto(site + mail);
  const link = page.frameLocator('iframe').locator('a[href*="/i/"]').first();
  const invitation = (await link.getAttribute('href')) ?? '';
  await page.close();
  return { event, mail, invitation: new URL(invitation, site).pathname, door: pathOf('Door') };
}

async function take(chrome: Browser, picture: Picture): Promise<void> {
  const { width, theme = 'light', locale = 'vi' } = picture;
  const context = await chrome.newContext({
    viewport: { width, height: width < 700 ? 780 : width < 1000 ? 1024 : 900 },
    colorScheme: theme,
    reducedMotion: 'reduce',
    timezoneId: 'Asia/Ho_Chi_Minh',
  });
  const page = await context.newPage();
  if (picture.as === 'organiser') await signedIn(page);
  const site = new URL(printed.get('Organiser') ?? '').origin;
  await page.goto(`${site}${picture.path}${picture.path.includes('?') ? '&' : '?'}lang=${locale}`);
  await page.waitForTimeout(600);
  const shot = await page.screenshot({ type: 'jpeg', quality: 82 });
  const name = [picture.name, width, theme === 'dark' ? 'dark' : '', locale === 'vi' ? '' : locale];
  await writeFile(join(folder, `${name.filter(Boolean).join('-')}.jpg`), shot);
  await context.close();
}

/** Opens the organiser's link; where it asks first, presses its button. */
async function signedIn(page: Page): Promise<Page> {
  await page.goto(printed.get('Organiser') ?? '');
  const button = page.locator('main form button.button-primary');
  if (page.url().includes('/sign-in/')) await Promise.all([page.waitForURL(/\/events\//), button.click()]);
  return page;
}

function pathOf(name: string): string {
  return new URL(printed.get(name) ?? '').pathname;
}

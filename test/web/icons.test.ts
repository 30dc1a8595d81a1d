import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'chai';
import { ensureAssets } from '../../scripts/assets/ensure-assets.ts';

const project = path.resolve(import.meta.dirname, '../..');

describe('the icons', () => {
  it('are one symbol each in the sprite, with nothing of their own frame left', async () => {
    const sprite = await readSprite();
    const files = (await readdir(path.join(project, 'public/images/icons'))).filter((file) =>
      file.endsWith('.svg'),
    );
    const names = [...files.map((file) => path.parse(file).name), 'mark'];
    expect(symbolsOf(sprite).toSorted()).to.deep.equal(names.toSorted());
    expect(sprite.match(/<svg/g)).to.have.length(1);
    expect(sprite).not.to.include('<!--');
  });

  it('exist when a template names them', async () => {
    const there = new Set(symbolsOf(await readSprite()));
    const named = await namedInTemplates();
    expect(named.length).to.be.greaterThan(10);
    expect(named.filter(({ icon }) => !there.has(icon))).to.deep.equal([]);
  });
});

async function readSprite(): Promise<string> {
  const manifest = await ensureAssets();
  return readFile(path.join(project, 'public', manifest['icons.svg'] ?? ''), 'utf8');
}

function symbolsOf(sprite: string): string[] {
  return [...sprite.matchAll(/<symbol id="([^"]+)"/g)].map(([, name = '']) => name);
}

async function namedInTemplates(): Promise<{ file: string; icon: string }[]> {
  const views = path.join(project, 'views');
  const files = (await readdir(views, { recursive: true })).filter((file) => file.endsWith('.hbs'));
  const found = await Promise.all(
    files.map(async (file) => iconsIn(file, await readFile(path.join(views, file), 'utf8'))),
  );
  return found.flat();
}

function iconsIn(file: string, template: string): { file: string; icon: string }[] {
  const words = template.matchAll(/(?:\{\{icon |\bicon=)"([^"]+)"/g);
  return [...words].map(([, icon = '']) => ({ file, icon }));
}

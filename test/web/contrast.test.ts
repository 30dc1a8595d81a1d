import { readFileSync } from 'node:fs';
import { expect } from 'chai';

type Theme = 'light' | 'dark';
const css = new URL('../../public/css/', import.meta.url);
const tokens = readColours('tokens.css');
const verdicts = readColours('door-result.css');

const grounds = ['paper', 'surface', 'raised', 'aside'];
const onAnyGround = ['ink', 'muted', 'lacquer', 'sea', 'gold', 'present', 'waiting', 'refused', 'attention'];
const washed = ['lacquer', 'sea', 'gold', 'present', 'waiting', 'refused', 'attention'];

describe('the colours', () => {
  for (const theme of ['light', 'dark'] as const) {
    it(`are legible as text on every ground in ${theme}`, () => {
      expect(tooPale(pairs(onAnyGround, grounds), theme, 4.5)).to.deep.equal([]);
    });

    it(`are legible on their own wash in ${theme}, where ink is legible too`, () => {
      const own = washed.flatMap((name): [string, string][] => [
        [name, `${name}-wash`],
        ['ink', `${name}-wash`],
      ]);
      expect(tooPale(own, theme, 4.5)).to.deep.equal([]);
    });

    it(`let a primary button be read in ${theme}, resting and under the pointer`, () => {
      const fills = ['lacquer-fill', 'lacquer-fill-hover'];
      expect(tooPale(pairs(['on-lacquer'], fills), theme, 4.5)).to.deep.equal([]);
    });

    it(`show the edge of a field and the focus ring at 3:1 in ${theme}`, () => {
      expect(tooPale(pairs(['control', 'sea'], ['paper', 'surface']), theme, 3)).to.deep.equal([]);
    });
  }

  it('make a verdict at the door legible at arm’s length: 7:1', () => {
    const white = ['welcome', 'refused', 'attention'].map((word) => `verdict-${word}`);
    const all = [...pairs(['verdict-light'], white), ['verdict-dark', 'verdict-already'] as [string, string]];
    expect(tooPale(all, 'dark', 7)).to.deep.equal([]);
  });
});

function pairs(texts: readonly string[], on: readonly string[]): [string, string][] {
  return texts.flatMap((text) => on.map((ground): [string, string] => [text, ground]));
}

/** The pairs that miss the ratio, with what they reach. */
function tooPale(wanted: readonly [string, string][], theme: Theme, least: number): string[] {
  return wanted
    .map(([text, ground]) => ({ text, ground, ratio: contrast(colour(text, theme), colour(ground, theme)) }))
    .filter(({ ratio }) => ratio < least)
    .map(({ text, ground, ratio }) => `${text} on ${ground}: ${ratio.toFixed(2)}`);
}

function colour(name: string, theme: Theme): string {
  const found = tokens.get(name) ?? verdicts.get(name);
  if (!found) throw new Error(`No colour is called ${name}`);
  return found[theme];
}

function readColours(file: string): Map<string, Record<Theme, string>> {
  const text = readFileSync(new URL(file, css), 'utf8');
  const found = text.matchAll(/--([\w-]+): (?:light-dark\((#[\da-f]{6}), (#[\da-f]{6})\)|(#[\da-f]{6}));/g);
  return new Map(
    [...found].map(([, name = '', light, dark, both]) => [
      name,
      { light: light ?? both ?? '', dark: dark ?? both ?? '' },
    ]),
  );
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => channel(hex.slice(at, at + 2)));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channel(hex: string): number {
  const value = Number.parseInt(hex, 16) / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

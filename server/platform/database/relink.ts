/**
 * Lets the embedded engine load on a glibc older than the one it was linked against.
 *
 * The published Linux libraries ask for GLIBC_2.38 because of a handful of symbols, and each of them has an
 * older twin that does the same for our purpose. These functions rewrite the references in a copy held in
 * memory: same length, nothing moves. Anything that is not exactly of the expected shape is an error, because
 * a library that loads with a wrong reference would be worse than one that does not load.
 */

const NEW_VERSION = 'GLIBC_2.38';
const OLDEST_SYSTEM = 36;
const ISO_PREFIX = '__isoc23_';

/** The version every symbol of the C library had when the processor was first supported, by ELF machine. */
const BASE_VERSION: Readonly<Record<number, string>> = { 62: 'GLIBC_2.2.5', 183: 'GLIBC_2.17' };

/** `__isoc23_strtol` ends in `strtol`, its older twin; `fmod` only changed how it reports errors. */
const TWINS: ReadonlySet<string> = new Set([
  ...['strtol', 'strtoul', 'strtoll', 'strtoull', 'sscanf', 'fscanf'].map((name) => ISO_PREFIX + name),
  'fmod',
]);

interface Section {
  type: number;
  offset: number;
  size: number;
  link: number;
  info: number;
}

/** One version that a library asks of one other file; `at` is where the entry lies. */
interface Need {
  at: number;
  file: string;
  version: string;
  index: number;
}

interface Tables {
  symbols: Section;
  strings: Section;
  versions: Section;
  needs: Need[];
}

export interface DynamicSymbol {
  name: string;
  /** For example `libc.so.6 GLIBC_2.2.5`; empty for a symbol without a version. */
  from: string;
}

/** A copy of the library that asks for the older twins. */
export function relink(library: Buffer): Buffer {
  const copy = Buffer.from(library);
  const tables = readTables(copy);
  const base = baseVersion(copy);
  for (const need of tables.needs.filter((each) => each.version === NEW_VERSION)) {
    const twin = tables.needs.find((each) => each.file === need.file && each.version === base);
    if (!twin) throw unexpected(`${need.file} is not asked for ${base}`);
    pointSymbols(copy, tables, need, twin);
    copy.copy(copy, need.at, twin.at, twin.at + 4);
    copy.copy(copy, need.at + 8, twin.at + 8, twin.at + 12);
  }
  refuseNewer(readTables(copy).needs);
  return copy;
}

/** Every name the library takes from elsewhere or offers, with the version it is bound to. */
export function dynamicSymbols(library: Buffer): DynamicSymbol[] {
  const tables = readTables(library);
  return symbolEntries(library, tables).map(({ name, version }) => {
    const need = tables.needs.find((each) => each.index === version);
    return { name, from: need ? `${need.file} ${need.version}` : '' };
  });
}

function pointSymbols(library: Buffer, tables: Tables, need: Need, twin: Need): void {
  for (const symbol of symbolEntries(library, tables)) {
    if (symbol.version !== need.index) continue;
    if (!TWINS.has(symbol.name)) throw unexpected(`${symbol.name} has no known older twin`);
    library.writeUInt16LE(twin.index, symbol.versionAt);
    if (!symbol.name.startsWith(ISO_PREFIX)) continue;
    library.writeUInt32LE(library.readUInt32LE(symbol.at) + ISO_PREFIX.length, symbol.at);
  }
}

function refuseNewer(needs: readonly Need[]): void {
  const newer = needs.find(
    ({ version }) => Number(/^GLIBC_2\.(\d+)$/.exec(version)?.[1] ?? 0) > OLDEST_SYSTEM,
  );
  if (newer) throw unexpected(`${newer.file} is asked for ${newer.version}`);
}

function baseVersion(library: Buffer): string {
  const machine = library.readUInt16LE(18);
  const base = BASE_VERSION[machine];
  if (!base) throw unexpected(`machine ${machine}`);
  return base;
}

function readTables(library: Buffer): Tables {
  const sections = readSections(library);
  const symbols = only(sections, 11, 'dynamic symbol table');
  const strings = sections[symbols.link];
  if (!strings) throw unexpected('no string table');
  const needed = only(sections, 0x6ffffffe, 'table of needed versions');
  if (sections[needed.link] !== strings) throw unexpected('two string tables');
  return {
    symbols,
    strings,
    versions: only(sections, 0x6fffffff, 'table of symbol versions'),
    needs: readNeeds(library, needed, strings),
  };
}

function readSections(library: Buffer): Section[] {
  const elf64LittleEndian = Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1]);
  if (library.length < 64 || !library.subarray(0, 6).equals(elf64LittleEndian)) throw unexpected('not ELF64');
  const start = Number(library.readBigUInt64LE(40));
  const width = library.readUInt16LE(58);
  const count = library.readUInt16LE(60);
  if (width !== 64 || start + width * count > library.length) throw unexpected('section headers');
  return Array.from({ length: count }, (_, number) => readSection(library, start + number * width));
}

function readSection(library: Buffer, at: number): Section {
  return {
    type: library.readUInt32LE(at + 4),
    offset: Number(library.readBigUInt64LE(at + 24)),
    size: Number(library.readBigUInt64LE(at + 32)),
    link: library.readUInt32LE(at + 40),
    info: library.readUInt32LE(at + 44),
  };
}

function only(sections: readonly Section[], type: number, name: string): Section {
  const [section, another] = sections.filter((each) => each.type === type);
  if (!section || another) throw unexpected(name);
  return section;
}

function readNeeds(library: Buffer, needed: Section, strings: Section): Need[] {
  const needs: Need[] = [];
  let at = needed.offset;
  for (let left = needed.info; left > 0; left -= 1) {
    const file = text(library, strings, library.readUInt32LE(at + 4));
    let entry = at + library.readUInt32LE(at + 8);
    for (let versions = library.readUInt16LE(at + 2); versions > 0; versions -= 1) {
      const index = library.readUInt16LE(entry + 6);
      needs.push({
        at: entry,
        file,
        version: text(library, strings, library.readUInt32LE(entry + 8)),
        index,
      });
      entry += library.readUInt32LE(entry + 12);
    }
    at += library.readUInt32LE(at + 12);
  }
  return needs;
}

function symbolEntries(library: Buffer, { symbols, strings, versions }: Tables) {
  const count = symbols.size / 24;
  if (versions.size !== count * 2) throw unexpected('as many versions as symbols');
  return Array.from({ length: count }, (_, number) => {
    const at = symbols.offset + number * 24;
    const versionAt = versions.offset + number * 2;
    // The highest bit only says "hidden"; the rest is the index.
    const version = library.readUInt16LE(versionAt) & 0x7fff;
    return { at, versionAt, version, name: text(library, strings, library.readUInt32LE(at)) };
  });
}

function text(library: Buffer, strings: Section, offset: number): string {
  const start = strings.offset + offset;
  const end = library.indexOf(0, start);
  if (offset >= strings.size || end < 0) throw unexpected('a name outside the string table');
  return library.toString('latin1', start, end);
}

function unexpected(what: string): Error {
  return new Error(`The library of the embedded database is not of the expected shape: ${what}`);
}

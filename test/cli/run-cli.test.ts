import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { runCli } from '../../server/cli/run-cli.ts';
import { type Engine, startEngine } from '../../server/platform/database/engine.ts';
import { conference } from '../features/exchange/conferences.ts';

interface Run {
  code: number;
  out: string;
  err: string;
}

describe('the command line', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rostrum-cli-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  async function here(words: string[], environment: Record<string, string> = {}): Promise<Run> {
    const said: Record<'out' | 'err', string[]> = { out: [], err: [] };
    const code = await runCli(words, {
      environment,
      out: (line) => said.out.push(line),
      err: (line) => said.err.push(line),
    });
    return { code, out: said.out.join('\n'), err: said.err.join('\n') };
  }

  it('tells what it can do', async () => {
    const { code, out } = await here(['--help']);
    expect(code).to.equal(0);
    for (const name of [
      'import-event FILE',
      'export-event SLUG',
      'create-token --user',
      'repair [--check]',
    ]) {
      expect(out).to.include(name);
    }
    expect((await here(['repair', '--help'])).out).to.include('--check');
  });

  it('ends with 2 and the usage when it is asked in a wrong way', async () => {
    const wrong = [
      [],
      ['dance'],
      ['import-event'],
      ['export-event', 'a', 'b'],
      ['repair', '--chekc'],
      ['create-token'],
    ];
    for (const words of wrong) {
      const { code, out, err } = await here(words);
      expect({ code, out }, words.join(' ')).to.deep.equal({ code: 2, out: '' });
      expect(err).not.to.equal('');
    }
    expect((await here(['create-token', '--user', 'a@b.example', '--days', '31'])).err).to.include(
      '30, 90, 365',
    );
  });

  it('says in one sentence what is wrong with a file or a setting', async () => {
    const missing = await here(['import-event', join(folder, 'none.json')]);
    expect(missing).to.include({ code: 1, err: `${join(folder, 'none.json')} cannot be read (ENOENT).` });
    const setting = await here(['repair'], { PORT: 'many' });
    expect(setting).to.deep.include({ code: 1, out: '' });
    expect(setting.err).to.match(/^PORT must be/);
  });

  describe('beside a running Rostrum', () => {
    let engine: Engine;
    before(async () => {
      engine = await startEngine(join(folder, 'database'));
    });
    after(() => engine.stop());

    async function rostrum(...words: string[]): Promise<Run> {
      const program = ['--import', 'tsx', 'server/cli.ts', ...words];
      const environment = { ...process.env, ROSTRUM_DATA: folder, MONGODB_URI: '' };
      try {
        const { stdout, stderr } = await promisify(execFile)('node', program, { env: environment });
        return { code: 0, out: stdout, err: stderr };
      } catch (error) {
        const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
        return { code, out: stdout, err: stderr };
      }
    }

    it('imports, exports the same file, finds nothing to repair', async () => {
      const file = join(folder, 'party.json');
      await writeFile(file, conference('party-review-2020'));
      expect(await rostrum('import-event', file)).to.deep.equal({
        code: 0,
        out: 'Imported party-review-2020: 0 guests, 1 agenda items.\n',
        err: '',
      });
      const out = join(folder, 'out.json');
      const [exported, checked] = await Promise.all([
        rostrum('export-event', 'party-review-2020', '--out', out),
        rostrum('repair', '--check'),
      ]);
      expect([exported, checked]).to.deep.equal([
        { code: 0, out: '', err: '' },
        { code: 0, out: '0 differences\n', err: '' },
      ]);
      expect(JSON.parse(await readFile(out, 'utf8'))).to.deep.include({
        format: 'rostrum-event',
        version: 1,
      });
    });

    it('refuses a file with mistakes, each with its place', async () => {
      const file = join(folder, 'wrong.json');
      await writeFile(file, JSON.stringify({ format: 'rostrum-event', version: 2, event: { slug: 'A b' } }));
      const { code, out, err } = await rostrum('import-event', file);
      expect({ code, out }).to.deep.equal({ code: 1, out: '' });
      expect(err).to.match(/^version: .+\nevent.slug: .+\n/);
      expect(err).to.match(/\d problems; nothing was written\.\n$/);
    });
  });
});

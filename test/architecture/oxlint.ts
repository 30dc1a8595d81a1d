import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { z } from 'zod';
import { project } from './sources.ts';

const Report = z.object({
  diagnostics: z.array(
    z.object({
      message: z.string(),
      code: z.string(),
      filename: z.string(),
      labels: z.array(z.object({ span: z.object({ line: z.number() }) })),
    }),
  ),
});

export interface Remark {
  file: string;
  line: number;
  rule: string;
  message: string;
}

/** What the linter says about folders below `root` under a few rules and nothing else. */
export function lint(folders: readonly string[], rules: Record<string, unknown>, root = project): Remark[] {
  const scratch = mkdtempSync(join(tmpdir(), 'lint-'));
  try {
    const config = join(scratch, 'rules.json');
    writeFileSync(config, JSON.stringify({ categories: { correctness: 'off' }, plugins: [], rules }));
    const oxlint = join(project, 'node_modules/oxlint/bin/oxlint');
    const run = spawnSync(process.execPath, [oxlint, '-c', config, '-f', 'json', ...folders], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    return remarks(run.stdout, root);
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

function remarks(output: string, root: string): Remark[] {
  return Report.parse(JSON.parse(output)).diagnostics.map(({ message, code, filename, labels }) => ({
    file: filename.startsWith('/') ? relative(root, filename) : filename,
    line: labels[0]?.span.line ?? 1,
    rule: /\(([^)]+)\)/.exec(code)?.[1] ?? code,
    message,
  }));
}

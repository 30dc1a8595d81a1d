import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const EXTENSION = '.hbs';

export interface TemplateFile {
  /** The path below the views folder without the extension: `guests/_row`, `mails/invitation.text`. */
  name: string;
  path: string;
  changedAt: number;
}

export function templateFiles(folder: string): TemplateFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(EXTENSION))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ name: templateName(folder, path), path, changedAt: statSync(path).mtimeMs }));
}

export function readTemplate(file: TemplateFile): string {
  return readFileSync(file.path, 'utf8');
}

function templateName(folder: string, path: string): string {
  return relative(folder, path).split(sep).join('/').slice(0, -EXTENSION.length);
}

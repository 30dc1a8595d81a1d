import { runInThisContext } from 'node:vm';
import Handlebars from 'handlebars';
import { viewHelpers, type HelperNeeds } from './helpers.ts';
import { readTemplate, type TemplateFile, templateFiles } from './source-files.ts';
import type { ViewData } from './view-data.ts';

export interface ViewEngine {
  /** Models are parsed by their schema and unknown names throw: for tests. */
  readonly strict: boolean;
  /** Renders a view, inside a layout when one is given. */
  render(name: string, model: unknown, data: ViewData, layout?: string | null): string;
}

export interface ViewEngineOptions extends HelperNeeds {
  /** The folder with the templates. Everything below it is trusted code; nothing else is ever compiled. */
  folder: string;
  /** Looks at the files again before each page: for development. */
  reload?: boolean;
  strict?: boolean;
}

type Template = Handlebars.TemplateDelegate;

/** Compiles every template below `folder` once. A syntax error stops the start, with the name of the file. */
export function createViewEngine(options: ViewEngineOptions): ViewEngine {
  const strict = options.strict ?? false;
  const handlebars = Handlebars.create();
  handlebars.registerHelper(viewHelpers(options));
  const templates = new Map<string, Template>();
  const seen = new Map<string, number>();

  function refresh(): void {
    const files = templateFiles(options.folder);
    for (const file of files) if (seen.get(file.name) !== file.changedAt) load(file);
    const present = new Set(files.map((file) => file.name));
    for (const name of templates.keys()) if (!present.has(name)) forget(name);
  }

  function load(file: TemplateFile): void {
    const template = compile(handlebars, file, strict);
    templates.set(file.name, template);
    handlebars.registerPartial(file.name, template);
    seen.set(file.name, file.changedAt);
  }

  function forget(name: string): void {
    templates.delete(name);
    handlebars.unregisterPartial(name);
    seen.delete(name);
  }

  function template(name: string): Template {
    const found = templates.get(name);
    if (!found) throw new Error(`There is no template ${name} in ${options.folder}`);
    return found;
  }

  refresh();
  return {
    strict,
    render(name, model, data, layout = null) {
      if (options.reload) refresh();
      const body = template(name)(model, { data: { ...data } });
      return layout === null ? body : template(`layouts/${layout}`)({ body }, { data: { ...data } });
    },
  };
}

/** Handlebars compiles when a template is first used; precompiling moves that, and its errors, to the start. */
function compile(handlebars: typeof Handlebars, file: TemplateFile, strict: boolean): Template {
  const helpers = Object.fromEntries(Object.keys(handlebars.helpers).map((name) => [name, true]));
  try {
    const code: unknown = handlebars.precompile(readTemplate(file), {
      strict,
      noEscape: file.name.endsWith('.text'),
      knownHelpers: helpers,
      knownHelpersOnly: true,
      preventIndent: true,
    });
    const specification: TemplateSpecification = runInThisContext(`(${String(code)})`, {
      filename: file.path,
    });
    return handlebars.template(specification);
  } catch (error) {
    throw new Error(`${file.path}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

import type { z } from 'zod';
import type { Locale } from '../../../contract/locales.ts';
import { paths } from '../../paths.ts';
import { formFields } from '../../platform/http/form-fields.ts';
import type { FormState } from '../../platform/http/form.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { ImportModel } from './views.ts';

type Model = z.input<typeof ImportModel>;

/** Whoever sent a file this large mends it where it came from. */
const LARGEST_SHOWN = 300_000;
const MOST_PROBLEMS = 200;
const ownFields = new Set(['text', 'slug']);

export interface Sent {
  form: FormState;
  /** Sent as a file, and not pasted. */
  isFile: boolean;
}

export function importModel(locale: Locale, sent: Sent | null): Model {
  const form = sent && withoutLargeFile(sent);
  const fields = formFields({ file: '', text: '', slug: '' }, form);
  const problems = problemsOf(form);
  return {
    action: paths.importEvent,
    back: paths.events,
    errors: errorsOf(form),
    problems: problems.slice(0, MOST_PROBLEMS),
    problemsText: translate(locale, 'exchange.import.problems', { count: problems.length }),
    moreText:
      problems.length > MOST_PROBLEMS
        ? translate(locale, 'exchange.import.more', { count: problems.length - MOST_PROBLEMS })
        : '',
    // Nothing sent is a matter of the file as much as of the text below it.
    fields: { ...fields, file: { ...fields.file, error: fields.text.error } },
    pasteIsOpen: fields.text.value !== '',
  };
}

function errorsOf(form: FormState | null): Model['errors'] {
  if (!form) return [];
  const { text, slug } = form.errors;
  return [
    ...(form.refused ? [{ href: '', text: form.refused }] : []),
    ...(text ? [{ href: '#f-file', text }] : []),
    ...(slug ? [{ href: '#f-slug', text: slug }] : []),
  ];
}

function problemsOf(form: FormState | null): Model['problems'] {
  return Object.entries(form?.errors ?? {})
    .filter(([path]) => !ownFields.has(path))
    .map(([path, text]) => ({ path, text }))
    .toReversed();
}

function withoutLargeFile({ form, isFile }: Sent): FormState {
  const { text } = form.values;
  const keeps = !isFile || (typeof text === 'string' && text.length <= LARGEST_SHOWN);
  return keeps ? form : { ...form, values: { ...form.values, text: '' } };
}

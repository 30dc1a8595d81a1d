import { type LetterKind, letterKinds } from '../../../contract/letters.ts';
import { type Locale, locales } from '../../../contract/locales.ts';
import type { LetterText } from '../../../models/event.ts';
import type { LetterTexts } from '../../../models/message-template.ts';
import { paths } from '../../paths.ts';
import type { FormState } from '../../platform/http/form.ts';
import { errorSummary, formFields } from '../../platform/http/form-fields.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { ViewModel } from '../../platform/views/view-set.ts';
import { type Access, can } from '../access/access.ts';
import { addressedName, atStart, officeIn } from '../directory/style-of-address.ts';
import type { PreviewGuest } from './addressees.ts';
import { mergeFields } from './merge-fields.ts';
import { letterView, nobody } from './present-letter.ts';
import type { views } from './views.ts';

type Kinds = ViewModel<typeof views, 'letters/index'>;
type Edit = ViewModel<typeof views, 'letters/edit'>;

export const kindIcons: Readonly<Record<LetterKind, string>> = {
  'save-the-date': 'calendar-days',
  invitation: 'send',
  reminder: 'bell',
  'programme-changed': 'clock-alert',
  update: 'info',
  pass: 'qr-code',
  cancellation: 'ban',
  withdrawal: 'user-x',
  'thank-you': 'star',
  announcement: 'megaphone',
};

export function kindsModel(access: Access, own: ReadonlySet<LetterKind>, locale: Locale): Kinds {
  const { event } = access;
  return {
    send: paths.newWave(event),
    canSend: can(access, 'invitations.send'),
    kinds: letterKinds.map((kind) => ({
      href: paths.letter(event, kind),
      icon: kindIcons[kind],
      label: translate(locale, `letters.kind.${kind}`),
      about: translate(locale, `letters.about.${kind}`),
      isOwn: own.has(kind),
    })),
  };
}

export interface EditFacts {
  kind: LetterKind;
  texts: LetterTexts;
  isOwn: boolean;
  /** The version of each language that is stored now. */
  versions: Readonly<Record<Locale, string>>;
  conflicts: readonly Locale[];
  guests: readonly PreviewGuest[];
  form: FormState | null;
}

export function editModel({ event }: Access, facts: EditFacts, locale: Locale): Edit {
  const { kind, isOwn, guests, form } = facts;
  const first = guests[0];
  const typed = typedTexts(facts);
  const shown = first?.locale ?? locale;
  return {
    title: translate(locale, 'letters.edit-title', { kind: translate(locale, `letters.kind.${kind}`) }),
    about: translate(locale, `letters.about.${kind}`),
    action: paths.letter(event, kind),
    preview: paths.letterPreview(event, kind),
    search: paths.letterGuests(event),
    test: paths.testLetter(event, kind),
    forget: isOwn ? paths.forgetLetter(event, kind) : '',
    back: paths.letters(event),
    errors: errorSummary(form),
    fields: mergeFields.map((field) => ({
      mark: `{${field}}`,
      label: translate(locale, `letters.field.${field}`),
    })),
    languages: languagesOf(facts, locale),
    found: foundModel(guests, locale, String(first?._id ?? '')),
    previewLanguages: locales.map((code) => ({
      value: code,
      label: translate(locale, `common.language.${code}`),
      selected: code === shown,
    })),
    letter: letterView({ guest: first ?? nobody, event, texts: typed, locale: shown }, locale),
  };
}

/** Beside a text that somebody else has changed too stands theirs, so that nothing has to be guessed. */
function languagesOf({ texts, versions, conflicts, form }: EditFacts, locale: Locale): Edit['languages'] {
  const { vi, en, ru } = texts;
  const { texts: fields } = formFields({ texts: { vi, en, ru } }, form);
  const open = conflicts[0] ?? locales.find((code) => hasError(form, code)) ?? 'vi';
  return locales.map((code) => ({
    code,
    label: translate(locale, `common.language.${code}`),
    isOpen: code === open,
    seen: { name: `seen[${code}]`, value: seenOf({ versions, conflicts, form }, code) },
    fields: fields[code],
    theirs: conflicts.includes(code) ? texts[code] : null,
  }));
}

/** The form goes on with the version it was opened on, unless the other one stands beside it now. */
function seenOf(
  { versions, conflicts, form }: Pick<EditFacts, 'versions' | 'conflicts' | 'form'>,
  code: Locale,
): string {
  if (!form || conflicts.includes(code)) return versions[code];
  const seen: unknown = form.values['seen'];
  const typed: unknown = typeof seen === 'object' && seen !== null ? Reflect.get(seen, code) : undefined;
  return typeof typed === 'string' ? typed : versions[code];
}

function hasError(form: FormState | null, code: Locale): boolean {
  return Object.keys(form?.errors ?? {}).some((path) => path.startsWith(`texts.${code}.`));
}

function typedTexts({ texts, form }: EditFacts): LetterTexts {
  const { vi, en, ru } = texts;
  const { texts: fields } = formFields({ texts: { vi, en, ru } }, form);
  const textOf = (code: Locale): LetterText => ({
    subject: fields[code].subject.value,
    body: fields[code].body.value,
  });
  return { vi: textOf('vi'), en: textOf('en'), ru: textOf('ru') };
}

export function foundModel(
  guests: readonly PreviewGuest[],
  locale: Locale,
  chosen: string,
): ViewModel<typeof views, 'letters/_found'> {
  return {
    guests: guests.map((guest) => ({
      value: String(guest._id),
      name: atStart(addressedName(guest, locale), locale),
      office: officeIn(guest, locale),
      selected: String(guest._id) === chosen,
    })),
  };
}

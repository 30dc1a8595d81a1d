import { letterheads, lettersPerFile } from '../../../contract/formal-letter.ts';
import { inLocale } from '../../../contract/localised.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { FormalLetter } from '../../../models/formal-letter.ts';
import { paths } from '../../paths.ts';
import type { FormState } from '../../platform/http/form.ts';
import { errorSummary, formFields } from '../../platform/http/form-fields.ts';
import { shownRev } from '../../platform/http/form-rows.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { Access } from '../access/access.ts';
import { displayName } from '../directory/person-name.ts';
import type { Addressee, AddresseeCount, BegunWave } from './addressees.ts';
import type { LetterSheet } from './letter-sheet.ts';
import { paperModel } from './present-paper.ts';
import { type Unprintable, unprintableOfAll } from './unprintable.ts';
import type { IndexModel } from './views.ts';

export interface PageFacts {
  access: Access;
  locale: Locale;
  letter: FormalLetter;
  form: FormState | null;
  /** One guest of each language, to try the letter on. */
  examples: readonly Addressee[];
  /** The letter to each of them. */
  sheets: readonly LetterSheet[];
  who: string;
  count: AddresseeCount;
  waves: readonly BegunWave[];
  unprintable: { found: readonly Unprintable[]; hasMore: boolean };
}

const blank = { vi: '', en: '', ru: '' };

export function indexModel(facts: PageFacts): IndexModel {
  const { access, locale, letter, form, examples } = facts;
  const [sheet] = facts.sheets;
  const fields = formFields(storedFields(letter), form);
  return {
    action: paths.formalLetters(access.event),
    preview: paths.formalLetterPreview(access.event),
    rev: shownRev(form, letter.rev),
    errors: errorSummary(form),
    fields,
    letterheads: letterheads.map((each) => ({
      value: each,
      label: translate(locale, `formal-letters.letterhead.${each}`),
      selected: fields.letterhead.value === each,
    })),
    withCode: form ? form.values['code'] === 'true' : letter.code,
    isShared: form ? form.values['shared'] === 'true' : letter.shared,
    guests: examples.map((guest, at) => ({
      value: String(guest._id),
      label: translate(locale, 'formal-letters.example', {
        name: displayName(guest.name, locale),
        language: { key: `common.language.${guest.locale}` },
      }),
      selected: at === 0,
    })),
    paper: sheet ? paperModel(sheet, locale) : null,
    print: printModel(facts),
  };
}

function storedFields(letter: FormalLetter) {
  const { signer } = letter;
  return {
    letterhead: letter.letterhead as string,
    superior: { ...blank, ...letter.superior },
    unit: { ...blank, ...letter.unit },
    number: letter.number,
    symbol: letter.symbol,
    place: { ...blank, ...letter.place },
    date: letter.date,
    purpose: { ...blank, ...letter.purpose },
    closing: { ...blank, ...letter.closing },
    signer: {
      capacity: { ...blank, ...signer.capacity },
      position: { ...blank, ...signer.position },
      name: { ...blank, ...signer.name },
    },
    copies: { ...blank, ...letter.copies },
    code: letter.code ? 'true' : '',
    shared: letter.shared ? 'true' : '',
  };
}

function printModel(facts: PageFacts): IndexModel['print'] {
  const { access, locale, who, count, letter } = facts;
  const files = Math.ceil(count.all / lettersPerFile);
  return {
    action: paths.formalLetters(access.event),
    choices: choicesOf(facts),
    count: translate(locale, 'formal-letters.count', { count: count.all }),
    withoutLink:
      letter.code && count.withoutLink > 0
        ? translate(locale, 'formal-letters.without-link', { count: count.withoutLink })
        : '',
    waves: paths.newWave(access.event),
    boxes: boxesOf(facts),
    files: Array.from({ length: files }, (_, at) => ({
      href: `${paths.formalLettersPrint(access.event)}?${new URLSearchParams({ who, part: String(at + 1) }).toString()}`,
      label:
        files === 1
          ? translate(locale, 'formal-letters.print-all', { count: count.all })
          : translate(locale, 'formal-letters.print-part', {
              from: at * lettersPerFile + 1,
              to: Math.min(count.all, (at + 1) * lettersPerFile),
            }),
    })),
  };
}

/** Whose letters would come out with empty boxes, and where the name is mended. */
function boxesOf({ access, locale, sheets, unprintable }: PageFacts): IndexModel['print']['boxes'] {
  const own = unprintableOfAll(sheets).join(' ');
  const { found, hasMore } = unprintable;
  if (own === '' && found.length === 0) return null;
  return {
    own: own && translate(locale, 'formal-letters.boxes-own', { marks: own }),
    guests: found.map(({ guest, marks }) => ({
      href: paths.editGuest(access.event, guest),
      name: displayName(guest.name, guest.locale),
      marks: marks.join(' '),
    })),
    hasMore,
  };
}

function choicesOf({ access, locale, who, waves }: PageFacts): IndexModel['print']['choices'] {
  const standings = ['not-invited', 'no-answer', 'attending'] as const;
  const choices = [
    { value: 'all', label: translate(locale, 'formal-letters.who.all') },
    { value: 'no-email', label: translate(locale, 'formal-letters.who.no-email') },
    ...standings.map((value) => ({ value, label: translate(locale, `states.standing.${value}`) })),
    ...access.event.categories.map(({ id, title }) => ({
      value: `category:${id}`,
      label: translate(locale, 'formal-letters.who.category', { title: inLocale(title, locale) }),
    })),
    ...waves.map(({ _id, number, kind, channel }) => ({
      value: `wave:${String(_id)}`,
      label: translate(locale, 'formal-letters.who.wave', {
        number,
        kind: { key: `letters.kind.${kind}` },
        channel,
      }),
    })),
  ];
  return choices.map((choice) => ({ ...choice, selected: choice.value === who }));
}

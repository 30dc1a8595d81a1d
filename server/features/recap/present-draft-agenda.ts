import { inLocale } from '../../../contract/localised.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { AgendaItem } from '../../../models/agenda.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { fold } from '../../platform/text.ts';
import { addressedName, atStart, styleOfAddress } from '../directory/style-of-address.ts';
import { inside, joined, shareSaid } from './present-phrases.ts';
import type { RecapFacts, RecapPerson } from './recap-facts.ts';

/** A subject of which the title has said so much adds nothing. */
const NOTHING_NEW = 0.7;

/** What was said and done, in the order of the agenda. */
export function agendaSentences(facts: RecapFacts, locale: Locale, names: readonly string[]): string[] {
  const introduced = new Set(facts.sides.flatMap(({ people }) => people.map(({ _id }) => String(_id))));
  const items = facts.items.filter(({ kind }) => kind !== 'break');
  const sentences = items.map((item) => {
    const people = peopleOf(item, facts).map((person) => {
      const isKnown = introduced.has(String(person._id));
      introduced.add(String(person._id));
      return isKnown ? addressedName(person, locale) : styleOfAddress(person, locale);
    });
    return sentence(item, people, { locale, names });
  });
  const opening = translate(locale, 'recap.draft.speeches');
  return sentences.length > 1 && opening ? [opening, ...sentences] : sentences;
}

interface To {
  locale: Locale;
  names: readonly string[];
}

function sentence(item: AgendaItem, people: readonly string[], { locale, names }: To): string {
  const kind = translate(locale, `states.agenda.${item.kind}`);
  const title = inLocale(item.title, locale);
  const by = inLocale(item.by, locale);
  const about = subjectOf(item, locale, kind);
  const who = by && shareSaid(by, title) < 1 ? [...people, by] : people;
  const said = joined(locale, who);
  const act = said
    ? translate(locale, `recap.draft.act.${item.kind}`, {
        people: apposed(said, locale),
        title: title === '' || alike(title, kind) ? 'none' : title,
      })
    : translate(locale, 'recap.draft.item', { title: title || kind });
  return atStart(
    translate(locale, 'recap.draft.said', { act, about: about ? inside(about, locale, names) : 'none' }),
    locale,
  );
}

/** A person with an office is set off by a second comma. */
function apposed(people: string, locale: Locale): string {
  return people.includes(',') ? translate(locale, 'recap.draft.apposed', { people }) : people;
}

/** What it was about; nothing when the title has said so already. */
function subjectOf(item: AgendaItem, locale: Locale, kind: string): string {
  const title = inLocale(item.title, locale);
  const about = inLocale(item.about, locale);
  if (about !== '') return isTitled(item) && shareSaid(about, title) >= NOTHING_NEW ? '' : about;
  return isTitled(item) || alike(title, kind) ? '' : title;
}

/** Kinds whose sentence names the title of the item. */
function isTitled({ kind }: AgendaItem): boolean {
  return !['opening', 'introduction', 'remarks', 'directive', 'closing'].includes(kind);
}

function peopleOf(item: AgendaItem, facts: RecapFacts): RecapPerson[] {
  return item.speakers.flatMap((id) => facts.speakers.get(String(id)) ?? []);
}

function alike(a: string, b: string): boolean {
  return fold(a) === fold(b);
}

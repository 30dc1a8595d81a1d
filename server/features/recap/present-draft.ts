import { inLocale, type Localised } from '../../../contract/localised.ts';
import { type Locale, locales } from '../../../contract/locales.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { MessageKey } from '../../../locales/keys.ts';
import { atStart } from '../directory/style-of-address.ts';
import type { DraftedText } from './draft-recap.ts';
import { agendaSentences } from './present-draft-agenda.ts';
import { awardSentences } from './present-draft-honours.ts';
import { leadSentences } from './present-draft-lead.ts';
import { countSentences, sideSentences } from './present-draft-people.ts';
import { figureInProse } from './present-figure.ts';
import { inside, joined } from './present-phrases.ts';
import type { RecapFacts } from './recap-facts.ts';

/**
 * A news item from the facts alone, in the three languages. What is not known is not mentioned; the wording is our
 * own and plain, for an editor to work on.
 */
export function draftedText(facts: RecapFacts): DraftedText {
  return {
    headline: inEach((locale) => headline(facts, locale)),
    lead: inEach((locale) =>
      paragraph([...leadSentences(facts, locale), ...countSentences(facts, locale)], locale),
    ),
    body: inEach((locale) => body(facts, locale)),
  };
}

function headline({ event }: RecapFacts, locale: Locale): string {
  const host = inLocale(event.host.short, locale) || inLocale(event.host.name, locale);
  return atStart(
    translate(locale, 'recap.draft.headline', { host, title: inLocale(event.title, locale) }),
    locale,
  );
}

function body(facts: RecapFacts, locale: Locale): string {
  const names = unitNames(facts, locale);
  const { report } = facts;
  const figures = report.figures.map((figure) => figureInProse(figure, locale, names));
  const tasks = report.tasks.map((task) => inside(inLocale(task, locale), locale, names));
  const documents = report.documents.map((document) => documentText(document, locale));
  return [
    backgroundSentences(facts, locale, names),
    sideSentences(facts, locale, names),
    agendaSentences(facts, locale, names),
    listed('recap.draft.figures', figures, locale),
    awardSentences(facts, locale, names),
    [...listed('recap.draft.tasks', tasks, locale), ...listed('recap.draft.documents', documents, locale)],
  ]
    .filter((sentences) => sentences.length > 0)
    .map((sentences) => paragraph(sentences, locale))
    .join('\n\n');
}

function backgroundSentences({ event }: RecapFacts, locale: Locale, names: readonly string[]): string[] {
  const { background } = event;
  const motto = inLocale(event.motto, locale);
  const texts = (those: readonly Localised[]): string[] =>
    those.map((text) => inside(inLocale(text, locale), locale, names));
  return [
    ...termSentence(event, locale),
    ...(motto ? [translate(locale, 'recap.draft.motto', { motto })] : []),
    ...listed('recap.draft.combines', texts(background.combines), locale),
    ...listed('recap.draft.purposes', texts(background.purposes), locale),
    ...listed('recap.draft.context', texts(background.context), locale),
  ];
}

/** The title of a mid-term review usually names the term already. */
function termSentence({ background: { term }, title }: RecapFacts['event'], locale: Locale): string[] {
  if (!term) return [];
  const [from, to] = [String(term.from), String(term.to)];
  const said = inLocale(title, locale);
  return said.includes(from) && said.includes(to)
    ? []
    : [translate(locale, 'recap.draft.term', { from, to })];
}

function documentText(
  { title, commentsOpen }: RecapFacts['report']['documents'][number],
  locale: Locale,
): string {
  return translate(locale, 'recap.draft.document', {
    title: inLocale(title, locale),
    open: commentsOpen ? 'yes' : 'no',
  });
}

type ListKey = Extract<
  MessageKey,
  `recap.draft.${'figures' | 'tasks' | 'documents' | 'combines' | 'purposes' | 'context'}`
>;

function listed(key: ListKey, parts: readonly string[], locale: Locale): string[] {
  if (parts.length === 0) return [];
  const list = key === 'recap.draft.figures' ? parts.join('; ') : joined(locale, parts);
  return [translate(locale, key, { list: list.replace(/\.$/, '') })];
}

/** Names with which a text may begin and which keep their capital letter. */
function unitNames({ event, speakers, sides }: RecapFacts, locale: Locale): string[] {
  const people = [...speakers.values(), ...sides.flatMap(({ people: named }) => named)];
  const units = [
    event.host.name,
    event.host.short,
    event.host.parent,
    ...people.map((person) => person.organisationName),
  ];
  return [...new Set(units.map((unit) => inLocale(unit, locale)).filter(Boolean))];
}

function paragraph(sentences: readonly string[], locale: Locale): string {
  return sentences.map((sentence) => atStart(sentence, locale)).join(' ');
}

function inEach(text: (locale: Locale) => string): Localised {
  return Object.fromEntries(locales.map((locale) => [locale, text(locale)]));
}

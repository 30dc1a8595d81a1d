import { inLocale } from '../../../contract/localised.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { Recipient } from '../../../models/award.ts';
import { translate } from '../../platform/i18n/translate.ts';
import type { AwardPeople } from '../awards/award-people.ts';
import { decisionText } from '../awards/decision-text.ts';
import { addressedName, styleOfAddress } from '../directory/style-of-address.ts';
import { inside, joined } from './present-phrases.ts';
import type { RecapFacts } from './recap-facts.ts';

const MOST_NAMED = 20;

/** Who was honoured, for what, by which decision, in the order of the ceremony. */
export function awardSentences({ awards }: RecapFacts, locale: Locale, names: readonly string[]): string[] {
  return awards.awards.map((award) => {
    const { presenter, recipients } = award;
    const person = awards.people.get(String(presenter));
    const named = recipients
      .slice(0, MOST_NAMED)
      .map((recipient) => inside(recipientText(recipient, awards.people, locale), locale, names));
    return translate(locale, 'recap.draft.award', {
      title: inLocale(award.title, locale),
      recipients: joined(locale, named) || 'none',
      others: recipients.length - named.length,
      decision: decisionText(award.decision, locale) || 'none',
      presenter: person ? addressedName(person, locale) : 'none',
    });
  });
}

/** A recipient with what the award was given for. */
export function recipientText(recipient: Recipient, people: AwardPeople, locale: Locale): string {
  const guest = people.get(String(recipient.guest));
  const name = guest ? styleOfAddress(guest, locale) : inLocale(recipient.name, locale);
  const citation = inLocale(recipient.citation, locale);
  return citation ? translate(locale, 'recap.draft.recipient', { name, citation }) : name;
}

import type { z } from 'zod';
import { inLocale } from '../../../contract/localised.ts';
import { type Locale, locales } from '../../../contract/locales.ts';
import type { Conference } from '../../../models/event.ts';
import type { Absentee, FrozenStatement } from '../../../models/statement.ts';
import { paths } from '../../paths.ts';
import { qrSvg } from '../../platform/qr.ts';
import { translate } from '../../platform/i18n/translate.ts';
import { displayName } from '../directory/person-name.ts';
import { officeIn } from '../directory/style-of-address.ts';
import type { Since } from './changed-since.ts';
import { quorumModel } from './present-quorum.ts';
import { figureCards, unitName, unitsModel } from './present-units.ts';
import type { FrozenModel } from './views.ts';

type Model = z.input<typeof FrozenModel>;

export interface FrozenFacts {
  event: Conference;
  frozen: FrozenStatement;
  /** Null where it is not asked for: on paper. */
  since: Since | null;
  /** The site's own address. */
  site: string;
}

/** A frozen statement, all of it in one language. */
export function frozenModel(
  { event, frozen, since, site }: FrozenFacts,
  locale: Locale,
  spoken: Locale,
): Model {
  const { number, at, frozenAt, by, note, code, digest } = frozen;
  const base = paths.frozenStatement(event, number);
  const check = site + paths.checkStatement(code);
  return {
    title: translate(locale, 'statements.frozen.title', { number }),
    event: inLocale(frozen.title, locale),
    at,
    frozenAt,
    by,
    note,
    text: frozen.text[spoken],
    textLocale: spoken,
    tabs: locales.map((each) => ({
      href: `${base}?text=${each}`,
      label: translate(locale, `shell.language.${each}`),
      current: each === spoken,
    })),
    figures: figureCards(frozen.figures, locale),
    table: unitsModel(frozen, locale),
    quorum: quorumModel(event, frozen.quorum, locale),
    absent: [absentees(frozen, true, locale), absentees(frozen, false, locale)].filter(
      ({ units }) => units.length > 0,
    ),
    since: since && sinceModel(since, locale),
    fingerprint: fingerprint(digest),
    code: spaced(code),
    check,
    qr: `data:image/svg+xml;base64,${Buffer.from(qrSvg(check)).toString('base64')}`,
    print: `${paths.frozenSheet(event, number)}?text=${spoken}`,
    pdfs: locales.map((each) => ({
      href: `${paths.frozenPdf(event, number)}?text=${each}`,
      label: translate(locale, `shell.language.${each}`),
    })),
    back: paths.statement(event),
    own: `${base}?text=${spoken}`,
  };
}

/** Sixty-four digits in groups that can be read aloud. */
export function fingerprint(digest: string): string {
  return digest.match(/.{8}/g)?.join(' ') ?? digest;
}

/** The code as it is printed, in groups of four. */
export function spaced(code: string): string {
  return code.match(/.{4}/g)?.join('-') ?? code;
}

function absentees({ absent }: FrozenStatement, excused: boolean, locale: Locale): Model['absent'][number] {
  const own = absent.filter((each) => each.excused === excused);
  const names = [...new Set(own.map(({ unit }) => unitName(unit, locale)))];
  return {
    title: translate(locale, excused ? 'statements.absent.excused' : 'statements.absent.unexcused', {
      count: own.length,
    }),
    units: names.map((unit) => ({
      unit,
      people: own.filter((each) => unitName(each.unit, locale) === unit).map((each) => person(each, locale)),
    })),
  };
}

function person({ name, position, reason }: Absentee, locale: Locale) {
  return { name, position: inLocale(position, locale), reason };
}

function sinceModel(since: Since, locale: Locale): NonNullable<Model['since']> {
  const { came, left, cameCount, leftCount, present, summoned } = since;
  const named = (people: Since['came']) =>
    people.map((guest) => ({ name: displayName(guest.name, locale), office: officeIn(guest, locale) }));
  return {
    isSame: cameCount + leftCount === 0,
    now: translate(locale, 'statements.since.now', { present, summoned }),
    came: translate(locale, 'statements.since.came', { count: cameCount }),
    cameNames: named(came),
    left: translate(locale, 'statements.since.left', { count: leftCount }),
    leftNames: named(left),
    hasCome: cameCount > 0,
    hasLeft: leftCount > 0,
  };
}

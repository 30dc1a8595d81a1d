import { expect } from 'chai';
import { z } from 'zod';
import { locales } from '../../../contract/locales.ts';
import { takeMissingMessages } from '../../../server/platform/i18n/missing-messages.ts';
import { translate } from '../../../server/platform/i18n/translate.ts';
import { fieldProblems } from '../../../server/platform/i18n/zod-messages.ts';

const kinds = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('attending'), companions: z.number().int() }),
  z.object({ kind: z.literal('declined'), reason: z.string().min(3) }),
]);

describe('fieldProblems', () => {
  const cases: [schema: z.ZodType, value: unknown, key: string, params?: Record<string, string | number>][] =
    [
      [z.string(), undefined, 'errors.required'],
      [z.string(), null, 'errors.required'],
      [z.string(), 5, 'errors.value'],
      [z.string().trim().min(1), '  ', 'errors.required'],
      [z.string().min(6), 'abc', 'errors.too-short', { min: 6 }],
      [z.string().max(3), 'abcd', 'errors.too-long', { max: 3 }],
      [z.email(), 'nobody', 'errors.email'],
      [z.url(), 'nowhere', 'errors.url'],
      [z.iso.date(), '2020-02-30', 'errors.date'],
      [z.iso.datetime(), 'yesterday', 'errors.date'],
      [z.iso.time(), '25:00', 'errors.time'],
      [z.string().regex(/^a/), 'b', 'errors.format'],
      [z.coerce.number(), 'many', 'errors.number'],
      [z.coerce.date(), 'never', 'errors.date'],
      [z.int(), 1.5, 'errors.whole-number'],
      [z.number().multipleOf(5), 7, 'errors.step', { step: 5 }],
      [z.number().positive(), 0, 'errors.positive'],
      [z.number().min(2), 1, 'errors.number-too-small', { min: 2 }],
      [z.number().max(2), 3, 'errors.number-too-big', { max: 2 }],
      [z.date().min(new Date(5)), new Date(0), 'errors.date-too-early'],
      [z.date().max(new Date(5)), new Date(9), 'errors.date-too-late'],
      [z.array(z.string()).min(1), [], 'errors.too-few', { min: 1 }],
      [z.array(z.string()).max(1), ['a', 'b'], 'errors.too-many', { max: 1 }],
      [z.enum(['vi', 'en']), 'fr', 'errors.choice'],
      [z.union([z.string(), z.number()]), true, 'errors.choice'],
      [z.string().refine(() => false), '', 'errors.value'],
      [z.string().max(3, 'errors.phone'), 'abcd', 'errors.phone', { max: 3 }],
      [
        z.string().refine(() => false, { error: 'errors.unknown-field', params: { name: 'x', at: [] } }),
        '',
        'errors.unknown-field',
        { name: 'x' },
      ],
    ];
  for (const [schema, value, key, params = {}] of cases) {
    it(`says ${key} of ${JSON.stringify(value)}`, () => {
      const result = schema.safeParse(value);
      const problems = result.success ? [] : fieldProblems(result.error);
      expect(problems).to.deep.equal([{ path: '', key, params }]);
      for (const problem of problems)
        for (const locale of locales) translate(locale, problem.key, problem.params);
      expect(takeMissingMessages()).to.deep.equal([]);
    });
  }

  it('names the place of every mistake', () => {
    const schema = z.strictObject({ speakers: z.array(z.object({ name: z.string() })), answer: kinds });
    const result = schema.safeParse({
      speakers: [{ name: 'A' }, {}],
      answer: { kind: 'declined', reason: '' },
      extra: 1,
    });
    expect(result.error && fieldProblems(result.error)).to.have.deep.members([
      { path: 'speakers.1.name', key: 'errors.required', params: {} },
      { path: 'answer.reason', key: 'errors.too-short', params: { min: 3 } },
      { path: 'extra', key: 'errors.unknown-field', params: { name: 'extra' } },
    ]);
  });

  it('asks for a choice where the kind itself is unknown', () => {
    const result = kinds.safeParse({ kind: 'perhaps' });
    expect(result.error && fieldProblems(result.error)).to.deep.equal([
      { path: 'kind', key: 'errors.choice', params: {} },
    ]);
  });

  it('explains of a union the alternative that fits best', () => {
    const schema = z.object({
      who: z.union([z.string(), z.object({ name: z.object({ family: z.string() }) })]),
    });
    const result = schema.safeParse({ who: { name: {} } });
    expect(result.error && fieldProblems(result.error)).to.deep.equal([
      { path: 'who.name.family', key: 'errors.required', params: {} },
    ]);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const Text = z.object({ vi: z.string(), en: z.string(), ru: z.string() }).partial();
const Name = Text.omit({ ru: true, en: true }).extend({
  latin: z.string().optional(),
  ru: z.object({ family: z.string(), given: z.string(), patronymic: z.string().optional() }).optional(),
});
const File = z.object({
  organisations: z.array(z.object({ ref: z.string(), name: Text })),
  guests: z.array(
    z.object({
      name: Name,
      addressForm: z.string(),
      position: Text.default({}),
      organisation: z.string(),
      email: z.string(),
      category: z.string(),
      side: z.string(),
      locale: z.string().default('vi'),
    }),
  ),
});

const file = join(import.meta.dirname, '../../server/fixtures/conferences/customer-conference-2020.json');

/** The guests of the customer conference as somebody types them in, without a directory behind them. */
export function fixtureGuests() {
  const { guests, organisations } = File.parse(JSON.parse(readFileSync(file, 'utf8')));
  const units = new Map(organisations.map(({ ref, name }) => [ref, name]));
  return guests.map(({ organisation, ...guest }) => ({
    ...guest,
    organisationName: units.get(organisation) ?? {},
  }));
}

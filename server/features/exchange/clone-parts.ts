import type { EventFile } from './format.ts';
import { WHOLE_EVENT } from './format/door-plan.ts';

type Categories = ReadonlySet<string>;

/** The hall, without the people. */
export function clonedHall({ seating }: EventFile, categories: Categories): Pick<EventFile, 'seating'> {
  if (!seating) return {};
  const areas = seating.areas.map((area) => ({ ...area, categories: known(area.categories, categories) }));
  return { seating: { areas, seats: [] } };
}

/** Gates, profiles and the lists that belong to no day and no session, because these are still to come. */
export function clonedDoors({ doorPlan }: EventFile, categories: Categories): Pick<EventFile, 'doorPlan'> {
  if (!doorPlan) return {};
  const kept = doorPlan.lists.filter(({ kind }) => kind !== 'day' && kind !== 'session');
  const names = new Set([WHOLE_EVENT, ...kept.map(({ ref }) => ref)]);
  const lists = kept.map((list) => ({
    ...list,
    opensAt: null,
    closesAt: null,
    categories: known(list.categories, categories),
    requires: names.has(list.requires) ? list.requires : '',
  }));
  const gates = doorPlan.gates.map((gate) => ({ ...gate, categories: known(gate.categories, categories) }));
  const profiles = doorPlan.profiles.map((profile) => ({ ...profile, lists: known(profile.lists, names) }));
  return { doorPlan: { lists, gates, profiles } };
}

/** How badges look; designs of categories that do not come along stay behind. */
export function clonedBadges({ badges }: EventFile, categories: Categories): Pick<EventFile, 'badges'> {
  if (!badges) return {};
  const designs = badges.designs.filter(({ category }) => category === '' || categories.has(category));
  return { badges: { ...badges, designs } };
}

/** The letter on paper, to be numbered, dated and offered anew. */
export function clonedPaper({ formalLetter }: EventFile): Pick<EventFile, 'formalLetter'> {
  return formalLetter ? { formalLetter: { ...formalLetter, number: '', date: '', shared: false } } : {};
}

/** What is asked, as it is asked today: what was taken off was kept for answers that stay behind. */
export function clonedForm(
  { replyForm }: EventFile['event'],
  categories: Categories,
): Pick<EventFile['event'], 'replyForm'> {
  if (!replyForm) return {};
  const questions = replyForm.questions
    .filter(({ removed }) => !removed)
    .map((question) => ({
      ...question,
      categories: known(question.categories, categories),
      options: question.options.filter(({ removed }) => !removed),
    }));
  const consents = replyForm.consents.slice(-1).map(({ text }) => ({ version: 1, text }));
  return { replyForm: { ...replyForm, questions, consents } };
}

/** Units with what they are asked for; nobody has been written to and nobody is named yet. */
export function clonedUnits(
  { nominations }: EventFile,
  categories: Categories,
  at: Date,
): EventFile['nominations'] {
  return nominations.map((unit) => ({
    ...unit,
    category: categories.has(unit.category) ? unit.category : '',
    deadline: inYearsToCome(new Date(unit.deadline), at).toISOString(),
    state: 'open',
    submittedAt: null,
    sentAt: null,
    remindedAt: null,
    activeAt: null,
    nominees: [],
  }));
}

/** The same day of the first year in which it still lies ahead. */
function inYearsToCome(day: Date, at: Date): Date {
  if (day > at) return day;
  const next = sameDayOf(day, at.getUTCFullYear());
  return next > at ? next : sameDayOf(day, at.getUTCFullYear() + 1);
}

function sameDayOf(day: Date, year: number): Date {
  const moved = new Date(day);
  moved.setUTCFullYear(year);
  return moved;
}

function known(refs: readonly string[], categories: Categories): string[] {
  return refs.filter((ref) => categories.has(ref));
}

import { cellFields, type Cells } from '../../../../contract/import-fields.ts';
import { readEmail } from './email.ts';
import { meantText } from './odd-encoding.ts';
import { readPhone } from './phone.ts';
import { note, raise, type RowDraft } from './row-draft.ts';
import { severalPhones } from './several-phones.ts';

/** Addresses and telephones that stand in each other's column change places. */
export function sortReach({ cells, ...draft }: RowDraft): void {
  const { email = '', phone = '' } = cells;
  if (phone.includes('@') && email === '') {
    cells.email = phone;
    cells.phone = '';
    note({ cells, ...draft }, 'email', 'email-moved');
  } else if (email !== '' && phone === '' && /^\+?[\d\s().-]{8,}$/.test(email)) {
    cells.phone = email;
    cells.email = '';
    note({ cells, ...draft }, 'phone', 'phone-moved');
  } else if (phone.includes('@') && /^\+?[\d\s().-]{8,}$/.test(email)) {
    cells.phone = email;
    cells.email = phone;
    note({ cells, ...draft }, 'email', 'email-moved');
  }
}

export function cleanEmail(draft: RowDraft): void {
  const typed = draft.cells.email ?? '';
  if (typed === '') return;
  const read = readEmail(typed);
  if (read.kind === 'good') {
    draft.cells.email = read.text;
    if (read.tidied) note(draft, 'email', 'email-tidied', typed);
    return;
  }
  draft.cells.email = read.text;
  if (read.kind === 'several') {
    // One address for each of several people: they go with their owners when the row is split.
    if (draft.problems.some(({ code }) => code === 'several-people')) return;
    const fix = { email: read.first };
    return raise(draft, 'email', 'email-several', { fix, params: { text: read.first } });
  }
  const fix = read.suggestion === '' ? {} : { email: read.suggestion };
  const params = { text: read.suggestion };
  if (read.kind === 'typo') raise(draft, 'email', 'email-typo', { level: 'question', fix, params });
  else raise(draft, 'email', 'email-wrong', { fix, params });
}

export function cleanPhone(draft: RowDraft): void {
  const { cells } = draft;
  const typed = cells.phone ?? '';
  if (typed === '') return;
  const isRussian = cells.language === 'ru' || /\p{Script=Cyrillic}/u.test(`${cells.name}${cells.russian}`);
  const several = severalPhones(typed, isRussian);
  if (several) return askWhichPhone(draft, several);
  const read = readPhone(typed, isRussian);
  if (read.kind === 'good') {
    cells.phone = read.text;
    if (read.note !== '') note(draft, 'phone', read.note, typed);
    return;
  }
  const { suggestion, rest } = read;
  const fix = suggestion === '' ? {} : { phone: suggestion, ...noteWith(draft, rest) };
  raise(draft, 'phone', 'phone-wrong', { fix, params: { text: suggestion } });
}

/** People have one telephone here; the others are proposed for the note, and stay in the cell until somebody agrees. */
function askWhichPhone(draft: RowDraft, { first, rest }: { first: string; rest: string }): void {
  // One number for each of several people: they go with their owners when the row is split.
  if (draft.problems.some(({ code }) => code === 'several-people')) return;
  const fix = { phone: first, ...noteWith(draft, rest) };
  raise(draft, 'phone', 'phone-several', { level: 'question', fix, params: { text: first, rest } });
}

function noteWith({ cells }: RowDraft, rest: string): Cells {
  return rest === '' ? {} : { note: [cells.note, rest].filter(Boolean).join('; ') };
}

/** Letters that went wrong on the way are asked about, cell by cell. */
export function askAboutLetters(draft: RowDraft): void {
  for (const field of cellFields) {
    const text = draft.cells[field] ?? '';
    const meant = text === '' || field === 'email' || field === 'phone' ? null : meantText(text);
    if (meant)
      raise(draft, field, 'garbled', { level: 'question', fix: { [field]: meant }, params: { text: meant } });
  }
}

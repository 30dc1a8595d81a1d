import { readName, writtenOut } from './read-name.ts';
import { fold } from '../../../platform/text.ts';
import { hasNoCapital, inNameCase, isAllCapitals } from './name-case.ts';
import { peopleIn } from './several-people.ts';
import { note, raise, type RowDraft } from './row-draft.ts';

/** The cell of the name: one person, with everything that is fused to it put where it belongs. */
export function cleanName(draft: RowDraft): void {
  const { cells } = draft;
  const typed = cells.name ?? '';
  if (typed === '') return;
  const people = peopleIn(typed);
  if (people.length > 1) {
    raise(draft, 'name', 'several-people', { people, params: { count: people.length } });
    if (draft.problems.some(({ code }) => code === 'several-people')) return;
  }
  cells.name = typed.replace(/\s*\n\s*/g, ' ');
  takeApart(draft);
  askAboutCase(draft);
}

function takeApart(draft: RowDraft): void {
  const { cells } = draft;
  const read = readName(cells.name ?? '');
  if (!read.addressIsSure && read.address) {
    const fix = { name: read.name, address: read.address };
    return raise(draft, 'name', 'honorific', { level: 'question', fix, params: { text: cells.name ?? '' } });
  }
  const position = cells.position ?? '';
  const taken = position !== '' && !fold(position).includes(fold(writtenOut(read.position)));
  if (read.position !== '' && (!read.positionIsSure || taken)) {
    return raise(draft, 'name', 'name-tail', {
      level: 'question',
      fix: {
        name: read.name,
        position: taken ? position : read.position,
        ...(read.address ? { address: read.address } : {}),
      },
      params: { text: read.position },
    });
  }
  if (read.numbered) note(draft, 'name', 'numbering');
  if (read.address) {
    if (!cells.address) cells.address = read.address;
    note(draft, 'name', 'address-split');
  }
  if (read.position !== '' && position === '') {
    cells.position = writtenOut(read.position);
    note(draft, 'position', 'position-split', cells.position);
  }
  if (read.title !== '') {
    cells.position = [read.title, cells.position].filter(Boolean).join(', ');
    note(draft, 'position', 'title-split', read.title);
  }
  cells.name = read.name;
}

function askAboutCase(draft: RowDraft): void {
  const name = draft.cells.name ?? '';
  if (!isAllCapitals(name) && !hasNoCapital(name)) return;
  const proper = inNameCase(name);
  raise(draft, 'name', 'capitals', { level: 'question', fix: { name: proper }, params: { text: proper } });
}

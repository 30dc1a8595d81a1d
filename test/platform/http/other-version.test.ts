import { expect } from 'chai';
import type { FormState } from '../../../server/platform/http/form.ts';
import { otherVersion } from '../../../server/platform/http/other-version.ts';

const names = {
  rows: { sessions: 'events.sessions.one' },
  labels: {
    title: 'events.field.title',
    tiers: 'guests.form.tiers',
    headOfDelegation: 'guests.form.head',
    'sessions.*.title': 'events.sessions.title',
    'sessions.*.room': 'events.sessions.room',
  },
  choices: { tiers: [{ value: 'director', label: 'Director' }] },
} as const;

const refused = (values: Record<string, unknown>): FormState => ({ values, errors: {}, refused: 'Too late' });
const session = (id: string, title: string, room = '') => ({ id, title: { vi: title }, room });

describe('the other version of a form', () => {
  const stored = {
    rev: 4,
    values: {
      title: { vi: 'Mới', en: 'New', ru: '' },
      tiers: ['director'],
      headOfDelegation: 'false',
      sessions: [session('b', 'Chiều', 'P1'), session('a', 'Sáng', 'P2')],
      secret: 'never shown',
    },
  };

  it('is what is stored wherever it is not what was typed, by the names of the form', () => {
    const form = refused({
      rev: '3',
      title: { vi: 'Mới', en: 'Mine ', ru: '' },
      sessions: { 0: session('a', 'Sáng', 'P2'), 1: session('b', 'Chiều', 'P9') },
    });
    expect(otherVersion(form, stored, names, 'en')).to.deep.equal([
      { label: 'Title (English)', text: 'New' },
      { label: 'Offices that count for the order', text: 'Director' },
      { label: 'Session 1: Room', text: 'P1' },
    ]);
  });

  it('is not there when nobody was quicker', () => {
    expect(otherVersion(refused({ rev: '4' }), stored, names, 'en')).to.deep.equal([]);
    expect(otherVersion(null, stored, names, 'en')).to.deep.equal([]);
    expect(otherVersion({ ...refused({ rev: '3' }), refused: '' }, stored, names, 'en')).to.deep.equal([]);
  });
});

import { expect } from 'chai';
import { locales } from '../../../contract/locales.ts';
import { agendaKinds, eventStates, eventTypes, guestStandings, sides } from '../../../contract/states.ts';
import {
  reportMissingMessages,
  takeMissingMessages,
} from '../../../server/platform/i18n/missing-messages.ts';
import { translate, translateKey, translateMessage } from '../../../server/platform/i18n/translate.ts';

describe('translate', () => {
  afterEach(() => reportMissingMessages(null));

  it('says the same in each language', () => {
    expect(locales.map((locale) => translate(locale, 'common.save'))).to.deep.equal([
      'Lưu',
      'Save',
      'Сохранить',
    ]);
  });

  it('declines Russian nouns after numbers', () => {
    const said = [1, 3, 5, 21, 112].map((max) => translate('ru', 'errors.too-long', { max }));
    expect(said).to.deep.equal([
      'Не более 1 знака.',
      'Не более 3 знаков.',
      'Не более 5 знаков.',
      'Не более 21 знака.',
      'Не более 112 знаков.',
    ]);
    expect(translate('vi', 'errors.too-long', { max: 4000 })).to.equal('Tối đa 4.000 ký tự.');
    expect(translate('en', 'errors.too-long', { max: 4000 })).to.equal('At most 4,000 characters.');
  });

  it('leaves what people typed as it is, markup and braces included', () => {
    const label = '<b>{x}</b> & ⟦y⟧';
    expect(translate('en', 'common.labelled', { label, value: "'{0}'" })).to.equal(`${label}: '{0}'`);
    expect(translate('en', 'address.form.dong-chi', { gender: 'male', name: '<i>O’{Neill}' })).to.equal(
      'Mr <i>O’{Neill}',
    );
  });

  it('puts a message given as a parameter into the same language', () => {
    const message = {
      key: 'protocol.because.position',
      params: { tier: { key: 'protocol.tier.chief-engineer' } },
    } as const;
    expect(locales.map((locale) => translateMessage(locale, message))).to.deep.equal([
      'Chức vụ: Chánh Kỹ sư',
      'Position: Chief Engineer',
      'Должность: Главный инженер',
    ]);
  });

  it('has a word for every state, type, side and kind', () => {
    for (const locale of locales) {
      for (const state of eventStates) translate(locale, `states.event.${state}`);
      for (const type of eventTypes) translate(locale, `events.type.${type}`);
      for (const standing of guestStandings) translate(locale, `states.standing.${standing}`);
      for (const side of sides) translate(locale, `states.side.${side}`);
      for (const kind of agendaKinds) translate(locale, `states.agenda.${kind}`);
    }
    expect(takeMissingMessages()).to.deep.equal([]);
  });

  it('shows a missing message or parameter as its key, and reports it once', () => {
    const reported: unknown[] = [];
    reportMissingMessages({ error: (what) => reported.push(what) });

    expect(translateKey('vi', 'nowhere.nothing')).to.equal('⟦nowhere.nothing⟧');
    expect(translateKey('vi', 'nowhere.nothing')).to.equal('⟦nowhere.nothing⟧');
    expect(translate('ru', 'common.labelled', { label: 'x' })).to.equal('⟦common.labelled⟧');
    expect(translate('ru', 'errors.too-long')).to.equal('⟦errors.too-long⟧');

    expect(reported).to.deep.equal([
      { locale: 'vi', key: 'nowhere.nothing' },
      { locale: 'ru', key: 'common.labelled' },
      { locale: 'ru', key: 'errors.too-long' },
    ]);
    expect(takeMissingMessages()).to.have.length(3);
  });
});

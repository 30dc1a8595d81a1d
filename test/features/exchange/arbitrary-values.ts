import * as fc from 'fast-check';

const wordsOf = [
  'Hội nghị',
  'Đặng',
  'Ёлка',
  'Ưu tú',
  'O’Neill',
  'a b',
  '100 %',
  'Nguyễn Thị Ánh',
  'отчёт',
  '漢字',
];
export const word = fc.constantFrom(...wordsOf);
export const maybeWord = fc.option(word, { nil: '' });
export const texts = fc.record({ vi: word, en: word, ru: word }, { requiredKeys: [] });
export const someText = fc.record({ vi: word, en: word, ru: word }, { requiredKeys: ['vi'] });
export const instant = fc
  .date({ min: new Date('2015-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
export const maybeInstant = fc.option(instant);
export const time = fc.constantFrom('', '08:00', '13:30', '23:59');
export const person = fc.record(
  {
    vi: word,
    latin: word,
    ru: fc.record({ family: word, given: word, patronymic: word }, { requiredKeys: ['family', 'given'] }),
  },
  { requiredKeys: ['vi'] },
);

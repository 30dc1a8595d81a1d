import { expect } from 'chai';
import { letterKinds } from '../../../contract/letters.ts';
import { eventTypes } from '../../../contract/states.ts';
import {
  merge,
  mergeFields,
  type MergeValues,
  paragraphsOf,
  unknownFields,
} from '../../../server/features/letters/merge-fields.ts';
import { usualTexts } from '../../../server/features/letters/usual-texts.ts';

const values = Object.fromEntries(
  mergeFields.map((field) => [field, `<${field}>`]),
) as unknown as MergeValues;

describe('the fields of a letter', () => {
  it('are replaced wherever they stand, and nothing else is', () => {
    expect(merge('{salutation} {{event}} {unknown} {Event} { event }', values)).to.equal(
      '<salutation> {<event>} {unknown} {Event} { event }',
    );
  });

  it('take values as they are: no field, no line and no template comes out of a name', () => {
    const name = 'Hoa {event}\r\nBcc: all@example.org\u2028{{constructor}} $& $1';
    expect(merge('Kính gửi {name}!', { ...values, name })).to.equal(
      'Kính gửi Hoa {event} Bcc: all@example.org {{constructor}} $& $1!',
    );
  });

  it('take their whole line with them when there is nothing to say', () => {
    const text = 'Địa điểm: {where}\nXin trả lời trước {replyBy}.\nTrân trọng';
    expect(merge(text, { ...values, replyBy: ' ' })).to.equal('Địa điểm: <where>\nTrân trọng');
  });

  it('end a sentence with one full stop when the value brings its own', () => {
    const replyBy = '17:00 10 декабря 2026 г.';
    expect(merge('Ждём ответа до {replyBy}.\nДо {replyBy}, если можно.', { ...values, replyBy })).to.equal(
      `Ждём ответа до ${replyBy}\nДо ${replyBy}, если можно.`,
    );
    expect(merge('{replyBy}... {host}. {name}.', { ...values, replyBy, host: 'Acme Ltd. ' })).to.equal(
      `${replyBy}... Acme Ltd. <name>.`,
    );
  });

  it('never end a usual letter in two full stops, in any kind or language', () => {
    const stopped = Object.fromEntries(mergeFields.map((field) => [field, 'г.'])) as unknown as MergeValues;
    const letters = eventTypes.flatMap((type) => letterKinds.map((kind) => usualTexts(type, kind)));
    for (const { subject, body } of letters.flatMap(({ vi, en, ru }) => [vi, en, ru])) {
      expect(merge(`${subject}\n${body}`, stopped)).not.to.include('г..');
    }
  });

  it('are named to the organiser when they do not exist', () => {
    expect(unknownFields('{salutaion} {event} {} {constructor} {salutaion}')).to.deep.equal([
      'salutaion',
      '',
      'constructor',
    ]);
  });

  it('leave paragraphs as they were typed', () => {
    expect(paragraphsOf('A\nB\n \n\n\nC\n')).to.deep.equal([['A', 'B'], ['C']]);
  });
});

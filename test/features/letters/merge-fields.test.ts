import { expect } from 'chai';
import {
  merge,
  mergeFields,
  type MergeValues,
  paragraphsOf,
  unknownFields,
} from '../../../server/features/letters/merge-fields.ts';

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

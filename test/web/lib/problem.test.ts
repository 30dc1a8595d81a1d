import { expect } from 'chai';
import { detailsOf } from '../../../public/src/lib/problem.ts';

describe('a refusal from the server', () => {
  it('keeps its reason and one message per field', () => {
    const details = detailsOf(422, {
      code: 'errors.invalid',
      title: 'Invalid',
      detail: 'Kiểm tra lại các mục sau',
      errors: [
        { path: 'email', code: 'errors.email', message: 'Địa chỉ thư chưa đúng' },
        { path: 'email', code: 'errors.long', message: 'Quá dài' },
      ],
    });
    expect(details).to.deep.equal({
      status: 422,
      code: 'errors.invalid',
      message: 'Kiểm tra lại các mục sau',
      fields: { email: 'Địa chỉ thư chưa đúng' },
      reference: undefined,
      now: undefined,
    });
  });

  it('is understood even when something else answered, such as a proxy', () => {
    expect(detailsOf(502, {})).to.deep.equal({
      status: 502,
      code: 'errors.502',
      message: '',
      fields: {},
      reference: undefined,
      now: undefined,
    });
  });
});

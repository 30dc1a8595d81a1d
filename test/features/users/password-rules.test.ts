import { expect } from 'chai';
import { passwordProblem } from '../../../server/features/users/password-rules.ts';

const person = { name: 'Nguyễn Thị Ngọc Huyền', email: 'huyen.nguyen@trungtam.example' };
const problem = (password: string): string | null => passwordProblem(password, person);

describe('passwordProblem', () => {
  it('takes any long sentence, in any script, without asking for digits or symbols', () => {
    const good = [
      'bốn con trâu ăn cỏ',
      'seven red lanterns hang',
      'четыре вола едят траву',
      'm4x!Qpl29#vbT0zz',
    ];
    expect(good.map(problem)).to.deep.equal([null, null, null, null]);
  });

  it('counts characters as people do', () => {
    expect(problem('mười bốn ký tự')).to.equal('users.password.too-short');
    expect(problem('🙂🙂🙂🙂🙂🙂🙂🙂')).to.equal('users.password.too-short');
  });

  it('refuses what only repeats itself', () => {
    const repeated = [
      'aaaaaaaaaaaaaaaa',
      'abababababababab',
      'thanh cong thanh cong',
      'matkhaumatkhaumatkhau',
    ];
    expect(new Set(repeated.map(problem))).to.deep.equal(new Set(['users.password.repeats']));
  });

  it('refuses what everybody tries, whatever the accents and capitals', () => {
    const common = [
      'Correct Horse Battery Staple',
      'ANH YÊU EM NHIỀU LẮM',
      '123456789012345',
      'qwertyuiopasdfgh',
      'Passw0rdPassw0rd',
    ];
    for (const password of common) {
      expect(problem(password), password).to.be.oneOf(['users.password.common', 'users.password.repeats']);
    }
  });

  it('refuses the name and the address of the person, with a little added', () => {
    expect(problem('Nguyễn Thị Ngọc Huyền 1990')).to.equal('users.password.about-you');
    expect(problem('huyen.nguyen@trungtam2026')).to.equal('users.password.about-you');
    expect(problem('Huyền nuôi mười hai con mèo')).to.equal(null);
  });
});

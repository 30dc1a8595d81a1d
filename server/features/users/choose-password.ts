import { Invalid } from '../../platform/errors.ts';
import { hashPassword } from './password-hash.ts';
import { passwordProblem } from './password-rules.ts';

/** The hash of a new password, once the rules have nothing against it. */
export async function choosePassword(
  password: string,
  person: { name: string; email: string },
): Promise<string> {
  const problem = passwordProblem(password, person);
  if (problem) throw new Invalid([{ path: 'password', key: problem, params: {} }]);
  return hashPassword(password);
}

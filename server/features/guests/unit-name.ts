import type { Localised } from '../../../contract/localised.ts';
import { type Organisation, Organisations } from '../../../models/organisation.ts';

/** What the delegation or organisation behind a filter's key is called; null when there is no filter. */
export async function unitCalled(key: string): Promise<Localised | null> {
  if (key === '') return null;
  const name = key.slice(key.indexOf(':') + 1);
  if (!/^o:[0-9a-f]{24}$/.test(key)) return { vi: name };
  const unit = await Organisations.findById(name, { name: 1 }).lean<Pick<Organisation, 'name'>>();
  return unit?.name ?? {};
}

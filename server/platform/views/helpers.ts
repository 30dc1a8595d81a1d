import type { HelperDelegate } from 'handlebars';
import { assetHelper } from './helpers/asset.ts';
import { checkedHelper } from './helpers/checked.ts';
import { dateHelper } from './helpers/date.ts';
import { datetimeHelper } from './helpers/datetime.ts';
import { iconHelper } from './helpers/icon.ts';
import { isoHelper } from './helpers/iso.ts';
import { numberHelper } from './helpers/number.ts';
import { selectedHelper } from './helpers/selected.ts';
import { tHelper } from './helpers/t.ts';
import { timeHelper } from './helpers/time.ts';
import { urlHelper } from './helpers/url.ts';
import type { Translate, ViewFormats } from './view-data.ts';

export interface HelperNeeds {
  /** The address of a built file: `css/site.css` becomes the path with its fingerprint. */
  asset: (name: string) => string;
  /** The asset that holds the icons, one symbol each. */
  sprite?: string;
  translate: Translate;
  format: ViewFormats;
}

export const helperNames = [
  't',
  'date',
  'time',
  'datetime',
  'iso',
  'number',
  'asset',
  'icon',
  'checked',
  'selected',
  'url',
] as const;
export type HelperName = (typeof helperNames)[number];

export function viewHelpers(needs: HelperNeeds): Record<HelperName, HelperDelegate> {
  return {
    t: tHelper(needs.translate),
    date: dateHelper(needs.format),
    time: timeHelper(needs.format),
    datetime: datetimeHelper(needs.format),
    iso: isoHelper,
    number: numberHelper(needs.format),
    asset: assetHelper(needs.asset),
    icon: iconHelper(() => needs.asset(needs.sprite ?? 'icons.svg')),
    checked: checkedHelper,
    selected: selectedHelper,
    url: urlHelper,
  };
}

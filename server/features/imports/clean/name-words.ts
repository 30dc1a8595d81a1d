import type { AddressForm } from '../../../../contract/person.ts';
import { fold } from '../../../platform/text.ts';

/** Family names that nearly all Vietnamese bear, without accents. */
const families = new Set(
  `nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh trinh mai to ha cao luong ta chu chau doan
   dao quach thai truong vuong kieu luu tong tang phung la lai nghiem doan van giang ninh tu than khong au vien trieu ung
   bach tao thach kim diep dam ton lam mac dau nham phi lo vi ban xa ngac lieu hua ma cu khuat dien dong nong hau thieu`.split(
    /\s+/,
  ),
);

export function isFamilyName(word: string): boolean {
  return families.has(fold(word));
}

/** Forms of address as they stand before names. The longer ones first. */
export const honorifics: readonly (readonly [RegExp, AddressForm])[] = [
  [/^(?:đồng chí|đ\s?\/\s?c|đ\.\s?c\.?|đc\.?)\s*:?\s*(?=\p{L})/iu, 'dong-chi'],
  [/^(?:mrs?\.?\s*\/\s*ms\.?)\s+/iu, 'none'],
  [/^(?:mrs|ms|miss)(?:\.\s*|\s+)/iu, 'ms'],
  [/^mr(?:\.\s*|\s+)/iu, 'mr'],
  [/^(?:г-н|господин)\.?\s+/iu, 'gospodin'],
  [/^(?:г-жа|госпожа)\.?\s+/iu, 'gospozha'],
  [/^(?:тов\.|товарищ)\s*/iu, 'tovarishch'],
  [/^(?:ông|mr ông)(?:\s*:\s*|\s+)/iu, 'ong'],
  [/^(?:bà)(?:\s*:\s*|\s+)/iu, 'ba'],
  [/^(?:anh)(?:\s*:\s*|\s+)/iu, 'anh'],
  [/^(?:chị)(?:\s*:\s*|\s+)/iu, 'chi'],
];

/** Academic and military titles before names; they are told with the position. */
export const academic =
  /^(?:(?:GS|PGS|TSKH|TS|ThS|Th\.S|BS|DS|KS|CN|NCS|NGND|NGƯT|TTND|TTƯT|NSND|NSƯT|CKI{1,2}|Dr|Prof|Eng|PhD|к\.т\.н|д\.т\.н|к\.э\.н|д\.э\.н|проф|акад)(?:\.|\s|,)+)+(?=\p{L})/u;

/** Written by people who spare letters. */
export const shortPositions: Readonly<Record<string, string>> = {
  tgd: 'Tổng giám đốc',
  ptgd: 'Phó Tổng giám đốc',
  gd: 'Giám đốc',
  pgd: 'Phó giám đốc',
};

/** Words as form of address: what a column of its own says, "Ông", "Bà", "Mr". */
export function addressFormOf(text: string): AddressForm | null {
  const found = honorifics.find(([pattern]) => pattern.test(`${text.trim()} x`));
  return found && text.trim().split(/\s+/).length <= 2 ? found[1] : null;
}

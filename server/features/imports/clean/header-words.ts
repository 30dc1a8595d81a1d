import type { ImportField } from '../../../../contract/import-fields.ts';
import { fold } from '../../../platform/text.ts';

/** What columns are called in the lists of offices, without accents. Whole titles first, then beginnings. */
const titles: readonly (readonly [ImportField, string])[] = [
  [
    'name',
    'ho va ten|ho ten|ho va ten dai bieu|ho ten dai bieu|ho ten khach moi|ten dai bieu|ten khach moi|ten khach|khach moi|dai bieu|thanh phan|ho va ten khach moi|full name|fullname|name|guest|guest name|attendee|participant|ф и о|фио|фамилия имя отчество|участник|полное имя|имя и фамилия|ten day du|ten vi',
  ],
  [
    'family',
    'ho|ho dem|ho va dem|ho va ten dem|ho va chu dem|family name|last name|surname|lastname|фамилия',
  ],
  ['given', 'ten|given name|first name|firstname|forename|имя'],
  ['patronymic', 'middle name|отчество|ten dem|chu dem|dem'],
  [
    'latin',
    'ten latinh|ten la tinh|ten khong dau|ho ten khong dau|ten tieng anh|ho ten tieng anh|name in english|latin name|name latin|passport name|ten trong ho chieu|имя латиницеи|латиница|name en|фио латиницеи|фио на англииском',
  ],
  [
    'russian',
    'ten tieng nga|ho ten tieng nga|ten nga|russian name|name in russian|name ru|фио на русском|имя на русском',
  ],
  [
    'address',
    'danh xung|xung ho|cach xung ho|title of address|salutation|honorific|mr ms|ong ba|gioi tinh|gender|sex|обращение|пол',
  ],
  [
    'position',
    'chuc vu|chuc danh|chuc vu chuc danh|cv|chuc vu hien tai|chuc vu cong tac|nghe nghiep|position|job title|title|post|role|должность|позиция',
  ],
  ['positionEn', 'chuc vu tieng anh|position en|position in english|должность на англииском'],
  ['positionRu', 'chuc vu tieng nga|position ru|position in russian|должность на русском'],
  [
    'organisation',
    'don vi|don vi cong tac|co quan|co quan don vi|noi cong tac|cong ty|phong ban|phong|bo phan|dv|dvct|to chuc|doanh nghiep|ten cong ty|ten don vi|don vi co quan|organisation|organization|company|unit|department|employer|организация|компания|подразделение|предприятие|место работы',
  ],
  ['organisationEn', 'don vi tieng anh|organisation en|organization en|company en|организация на англииском'],
  ['organisationRu', 'don vi tieng nga|organisation ru|organization ru|организация на русском'],
  [
    'email',
    'email|e mail|mail|thu dien tu|dia chi email|dia chi thu dien tu|dia chi mail|hop thu|thu|email address|e mail address|электронная почта|эл почта|почта|емеил|email lien he',
  ],
  [
    'phone',
    'dien thoai|dt|sdt|so dien thoai|so dt|di dong|dtdd|dt di dong|dien thoai di dong|so di dong|dien thoai lien he|lien he|tel|telephone|phone|mobile|cell|phone number|mobile phone|hotline|zalo|so zalo|телефон|тел|моб|мобильныи|моб тел|мобильныи телефон|номер телефона|контактныи телефон',
  ],
  [
    'category',
    'nhom|nhom khach|loai khach|phan loai|loai|doi tuong|thanh phan khach|category|group|type|guest type|категория|группа|тип',
  ],
  ['delegation', 'doan|ten doan|doan dai bieu|doan khach|delegation|делегация'],
  ['seat', 'cho ngoi|ghe|so ghe|vi tri ngoi|vi tri|ban|so ban|ban so|seat|table|место|стол|ряд'],
  ['language', 'ngon ngu|tieng|language|lang|язык'],
  ['nationality', 'quoc tich|nuoc|quoc gia|nationality|country|гражданство|страна'],
  ['pronunciation', 'phat am|doc la|cach doc|phien am|pronunciation|произношение'],
  [
    'note',
    'ghi chu|gc|luu y|chu thich|yeu cau dac biet|note|notes|remark|remarks|comment|comments|примечание|примечания|комментарии|заметка',
  ],
];

const ignored = new Set([
  'stt',
  'tt',
  'so tt',
  'so thu tu',
  'no',
  'n',
  'nn',
  'num',
  'number',
  'id',
  'п п',
  'nо',
  '',
]);

const byTitle = new Map(
  titles.flatMap(([field, words]) => words.split('|').map((word) => [fold(word), field] as const)),
);
const beginnings = [...byTitle]
  .filter(([word]) => word.length >= 5)
  .toSorted((a, b) => b[0].length - a[0].length);

/** The field a column title speaks of; empty for none, `null` for a title that is known to be of no use. */
export function fieldOfTitle(title: string): ImportField | '' | null {
  const folded = fold(title.replace(/\(.*?\)|\*+/g, ' ').replace(/№/g, 'no'));
  if (ignored.has(folded)) return folded === '' ? '' : null;
  const exact = byTitle.get(folded);
  if (exact) return exact;
  const parts = title.split(/[/\n]|\s-\s/).map((part) => byTitle.get(fold(part.replace(/\(.*?\)/g, ' '))));
  const part = parts.find((field) => field !== undefined);
  if (part) return part;
  if (folded.length > 45) return '';
  return beginnings.find(([word]) => folded.startsWith(`${word} `) || folded.endsWith(` ${word}`))?.[1] ?? '';
}

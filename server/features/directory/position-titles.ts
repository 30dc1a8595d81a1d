import type { PositionTier } from '../../../contract/protocol.ts';

/**
 * How offices are called in Vietnamese, English and Russian, without accents (`fold`). The first line that fits a
 * part of a title decides, so deputies stand before their chiefs and special chairs before the chair.
 */
export const titlePatterns: readonly (readonly [PositionTier, RegExp])[] = [
  ['former-leader', /^(nguyen|cuu|former|ex|бывш\S+|экс) /],

  ['first-deputy-general-director', /^pho tong giam doc (thu nhat|thuong truc)/],
  ['first-deputy-general-director', /^(first deputy|senior deputy) (general director|director general)/],
  ['first-deputy-general-director', /^первыи зам\S* ген\S* директора/],
  ['deputy-general-director', /^pho tong giam doc|^(deputy|vice) (general director|director general)/],
  ['deputy-general-director', /^зам\S* ген\S* директора/],
  ['general-director', /^tong giam doc|^general director|^director general|^chief executive|^ceo\b/],
  ['general-director', /^генеральныи директор|^гендиректор/],

  ['deputy-union-chair', /^pho chu tich .*cong doan|^(deputy|vice) (.*union.* chair|chair.* union)/],
  ['deputy-union-chair', /^зам\S* председателя .*(профсоюз|профком)/],
  ['union-chair', /^chu tich .*cong doan|^chair.* union|union chair/],
  ['union-chair', /^председатель .*(профсоюз|профком)/],
  [
    'association-chair',
    /^(pho )?chu tich (\S+ )?hoi (?!dong)|^(deputy |vice )?chair.* (association|veterans|women)/,
  ],
  ['association-chair', /^председатель .*(ассоциаци|ветеранов|женсовет|общества)/],

  ['deputy-youth-secretary', /^pho bi thu (bch |btv |ban chap hanh |ban thuong vu )?(lien chi |chi )?doan/],
  ['deputy-youth-secretary', /^deputy (.*youth.* secretary|secretary.* youth)/],
  ['deputy-youth-secretary', /^зам\S* секретаря .*(молодеж|комсомол)/],
  ['youth-secretary', /^bi thu (bch |btv |ban chap hanh |ban thuong vu )?(lien chi |chi )?doan/],
  ['youth-secretary', /youth.* secretary|secretary.* youth|^секретарь .*(молодеж|комсомол)/],
  ['deputy-party-secretary', /^pho bi thu|^deputy (.*party.* secretary|secretary.* party)/],
  ['deputy-party-secretary', /^зам\S* секретаря .*(парт|ячеик)/],
  ['party-secretary', /^bi thu|party.* secretary|secretary.* party|^секретарь .*(парт|ячеик)/],
  ['party-committee-member', /^(dang uy vien|chi uy vien|uy vien .*(dang|chi uy|cap uy))/],
  [
    'party-committee-member',
    /party committee member|^member .*party committee|^член .*(парткома|партии|партбюро)/,
  ],

  [
    'board-member',
    /^(uy vien|thanh vien) (hoi dong|hdtv|hdqt)|^member .*(board|council)|^член (совета|правления)/,
  ],
  ['vice-chairman', /^pho chu tich|^(vice|deputy) (chair|president)|^зам\S* (председателя|президента)/],
  ['chairman', /^chu tich|^chair|^president|^председатель|^президент/],

  ['chief-engineer', /^(chanh ky su|ky su truong|chief engineer|главныи инженер)/],
  ['chief-accountant', /^(ke toan truong|chief accountant|главныи бухгалтер)/],
  ['deputy-director', /^pho (giam doc|chanh ky su)|^(deputy|vice) (director|chief engineer)/],
  ['deputy-director', /^зам\S* (директора|главного инженера)/],
  ['director', /^giam doc|^(executive |managing )?director(?! s )|^директор/],

  ['deputy-head', /^pho (truong|phong|ban|van phong|chanh van phong|quan doc|don vi|bo phan|doi|to)( |$)/],
  ['deputy-head', /^(deputy|vice) (.*head|head|chief|manager)|^зам\S* (начальника|заведующ\S+|руководителя)/],
  ['head-of-department', /^(truong|chanh van phong|quan doc|doi truong|to truong)( |$)/],
  [
    'head-of-department',
    /^(head|chief|manager)( |$)| (head|manager)$|^(начальник|заведующ\S+|руководитель)( |$)/,
  ],
  [
    'expert',
    /^(chuyen vien|chuyen gia|ky su|can bo|nhan vien)( |$)|(expert|specialist|engineer|officer)( |$)/,
  ],
  ['expert', /(специалист|эксперт|инженер)/],
  [
    'member',
    /^(uy vien|thanh vien|doan vien|hoi vien|dang vien)( |$)|(^| )member( |$)|^(член|участник)( |$)/,
  ],
];

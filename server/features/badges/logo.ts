import { BadgeDesigns, type BadgeLogo } from '../../../models/badge-design.ts';
import { settle } from '../../platform/database/effects.ts';
import { Refused } from '../../platform/errors.ts';
import type { Access } from '../access/access.ts';
import { audit } from '../audit/audit.ts';
import { loadBadges } from './load-badges.ts';
import { tellBadges } from './tell-badges.ts';

/** In bytes: enough for print at the size of a badge. */
export const LARGEST_LOGO = 400_000;
const WIDEST = 8;

/** Puts a picture on the badges of the event, in place of the one before; null takes it off. */
export async function changeLogo(access: Access, picture: Buffer | null): Promise<void> {
  const logo = picture && readLogo(picture);
  const event = access.event._id;
  const { designs, paper } = await loadBadges(access.event);
  await BadgeDesigns.updateOne(
    { _id: event },
    {
      $set: { logo },
      $setOnInsert: { designs, paper },
      $inc: { rev: 1 },
      $push: { effects: audit(access.actor, { action: 'audit.badges.logo', event }) },
    },
    { upsert: true },
  );
  settle(BadgeDesigns, event);
  tellBadges(access.event);
}

/** A PNG or JPEG by what stands in it, whatever it is called. */
function readLogo(picture: Buffer): BadgeLogo {
  const size = pngSize(picture) ?? jpegSize(picture);
  if (!size || size.width < 1 || size.height < 1) throw new Refused('badges.logo-kind');
  const ratio = size.width / size.height;
  if (ratio > WIDEST || ratio < 1 / WIDEST) throw new Refused('badges.logo-shape');
  return { ...size, data: picture.toString('base64') };
}

type Sized = Pick<BadgeLogo, 'type' | 'width' | 'height'>;

const PNG = Buffer.from('89504e470d0a1a0a', 'hex');

function pngSize(picture: Buffer): Sized | null {
  if (picture.length < 24 || !picture.subarray(0, 8).equals(PNG)) return null;
  return { type: 'image/png', width: picture.readUInt32BE(16), height: picture.readUInt32BE(20) };
}

/** Walks over the segments to the one that says how large the picture is. */
function jpegSize(picture: Buffer): Sized | null {
  if (picture.length < 4 || picture.readUInt16BE(0) !== 0xffd8) return null;
  let at = 2;
  while (at + 9 < picture.length && picture[at] === 0xff) {
    const mark = picture[at + 1] ?? 0;
    if (isFrame(mark))
      return {
        type: 'image/jpeg',
        width: picture.readUInt16BE(at + 7),
        height: picture.readUInt16BE(at + 5),
      };
    at += 2 + picture.readUInt16BE(at + 2);
  }
  return null;
}

/** C0 to CF without the tables for Huffman, JPG and arithmetic coding. */
function isFrame(mark: number): boolean {
  return mark >= 0xc0 && mark <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(mark);
}

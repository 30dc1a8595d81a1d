import { Schema, model, type Types } from 'mongoose';
import {
  badgeAligns,
  badgeBacks,
  type BadgeDesign,
  badgeFields,
  bandPlaces,
  nameChoices,
  orientations,
  qrPlaces,
  sizeChoices,
} from '../contract/badge/design.ts';
import { type BadgePaper, paperKinds } from '../contract/badge/sheet.ts';
import { type Effect, effectsField } from './fields/effects.ts';
import { part } from './fields/part.ts';

export const logoTypes = ['image/png', 'image/jpeg'] as const;

export interface BadgeLogo {
  type: (typeof logoTypes)[number];
  /** Base64. */
  data: string;
  /** In pixels. */
  width: number;
  height: number;
}

/** Of a category of guests; '' for everybody who has no other. */
export interface CategoryDesign extends BadgeDesign {
  category: string;
}

/** How the badges of an event look, and on what they are printed. Its `_id` is the event's. */
export interface EventBadges {
  _id: Types.ObjectId;
  designs: CategoryDesign[];
  paper: BadgePaper;
  logo: BadgeLogo | null;
  rev: number;
  effects: Effect[];
}

const design = {
  category: { type: String, default: '' },
  size: { type: String, enum: sizeChoices },
  width: Number,
  height: Number,
  orientation: { type: String, enum: orientations },
  band: { type: String, enum: bandPlaces },
  qr: { type: String, enum: qrPlaces },
  qrSize: Number,
  align: { type: String, enum: badgeAligns },
  names: { type: String, enum: nameChoices },
  fields: { type: [{ type: String, enum: badgeFields }] },
  back: { type: String, enum: badgeBacks },
};
const paper = {
  kind: { type: String, enum: paperKinds },
  columns: Number,
  rows: Number,
  left: Number,
  top: Number,
  gapX: Number,
  gapY: Number,
};
const logo = { type: { type: String, enum: logoTypes }, data: String, width: Number, height: Number };

const badgeDesignSchema = new Schema<EventBadges>(
  {
    _id: { type: Schema.Types.ObjectId, required: true },
    designs: { type: [part(design)], default: [] },
    paper: { type: part(paper), required: true },
    logo: { type: part(logo), default: null },
    rev: { type: Number, required: true, default: 1 },
    effects: effectsField,
  },
  { timestamps: true, collection: 'badge-designs', minimize: false },
);

export const BadgeDesigns = model('BadgeDesign', badgeDesignSchema);

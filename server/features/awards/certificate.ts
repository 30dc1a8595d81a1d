import type { Content, Style, TableCell } from 'pdfmake/interfaces.js';
import { inLocale, type Localised } from '../../../contract/localised.ts';
import type { Locale } from '../../../contract/locales.ts';
import { a4Landscape, ceremonialGround, crest, goldRule, ink } from '../../platform/pdf/furniture.ts';
import type { PdfDefinition } from '../../platform/pdf/render-pdf.ts';

export interface Certificate {
  locale: Locale;
  /** `heading` is set in capitals ("GIẤY KHEN"), `awardedTo` stands above the name ("Tặng"). */
  texts: { heading: string; awardedTo: string };
  /** From the highest unit down to the one that awards. */
  issuer: readonly string[];
  /** A data: address, or null. */
  emblem: string | null;
  recipient: Localised;
  /** Position and unit of a person; empty for a collective. */
  position: string;
  /** What it is given for. */
  title: string;
  decision: string;
  placeAndDate: string;
  signer: { position: string; name: string };
}

/** One sheet, A4 landscape, to be signed, stamped and framed. */
export function certificateDocument(certificate: Certificate): PdfDefinition {
  const { recipient, locale, texts, issuer } = certificate;
  const name = inLocale(recipient, locale);
  return {
    pageSize: 'A4',
    pageOrientation: 'landscape',
    pageMargins: [96, 50, 96, 40],
    language: locale,
    info: { title: `${texts.heading} – ${name}`, author: issuer.at(-1) ?? '', subject: certificate.title },
    defaultStyle: { font: 'Serif', alignment: 'center', color: ink.text, lineHeight: 1.15 },
    background: ceremonialGround(a4Landscape),
    content: [
      { layout: 'noBorders', table: { widths: ['*'], heights: [344], body: [[upper(certificate, name)]] } },
      lower(certificate),
    ],
  };
}

function upper(certificate: Certificate, name: string): TableCell {
  const { texts, recipient, locale, position, title } = certificate;
  const otherName = nameInOtherScript(recipient, locale);
  return {
    verticalAlignment: 'middle',
    stack: [
      ...crest(certificate.emblem, 58),
      ...issuerLines(certificate.issuer, locale),
      heading(texts.heading.toLocaleUpperCase(locale)),
      { text: texts.awardedTo, italics: true, fontSize: 16, color: ink.muted, margin: [0, 0, 0, 6] },
      { text: name, bold: true, fontSize: fitting(name, [38, 32, 26, 20]) },
      ...optional(otherName, { fontSize: fitting(otherName, [19, 17, 15, 13]), color: ink.goldText }),
      goldRule(190, 8),
      ...optional(position, { fontSize: 14, color: ink.muted, margin: [0, 0, 0, 6] }),
      { text: title, fontSize: citationSize(title), margin: [24, 0, 24, 0] },
    ],
  };
}

function lower({ decision, placeAndDate, signer, locale }: Certificate): Content {
  return {
    margin: [0, 18, 0, 0],
    columns: [
      {
        width: '*',
        text: decision,
        italics: true,
        fontSize: 11,
        color: ink.muted,
        alignment: 'left',
        margin: [0, 94, 0, 0],
      },
      {
        width: 300,
        stack: [
          { text: placeAndDate, italics: true, fontSize: 13 },
          {
            text: signer.position.toLocaleUpperCase(locale),
            bold: true,
            fontSize: 12,
            margin: [0, 3, 0, 60],
          },
          { text: signer.name, bold: true, fontSize: 15 },
        ],
      },
    ],
  };
}

function issuerLines(issuer: readonly string[], locale: Locale): Content[] {
  return issuer.map((unit, at) => ({
    font: 'Inter',
    text: unit.toLocaleUpperCase(locale),
    bold: at === issuer.length - 1,
    fontSize: 10.5,
    characterSpacing: 0.6,
    lineHeight: 1.3,
  }));
}

function heading(text: string): Content {
  const fontSize = fitting(text, [48, 40, 34, 28]);
  return { text, bold: true, fontSize, color: ink.lacquer, characterSpacing: 3, margin: [0, 10, 0, 2] };
}

function optional(text: string, style: Style): Content[] {
  return text === '' ? [] : [{ text, ...style }];
}

/** A Vietnamese or Latin name beside a Cyrillic one and the other way round; a second Latin spelling adds nothing. */
function nameInOtherScript(recipient: Localised, locale: Locale): string {
  const other = locale === 'ru' ? (recipient.vi ?? recipient.en) : recipient.ru;
  return other === undefined || other === inLocale(recipient, locale) ? '' : other;
}

function citationSize({ length }: string): number {
  if (length <= 110) return 18;
  return length <= 200 ? 15 : 12.5;
}

function fitting(text: string, [usual, long, longer, longest]: [number, number, number, number]): number {
  if (text.length <= 28) return usual;
  if (text.length <= 40) return long;
  return text.length <= 60 ? longer : longest;
}

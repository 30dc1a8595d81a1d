/** A text in up to three languages; at least one is filled where the text itself is required. */
export const localisedText = {
  type: { vi: String, en: String, ru: String },
  _id: false,
};

/** What an address and a select call the absence of a category. */
export const NO_CATEGORY = 'none';

/** The languages that are complete. Thai is the source. */
export const languages = ["th", "en"] as const;

/** A language in which Sajja speaks. */
export type Language = (typeof languages)[number];

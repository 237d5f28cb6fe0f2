/** A text that is worth being read as a date with its time: most are plain numbers. */
export const DATED = /\d{4}\D+\d|\d\D{1,12}\d{4}|\d:\d\d/;

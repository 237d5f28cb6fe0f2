/** The beginning of a sentence: windows, names of clocks and the like are named in lower case inside one. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

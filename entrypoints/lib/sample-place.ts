/** Where the sample account lies, and how its pages are told from the others: `workbench.html?sample`. */
export const SAMPLE_DATABASE = 'post-almanac-sample';
/** End of the names of workers that serve the sample. */
export const SAMPLE_WORKER = '-sample';

export const isSample = (search: string) => new URLSearchParams(search).has('sample');

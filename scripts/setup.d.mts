export const ROOT: string;
export function nodeForTools(): string;
export function findBrowsers(): { chromium: string | null; firefox: string | null };
export function setUp(options?: { browsers?: 'none' | 'chromium' | 'both' }): boolean;

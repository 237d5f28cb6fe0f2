export function bundle(entry: string, options?: { browser?: boolean }): Promise<string>;

export function sourcesStamp(root: string): string

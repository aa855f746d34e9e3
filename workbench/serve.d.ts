/** Serves a folder to this machine only, at the port or the next one that is free; 0 takes any. */
export function serve(folder: string, port: number): Promise<{ readonly address: string; close(): Promise<void> }>;

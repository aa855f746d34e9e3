import { notImplemented, notInSet } from '../errors';
import type { ExcelError } from '../errors';

/** By type and wire name of the member: the version of ExcelApi that it came with. What is not listed is 1.1. */
export type SinceTable = Readonly<Record<string, Readonly<Record<string, string>>>>;

const asNumber = (version: string): number => {
  const [major = '0', minor = '0'] = version.split('.');
  return Number(major) * 1000 + Number(minor);
};

/** Keeps add-ins to the members that the host has: declared requirement sets, and what is implemented at all. */
export class Guard {
  /** How often a member was asked for that the host does not implement. */
  readonly missing = new Map<string, number>();
  private readonly since: SinceTable;
  private readonly version: number;

  constructor(since: SinceTable, excelApi: string) {
    this.since = since;
    this.version = asNumber(excelApi);
  }

  /** Throws ApiNotFound where the member is newer than the declared ExcelApi. */
  check(type: string, member: string): void {
    const version = this.since[type]?.[member];
    if (version !== undefined && asNumber(version) > this.version) throw notInSet(`${type}.${member}`, version);
  }

  notImplemented(type: string, member: string): ExcelError {
    const name = `${type}.${member}`;
    this.missing.set(name, (this.missing.get(name) ?? 0) + 1);
    return notImplemented(name);
  }
}

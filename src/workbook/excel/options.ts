/** What the port takes from the pane that it works for. */
export interface ExcelPortOptions {
  /** Told with true when a cell has been edited for a second and Excel can do nothing else, with false when that is over. */
  readonly onCellEdit?: (editing: boolean) => void;
  /** Stops the work before its next request. What was written until then stays. */
  readonly signal?: AbortSignal;
  /** Bytes that a request or an answer should have at most, to begin with; halved where Excel refuses the size. */
  readonly chunkBytes?: number;
  /** Settles after so many milliseconds. */
  readonly pause?: (milliseconds: number) => Promise<void>;
}

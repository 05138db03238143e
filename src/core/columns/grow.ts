type Column = Int32Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>;

/** A longer copy of a column; what is new holds `fill`. */
export function grown<C extends Column>(column: C, length: number, fill = 0): C {
  const Make = column.constructor as new (length: number) => C;
  const next = new Make(Math.max(length, column.length));
  next.set(column);
  if (fill !== 0) next.fill(fill, column.length);
  return next;
}

/** Turns the elements [from, to) of a column around. */
export function reverseRange(column: Column, from: number, to: number): void {
  column.subarray(from, to).reverse();
}

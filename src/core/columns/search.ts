/** The place of the last element that is not above `value`, among the first `count`, ascending. */
export function lastNotAbove(column: ArrayLike<number>, value: number, count: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (column[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The place of the first element of an ascending list that is not below `value`; its length where none is. */
export function firstNotBelow(column: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = column.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (column[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The place of the first element of a descending list that is not above `value`; its length where none is. */
export function firstNotAbove(column: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = column.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (column[middle]! > value) low = middle + 1;
    else high = middle;
  }
  return low;
}

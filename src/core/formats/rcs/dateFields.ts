/**
 * Year, month, day, hours, minutes and seconds of `2010.03.31.19.00.00`; before 2000 a year has two
 * digits. What is missing is 0, and what is no number NaN.
 */
export function fieldsOf(bytes: Uint8Array, from: number, to: number): number[] {
  const fields = [0, 0, 0, 0, 0, 0];
  let at = from;
  for (let field = 0; field < 6 && at < to; field++, at++) {
    const start = at;
    let value = 0;
    for (; at < to && bytes[at] !== 0x2e; at++) {
      const byte = bytes[at]!;
      value = byte < 0x30 || byte > 0x39 ? NaN : value * 10 + byte - 0x30;
    }
    fields[field] = field === 0 && at - start === 2 ? value + 1900 : value;
  }
  return fields;
}

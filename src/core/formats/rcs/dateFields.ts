/** `2010.03.31.19.00.00`; before 2000 a year has two digits. */
export function fieldsOf(date: string): string[] {
  const fields = date.split('.');
  const [year = ''] = fields;
  return [
    year.length === 2 ? `19${year}` : year,
    ...fields.slice(1),
    ...Array<string>(6).fill('0'),
  ].slice(0, 6);
}

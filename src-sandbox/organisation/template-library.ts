// A library of any size: the usual templates first, then variations of them for other departments, each with its own name and shortcut.

interface Named {
  readonly id: string;
  readonly name: string;
  readonly category: string;
  readonly shortcut: string;
}

const departments = ['Deliveries', 'Invoices', 'Warranty', 'Spare parts', 'Contracts', 'Returns', 'Installation', 'Sales', 'Complaints', 'Recycling'] as const;

/** `count` null = the usual ones. */
export function templateLibrary<T extends Named>(usual: readonly T[], count: number | null): readonly T[] {
  if (count === null || usual.length === 0) return usual;
  return Array.from({ length: Math.ceil(count / usual.length) }, (_, round) => (round === 0 ? usual : usual.map((template) => variation(template, round)))).flat().slice(0, count);
}

function variation<T extends Named>(template: T, round: number): T {
  const number = String(round);
  return { ...template, id: `${template.id}-${number}`, name: `${template.name} ${number}`, category: departments[round % departments.length] ?? departments[0], shortcut: `${template.shortcut}${number}` };
}

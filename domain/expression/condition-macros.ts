/** Functions of CEL that go over a list with a name of their own. */
export const conditionMacros: ReadonlySet<string> = new Set(['all', 'exists', 'exists_one', 'map', 'filter', 'bind']);

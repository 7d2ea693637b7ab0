/** Prints a measured figure among the results of the tests, so that a note can quote it with the command that gave it. */
export function sayFigure(name: string, value: number | string): void {
  process.stderr.write(`  measured: ${name} = ${typeof value === 'number' ? Number(value.toPrecision(4)) : value}\n`);
}

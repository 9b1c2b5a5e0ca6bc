import { Environment } from '@marcbachmann/cel-js';

type Number64 = number | bigint;
const arithmetic: Record<string, (a: number, b: number) => number> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
};

/**
 * CEL as conditions use it. JSON knows one kind of number, which CEL takes as `double`; as shipped, `params.n + 1` is then "no such overload",
 * because 1 is an `int`. So the mixed operators are added. Names are not typed: they come from JSON.
 */
function makeEnvironment(): Environment {
  const environment = new Environment({
    unlistedVariablesAreDyn: true,
    homogeneousAggregateLiterals: false,
    limits: { maxAstNodes: 1000, maxDepth: 60, maxListElements: 1000, maxMapEntries: 1000, maxCallArguments: 16 },
  });
  for (const [operator, apply] of Object.entries(arithmetic)) {
    const handler = (a: Number64, b: Number64): number => apply(Number(a), Number(b));
    environment.registerOperator(`double ${operator} int: double`, handler);
    environment.registerOperator(`int ${operator} double: double`, handler);
    if (operator === '%') environment.registerOperator('double % double: double', handler);
  }
  return environment;
}

let made: Environment | null = null;

/** The environment of every condition, made at its first use. */
export const celEnvironment = (): Environment => (made ??= makeEnvironment());

// What liqe read → the tree of conditions.
//
// scan.ts leaves nothing that liqe could refuse, so whatever it throws is a fault of ours.
// liqe joins from the left without precedence; here AND binds closer than OR, as everywhere else, so its unbracketed chains
// are taken apart and grouped anew. This is the only file that imports liqe; its regular expressions, wildcards and
// evaluation (code made from text, which a strict content policy forbids) stay unused.
import { type LiqeQuery, parse } from "liqe";
import { Checker, type Sign } from "./check.ts";
import type { Condition } from "./condition.ts";
import type { Group, Scan } from "./scan.ts";

/** The tree of a scanned filter. Throws FilterError. */
export function readTree(text: string, { groups, literals }: Scan): Condition {
  const checker = new Checker(text);

  const readGroup = ({ skeleton, at }: Group): Condition => {
    const read = (node: LiqeQuery): Condition => {
      if (node.type === "Tag") return term(node);
      if (node.type === "UnaryOperator")
        return { kind: "not", of: read(node.operand), offset: at[node.location.start]! };
      if (node.type === "LogicalExpression") return chain(node);
      throw new Error(`liqe reads "${skeleton}" as ${node.type}`);
    };

    // A chain a OR b AND c AND d lies to the left: ((a OR b) AND c) AND d. Groups of AND, joined by OR.
    const chain = (node: Logical): Condition => {
      const parts: Condition[][] = [[]];
      let rest: LiqeQuery = node;
      for (; rest.type === "LogicalExpression"; rest = rest.left) {
        parts[0]!.unshift(read(rest.right));
        if (rest.operator.operator === "OR") parts.unshift([]);
      }
      parts[0]!.unshift(read(rest));
      return joined(
        "or",
        parts.map((part) => joined("and", part)),
      );
    };

    const term = ({ field: typed, expression, operator, location }: Tag): Condition => {
      const field = typed.type === "Field" ? typed.name : null;
      const offset = at[location.start]!;
      if (expression.type === "RangeExpression") {
        const { min, max, minInclusive, maxInclusive } = expression.range;
        const test = checker.range(field!, literals[min]!, literals[max]!, minInclusive, maxInclusive);
        return { kind: "term", field, test, offset };
      }
      if (expression.type !== "LiteralExpression") throw new Error(`liqe reads a value as ${expression.type}`);
      const value = String(expression.value);
      if (value.startsWith("g")) return readGroup(groups[Number(value.slice(1))]!);
      const sign: Sign = operator?.operator ?? ":";
      return { kind: "term", field, test: checker.value(field, sign, literals[Number(value)]!), offset };
    };

    return read(parse(skeleton));
  };

  return readGroup(groups[0]!);
}

type Tag = Extract<LiqeQuery, { type: "Tag" }>;
type Logical = Extract<LiqeQuery, { type: "LogicalExpression" }>;

/** One condition of several; of the same kind inside, they lie side by side. */
function joined(kind: "and" | "or", conditions: readonly Condition[]): Condition {
  if (conditions.length === 1) return conditions[0]!;
  const of = conditions.flatMap((condition) => (condition.kind === kind ? condition.of : [condition]));
  return { kind, of, offset: of[0]!.offset };
}

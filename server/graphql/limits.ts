import {
  getNullableType,
  GraphQLError,
  isListType,
  Kind,
  type ASTVisitor,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import { createComplexityRule, type ComplexityEstimatorArgs } from 'graphql-query-complexity';

/** Deepest nesting of an operation; the client's own need 7. */
export const MAX_DEPTH = 12;

/** Cost of the dearest operation that is answered: about 1,000 hits with 40 fields each. */
export const MAX_COST = 50_000;

/**
 * One for a field, or what it says itself where the database is asked anew for each; times the length asked for where it is a list: a
 * number, or one for each of the ids.
 */
export function costOf({ args, childComplexity, field }: ComplexityEstimatorArgs): number {
  const ids: unknown = isListType(getNullableType(field.type)) ? args.ids : null;
  const length: unknown = args.first ?? args.topK ?? (Array.isArray(ids) ? ids.length : 1);
  const { complexity } = field.extensions;
  const own = typeof complexity === 'number' ? complexity : 1;
  return own + Math.max(1, typeof length === 'number' ? length : 1) * childComplexity;
}

/** Refuses operations that nest too deeply or cost too much before a resolver runs (T25). Introspection is exempt. */
export function limitRules(variables: Record<string, unknown>): ValidationRule[] {
  return [limitDepth, limitCost(variables)];
}

function limitCost(variables: Record<string, unknown>): ValidationRule {
  const rule = createComplexityRule({
    maximumComplexity: MAX_COST,
    variables,
    estimators: [costOf],
    createError: (maximum, actual) =>
      new GraphQLError(`This operation costs ${actual}, and ${maximum} is the most that is answered. Ask for less at a time.`),
  });
  // Counting the cost walks into every fragment anew, so what is boundless must not come so far.
  return (context) => (isIntrospection(context) || isBoundless(context) ? {} : rule(context));
}

function limitDepth(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(node) {
      if (isIntrospection(context)) return;
      const { depth, selections } = extentOf(node.selectionSet, context);
      if (depth > MAX_DEPTH) context.reportError(new GraphQLError(`This operation nests deeper than ${MAX_DEPTH} levels.`));
      if (selections > MAX_COST)
        context.reportError(new GraphQLError(`This operation selects more than ${MAX_COST} fields. Ask for less at a time.`));
    },
  };
}

/** How far an operation reaches with its fragments in their places. */
interface Extent {
  readonly depth: number;
  readonly selections: number;
}

// Each fragment is measured once: thirty that spread the next one twice reach 2^30 selections. One that spreads itself is refused by
// graphql's own rules; here it merely must not loop.
function extentOf(selectionSet: SelectionSetNode, context: ValidationContext, known = new Map<string, Extent>()): Extent {
  const extents = selectionSet.selections.map((selection): Extent => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return extentOfFragment(selection.name.value, context, known);
    const inner = selection.selectionSet ? extentOf(selection.selectionSet, context, known) : { depth: 0, selections: 0 };
    return selection.kind === Kind.FIELD ? { ...inner, depth: inner.depth + 1 } : inner;
  });
  return {
    depth: Math.max(0, ...extents.map(({ depth }) => depth)),
    selections: extents.reduce((sum, { selections }) => sum + 1 + selections, 0),
  };
}

function extentOfFragment(name: string, context: ValidationContext, known: Map<string, Extent>): Extent {
  const before = known.get(name);
  if (before) return before;
  known.set(name, { depth: 0, selections: 0 });
  const fragment = context.getFragment(name);
  if (fragment) known.set(name, extentOf(fragment.selectionSet, context, known));
  return known.get(name) ?? { depth: 0, selections: 0 };
}

function isBoundless(context: ValidationContext): boolean {
  return context
    .getDocument()
    .definitions.some((node) => node.kind === Kind.OPERATION_DEFINITION && extentOf(node.selectionSet, context).selections > MAX_COST);
}

function isIntrospection(context: ValidationContext): boolean {
  return context
    .getDocument()
    .definitions.every(
      (definition) =>
        definition.kind !== Kind.OPERATION_DEFINITION ||
        definition.selectionSet.selections.every((selection) => selection.kind === Kind.FIELD && selection.name.value.startsWith('__')),
    );
}
